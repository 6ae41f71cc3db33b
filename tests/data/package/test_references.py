"""Rows that point to no row, in packages of two small tables."""

import json

import pytest

from data.package.faults import BrokenTables
from data.package.tables import read_tables

FRUIT = "fruit,colour,like\n"


def described(name, columns, keys=()):
    schema = {"fields": [{"name": c, "type": "string"} for c in columns], "foreignKeys": list(keys)}
    return {"name": name, "path": f"{name}.csv", "schema": schema}


def key(columns, target, target_columns):
    return {"fields": columns, "reference": {"resource": target, "fields": target_columns}}


@pytest.fixture
def read(tmp_path):
    def faults(fruits, colours="red\ngreen\n", target="colours", column="name"):
        keys = [key(["colour"], target, [column]), key(["like"], "", ["fruit"])]
        resources = [
            described("fruits", ["fruit", "colour", "like"], keys), described("colours", ["name"]),
        ]  # fmt: skip
        package = {"name": "small", "resources": resources}
        (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
        (tmp_path / "fruits.csv").write_text(FRUIT + fruits, encoding="utf-8")
        (tmp_path / "colours.csv").write_text("name\n" + colours, encoding="utf-8")
        with pytest.raises(BrokenTables) as caught:
            read_tables(tmp_path / "datapackage.json")
        return [(f.file, f.row, f.column, f.value, f.expected) for f in caught.value.faults]

    return faults


def test_each_is_named_in_the_order_of_the_rows_with_what_it_may_be(read):
    none = "所指的行不存在，应见于"
    colours, fruits = (
        "colours.csv 的列 name：red、green",
        "fruits.csv 的列 fruit：apple、pear、plum",
    )
    assert read("apple,red,pear\npear,blue,\nplum,,fig\n") == [
        ("fruits.csv", 3, "colour", "blue", f"{none} {colours}"),
        ("fruits.csv", 4, "like", "fig", f"{none} {fruits}"),
    ]


def test_of_a_long_table_only_the_name_is_told(read):
    (fault,) = read("apple,blue,\n", colours="".join(f"c{number}\n" for number in range(13)))
    assert fault[-1] == "所指的行不存在，应见于 colours.csv 的列 name"


def test_nothing_points_to_a_table_without_rows(read):
    (fault,) = read("apple,red,\n", colours="")
    assert fault[:4] == ("fruits.csv", 2, "colour", "red")


@pytest.mark.parametrize(("target", "column"), [("shapes", "name"), ("colours", "hue")])
def test_a_reference_to_what_is_not_described_is_a_fault_of_the_description(read, target, column):
    (fault,) = read("apple,red,\n", target=target, column=column)
    assert fault[:4] == ("datapackage.json", None, None, f"{target}.{column}")
    assert "表 fruits" in fault[-1]
