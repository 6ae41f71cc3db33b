"""The slide of an industry's places: the counties by quotient or share, how it moved between two
censuses, and the county or prefecture that is open."""

from collections.abc import Sequence
from dataclasses import replace

from analysis.areas.address import AreasView, area_choices, areas_view
from analysis.areas.facts import place_text
from analysis.areas.shift import Slope, below_text, moved_text, slopes
from analysis.areas.summary import AreasSummary, areas_summary
from analysis.maps.review import review
from analysis.meeting.slides import Sight, Slide, listed
from analysis.series.absence import NOT_HELD
from analysis.series.evidence import credit
from analysis.series.quantities import number
from analysis.state.view import choices
from analysis.text.table import Table
from data.model.areas import FIRST_CENSUS, LAST_CENSUS
from data.model.catalog import Catalog

# What the first limits of the page say, shorter: it has to stand under the picture.
SHORTENED = 2
SAMPLE = "人口普查长表抽样 10%，按居住地统计；不作从业人数，县的误差较大。"
COLUMNS = ("地区", f"{FIRST_CENSUS} 年（%）", f"{LAST_CENSUS} 年（%）", "变动（百分点）")


def areas(catalog: Catalog, at: Sight) -> Slide:
    """The industry of the scene in the choice's regions, as the page of areas shows it; in words
    where the edition has no census."""
    found = areas_summary(catalog, chosen(catalog, at))
    sources = tuple(source.citation for source in found.sources)
    slide = Slide(
        scene=at.scene,
        choice=at.choice,
        layout="words" if found.lacking else "areas",
        title=at.title(_title(catalog, at, found)),
        filter_text=_filter_text(at, found),
        sentence=_sentence(catalog, at, found),
        areas=found,
        lit=frozenset(at.scope.codes),
        source=f"{credit(sources)}；边界：天地图；{review(catalog)}" if sources else "",
        sources=sources,
        footnotes=() if found.lacking else (SAMPLE, *found.limits[SHORTENED:]),
        table=_table(found),
        absence=found.lacking,
        holds=() if found.lacking else _holds(catalog, found),
    )
    return listed(slide)


def chosen(catalog: Catalog, at: Sight) -> AreasView:
    """What the scene asks the page of areas for."""
    options, known = choices(catalog), area_choices(catalog)
    found, _ = areas_view(at.scene.filters or "", options, known)
    return replace(found, view=at.view, industry=at.scene.subject or known.industry)


def _title(catalog: Catalog, at: Sight, found: AreasSummary) -> str:
    """What is to be said of the area that is open, else how the regions moved."""
    if found.industry is None:
        return found.headline
    if found.profile:
        placed = place_text(found.profile, found.industry.short_zh)
        return f"{found.profile.area.name_zh}：{placed}" if placed else found.profile.area.name_zh
    return moved_text(catalog, found.industry.industry, at.scope.codes) or found.map_title


def _sentence(catalog: Catalog, at: Sight, found: AreasSummary) -> str:
    """What the title leaves of the headline."""
    if found.industry is None:
        return ""
    if found.profile:
        return found.headline.partition("：")[2]  # of what, stands over the slopes
    below = below_text(catalog, found.industry.industry, at.scope.codes)
    return f"{below}。" if below else ""


def _filter_text(at: Sight, found: AreasSummary) -> str:
    name = found.industry.name_zh if found.industry else ""
    area = found.profile.area.name_zh if found.profile else ""
    return " · ".join(filter(None, ("产业布局", at.scope.name, name, area)))


def _holds(catalog: Catalog, found: AreasSummary) -> tuple[float, ...]:
    """The least and the greatest share in any unit of all three."""
    every = slopes(catalog, found.chosen.industry)
    values = [end for one in every for end in (one.first, one.last) if end is not None]
    return (min(values), max(values)) if values else ()


def _table(found: AreasSummary) -> Table | None:
    """The shares of the regions, then of their units, in both censuses."""
    rows = tuple(map(_row, _each_once((*found.regions, *found.slopes))))
    name = found.industry.name_zh if found.industry else ""
    return Table(f"{name}占就业人口比重", COLUMNS, rows) if rows else None


def _each_once(shown: Sequence[Slope]) -> tuple[Slope, ...]:
    """A municipality is a region and a unit."""
    return tuple({one.code: one for one in shown}.values())


def _row(one: Slope) -> tuple[str, ...]:
    ends = (NOT_HELD if end is None else number(end, 1) for end in (one.first, one.last))
    if one.change is None:
        return (one.name, *ends, NOT_HELD)
    return (one.name, *ends, f"{'+' if one.change > 0 else ''}{number(one.change, 1)}")
