"""The slides of the evaluation say what its page says, choice by choice."""

from dataclasses import replace

import pytest

from analysis.coordination.gap_sentences import sentences
from analysis.evaluation.address import BY_SIZE, evaluation_choices, evaluation_view
from analysis.evaluation.index_words import CANNOT, LIMITS
from analysis.evaluation.summary import evaluation_summary
from analysis.meeting.scenes import ALL, choices_of, slide
from analysis.meeting.slide_watch import FALLING, MOST, NONE
from data.model.scenes import Scene


def scene(layout, **named):
    return Scene(**{"scene_id": "x", "order": 1, "layout": layout, "theme": "overall", **named})


def page(catalog, options, query=""):
    return evaluation_summary(
        catalog, evaluation_view(query, options, evaluation_choices(catalog))[0]
    )


def test_the_gaps_are_those_of_the_page(catalog, options):
    row = scene("gaps", filters="reference=beijing", start=2016, end=2022)
    found = slide(catalog, row, "tianjin")
    shown = page(catalog, options, "reference=beijing&from=2016&to=2022&region=tianjin")
    assert found.evaluation.gaps == shown.gaps
    assert (f"{found.title}。", found.sentence) == (*sentences(shown.gaps), "")
    assert found.filter_text == "协同评价 · 天津 · 北京 = 1 · 2016—2022 年"


def test_both_pairs_are_said_where_both_are_shown(catalog):
    found = slide(catalog, scene("gaps"), ALL)
    assert (f"{found.title}。", found.sentence) == sentences(found.evaluation.gaps)
    assert found.title.startswith("2014 年以来，京冀") and "津冀" in found.sentence
    assert "缩小" in found.title and "扩大" in found.title


def test_the_table_has_a_row_a_measure_and_pair(catalog):
    found = slide(catalog, scene("gaps"), ALL)
    gaps = [gap for row in found.evaluation.gaps.rows for gap in row.gaps]
    assert len(found.table.rows) == len(gaps) > 0
    for row, gap in zip(found.table.rows, gaps, strict=True):
        ends = tuple(end.text if end else "本站未收录" for end in (gap.first, gap.last))
        assert row[3:5] == ends
        assert row[5].startswith(gap.verdict or gap.reason)


def test_the_scale_of_the_gaps_is_that_of_both_pairs(catalog):
    row = scene("gaps")
    held = {slide(catalog, row, choice).holds for choice in choices_of(catalog, row)}
    every = slide(catalog, row, ALL).evaluation.gaps
    ends = [e.ratio for r in every.rows for g in r.gaps for e in (g.first, g.last) if e]
    assert held == {(min(ends), max(ends))}


def test_years_before_the_page_s_own_are_its_own(catalog, options):
    found = slide(catalog, scene("gaps", start=options.first_year), ALL)
    assert found.evaluation.gaps == page(catalog, options).gaps


def test_the_index_is_that_of_the_page_and_the_same_for_all(catalog, options):
    query = "weights=green:2&without=software&base=2016"
    row = scene("index", filters=query)
    assert choices_of(catalog, row) == (ALL,)
    found = slide(catalog, row, ALL)
    shown = page(catalog, options, query)
    assert found.evaluation.index == shown.index
    assert found.title == shown.index.title
    assert all(change in found.filter_text for change in shown.index.changed)
    assert found.table.rows[0][:2] == (str(shown.index.years[0]), f"{shown.index.values[0]:.1f}")


def test_what_an_index_cannot_say_is_said_in_one_line(catalog):
    found = slide(catalog, scene("index"), ALL)
    assert found.sentence == CANNOT
    for words in ("不反映水平", "不说明原因", "不是官方指数", "不可相减"):
        assert words in CANNOT and words in "".join(LIMITS)


def test_the_official_edition_is_the_first_source(catalog):
    found = slide(catalog, scene("index"), ALL)
    newest = max(one.edition for one in catalog.areas.index_editions)
    own = {one.source.dated for one in catalog.areas.index_editions if one.edition == newest}
    assert found.sources[0] in own
    older = {one.source.dated for one in catalog.areas.index_editions if one.edition != newest}
    assert not (older - own) & set(found.sources)


def test_an_edition_without_an_index_says_so(catalog):
    bare = replace(catalog, digest="bare", index=replace(catalog.index, parts=()))
    found = slide(bare, scene("index"), ALL)
    assert (found.layout, found.absence) == ("words", "本版数据没有自算指数的组成项。")


def test_the_watch_list_begins_with_the_largest_changes(catalog, options):
    row = scene("watch", start=2014, end=2024)
    found = slide(catalog, row, "hebei")
    shown = page(catalog, options, f"from=2014&to=2024&region=hebei&sort={BY_SIZE}").watch.rows
    assert [one.name for one in found.entries] == [one.indicator.short_zh for one in shown][:MOST]
    assert [one.values[3] for one in found.entries] == [one.change for one in shown][:MOST]
    assert len(found.table.rows) == len(shown)
    assert f"河北 {len(shown)} 项回落" in found.title
    assert f"{len(shown)} 项" in found.sentence


@pytest.mark.parametrize("choice", [ALL, "beijing", "tianjin", "hebei", "beijing-hebei"])
def test_a_rise_that_is_not_wanted_is_explained(catalog, choice):
    found = slide(catalog, scene("watch"), choice)
    assert len(found.entries) <= MOST
    rose = any(one.values[3].startswith("上升") for one in found.entries)
    assert (FALLING in found.sentence) == rose


def test_every_caveat_stands_on_the_slide_or_below_it(catalog):
    found = slide(catalog, scene("watch"), ALL)
    below = "".join(found.remarks)
    for entry, row in zip(found.entries, found.table.rows[:MOST], strict=True):
        for caveat in filter(None, row[-1].split("；")):
            assert caveat.partition("（")[0] in entry.values[-1] + below


def test_nothing_that_worsened_is_words(catalog):
    found = slide(catalog, scene("watch", start=2024, end=2024), "beijing")
    assert (found.layout, found.absence, found.entries) == ("words", NONE, ())
