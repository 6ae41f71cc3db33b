"""A briefing as a report: its slides for the regions that are chosen, what is said on
them sentence by sentence, and the slides without the sentences that are not used."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from analysis.context import remembered
from analysis.document.document import Deck, Document, Leaf, Section, Sentence
from analysis.meeting.scenes import choices_of, opening, slide
from analysis.meeting.shown import layout_of
from analysis.meeting.slides import APART
from analysis.reports.address import ReportView
from analysis.reports.leaves.documents import OWN
from analysis.reports.leaves.scenes import MAKERS
from analysis.series.changes import ARROWS
from analysis.state.scope import scope
from data.model.catalog import Catalog
from data.model.scenes import Scene

TITLE = "京津冀产业协同发展汇报"
SIGNS = "".join((*ARROWS.values(), " "))  # before a phrase that says the same in words


def slides_of(catalog: Catalog, chosen: ReportView) -> tuple[Leaf, ...]:
    """The slides of the scenes that are reported on, each for the regions where it may be, else as
    it opens."""
    return _slides(catalog, chosen.scenes, chosen.regions)


@remembered(8)
def _slides(
    catalog: Catalog, scenes: tuple[Scene, ...], regions: tuple[str, ...]
) -> tuple[Leaf, ...]:
    every = scenes or catalog.scenes
    return tuple(leaf for scene in every for leaf in _of_scene(catalog, scene, regions))


def _of_scene(catalog: Catalog, scene: Scene, regions: tuple[str, ...]) -> tuple[Leaf, ...]:
    wanted = APART.join(regions)
    is_whole = len(regions) == len(catalog.provinces)
    choice = wanted if not is_whole and wanted in choices_of(catalog, scene) else ""
    shown = slide(catalog, scene, choice or opening(catalog, scene))
    return MAKERS[layout_of(shown)](catalog, shown)


def briefing_document(catalog: Catalog, chosen: ReportView) -> Document:
    """What is said and shown on the slides, a section a slide."""
    leaves = slides_of(catalog, chosen)
    own = scope(catalog, chosen.regions)
    return Document(
        title=chosen.briefing or TITLE,
        subtitle=f"{len(leaves)} 页",
        filter_text=" · ".join(filter(None, (chosen.briefing, own.name, f"{len(leaves)} 页"))),
        version=catalog.version,
        digest=catalog.digest,
        address="",
        lead=(),
        sections=tuple(_section(place, leaf) for place, leaf in enumerate(leaves, start=1)),
        sources=tuple(dict.fromkeys(leaf.source for leaf in leaves if leaf.source)),
    )


def _section(place: int, leaf: Leaf) -> Section:
    name = f"p{place}"
    texts = (leaf.sentence, *_readings(leaf), *leaf.points, *leaf.body.split("\n"))
    return Section(
        key=name,
        level=1,
        heading=leaf.title,
        sentences=tuple(
            Sentence(f"{name}.{number}", text) for number, text in enumerate(texts) if text
        ),
        figures=tuple(
            replace(
                one,
                key=f"{name}.{number}.{one.key}",
                footnotes=leaf.footnotes,
                source=leaf.source,
                title=one.title or leaf.title,
            )
            for number, one in enumerate(leaf.figures)
        ),
    )


def _readings(leaf: Leaf) -> tuple[str, ...]:
    """The numbers of a slide in words: 工业增加值 26,605.8 亿元，比上年增长 2.8%，2024 年."""
    return tuple(
        "，".join(
            filter(
                None,
                (
                    " ".join(filter(None, (one.label, one.name, one.text))),
                    one.moved.lstrip(SIGNS),
                    one.scope,
                ),
            )
        )
        for one in leaf.readings
    )


def briefing_slides(
    catalog: Catalog, chosen: ReportView, own: Mapping[str, Sequence[str]]
) -> tuple[Leaf, ...]:
    """The slides without the numbers, points and sentences that are not used, with what the writer
    adds to them."""
    off = frozenset(chosen.off)
    return tuple(
        _edited(leaf, f"p{place}", off, own.get(f"p{place}", ()))
        for place, leaf in enumerate(slides_of(catalog, chosen), start=1)
    )


def _edited(leaf: Leaf, name: str, off: Collection[str], own: Sequence[str]) -> Leaf:
    first = 1 + len(leaf.readings)
    points = tuple(
        text for i, text in enumerate(leaf.points, start=first) if f"{name}.{i}" not in off
    )
    added = tuple(f"{OWN}{text}" for text in own)
    return replace(
        leaf,
        sentence="" if f"{name}.0" in off else leaf.sentence,
        readings=tuple(
            one for i, one in enumerate(leaf.readings, start=1) if f"{name}.{i}" not in off
        ),
        points=(*points, *added) if not leaf.readings else points,
        note="\n".join(filter(None, (leaf.note, *added))) if leaf.readings else leaf.note,
    )


def briefing_deck_of(document: Document, leaves: tuple[Leaf, ...]) -> Deck:
    """The deck of slides under what its document says of itself."""
    return Deck(
        title=document.title,
        filter_text=document.filter_text,
        version=document.version,
        digest=document.digest,
        address=document.address,
        leaves=leaves,
        mark=document.mark,
    )
