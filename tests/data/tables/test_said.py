"""What pages of the real tables say in words: once, with a minus sign, under a named source."""

import re

import pytest

from analysis.indicators.address import IndicatorsView
from analysis.indicators.coverage import coverage
from analysis.indicators.metadata import limits
from analysis.indicators.summary import indicator_summary
from analysis.overview.comparison import comparison
from analysis.overview.summary import summary
from analysis.series.scales import SCALES
from analysis.series.selection import selection
from analysis.state.view import View, choices

SLUGS = ("beijing", "tianjin", "hebei")
OLD = re.compile("历史序列|历史口径|旧口径|取代")
HYPHEN = re.compile(r"(?<![\w—\-./])-\d")
NOTHING = re.compile(r"(?:增长|下降|上升|高|低)\s?0(?:\.0+)?(?:%|\s?个百分点)")
WORKSHOP = re.compile(r"\b(?:superseded|old|carrier|copy|copies)\b|_|\bv\d\b", re.IGNORECASE)


def desk(catalog, name, scale="published", regions=SLUGS):
    view = View(regions, catalog.indicators[name].theme, name, 2010, 2024)
    return indicator_summary(catalog, IndicatorsView(view, scale=scale))


@pytest.mark.thorough
def test_an_old_series_says_so_once(catalog):
    seen = 0
    for name, row in catalog.indicators.items():
        if row.visible == "archive" and not name.endswith(("cumulative_initial", "growth_initial")):
            shown = desk(catalog, name)
            said = "".join([*shown.evidence.notes, *limits(catalog, shown)])
            assert len(OLD.findall(said)) == bool(shown.years), (name, said)
            seen += bool(row.superseded_by)
    assert seen > 20


def test_names_in_english_speak_of_the_thing_only(catalog):
    names = [text for row in catalog.indicators.values() for text in (row.name_en, row.short_en)]
    assert [name for name in names if WORKSHOP.search(name)] == []


def test_no_part_of_a_chain_rests_on_what_nobody_named_or_dated(catalog):
    nodes = {
        (node.chain_id, node.name_zh): set(node.source_zh.split(" ; "))
        for chain in catalog.plan.chains
        for node in catalog.plan.nodes_of(chain.chain_id)
    }
    assert [name for name, sources in nodes.items() if sources == {"公开报道"}] == []


@pytest.mark.parametrize("last", [2022, 2024])
def test_each_part_of_a_coverage_is_recounted(catalog, last):
    """In one of five parts each, by the marks of the picture and the words of the sentence."""
    for theme in catalog.themes:
        found = coverage(catalog, theme, 2010, last)
        counted = dict.fromkeys(("now", "before", "bare", "ended", "other"), 0)
        for track in found.tracks:
            full = [cell.year for cell in track.cells if len(cell.names) == len(SLUGS)]
            own = [cell.year for cell in track.cells if cell.state in ("all", "some")]
            newest = max(full, default=0)
            key = (
                "now" if newest == last
                else "before" if newest == last - 1
                else "bare" if not own
                else "ended" if track.last_year <= last - 3
                else "other"
            )  # fmt: skip
            counted[key] += 1
        words = {
            "now": f"项三地齐全至 {last} 年", "before": f"项三地齐全至 {last - 1} 年",
            "bare": "项的分地区数值本站未收录", "ended": f"项止于 {last - 3} 年或更早",
            "other": "项近年三地不齐全",
        }  # fmt: skip
        for key, count in counted.items():
            told = re.search(rf"(\d+) {words[key]}", found.sentence)
            assert (int(told[1]) if told else 0) == count, (theme, key, found.sentence)


def texts_of(catalog, view):
    shown = summary(catalog, view)
    yield from (shown.finding, shown.trend.title, shown.comparison.title, shown.comparison.formula)
    yield from (cell for row in shown.comparison.table.rows for cell in row)
    for card in shown.cards:
        yield from (reading.text for reading in card.readings)
        yield from (change.phrase for change in (card.change, card.nominal) if change)


@pytest.mark.thorough
def test_below_zero_stands_a_minus_sign_and_nothing_grew_by_nothing(catalog):
    """The headlines, and every indicator with a value below zero."""
    below = {name for (name, _, _), found in catalog.observations.items() if found.value < 0}
    names = {row.indicator_id for theme in catalog.themes for row in catalog.headlines(theme)}
    minus = 0
    for name in sorted((names | below) & set(choices(catalog).every_indicator)):
        for chosen in (*((slug,) for slug in SLUGS), SLUGS):
            view = View(chosen, catalog.indicators[name].theme, name, 2010, 2024)
            for text in texts_of(catalog, view):
                assert not HYPHEN.search(text), (view, text)
                assert not NOTHING.search(text), (view, text)
                minus += "−" in text
    assert minus


