"""The page of a profile as HTML, and its dot plots."""

import re
from functools import cache
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.regions.rows import Dot
from analysis.regions.summary import region_summary
from analysis.state.view import view
from analysis.view_links import Links
from components import theme
from components.charts.dots import HEIGHT, PAD, WIDTH, dots, scale_ends, spoken
from components.elements import VOID, written
from components.regions.coordination import HEADS
from components.regions.profile import COLUMNS, profile_page

SLUGS = ("beijing", "tianjin", "hebei")
NAMES = {"beijing": "北京", "tianjin": "天津", "hebei": "河北", "nation": "全国"}


class Outline(HTMLParser):
    """Every element with its attributes; an end tag that fits no open one is a fault."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.elements = []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def all(self, tag, **wanted):
        return [a for t, a in self.elements if t == tag and wanted.items() <= a.items()]


@pytest.fixture(scope="module")
def page_of(catalog, options):
    @cache
    def build(slug, start=2010, end=2024, query=""):
        kept = Links(view(query, options)[0], options)
        return written(profile_page(region_summary(catalog, slug, start, end), catalog, kept))

    return build


@pytest.fixture(scope="module")
def outline_of(page_of):
    def build(slug, *span, **options):
        found = Outline()
        found.feed(page_of(slug, *span, **options))
        assert found.open == []
        return found

    return build


def row_html(page, indicator_id):
    """The row of an indicator in the table of its theme."""
    rows = page.partition("profile-rail")[0].split("<tr>")
    (found,) = [row for row in rows if f'/indicators?indicator={indicator_id}"' in row]
    return found.partition("</tr>")[0]


def plain(html):
    return re.sub(r"<title>.*?</title>|<[^>]+>", " ", html)


def marks(values, own="hebei"):
    """The plot of some values as an outline; None where there is none."""
    shown = [
        Dot(s, NAMES[s], v, "本站未收录" if v is None else f"{v:g}") for s, v in values.items()
    ]
    plot = dots(shown, own, 2024)
    if plot is None:
        return None
    found = Outline()
    found.feed(written(plot))
    return found


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize(
    "span",
    [(2010, 2024), *(pytest.param((y, y), marks=pytest.mark.thorough) for y in (2012, 2025))],
)
def test_a_profile_is_small_and_well_formed(page_of, outline_of, slug, span):
    assert 10_000 < len(page_of(slug, *span).encode()) < 120_000
    assert len(outline_of(slug, *span).all("div", **{"class": "profile"})) == 1


def test_the_head_names_the_region_with_its_mark(page_of):
    page = page_of("hebei")
    (head,) = re.findall(r'<h2 class="profile-name".*?</h2>', page)
    assert plain(head).split() == ["◆", "河北省"]
    assert 'class="glyph ink-hebei"' in head


def test_the_three_profiles_are_one_step_apart(outline_of):
    found = outline_of("hebei")
    own = [a for a in found.all("a") if a["href"].startswith("/regions/")]
    links = [a for a in own if "download" not in a]
    assert all("data-view" in a for a in links)
    assert {a["href"] for a in links} == {f"/regions/{slug}" for slug in SLUGS}
    (current,) = found.all("a", **{"aria-current": "page"})
    assert current["href"] == "/regions/hebei"
    (before,) = found.all("a", **{"data-step": "previous"})
    (after,) = found.all("a", **{"data-step": "next"})
    assert (before["href"], before["rel"]) == ("/regions/tianjin", "prev")
    assert (after["href"], after["rel"]) == ("/regions/beijing", "next")  # round and round


def test_what_leads_on_keeps_the_view_of_the_address(outline_of):
    found = outline_of("beijing", query="?region=tianjin&theme=green&from=2015")
    (after,) = found.all("a", **{"data-step": "next"})
    assert after["href"] == "/regions/tianjin?region=tianjin&theme=green&from=2015"
    addresses = [a["href"] for a in found.all("a")]
    assert "/indicators?indicator=gdp&region=tianjin&from=2015" in addresses
    assert "/regions/beijing.csv?from=2015" in addresses


@pytest.mark.thorough
def test_every_headline_is_a_row_that_leads_to_its_indicator(catalog, outline_of):
    for slug in SLUGS:
        found = outline_of(slug, 2012, 2012)
        wanted = [i.indicator_id for t in catalog.themes for i in catalog.headlines(t)]
        links = [a for a in found.all("a") if a["href"].startswith("/indicators")]
        measures = [measure.opens for measure in catalog.gap_measures]
        named = [f"/indicators?indicator={i}" for i in wanted]
        assert [a["href"] for a in links[: len(wanted)]] == named
        opened = [parse_qs(urlsplit(a["href"]).query)["indicator"][0] for a in links[len(wanted) :]]
        assert opened == measures
        assert all("data-view" in a for a in links)
        assert len(found.all("th", scope="row")) == len(wanted)
        assert len(found.all("th", scope="col")) == len(catalog.themes) * len(COLUMNS) + len(HEADS)
        assert len(found.all("table")) == len(catalog.themes) + 1


def test_a_row_says_value_year_change_and_part(page_of):
    words = plain(row_html(page_of("hebei"), "gdp")).split()
    assert words == [
        "地区生产总值", "国家统计局", "·", "31", "省中由高到低第", "13", "位",
        "47,448.1", "亿元", "2024", "增长", "▲", "5.4%", "（不变价）",
        "41.2%",
    ]  # fmt: skip


def test_a_missing_value_is_said_in_words_and_has_no_figure(page_of):
    row = row_html(page_of("hebei"), "base_stations_5g")
    assert "仅有京津冀数" in row
    assert "2024 年京津冀 37.5\u2009万个" in row
    assert "<svg" not in row
    assert 'colspan="6"' in row
    assert "1,100\u2009多家" in row_html(page_of("beijing"), "little_giants")
    empty = row_html(page_of("tianjin", 2012, 2012), "disposable_income")
    assert "所选年份本站未收录" in empty
    assert not re.search(r"\d", plain(empty))


def test_what_may_not_stand_is_a_dash(page_of):
    row = row_html(page_of("hebei"), "rd_intensity")
    assert '<td class="change empty">–</td>' in row
    assert '<td class="share empty">–</td>' in row


def test_claims_and_platforms_are_on_the_page(page_of):
    page = page_of("hebei")
    assert "协同前 54.6%" in page
    assert "仅有京津冀数" in page
    assert "河北雄安新区" in page
    assert "北京城市副中心" not in page
    assert "待核实" in page


def test_ids_are_unique(outline_of):
    ids = [a["id"] for _, a in outline_of("tianjin").elements if "id" in a]
    assert len(ids) == len(set(ids)) > 9


def test_a_scale_starts_at_zero_where_the_least_is_small():
    assert scale_ends([10, 40, 90]) == (0, 90)
    assert scale_ends([45, 90]) == (45, 90)  # not less than half
    assert scale_ends([104.9, 105.4]) == (104.9, 105.4)
    assert scale_ends([-3, 90]) == (-3, 90)
    assert scale_ends([0, 0]) == (0, 0)


def test_a_plot_has_each_regions_mark_and_fills_the_own():
    found = marks({"beijing": 10.0, "tianjin": 50.0, "hebei": 100.0, "nation": 30.0})
    assert theme.REGION_MARKS["beijing"][0] == "circle"
    colours = theme.REGION_COLOURS
    (circle,) = found.all("circle", stroke=colours["beijing"], fill=theme.SURFACE)
    assert found.all("rect", stroke=colours["tianjin"], fill=theme.SURFACE)
    hebei = colours["hebei"]
    assert found.all("path", stroke=hebei, fill=hebei, **{"class": "own"})
    assert found.all("path", stroke=colours["nation"], **{"class": "cross"})
    assert circle["cx"] == "29.2"  # 10 of 0 to 100 over 202 px from 9
    (axis,) = found.all("path", **{"class": "axis"})
    assert axis["d"].endswith(f"M{PAD} 4v14")  # the tick that says the scale starts at 0


def test_a_plot_is_a_picture_with_its_values_in_words():
    found = marks({"beijing": 105.1, "tianjin": None, "hebei": 105.4})
    words = "2024 年：北京 105.1，天津 本站未收录，河北 105.4"
    assert found.all("svg", role="img", **{"aria-label": words})
    assert not found.all("rect")  # a value that is missing has no mark
    (axis,) = found.all("path", **{"class": "axis"})
    assert "4v14" not in axis["d"]
    assert spoken([Dot("beijing", "北京", 1.0, "1\u2009个")], 2020) == "2020 年：北京 1\u2009个"


def test_words_in_a_plot_are_escaped():
    shown = [Dot(s, "<b>", 1.0, '"') for s in ("beijing", "hebei")]
    assert "<b>" not in written(dots(shown, "hebei", 2024))


def test_one_value_alone_is_no_comparison():
    assert marks({"beijing": 30.5, "tianjin": None, "hebei": None}) is None
    assert marks({}) is None


def centres(plot):
    """Where each mark's centre is, by its shape: circle, square, diamond."""
    found = [(float(a["cx"]), float(a["cy"])) for a in plot.all("circle")]
    for square in plot.all("rect"):
        half = float(square["width"]) / 2
        found.append((float(square["x"]) + half, float(square["y"]) + half))
    for path in plot.all("path"):
        if corner := re.match(r"M([-\d.]+) ([-\d.]+)l([\d.]+) ", path["d"]):
            x, y, reach = map(float, corner.groups())
            found.append((x, y + reach))
    return found


