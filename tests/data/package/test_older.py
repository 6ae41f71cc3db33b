"""A package made before this code opens: what it lacks is supplied, what it has stays as it was."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from data.package import older
from data.package.digests import DESCRIPTOR, digest
from data.package.faults import BrokenTables, Fault
from data.package.load import FOLDER, load

HISTORY = FOLDER / "history" / "2026-11-23"
LESS = {"themes": ["thin_zh"], "claim_checks": ["proof"], "sources": ["checked_zh", "published"]}
GONE = ("suspects", "conflicts", "reference_dates")


def text(name, is_required=False, **more):
    return {"name": name, "type": "string", "constraints": {"required": is_required}, **more}


def as_rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def take_columns(folder, table, names):
    """Write a table without some of its columns, and the descriptor too."""
    path = folder / "tables" / f"{table}.csv"
    rows = as_rows(path)
    kept = [name for name in rows[0] if name not in names]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, kept, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    found = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    for resource in found["resources"]:
        if resource["name"] == table:
            fields = resource["schema"]["fields"]
            resource["schema"]["fields"] = [f for f in fields if f["name"] not in names]
    (folder / DESCRIPTOR).write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


def take_table(folder, table):
    (folder / "tables" / f"{table}.csv").unlink()
    found = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    found["resources"] = [r for r in found["resources"] if r["name"] != table]
    (folder / DESCRIPTOR).write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    """The package of 2026-11-23 with some columns and tables less, under its digest."""
    folder = tmp_path_factory.mktemp("old") / "package"
    shutil.copytree(HISTORY, folder)
    shutil.copytree(FOLDER / "geo", folder / "geo")
    for table, names in LESS.items():
        take_columns(folder, table, names)
    for table in GONE:
        take_table(folder, table)
    return folder.rename(folder.with_name(digest(folder)))


@pytest.fixture(scope="module")
def opened(old):
    return load(old)


def test_an_old_package_opens_with_its_values(old, opened):
    rows = as_rows(old / "tables" / "observations.csv")
    assert opened.version == "2026-11-23"
    assert len(opened.observations) == len(rows)
    assert opened.observations["gdp", "000000", 2024].value == 1349083.5
    assert {period for _, _, period in opened.observations} <= set(range(1900, 2026))


def test_what_it_lacks_is_empty(opened):
    assert not opened.suspects
    assert opened.observations["base_stations_5g", "JJJ", 2023].as_of == ""
    assert all(theme.thin_zh is None for theme in opened.themes.values())
    assert all(source.checked_zh is None for source in opened.sources.values())
    assert opened.plan.facts == ()


def test_names_of_codes_that_it_did_not_know_are_this_codes():
    codes = [{"codelist": "trust", "code": "A", "name_zh": "一", "name_en": "a", "mark_zh": None}]
    found = {(row["codelist"], row["code"]): row for row in older.named_codes(codes)}
    assert found["trust", "A"]["name_zh"] == "一"
    assert found["trust", "B"]["name_zh"]
    assert ("progress_kind", "result") in found
    assert all(None not in row and "" not in row.values() for row in found.values())


def test_tables_and_columns_lacking_are_told_and_unknown_ones_left_out():
    own = {"a": {"x": text("x"), "strange": text("strange")}, "odd": {"x": text("x")}}
    now = {"a": {"x": text("x"), "y": text("y")}, "b": {"z": text("z")}}
    missing = older.lack(own, now)
    assert missing == older.Lack(frozenset({"b"}), frozenset({("a", "y")}))
    tables = {"a": [{"x": "1", "strange": "2"}], "odd": [{"x": "3"}]}
    assert older.supplied(tables, missing, now) == {"a": [{"x": "1", "y": None}], "b": []}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (text("y"), None),
        (text("y", is_required=True), ""),
        ({"name": "y", "type": "boolean", "constraints": {"required": True}}, False),
        ({"name": "y", "type": "integer"}, None),
        ({"name": "y", "type": "integer", "constraints": {"required": True}, "absent": 7}, 7),
        (text("y", is_required=True, absent="A"), "A"),
    ],
)
def test_a_column_is_supplied_as_the_descriptor_says(field, value):
    assert older.stand_in("a", field) == value


def test_a_number_that_is_needed_has_no_stand_in():
    field = {"name": "y", "type": "number", "constraints": {"required": True}}
    with pytest.raises(BrokenTables, match=r"tables/a\.csv，列 y.*absent"):
        older.stand_in("a", field)


def fault(table, column, value="x"):
    return Fault(f"tables/{table}.csv", 3, column, value, "应为别的")


def test_what_only_the_lack_explains_is_told_from_all_else():
    missing = older.Lack(frozenset({"b"}), frozenset({("a", "y")}))
    found = [fault("b", "z"), fault("a", "y"), fault("a", "x"), fault("a", "x、y"), fault("c", "y")]
    assert [missing.explains(one) for one in found] == [True, True, False, True, False]
    assert missing.explains(Fault("tables/a.csv", 3, "x", "C1", "b.csv 中没有这一编号"))


@pytest.mark.thorough
def test_a_program_put_in_place_of_the_running_one_leaves_kept_editions_open(
    old, opened, monkeypatch
):
    """Its descriptor says of tables and columns that the running code does not know."""
    read = {name: getattr(Path, name) for name in ("read_bytes", "read_text")}
    instead = {"read_bytes": b'{"resources": []}', "read_text": '{"resources": []}'}
    for name in read:

        def replaced(path, *args, name=name, **more):
            is_now = path == FOLDER / DESCRIPTOR
            return instead[name] if is_now else read[name](path, *args, **more)

        monkeypatch.setattr(Path, name, replaced)
    assert json.loads((FOLDER / DESCRIPTOR).read_text()) == {"resources": []}
    assert len(load(old).observations) == len(opened.observations)


def test_only_a_folder_named_by_what_is_in_it_is_a_published_edition(old):
    assert older.is_published(old)
    assert not older.is_published(HISTORY.parents[1])


def test_rows_that_pages_need_are_missed_in_an_old_package_too(old, tmp_path):
    """It is read without its checks, and still no page is built on what is not there."""
    folder = shutil.copytree(old, tmp_path / "package")
    path = folder / "tables" / "tiers.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("node,", "knot,"), encoding="utf-8")
    folder = folder.rename(tmp_path / digest(folder))
    with pytest.raises(BrokenTables, match=r"tiers\.csv，列 tier，现为“node”"):
        load(folder)


@pytest.mark.thorough
def test_a_package_that_nobody_published_is_checked_by_its_own_descriptor(old, tmp_path):
    folder = shutil.copytree(old, tmp_path / "package")
    path = folder / "tables" / "observations.csv"
    path.write_text(path.read_text(encoding="utf-8") + "gdp,110000,2031,约 12,,A,A,s001,,\n")
    with pytest.raises(BrokenTables, match="现为“约 12”"):
        load(folder)
