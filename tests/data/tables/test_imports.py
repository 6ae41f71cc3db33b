"""Files for the real tables: quarters go where quarters are counted, every unit is known."""

from datetime import date

import pytest

from data.imports.mapping import Answers, suggest, values_of
from data.imports.merging import Given, merged
from data.imports.reading import parsed
from data.imports.recognise import recognised
from data.imports.units import unit
from data.package.load import FOLDER
from reports.template import template, template_rows


def suggestions(catalog, name):
    text = f"指标：{name}\n地区,2025年第二季度\n北京市,25029.2\n注：第五次全国经济普查后修订\n"
    found = recognised(parsed(text.encode(), "数据.csv"))
    (options,) = suggest(catalog, found, Answers()).subjects.values()
    return {one.indicator_id: one.question for one in options}


def test_quarters_go_to_the_indicator_that_counts_them(catalog):
    found = suggestions(catalog, "地区生产总值_累计值(亿元)")
    assert "gdp_cumulative" in found
    assert "gdp" not in found


def test_a_quarter_alone_is_asked_about(catalog):
    found = suggestions(catalog, "地区生产总值_当季值(亿元)")
    assert all("累计" in question for question in found.values())


def test_every_unit_of_the_catalogue_is_known(catalog):
    for one in catalog.indicators.values():
        assert unit(one.unit_zh), one.unit_zh


@pytest.mark.thorough
@pytest.mark.parametrize("frequency", "AQM")
def test_the_template_of_every_indicator_changes_nothing_and_asks_nothing(catalog, frequency):
    rows = template_rows(catalog, catalog.indicators, frequency)
    found = recognised(parsed(template(catalog, rows), "模板.xlsx"))
    assert (found.faults, found.missing) == ([], ())
    proposal = suggest(catalog, found, Answers())
    chosen = {one: options[0] for one, options in proposal.subjects.items()}
    assert [pick.question for pick in chosen.values() if pick.question] == []
    texts = {p.stem: p.read_text(encoding="utf-8") for p in (FOLDER / "tables").glob("*.csv")}
    values = values_of(found, chosen, proposal.regions)
    done = merged(texts, values, Given({}, date(2026, 11, 28)))
    assert (done.tables, done.faults) == ({}, [])
    assert done.unchanged == sum(row.value is not None for row in rows) > 0
