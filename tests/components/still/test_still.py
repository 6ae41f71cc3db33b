"""Still charts: every value that is there has a mark or bar in its place, nothing else has."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.document.chart import Area, Chart, Kind, Map, Marked, Series
from components.charts.still.chart import still_chart
from components.charts.still.frame import HAND, HEIGHT, WIDTH
from components.charts.still.lines import pieces
from components.charts.still.map import still_map
from components.elements import written

YEARS = ("2020", "2021", "2022", "2023", "2024")


def series(*values, slug="beijing", cuts=(), texts=None, across=()):
    said = texts or tuple("" if v is None else f"{v:g}" for v in values)
    return Series(slug, f"名{slug}", values, said, frozenset(cuts), across)


def chart(kind, *own, **more):
    return Chart(kind, "图名", "亿元", 1, YEARS, own, "说给人听。", **more)


def svg(found, wide=WIDTH):
    return written(still_chart(found, wide))


def test_a_line_is_cut_where_a_value_lacks_and_at_a_break():
    assert pieces(series(1.0, None, 2.0, 3.0, 4.0)) == [[0], [2, 3, 4]]
    assert pieces(series(1.0, 2.0, 3.0, 4.0, 5.0, cuts={2})) == [[0, 1], [2, 3, 4]]
    assert pieces(series(None, None, None, None, None)) == []


@given(
    st.lists(st.none() | st.floats(-1e6, 1e6), min_size=5, max_size=5), st.sets(st.integers(1, 4))
)
def test_pieces_hold_every_value_once_in_order(values, cuts):
    found = pieces(series(*values, cuts=cuts))
    assert [i for piece in found for i in piece] == [
        i for i, value in enumerate(values) if value is not None
    ]
    assert all(i not in cuts for piece in found for i in piece[1:])
    assert all(b - a == 1 for piece in found for a, b in pairwise(piece))


def test_a_chart_without_values_is_none():
    assert still_chart(chart(Kind.LINES, series(None, None, None, None, None))) is None


def test_it_is_named_and_told():
    text = svg(chart(Kind.LINES, series(1.0, 2.0, 3.0, 4.0, 5.0)))
    assert 'role="img"' in text and 'aria-label="图名"' in text
    assert "<desc>说给人听。</desc>" in text


def test_regions_differ_in_grey_too():
    own = [series(1.0, 2.0, 3.0, 4.0, k, slug=s) for s, k in
           (("beijing", 5.0), ("tianjin", 6.0), ("hebei", 7.0))]  # fmt: skip
    text = svg(chart(Kind.LINES, *own))
    dashes = re.findall(r'<path class="still-line" d="[^"]*"(?: stroke-dasharray="([^"]*)")?', text)
    assert len(dashes) == 3 and len(set(dashes)) == 3


def test_names_at_ends_do_not_touch():
    own = [series(1.0, 2.0, 3.0, 4.0, 5.0 + i / 100, slug=s)
           for i, s in enumerate(("beijing", "tianjin", "hebei", "jjj"))]  # fmt: skip
    text = svg(chart(Kind.LINES, *own))
    heights = sorted(
        float(y) for y in re.findall(r'class="still-name[^"]*"[^>]*? y="([\d.]+)"', text)
    )
    assert len(heights) == 4
    assert all(b - a >= 14 for a, b in pairwise(heights))


def boxes(text):
    """x, y, width, height of every bar."""
    found = re.findall(r'<rect class="still-bar[^"]*"[^>]*>', text)
    names = ("x", "y", "width", "height")
    return [tuple(float(re.search(rf' {n}="([-\d.]+)"', one)[1]) for n in names) for one in found]


def test_bars_are_as_long_as_their_values_and_say_them():
    own = series(
        1.0, 2.0, None, 4.0, 8.0, texts=("1 亿元", "2 亿元", "本站未收录", "4 亿元", "近 8 亿元")
    )
    text = svg(chart(Kind.BARS, own, slugs=("beijing", "tianjin", "hebei", "jjj", "nation")))
    lengths = [width for _, _, width, _ in boxes(text)]
    assert len(lengths) == 4
    assert lengths == pytest.approx([lengths[0] * v for v in (1, 2, 4, 8)], rel=0.02)
    assert all(said in text for said in ("本站未收录", "近 8 亿元"))
    assert 'class="still-bar ink-hebei"' not in text and 'class="still-bar ink-nation"' in text


def test_bars_below_zero_lie_on_the_other_side():
    left, right = boxes(svg(chart(Kind.BARS, series(-5.0, None, None, None, 5.0))))
    assert left[0] + left[2] == pytest.approx(right[0], abs=0.2)
    assert left[2] == pytest.approx(right[2], abs=0.2)


def test_columns_are_stacked_on_each_other():
    own = [series(1.0, 1.0, 1.0, 1.0, 1.0, slug=s) for s in ("beijing", "hebei")]
    found = boxes(svg(chart(Kind.STACK, *own)))[:10]
    for low, high in zip(found[::2], found[1::2], strict=True):
        assert high[1] + high[3] == pytest.approx(low[1], abs=0.2)
        assert low[0] == high[0]


@pytest.mark.thorough
@pytest.mark.parametrize("wide", [WIDTH, HAND])
@pytest.mark.parametrize("kind", [Kind.LINES, Kind.BARS, Kind.COLUMNS, Kind.STACK])
@given(values=st.lists(st.none() | st.floats(-1e7, 1e7), min_size=5, max_size=5))
@example(values=[None, None, None, None, 2.2e-313])
@example(values=[1e-12, 0.0, None, None, 3e-12])
def test_nothing_lies_outside_of_the_picture(kind, wide, values):
    found = still_chart(chart(kind, series(*values), series(*values[::-1], slug="")), wide)
    if found is None:
        return
    text = written(found)
    height = float(re.search(r'viewBox="0 0 \d+ (\d+)"', text)[1])
    assert height >= 0 and "nan" not in text and "inf" not in text
    for x, y, width, tall in boxes(text):
        assert x >= -1 and x + width <= wide + 1
        assert y >= -1 and y + tall <= height + 1


def test_a_scatter_has_a_point_a_pair():
    own = series(1.0, None, 3.0, 4.0, 5.0, across=(2.0, 3.0, None, 5.0, 6.0))
    text = svg(chart(Kind.SCATTER, own, across_name="横", across_unit="%"))
    group = re.search(r'<g class="ink-beijing">(.*?)</g>', text)[1]
    assert group.count("<circle") == 3
    assert f"0 0 {WIDTH} {HEIGHT}" in text


@pytest.fixture(scope="module")
def mapped(catalog):
    """The prefectures in two classes with one place of each tier."""
    areas = tuple(
        Area(one.code, one.name_zh, None if i == 0 else i % 2, f"值{i}")
        for i, one in enumerate(catalog.polygons)
    )
    places = tuple(Marked(f"名{t}", t, 116.4, 39.9) for t in ("wing", "zone", "node"))
    return Map("图名", areas, ("少", "多"), places, "说给人听。", "内部研究用图，未送审")


def test_a_map_has_every_area_in_its_class_and_every_place(mapped, catalog):
    text = written(still_map(mapped, catalog.shapes))
    areas = re.findall(r'<path class="still-area( is-blank)?" d="([^"]+)"', text)
    assert len(areas) == len(mapped.areas) and all(path.startswith("M") for _, path in areas)
    assert [blank != "" for blank, _ in areas] == [one.shade is None for one in mapped.areas]
    assert len(re.findall(r'<g class="still-mark', text)) == 3
    assert "名wing" in text and "少" in text and "多" in text
    numbers = [int(n) for _, path in areas for n in re.findall(r"\d+", path)]
    assert min(numbers) >= 0 and max(numbers) <= 474


def test_a_map_of_an_area_without_a_boundary_is_not_drawn(mapped, catalog, tmp_path):
    lost = replace(mapped, areas=(Area("999999", "无", 0, ""),))
    assert still_map(lost, catalog.shapes) is None
    assert still_map(mapped, tmp_path) is None


def test_many_columns_have_their_names_upright_and_in_the_hand_those_that_are_looked_at():
    names = tuple(f"某省{n}" for n in range(31))
    slugs = tuple("beijing" if n == 3 else "frame" for n in range(31))
    one = Series("", "收入", tuple(float(n + 1) for n in range(31)), ("",) * 31)
    found = Chart(Kind.COLUMNS, "图名", "亿元", 1, names, (one,), "说。", slugs=slugs)
    wide, hand = svg(found), svg(found, HAND)
    assert (wide.count(">某<"), hand.count(">某<")) == (31, 1)
    assert wide.count("ink-beijing") == 1
    assert int(re.search(r'viewBox="0 0 720 (\d+)"', wide)[1]) > HEIGHT


def test_regions_side_by_side_have_their_marks_and_what_they_are_seen_against_is_hollow():
    own = [series(1.0, 2.0, 3.0, 4.0, 5.0, slug=slug) for slug in ("beijing", "tianjin")]
    text = svg(chart(Kind.BARS, *own))
    assert ">● 5<" in text and ">■ 5<" in text
    assert ">● 名beijing<" in text
    then = replace(own[0], slug="", is_reference=True)
    text = svg(chart(Kind.BARS, then, own[1]))
    assert text.count("is-reference") == 5 + 1  # the bars, and the key
    assert text.count("ink-frame") == 5 + 1  # grey: it has the colour of no region
    assert "■" not in text
