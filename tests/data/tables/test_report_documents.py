"""The reports of the real tables: what they count and compute once more by own code, and that they
speak as an official would sign."""

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import product
from math import sqrt
from time import perf_counter

import pytest

from analysis.reports import address
from analysis.reports.address import ReportView
from analysis.reports.kinds import document
from analysis.state.view import choices
from tests.data.tables.recomputed import CODES, THREE, YEARS, Tables, check, printed, read, rows
from tests.forbidden import forbidden, identifiers

pytestmark = pytest.mark.thorough

MADE = (address.MONITOR, address.REGION, address.TASK, address.EVALUATION)
NAME = re.compile(r"[\w.-]+")
# Causes, forecasts, degrees: no rule may say them.
UNSAID = re.compile(
    "由于|因此|因而|导致|带动|拉动|得益|推动了|促进了|预计|预期|预测值|有望|将会|将达|大幅|稳步|显著|明显|"
    "快速|迅速|持续向好|不断|进一步|较大|较快|极大|None|nan|0 项三地"
)
COUNTS = ("按收录的条目计数", "回落清单计数")
RATIO_KEYS = re.compile(r"(?:lead\.)?gaps\.|coordination\.(?!most)")


@pytest.fixture(scope="module")
def tables():
    return Tables()


@pytest.fixture(scope="module")
def asked(catalog):
    """Reports of every kind, in several choices."""
    options = choices(catalog)
    view = options.default()
    every = tuple(options.themes)
    three = tuple(CODES)
    whole = [
        (scope, every, span, "")
        for scope in (three, ("tianjin",), ("beijing", "hebei"))
        for span in ((2010, view.end), (2018, 2022))
    ]
    single = [(three, (theme,), (2014, view.end), "") for theme in every]
    framed = [(three, ("innovation",), (2014, 2023), frame) for frame in ("nation", "provinces")]
    return [
        ReportView(replace(view, regions=scope, start=start, end=end), kind, topics, frame)
        for kind in MADE
        for scope, topics, (start, end), frame in (*whole, *single, *framed)
    ]


@pytest.fixture(scope="module")
def documents(catalog, asked):
    return [(chosen, document(catalog, chosen)) for chosen in asked]


def sentences(found):
    yield from found.lead
    for section in found.sections:
        yield from section.sentences


def texts(found):
    yield from (found.title, found.subtitle, found.filter_text, *found.remarks, *found.sources)
    yield from (one.text for one in sentences(found))
    for section in found.sections:
        yield section.heading
        for figure in section.figures:
            yield from (figure.title, figure.subtitle, figure.source, *figure.footnotes)
            yield from (cell for row in figure.table.rows for cell in row) if figure.table else ()
            yield figure.chart.told if figure.chart else ""


def test_names_are_unique_and_fit_an_address(documents):
    for _, found in documents:
        keys = [one.key for one in sentences(found)]
        assert len(keys) == len(set(keys)), [k for k, n in Counter(keys).items() if n > 1]
        sections = [section.key for section in found.sections]
        assert len(sections) == len(set(sections)), sections
        assert all(NAME.fullmatch(key) for key in (*keys, *sections))


def test_a_section_has_five_sentences_at_most_and_something_to_show(documents):
    for chosen, found in documents:
        for section in found.sections:
            assert len(section.sentences) <= 5, (chosen, section.key)
            if section.level == 2:
                assert section.sentences or section.figures, (chosen, section.key)
        assert found.sources, chosen


def test_nothing_is_said_that_no_reader_may_meet(documents):
    seen = set()
    for _, found in documents:
        seen |= set(texts(found))
    assert [text for text in seen if forbidden(text)] == []
    assert identifiers(text for text in seen if text) == []


def test_no_sentence_says_causes_forecasts_or_degrees(documents):
    seen = {one.text for _, found in documents for one in sentences(found)}
    seen |= {section.heading for _, found in documents for section in found.sections}
    assert [text for text in seen if UNSAID.search(text)] == []
    assert [text for text in seen if re.search("[，。；、]{2}|（）|  |^[，；]", text)] == []
    ends = {one.text for _, found in documents for one in sentences(found)}
    assert [text for text in ends if not text.endswith("。")] == []