@given(st.tuples(*[st.floats(-1e6, 1e6, allow_nan=False)] * 3), st.sampled_from(SLUGS))
def test_marks_stay_inside_and_never_cover_each_other(values, own):
    at = centres(marks(dict(zip(SLUGS, values, strict=True)), own))
    assert len(at) == 3
    for i, (x, y) in enumerate(at):
        assert PAD - 0.1 <= x <= WIDTH - PAD + 0.1
        assert 0 < y < HEIGHT
        for other_x, other_y in at[i + 1 :]:
            assert abs(x - other_x) > 7 or abs(y - other_y) > 7


def test_three_equal_values_stand_one_above_the_other():
    at = centres(marks({"beijing": 7.0, "tianjin": 7.0, "hebei": 7.0}))
    assert {round(x) for x, _ in at} == {WIDTH / 2}
    assert sorted(round(y) for _, y in at) == [4, 11, 18]


@pytest.mark.thorough
def test_its_part_of_the_evaluation_is_what_the_evaluation_says(catalog, page_of):
    for slug in SLUGS:
        found = region_summary(catalog, slug, 2010, 2024).coordination
        page = plain(page_of(slug).partition("profile-coordination")[2]).replace("\u00a0", " ")
        for row in found.rows:
            for gap in row.gaps:
                assert f"{gap.first.text} → {gap.last.text}" in page
                assert gap.verdict in page
        assert f"回落 {found.worsened} 项" in page
        assert f"{found.most.sector.sector.name_zh} {found.most.quotient.text}" in page
        assert f'href="/evaluation?region={slug}#watch-panel"' in page_of(slug)
        assert f'href="/evaluation?region={slug}#gaps-panel"' in page_of(slug)
