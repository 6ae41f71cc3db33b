"""Native charts: the traps of office charts, read back from the part and from the workbook."""

import re
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from analysis.document.chart import Chart, Kind, Series
from analysis.document.look import REGIONS
from analysis.series.quantities import number
from reports.office.charts import Undrawable, native
from reports.office.frame import Frame
from tests.office_schema import part_faults

FRAME = Frame(600, 300)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
YEARS = ("2019", "2020", "2021", "2022", "2023")


def series(slug, values, **more):
    labels = {"beijing": "北京", "tianjin": "天津", "hebei": "河北"}
    texts = tuple("" if v is None else f"{number(v, 1)}\u2009亿元" for v in values)
    return Series(slug, labels.get(slug, slug), tuple(values), more.pop("texts", texts), **more)


def lines(*every, **more):
    return Chart(Kind.LINES, "收入", "亿元", 1, YEARS, every, "折线图", **more)


def part(chart, frame=FRAME):
    return etree.fromstring(native(chart, frame).xml)


def cells(chart, sheet="Sheet1"):
    book = openpyxl.load_workbook(BytesIO(native(chart, FRAME).workbook))
    return [tuple(row) for row in book[sheet].iter_rows(values_only=True)]


def of_series(root):
    return root.findall(f".//{C}ser")


def values_of(ser, name="val"):
    cache = ser.find(f"{C}{name}//{C}numCache")
    return {int(p.get("idx")): float(p.find(f"{C}v").text) for p in cache.findall(f"{C}pt")}


def test_a_gap_stays_a_gap_in_chart_and_workbook():
    chart = lines(series("beijing", (1.0, 2.0, None, 4.0, 5.0)))
    root = part(chart)
    assert root.find(f".//{C}dispBlanksAs").get("val") == "gap"
    assert values_of(of_series(root)[0]) == {0: 1.0, 1: 2.0, 3: 4.0, 4: 5.0}
    assert [row[1] for row in cells(chart)[1:]] == [1, 2, None, 4, 5]


def test_a_break_makes_two_series_with_one_name_at_the_end():
    chart = lines(series("beijing", (1.0, 2.0, 3.0, 4.0, 5.0), cuts=frozenset({2})))
    first, second = of_series(part(chart))
    assert (values_of(first), values_of(second)) == ({0: 1.0, 1: 2.0}, {2: 3.0, 3: 4.0, 4: 5.0})
    assert first.findall(f".//{C}dLbl") == []
    (label,) = second.findall(f".//{C}dLbl")
    assert label.find(f"{C}idx").get("val") == "4"
    assert cells(chart)[0] == ("单位：亿元", "北京（至 2020）", "北京")


@pytest.mark.parametrize("kind", [Kind.BARS, Kind.COLUMNS, Kind.STACK])
def test_bars_side_by_side_are_told_apart_without_colour(kind):
    values = (1.0, 2.0, 3.0, 4.0, 5.0)
    three = ("beijing", "tianjin", "hebei")
    several = Chart(kind, "图", "亿元", 1, YEARS, tuple(series(s, values) for s in three), "")
    looks = [
        getattr(ser.find(f"{C}spPr/{A}pattFill"), "attrib", {}).get("prst")
        for ser in of_series(part(several))
    ]
    assert len(looks) == len(set(looks)) == len(three)


def test_the_first_bar_of_each_series_says_whose_it_is_and_there_is_no_key():
    """Programs do not agree on the order of a key above bars that lie."""
    every = (series("beijing", (None, 2.0, 3.0, 4.0, 5.0)), series("hebei", (1.0, 2, 3, 4, 5)))
    root = part(Chart(Kind.BARS, "图", "亿元", 1, YEARS, every, ""), Frame(600, 400))
    assert root.find(f".//{C}legend") is None
    named = [
        [one.find(f"{C}idx").get("val") for one in ser.iter(f"{C}dLbl")
         if one.find(f"{C}showSerName").get("val") == "1"]
        for ser in of_series(root)
    ]  # fmt: skip
    assert named == [["1"], ["0"]]