def test_every_number_of_a_sentence_has_its_cell(documents, tables):
    names = {row["short_zh"] for row in tables.indicators.values()}
    names |= {row["name_zh"] for row in rows("gap_measures")}
    digits = sorted((n for n in names if re.search(r"\d", n)), key=len, reverse=True)
    for _, found in documents:
        for one in sentences(found):
            rest, at = "", 0
            for cell in one.cells:
                place = one.text.index(cell.text, at)
                rest += one.text[at:place] + "#"
                at = place + len(cell.text)
            rest += one.text[at:]
            for name in digits:
                rest = rest.replace(name, "")
            left = re.sub(r"为 1，|∶1|三地合计 = 1", "", YEARS.sub("", rest))
            left = left.replace("2013（或 2014）年", "").replace("13（或 ）年", "")
            assert not re.search(r"\d", left), (one.text, left)


def test_what_is_computed_in_the_documents_is_that_of_the_tables(documents, tables):
    kinds = Counter()
    for chosen, found in documents:
        scope = tuple(CODES[slug] for slug in chosen.regions)
        for one in sentences(found):
            at = 0
            for cell in one.cells:
                place = one.text.index(cell.text, at)
                at = place + len(cell.text)
                try:
                    kind = recheck(tables, one.key, cell, scope, one.text[:place])
                except AssertionError as fault:
                    raise AssertionError((chosen, one.text)) from fault
                kinds[kind] += 1
    assert {"ratio", "coefficient", "krugman", "quotient", "edition", "percent", "count"} <= (
        kinds.keys()
    )


def recheck(tables, key, cell, scope, before):
    """One cell of a document."""
    if RATIO_KEYS.match(key):
        return gap_ratio(tables, cell)
    if cell.formula.startswith(COUNTS):
        return "count"
    if cell.formula.startswith("变异系数"):
        return coefficient(tables, cell)
    if "各行业比重之差" in cell.formula:
        return krugman(tables, cell)
    if "占三地" in cell.formula and "行业" in cell.formula:
        return quotient(tables, cell)
    if key.startswith("official."):
        return edition(key.removeprefix("official."), cell)
    if cell.formula.startswith(("链式几何", "各维度权重")):
        return "index"  # computed a second time in tests/reports/evaluated.py
    return check(tables, cell, scope, before)


def measured(tables, opens, code, year):
    """A headline measure of the evaluation in a region and year."""
    row = next(one for one in rows("gap_measures") if one["opens"] == opens)
    value = tables.values[row["numerator"]][code][year]
    if row["denominator"]:
        below = tables.values[row["denominator"]][code][year]
        if row["mean_denominator"] == "true":
            below = (below + tables.values[row["denominator"]][code][year - 1]) / 2
        value /= below
    return value * Decimal(row["factor"])


def gap_ratio(tables, cell):
    number, places = read(cell.text)
    name = re.fullmatch(r"(北京|天津) ÷ 河北", cell.formula)
    assert name, cell
    year = int(cell.period)
    own, base = (measured(tables, cell.indicator_id, c, year) for c in (cell.region_code, "130000"))
    assert number == printed(own / base, places), cell
    return "ratio"


def coefficient(tables, cell):
    number, places = read(cell.text)
    year = int(cell.period)
    values = [float(measured(tables, cell.indicator_id, code, year)) for code in THREE]
    mean = sum(values) / 3
    spread = sqrt(sum((value - mean) ** 2 for value in values) / 3)
    assert float(number) == pytest.approx(spread / mean, abs=0.51 * 10**-places), cell
    return "coefficient"


def shares(tables, code, year):
    names = [row["indicator_id"] for row in rows("division_sectors")]
    own = {name: tables.values[name][code][year] for name in names}
    return {name: value / sum(own.values()) for name, value in own.items()}


def krugman(tables, cell):
    letters = {"京": "110000", "津": "120000", "冀": "130000"}
    one, other = (shares(tables, letters[sign], int(cell.period)) for sign in cell.formula[:2])
    number, places = read(cell.text)
    assert number == printed(sum(abs(one[name] - other[name]) for name in one), places), cell
    return "krugman"


