"""The page of the evaluation: what is drawn once is what its own summary would draw."""

from itertools import product

import pytest

from analysis import links
from analysis.evaluation.address import (
    evaluation_choices,
    evaluation_view,
    shared_view,
)
from analysis.evaluation.summary import evaluation_summary
from analysis.state.view import choices
from analysis.view_links import Links
from components.content import part, value_of
from components.evaluation import division, gaps, measures, official, others, page
from components.ids import Id

TRIED = ("", "without=rd-intensity", "base=2016&trust=AB", "sign=all&sort=size")
LOOKED_AT = ("", "reference=beijing", "region=hebei", "from=2018&to=2022")


@pytest.mark.thorough
@pytest.mark.parametrize(("tried", "looked_at"), [*product(TRIED, LOOKED_AT)])
def test_what_is_tried_out_leaves_the_other_parts_as_its_own_summary_has_them(
    catalog, tried, looked_at
):
    options = choices(catalog)
    text = "?" + "&".join(filter(None, (looked_at, tried)))
    chosen, remarks = evaluation_view(text, options, evaluation_choices(catalog))
    assert not remarks
    found = evaluation_summary(catalog, chosen)
    shown = page.shown(found, catalog, options).parts
    ways = Links(shared_view(chosen, options), options)
    own = {
        Id.EVALUATION_HEAD: gaps.head(found.gaps),
        Id.GAPS: gaps.tree(found.gaps, ways),
        Id.DIVISION: division.tree(found.division, ways),
        Id.OFFICIAL: official.tree(found.official),
        Id.MEASURES: measures.tree(found.dispersions, catalog.provinces, ways),
        Id.OTHERS: others.tree(found.others, found.envelope),
    }
    assert {place: value_of(shown[place]) for place in own} == {
        place: value_of(part(nodes)) for place, nodes in own.items()
    }


def test_links_are_those_of_the_edition_that_is_asked_for(catalog):
    options = choices(catalog)
    chosen, _ = evaluation_view("", options, evaluation_choices(catalog))
    found = evaluation_summary(catalog, chosen)
    live = page.shown(found, catalog, options).parts
    with links.pinned("0123abcd"):
        kept = page.shown(found, catalog, options).parts
    assert "/editions/0123abcd/" in str(value_of(kept[Id.GAPS]))
    assert "/editions/" not in str(value_of(live[Id.GAPS]))