@pytest.mark.thorough
def test_every_scale_says_its_own_formula_and_has_minus_signs(catalog):
    """Only the sum of the three is called that: per head, an index or a change is none."""
    minus = 0
    for name in choices(catalog).every_indicator:
        for scale in SCALES:
            shown = desk(catalog, name, scale)
            if shown.state.scale != scale or not shown.years:
                continue
            texts = [d.text for d in shown.data] + [shown.title, *limits(catalog, shown)]
            assert [text for text in texts if HYPHEN.search(text)] == [], (name, scale)
            minus += sum("−" in text for text in texts)
            if scale != "published":
                said = [shown.formula, *shown.notes]
                assert shown.formula, (name, scale)
                assert not [t for t in said if "合计 = 北京" in t or "的数值为本站计算：" in t], (
                    said
                )
    assert minus > 1000


@pytest.mark.thorough
def test_average_growth_is_of_two_years_or_more_and_names_only_what_is_not_held(catalog):
    names = {"北京": "110000", "天津": "120000", "河北": "130000", "全国": "000000"}
    seen = 0
    for name in choices(catalog).every_indicator:
        for start in (2010, 2018, 2022, 2023):
            view = View(SLUGS, catalog.indicators[name].theme, name, start, 2024)
            shown = indicator_summary(catalog, IndicatorsView(view, scale="growth"))
            if shown.state.scale != "growth":
                continue
            last, first = map(int, re.findall(r"(\d{4}) 年", shown.formula))
            assert last - first >= 2, (name, start)
            for note in shown.notes:
                lacking = re.match(r"本站未收录(\S+) ([\d、]+) 年的可比数值", note)
                for year in lacking[2].split("、") if lacking and lacking[1] in names else ():
                    key = (name, names[lacking[1]], int(year))
                    assert key not in catalog.observations or key[1:] in suspects(catalog, name)
                    seen += 1
    assert seen


def suspects(catalog, name):
    return {(code, year) for (i, code, year) in catalog.suspects if i == name}


@pytest.mark.thorough
def test_nobody_is_ranked_where_a_chosen_region_has_no_value(catalog):
    seen = 0
    for name in choices(catalog).every_indicator:
        for end in range(2012, 2025, 3):
            view = View(SLUGS, catalog.indicators[name].theme, name, 2010, end)
            shown = comparison(catalog, selection(catalog, view, name), end)
            lacking = [bar.label for bar in shown.bars if bar.value is None]
            if lacking:
                assert shown.title.endswith(f"（不含{'、'.join(lacking)}）"), (name, end)
                seen += 1
            assert catalog.indicators[name].short_zh in shown.title
    assert seen


def test_no_note_of_a_value_tells_again_of_a_break(catalog):
    """The picture says it with the break's own words."""
    again = re.compile(r"(\d{4})年[^；]*(?:口径调整|前后不可比)")
    for (name, _, _), found in catalog.observations.items():
        after = {mark.after for mark in catalog.breaks.get(name, ())}
        told = {int(year) for year in again.findall(found.note or "")}
        assert not told & after, (name, found.note)


def years_of(text):
    """2013年和2021—2025年, 2018、2019年: the years that are named."""
    found = set()
    for first, last in re.findall(r"(\d{4})(?:—(\d{4}))?", text):
        found |= set(range(int(first), int(last or first) + 1))
    return found


def test_a_caveat_on_the_years_held_has_the_years_held(catalog):
    held = {}
    for name, _, year in catalog.observations:
        held.setdefault(name, set()).add(year)
    seen = 0
    for name, row in catalog.indicators.items():
        for clause in re.split("[；。，]", re.sub(r"\s", "", row.caveat or "")):
            if re.fullmatch(r"仅(?:全国)?(?:\d{4}|[年和、—])+", clause):
                assert held[name] == years_of(clause), (name, clause)
                seen += 1
            elif re.fullmatch(r"止于\d{4}年", clause):
                assert {max(held[name])} == years_of(clause), (name, clause)
                seen += 1
    assert seen > 30