def quotient(tables, cell):
    year, name = int(cell.period), cell.indicator_id
    names = [row["indicator_id"] for row in rows("division_sectors")]
    three = {n: sum(tables.values[n][code][year] for code in THREE) for n in names}
    own = shares(tables, cell.region_code, year)[name]
    number, places = read(cell.text)
    assert number == printed(own / (three[name] / sum(three.values())), places), cell
    return "quotient"


def edition(dimension, cell):
    found = [
        row for row in rows("index_editions")
        if (row["dimension"], row["year"], row["base"]) == (dimension, cell.period, "2014")
    ]  # fmt: skip
    number, _ = read(cell.text)
    told = (
        {abs(Decimal(row["change"])) for row in found if row["change"]}
        if cell.formula
        else {Decimal(row["value"]) for row in found if row["value"]}
    )
    assert number in told, cell
    return "edition"


def test_what_worsened_is_counted_once_more(catalog, tables, asked):
    """First and last sound value after the last break, as they are shown."""
    wanted = {"higher_better": 1, "lower_better": -1}
    options, seen = choices(catalog), 0
    for chosen in asked:
        if chosen.kind != address.MONITOR:
            continue
        told = next(one for one in document(catalog, chosen).lead if one.key == "lead.worsened")
        start, end = max(2014, chosen.view.start), chosen.view.end
        counted = Counter()
        for topic, slug in product(chosen.topics, chosen.regions):
            for name in options.indicators[topic]:
                row, code = tables.indicators[name], CODES[slug]
                way = wanted.get(row["direction"], 0)
                ends = stretch(tables, catalog, name, code, (start, end))
                places = int(row["decimals"])
                if way and len(ends) > 1:
                    first, last = (printed(ends[year], places) for year in (min(ends), max(ends)))
                    counted[slug] += (last - first) * way < 0
        numbers = {cell.region_code: int(read(cell.text)[0]) for cell in told.cells}
        assert numbers == {CODES[s]: n for s, n in counted.items() if n}, (chosen, told.text)
        seen += sum(counted.values())
    assert seen > 50


def stretch(tables, catalog, name, code, span):
    own = {
        year: value
        for year, value in tables.values[name][code].items()
        if span[0] <= year <= span[1] and (name, code, str(year)) not in tables.suspects
    }
    cuts = [cut.after for cut in catalog.breaks.get(name, ()) if own and cut.after <= max(own)]
    return {year: value for year, value in own.items() if year >= max(cuts, default=0)}


def test_measures_and_facts_are_counted_once_more(catalog, documents):
    linked = {row["measure_id"] for row in rows("plan_links") if row["kind"] == "indicator"}
    measures = rows("plan_measures")
    facts = rows("plan_progress")
    seen = 0
    for chosen, found in documents:
        if chosen.kind != address.TASK:
            continue
        codes = {CODES[slug] for slug in chosen.regions}
        own = [row["measure_id"] for row in measures if row["part_id"] in chosen.topics]
        done = {
            row["measure_id"]
            for row in facts
            if row["kind"] == "result" and codes & set(row["region_codes"].split(";"))
        }
        told = next((one for one in found.lead if one.key == "lead.measures"), None)
        if told is None:
            continue
        numbers = [int(read(cell.text)[0]) for cell in told.cells]
        assert numbers == [len(own), len(linked & set(own)), len(done & set(own))], told.text
        seen += 1
    assert seen > 10


def test_every_result_and_arrangement_of_a_task_stands_in_its_table(documents):
    measures = {row["measure_id"]: row["part_id"] for row in rows("plan_measures")}
    seen = 0
    for chosen, found in documents:
        codes = {CODES[slug] for slug in chosen.regions}
        for section in found.sections if chosen.kind == address.TASK else ():
            task, _, part = section.key.partition(".")
            if part != "measures":
                continue
            facts = {
                row["fact_zh"]
                for row in rows("plan_progress")
                if measures[row["measure_id"]] == task
                and row["kind"] in ("result", "arrangement")
                and codes & set(row["region_codes"].split(";"))
            }
            listed = [row[3] for one in section.figures[1:] for row in one.table.rows]
            assert set(listed) == facts, (chosen, task)
            seen += len(listed)
    assert seen > 100


def test_a_report_of_all_themes_is_made_at_once(catalog, asked):
    whole = asked[0]
    document(catalog, whole)
    start = perf_counter()
    document(catalog, whole)
    assert perf_counter() - start < 0.3