def test_regions_are_told_apart_by_colour_dash_and_mark():
    every = of_series(part(lines(*(series(slug, (1.0, 2, 3, 4, 5)) for slug in REGIONS))))
    looks = {
        (
            ser.find(f"{C}spPr//{A}srgbClr").get("val"),
            ser.find(f"{C}spPr//{A}prstDash").get("val"),
            ser.find(f"{C}marker/{C}symbol").get("val"),
        )
        for ser in every
    }
    assert len({(dash, mark) for _, dash, mark in looks}) == len(REGIONS)
    assert {f"#{colour.lower()}" for colour, _, _ in looks} == {r.colour for r in REGIONS.values()}
    assert all(ser.find(f"{C}smooth").get("val") == "0" for ser in every)


def test_in_print_every_line_is_black_and_still_told_apart():
    chart = lines(*(series(slug, (1.0, 2, 3, 4, 5)) for slug in ("beijing", "tianjin", "hebei")))
    every = of_series(part(chart, Frame(600, 300, 12, "宋体", "Times New Roman", is_plain=True)))
    assert len({ser.find(f"{C}spPr//{A}srgbClr").get("val") for ser in every}) == 1
    assert len({ser.find(f"{C}spPr//{A}prstDash").get("val") for ser in every}) == 3


def test_a_first_figure_has_a_hollow_mark():
    chart = lines(series("hebei", (1.0, 2, 3, 4, 5), hollow=frozenset({4})))
    (point,) = part(chart).findall(f".//{C}dPt")
    assert point.find(f"{C}idx").get("val") == "4"
    assert point.find(f"{C}marker/{C}spPr/{A}solidFill/{A}srgbClr").get("val") == "FFFFFF"


def test_a_label_follows_the_sheet_unless_it_says_more_than_the_number():
    texts = ("1.0\u2009亿元",) * 4 + ("近\u20095.0\u2009亿元",)
    root = part(lines(series("beijing", (1.0, 2, 3, 4, 5)),
                      series("hebei", (1.0, 2, 3, 4, 5), texts=texts)))  # fmt: skip
    plain, qualified = (ser.find(f".//{C}dLbl") for ser in of_series(root))
    assert plain.find(f"{C}tx") is None
    assert plain.find(f"{C}showSerName").get("val") == plain.find(f"{C}showVal").get("val") == "1"
    assert "".join(qualified.itertext()).strip() == "河北 近\u20095.0"


def test_names_at_the_ends_are_moved_apart():
    close = [series(slug, (1.0, 2, 3, 4, 5 + n / 100)) for n, slug in enumerate(REGIONS)]
    moves = [
        float(y.get("val"))
        for y in part(lines(*close)).findall(f".//{C}dLbl/{C}layout/{C}manualLayout/{C}y")
    ]
    assert len(moves) >= len(REGIONS) - 1
    assert len({round(m, 3) for m in moves}) == len(moves)


def test_of_many_quarters_one_a_year_is_named():
    names = tuple(f"{year} Q{n}" for year in range(2020, 2026) for n in range(1, 5))
    own = Series("hebei", "河北", (1.0,) * 24, ("1.0",) * 24)
    root = part(Chart(Kind.LINES, "收入", "亿元", 1, names, (own,), ""))
    assert root.find(f".//{C}tickLblSkip").get("val") == "4"
    drawn = [p.find(f"{C}v").text for p in root.findall(f".//{C}cat//{C}pt")]
    assert drawn == [f"{year} Q1" for year in range(2020, 2026)]


