"""A briefing as a Deck: each of its scenes as it opens, one slide or more a scene."""

from collections.abc import Callable, Iterable, Mapping

from analysis.document.document import Deck, Leaf
from analysis.meeting.scenes import opening, slide
from analysis.meeting.shown import layout_of
from analysis.meeting.slides import Slide
from analysis.reports.leaves import evaluation, lists, maps, pictures, plain
from data.model.catalog import Catalog
from data.model.scenes import Scene

MAKERS: Mapping[str, Callable[[Catalog, Slide], tuple[Leaf, ...]]] = {
    "cover": plain.cover,
    "text": plain.points,
    "conclusions": plain.points,
    "words": plain.words,
    "number": pictures.number,
    "chart": pictures.chart,
    "bars": pictures.bars,
    "numbers-chart": pictures.numbers_chart,
    "map": maps.platforms,
    "areas": maps.areas,
    "place": maps.place,
    "gaps": evaluation.gaps,
    "index": evaluation.index,
    "watch": lists.entries,
    "list": lists.entries,
    "latest": lists.newest,
    "chain": lists.entries,
    "marks": lists.marks,
    "task": lists.task,
    "pair": lists.pairs,
}


def leaves(catalog: Catalog, scene: Scene) -> tuple[Leaf, ...]:
    """The slides of a scene as it opens."""
    shown = slide(catalog, scene, opening(catalog, scene))
    return MAKERS[layout_of(shown)](catalog, shown)


def briefing_deck(catalog: Catalog, named: tuple[str, str, str], scenes: Iterable[Scene]) -> Deck:
    """The deck of scenes; `named` are what the briefing is called, the address under which it shows
    the same for ever, and the mark of the site."""
    title, address, mark = named
    found = tuple(leaf for scene in scenes for leaf in leaves(catalog, scene))
    return Deck(
        title=title,
        filter_text=f"汇报“{title}”",
        version=catalog.version,
        digest=catalog.digest,
        address=address,
        leaves=found,
        mark=mark,
    )
