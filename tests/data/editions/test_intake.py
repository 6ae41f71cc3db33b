"""A file goes into the tables where it says all; else it is asked, and nothing is taken."""

from datetime import date

import pytest

from data.editions.intake import Said, Unclear, put_in, recognised_file, table_texts
from data.imports.imported import Choices
from data.imports.merging import SourceRow

SOURCE = SourceRow("地区生产总值", "国家统计局", published="2026-11")
DAY = date(2026, 11, 28)
FIFTH = "注：在第五次全国经济普查后，对历史数据进行了系统修订。"


@pytest.fixture(scope="module")
def tables(edition):
    return table_texts(edition)


@pytest.fixture
def file(tmp_path):
    """A file of the nation's statisticians: a line about what it is of, regions by years, notes."""

    def build(head="指标：地区生产总值(亿元)", rows=("北京市,49843.2",), note=FIFTH):
        path = tmp_path / "file.csv"
        path.write_text("\n".join([head, "地区,2024年", *rows, note]), encoding="utf-8")
        return recognised_file(path)

    return build


@pytest.fixture
def taken(catalog, tables):
    def take(found, **said):
        return put_in(found, Said(**{"source": SOURCE, **said}), catalog, tables, DAY)

    return take


def asked(take):
    with pytest.raises(Unclear) as caught:
        take()
    return str(caught.value)


def test_a_value_of_a_clear_file_is_revised_and_names_its_publication(file, taken, tables):
    done = taken(file(), is_affirmed=True)
    (change,) = done.revised
    assert (change.key, change.after) == (("gdp", "110000", "2024"), "49843.2")
    assert done.tables.keys() == {"observations", "sources"}
    new = set(done.tables["observations"].splitlines()) - set(tables["observations"].splitlines())
    assert [line.startswith("gdp,110000,2024,49843.2,") for line in new] == [True]
    assert "国家统计局,2026-11" in done.tables["sources"].splitlines()[-1]


@pytest.mark.thorough
def test_a_value_that_is_there_already_changes_nothing(file, taken, published):
    value = published["gdp", "110000", 2024]
    done = taken(file(rows=(f"北京市,{value}",)), is_affirmed=True)
    assert (done.unchanged, done.tables) == (1, {})


@pytest.mark.thorough
def test_regions_that_are_known_and_not_held_are_left_out(file, taken):
    done = taken(file(rows=("北京市,49843.2", "山西省,1")), is_affirmed=True)
    assert [change.key[1] for change in done.revised] == ["110000"]


def test_what_a_file_does_not_say_is_asked_and_may_be_said(file, taken):
    found = file(head="分省年度数据")
    assert "没有写明指标" in asked(lambda: taken(found, is_affirmed=True))
    done = taken(found, choices=Choices(indicator_id="gdp", unit="亿元"))
    assert len(done.revised) == 1


@pytest.mark.thorough
def test_a_name_that_is_no_indicator_is_asked_and_may_be_mapped(file, taken):
    found = file(head="指标：丁戊己庚(亿元)")
    assert "请指定" in asked(lambda: taken(found))
    assert len(taken(found, names={"丁戊己庚": "gdp"}).revised) == 1
    assert "请指定" in asked(lambda: taken(found, names={"丁戊己庚": "no_such"}))
    unnamed = file(
        head="指标：丁戊己庚(亿元)", note="注：无"
    )  # the census of our series is asked about
    assert "口径是否一致" in asked(lambda: taken(unnamed, names={"丁戊己庚": "gdp"}))


def test_another_unit_is_a_question_and_yes_converts(file, taken):
    found = file(head="指标：地区生产总值(万元)", rows=("北京市,498432000",))
    assert "以万元计" in asked(lambda: taken(found))
    (change,) = taken(found, is_affirmed=True).revised
    assert change.after == "49843.2"


def test_values_without_a_publication_are_not_taken(file, taken):
    assert "没有写明来源" in asked(lambda: taken(file(), is_affirmed=True, source=None))


def test_faults_of_a_file_are_said_by_cell(file):
    assert "B3" in asked(lambda: file(rows=("北京市,四万",)))