@pytest.mark.thorough
def test_names_that_are_moved_far_have_lines_from_their_points():
    """Thirteen that end together; few that hardly move have none."""
    names = tuple(f"市{n}" for n in range(13))
    many = Chart(Kind.LINES, "比重", "%", 1, ("2010", "2020"),
                 tuple(series(n, (9.0, 10 + i / 50)) for i, n in enumerate(names)), "")  # fmt: skip
    few = replace(many, series=many.series[:2])
    led, plain = (part(one, Frame(400, 360)) for one in (many, few))
    tag = "{http://schemas.microsoft.com/office/drawing/2012/chart}showLeaderLines"
    assert [len(list(root.iter(tag))) for root in (led, plain)] == [13, 0]
    aside = [float(x.get("val")) for x in led.findall(f".//{C}dLbl//{C}manualLayout/{C}x")]
    assert len(aside) == 13 and min(aside) > 0
    wide = [float(r.find(f".//{C}plotArea/{C}layout//{C}w").get("val")) for r in (led, plain)]
    assert wide[0] < wide[1]
    assert part_faults(etree.tostring(led)) == []


def test_the_name_of_a_line_that_ends_early_covers_no_other_line():
    through = series("hebei", (3.0, 3.0, 3.0, 3.0, 3.0))
    short = series("beijing", (1.0, 2.0, 3.0, None, None))
    free = series("beijing", (9.0, 9.0, 9.0, None, None))
    sides = [
        of_series(part(lines(one, through)))[0].find(f".//{C}dLbl/{C}dLblPos").get("val")
        for one in (short, free)
    ]
    assert sides == ["t", "r"]


def test_a_first_year_that_would_cover_something_is_not_named():
    """Of six paths that begin together some have no room for their first year; each has its end."""
    every = tuple(
        series(slug, (1.0, 2.0, 3.0, 4.0, 5.0 + n), across=(1.0, 2.0, 3.0, 4.0, 5.0))
        for n, slug in enumerate(REGIONS)
    )
    chart = Chart(Kind.SCATTER, "强度", "%", 1, YEARS, every, "", across_name="人均")
    named = ["".join(label.itertext()).strip() for label in part(chart).iter(f"{C}dLbl")]
    assert sum(text.endswith(" 2023") for text in named) == len(REGIONS)
    assert 0 < named.count("2019") < len(REGIONS)


def test_bars_of_one_year_are_rows_named_by_their_regions_each_in_its_colour():
    texts = ("3,278.4\u2009亿元", "本站未收录", "967.8\u2009亿元")
    own = Series("", "经费", (3278.4, None, 967.8), texts)
    chart = Chart(Kind.BARS, "经费", "亿元", 1, ("北京", "天津", "河北"), (own,), "条形图",
                  slugs=("beijing", "tianjin", "hebei"))  # fmt: skip
    assert cells(chart) == [
        ("单位：亿元", "经费"),
        ("北京", 3278.4),
        ("天津（本站未收录）", None),
        ("河北", 967.8),
    ]
    points = part(chart).findall(f".//{C}dPt")
    fills = [p.find(f"{C}spPr/{A}solidFill/{A}srgbClr").get("val").lower() for p in points]
    assert fills == [REGIONS[slug].colour.removeprefix("#") for slug in ("beijing", "hebei")]


def test_a_scatter_keeps_its_periods_and_draws_only_what_has_both_values():
    path = series("beijing", (1.0, 2, 3, None, 5), across=(10.0, None, 30.0, 40.0, 50.0))
    chart = Chart(Kind.SCATTER, "强度", "%", 1, YEARS, (path,), "散点图",
                  across_name="人均", across_unit="万元")  # fmt: skip
    (ser,) = of_series(part(chart))
    assert values_of(ser, "xVal") == {0: 10.0, 2: 30.0, 4: 50.0}
    assert values_of(ser, "yVal") == {0: 1.0, 2: 3.0, 4: 5.0}
    assert cells(chart)[1:4] == [("2019", 10, 1), ("2020", None, None), ("2021", 30, 3)]


def test_periods_stay_text_and_qualifiers_stand_on_a_sheet_of_their_own():
    chart = lines(series("beijing", (1.0, 2, 3, 4, 5), texts=("约\u20091.0\u2009亿元",) * 5))
    assert [row[0] for row in cells(chart)[1:]] == list(YEARS)
    assert cells(chart, "读数")[1][1] == "约\u20091.0\u2009亿元"


