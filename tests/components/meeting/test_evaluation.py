"""The evaluation on the stage: dumbbells on one scale, both indices apart, the watch list."""

import re

import pytest

from analysis.meeting.scenes import ALL, slide
from components.charts.stage_index import stage_index
from components.elements import written
from components.meeting.forms import FORMS
from components.meeting.slides import body
from data.model.scenes import Scene

PLACE = r'class="dumbbell-end is-{}"[^>]* x="([\d.]+)%"'


def shown(catalog, layout, choice=ALL, **named):
    return slide(catalog, Scene("x", 1, layout, "overall", **named), choice)


def drawn(catalog, layout, choice=ALL, form="wide", **named):
    return written(body(shown(catalog, layout, choice, **named), catalog, FORMS[form]))


def test_every_gap_has_its_ends_its_ratio_and_its_verdict(catalog):
    found = shown(catalog, "gaps").evaluation.gaps
    gaps = [gap for row in found.rows for gap in row.gaps]
    text = drawn(catalog, "gaps").replace("\u00a0", " ")
    firsts, lasts = (re.findall(PLACE.format(name), text) for name in ("first", "last"))
    assert len(firsts) == sum(gap.first is not None for gap in gaps)
    assert len(lasts) == sum(gap.last is not None for gap in gaps) > 0
    for gap in gaps:
        if gap.first and gap.last:
            assert f"{gap.first.text} → {gap.last.text}" in text
    assert text.count('class="verdict ') == sum(bool(gap.verdict) for gap in gaps)
    assert "href" not in text


def test_a_pair_stays_where_it_is_when_it_is_chosen_alone(catalog):
    whole = re.findall(PLACE.format("last"), drawn(catalog, "gaps"))
    alone = re.findall(PLACE.format("last"), drawn(catalog, "gaps", "beijing"))
    assert alone == whole[::2]


@pytest.mark.parametrize("form", FORMS)
def test_the_index_has_its_band_and_its_last_values(catalog, form):
    index = shown(catalog, "index").evaluation.index
    text = drawn(catalog, "index", form=form)
    low, high = index.bands.weights.last
    for value in (low, index.values[-1], high):
        assert f">{value:.1f}</text>" in text
    band = re.search(r'class="index-band" d="M([^"]+)Z"', text)[1].split("L")
    assert len(band) == 2 * len(index.years)
    line = re.search(r'class="stroke stroke-jjj" d="M([^"]+)"', text)[1].split("L")
    heights = [float(place.split(",")[1]) for place in line]
    lows, highs = band[: len(line)], band[len(line) :][::-1]
    for height, below, above in zip(heights, lows, highs, strict=True):
        assert float(above.split(",")[1]) <= height <= float(below.split(",")[1])
    assert text.count('role="img"') == 1 and "<desc>折线图" in text


def test_the_official_index_is_one_edition_and_no_line(catalog):
    found = shown(catalog, "index").evaluation.official.bases[0]
    text = drawn(catalog, "index")
    beside = text[text.index('class="official"') :]
    assert "<path" not in beside and "<svg" not in beside
    (_, total), *others = found.newest
    assert f'<p class="official-total">{total.text}{total.mark}</p>' in beside
    assert f"{total.edition} 年公布的" in beside.replace("\u00a0", " ")
    for series, one in others:
        assert series.name in beside and f"{one.text}{one.mark}" in beside
    assert {one.edition for _, one in found.newest} == {total.edition}


def test_what_was_changed_stands_over_the_picture(catalog):
    changed = drawn(catalog, "index", filters="weights=green:2")
    assert 'class="instead"' in changed and "绿色权重" in changed
    assert 'class="instead"' not in drawn(catalog, "index")


def test_an_index_that_could_not_be_computed_is_not_drawn(catalog):
    index = shown(catalog, "index").evaluation.index
    with pytest.raises(ValueError, match="缺"):
        stage_index(
            type(index)(index.what_if, index.design, "", lacking="缺"), (900, 500), ("", "")
        )


def test_the_watch_list_is_a_table_of_the_slide(catalog):
    found = shown(catalog, "watch")
    text = drawn(catalog, "watch").replace("\u00a0", " ")
    assert text.count('scope="row"') == len(found.entries) > 0
    assert "按变动大小" in text
