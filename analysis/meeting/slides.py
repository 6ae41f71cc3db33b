"""The Slide: everything one scene of a briefing shows for one choice of regions.

A number on a slide comes from the same Card, IndicatorSummary, Comparison or PlanSummary as on
the pages.
"""

from dataclasses import dataclass, replace

from analysis.areas.summary import AreasSummary
from analysis.evaluation.summary import EvaluationSummary
from analysis.indicators.summary import IndicatorSummary
from analysis.maps.area_shading import AreaShading
from analysis.maps.shading import Shading
from analysis.overview.comparison import Comparison
from analysis.plan.tasks import TaskBrief
from analysis.series.absence import NOT_HELD
from analysis.series.changes import Change
from analysis.series.quantities import Quantity
from analysis.state.scope import Scope
from analysis.state.view import View
from analysis.text.table import Table
from data.model.scenes import FINDING, Scene

ALL = "all"
APART = "-"  # between the slugs of a choice of two regions: beijing-hebei


@dataclass(frozen=True, slots=True)
class Number:
    """A number to be read from afar: whose it is (`slug` gives mark and colour: a region, jjj,
    nation, or a tier of platforms), what it is, and the quantity with its qualifier (None: there is
    none, and `absence` says why). `conflict` is another figure
    published for it. `formula` says how it was computed, "" where it was published."""

    slug: str
    label: str
    name: str
    quantity: Quantity | None
    year: int | None
    scope: str
    change: Change | None = None
    formula: str = ""
    absence: str = NOT_HELD
    conflict: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a list: its name and one text for each column after the first; `slug` is the
    region whose mark stands before it, "" for none."""

    name: str
    values: tuple[str, ...]
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """An indicator of two regions side by side: the values in one unit for the bars (None: there
    is none), the quantities, and in words how one stands to the other ("" where that says
    nothing)."""

    name: str
    values: tuple[float | None, float | None]
    texts: tuple[str, str]
    told: str


@dataclass(frozen=True, slots=True)
class Slide:
    """One scene for one choice of regions (`choice`: all, a region's slug, or the slugs of two
    with a - between).

    What is filled depends on `layout`, the one really shown: `number`: numbers; `chart`: study;
    `bars`: comparison, or study where the scene has a scale of its own; `map`: shading, ground
    where areas have the base colour, open_area, and numbers (one a tier); `areas`: areas;
    `gaps` and `index`: evaluation; `watch`: columns and entries;
    `numbers-chart`: numbers (the first is the main one) and study; `list`: columns and entries;
    `marks` and `task`: tasks; `chain`: columns and entries; `place`: entries, shading, and
    `marked`, the platform's id; `pair`: pairs; `cover`: subtitle, body, date; `text` and
    `conclusions`: points; `words`: nothing but the sentence in `absence`.
    `absence` also stands where another's value had to be shown instead. `parts` are the regions
    side by side under a number that is theirs together. `sentence` stands beside the title,
    `source` and `footnotes` under the picture; `note` is for the speaker, `sources` are all of
    them, `remarks` what stands with single values, `table` has the numbers behind the scene;
    `lit` are the region codes that a map does not dim, `places` the ids of the platforms on it.
    `holds` are the least and the greatest value of the scene's lines or bars over all its choices:
    the axis does not move when one is made.
    """

    scene: Scene
    choice: str
    layout: str
    title: str
    filter_text: str
    sentence: str = ""
    numbers: tuple[Number, ...] = ()
    parts: tuple[Number, ...] = ()
    study: IndicatorSummary | None = None
    comparison: Comparison | None = None
    shading: Shading | None = None
    ground: AreaShading | None = None
    open_area: str = ""
    areas: AreasSummary | None = None
    evaluation: EvaluationSummary | None = None
    lit: frozenset[str] = frozenset()
    columns: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    tasks: tuple[TaskBrief, ...] = ()
    pairs: tuple[Pair, ...] = ()
    points: tuple[str, ...] = ()
    subtitle: str = ""
    body: str = ""
    date: str = ""
    places: frozenset[str] = frozenset()
    marked: str = ""
    source: str = ""
    sources: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    note: str = ""
    table: Table | None = None
    absence: str = ""
    holds: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Sight:
    """A scene as one choice looks at it: the choice's name, the View, its regions, and whether the
    choice is the one that the scene was prepared for."""

    scene: Scene
    choice: str
    view: View
    scope: Scope
    is_prepared: bool = True

    def title(self, found: str) -> str:
        """The scene's own title with its placeholders filled in, or the sentence `found`. A title
        that was prepared for some regions and does not name them by {region} is not left over
        others: `found` stands there."""
        text = self.scene.title
        if text == FINDING or not (self.is_prepared or "{region}" in text):
            return found.removesuffix("。")
        return self.filled(text)

    def filled(self, text: str) -> str:
        """A text of one's own with what is chosen in place of {region}, {start} and {end}."""
        for name, value in (
            ("{region}", self.scope.name),
            ("{start}", str(self.view.start)),
            ("{end}", str(self.view.end)),
        ):
            text = text.replace(name, value)
        return text


def listed(slide: Slide) -> Slide:
    """The slide with its scene's note, and with its entries as the table behind it where it has
    none of its own."""
    rows = tuple((entry.name, *entry.values) for entry in slide.entries)
    behind = slide.table or (Table(slide.title, slide.columns, rows) if rows else None)
    return replace(slide, note=slide.scene.note_zh or "", table=behind)