def test_a_chart_without_a_value_is_refused_by_name():
    with pytest.raises(Undrawable, match="收入"):
        native(lines(series("beijing", (None,) * 5)), FRAME)


amounts = st.one_of(st.none(), st.floats(-1e7, 1e7).map(lambda v: round(v, 1)))


@st.composite
def charts(draw):
    count = draw(st.integers(1, 12))
    kind = draw(st.sampled_from(Kind))
    every = tuple(
        series(
            draw(st.sampled_from([*REGIONS, ""])),
            values := tuple(draw(st.lists(amounts, min_size=count, max_size=count))),
            cuts=draw(st.frozensets(st.integers(1, max(1, count - 1)), max_size=2)),
            hollow=draw(st.frozensets(st.integers(0, count - 1), max_size=2)),
            across=values if kind == Kind.SCATTER else (),
        )
        for _ in range(draw(st.integers(1, 5)))
    )
    unit = draw(st.sampled_from(["亿元", "%", "", "个<&\"'百分点"]))
    names = tuple(map(str, range(2024 - count, 2024)))
    return Chart(kind, "图", unit, 1, names, every, "")


@pytest.mark.thorough
@given(charts())
def test_any_chart_keeps_the_order_of_the_schema_its_numbers_and_its_type(chart):
    if all(value is None for one in chart.series for value in one.values):
        return
    made = native(chart, FRAME)
    root = etree.fromstring(made.xml)
    assert part_faults(made.xml) == []
    assert not re.search(rb'(axId|crossAx) val="-', made.xml)
    for run in root.iter(f"{A}defRPr", f"{A}rPr"):
        assert run.find(f"{A}ea") is not None
    book = openpyxl.load_workbook(BytesIO(made.workbook))["Sheet1"]
    for ser in of_series(root):
        for name in ("val", "yVal", "xVal"):
            if (ref := ser.find(f"{C}{name}//{C}f")) is not None:
                column = [cell.value for (cell,) in book[ref.text.partition("!")[2]]]
                found = {n: float(v) for n, v in enumerate(column) if v is not None}
                assert found == values_of(ser, name)


@pytest.mark.thorough
def test_many_names_stand_upright_and_only_the_regions_that_are_looked_at_have_their_value():
    names = tuple(f"某某省{n}" for n in range(31))
    slugs = tuple("beijing" if n == 12 else "frame" for n in range(31))
    texts = tuple(str(31 - n) for n in range(31))
    one = Series("", "收入", tuple(float(31 - n) for n in range(31)), texts)
    root = part(Chart(Kind.COLUMNS, "收入", "亿元", 0, names, (one,), "柱形图", slugs=slugs))
    body = root.find(f".//{C}catAx/{C}txPr/{A}bodyPr")
    assert (body.get("rot"), body.get("vert")) == ("0", "eaVert")
    (label,) = root.iter(f"{C}dLbl")
    assert label.find(f"{C}idx").get("val") == "12"
    # The columns before it are higher: "19" is wider than its column, and begins where that does.
    assert float(label.find(f".//{C}manualLayout/{C}x").get("val")) > 0
    assert part_faults(etree.tostring(root)) == []


def test_bars_that_others_are_seen_against_are_hollow_in_colour_and_in_print():
    then = series("", (1.0, 2.0, 3.0, 4.0, 5.0), is_reference=True)
    found = Chart(Kind.BARS, "比", "", 1, YEARS, (then, series("beijing", (2.0,) * 5)), "条形图")
    for frame in (FRAME, replace(FRAME, is_plain=True)):
        first, last = of_series(part(found, frame))
        fills = [one.find(f"{C}spPr/{A}solidFill/{A}srgbClr") for one in (first, last)]
        assert fills[0].get("val") == "FFFFFF"
        assert fills[1].get("val") != "FFFFFF"
        assert first.find(f"{C}spPr/{A}ln/{A}solidFill") is not None
