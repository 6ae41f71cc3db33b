"""The slide of the watch list: what worsened, the largest changes first, and how many there are."""

from collections.abc import Sequence

from analysis.coordination.measured import sources
from analysis.evaluation.watch_part import BASIS
from analysis.meeting.seen_evaluation import filter_text, seen
from analysis.meeting.slides import Entry, Sight, Slide, listed
from analysis.series.evidence import credit
from analysis.text.table import Table
from analysis.watch.watched import Watched
from data.model.catalog import Catalog

MOST = 8  # rows that are read from afar
NAME = "回落清单"
COLUMNS = ("指标", "地区", "起点", "终点", "变动", "注意")
LACKING = "本版数据没有回落清单。"
FALLING = "；希望下降的指标，上升计为回落"
NONE = "所选地区和年份没有回落的指标。"


def watched(catalog: Catalog, at: Sight) -> Slide:
    """What worsened in the choice's regions, as the page lists it."""
    summary = seen(catalog, at)
    every = summary.watch.rows
    shown = every[:MOST]
    found = _sources(catalog, shown)
    slide = Slide(
        scene=at.scene,
        choice=at.choice,
        layout="watch" if every else "words",
        title=at.title(_title(at, every)),
        filter_text=filter_text(at, summary.chosen, NAME),
        sentence=_shown(every),
        columns=COLUMNS,
        entries=tuple(_entry(row) for row in shown),
        source=credit(found) if found else "",
        sources=found,
        footnotes=(BASIS,) if every else (),
        remarks=tuple(dict.fromkeys(one for row in shown for one in _remarks(row))),
        table=Table(NAME, COLUMNS, tuple(map(_row, every))) if every else None,
        absence="" if every else NONE if summary.watch.signs else LACKING,
    )
    return listed(slide)


def _title(at: Sight, every: Sequence[Watched]) -> str:
    """How many worsened, and the largest change: 三地 18 项指标回落，变动最大的是…"""
    if not every:
        return f"{at.scope.name}{NAME}"
    first = every[0]
    name = f"{first.region.short_zh}{first.indicator.short_zh}"
    return f"{at.scope.name} {len(every)} 项回落，变动最大的是{name}，{first.change}"


def _shown(every: Sequence[Watched]) -> str:
    """How many of all stand on the slide, and why what rose may stand among them."""
    if not every:
        return ""
    is_whole = len(every) <= MOST
    told = "全部列出，按变动大小排列" if is_whole else f"按变动大小列出前 {MOST} 项"
    rose = any(row.size is not None and row.size > 0 for row in every[:MOST])
    return f"回落 {len(every)} 项，{told}{FALLING if rose else ''}。"


def _sources(catalog: Catalog, shown: Sequence[Watched]) -> tuple[str, ...]:
    """The publications of the values that stand on the slide."""
    found = (
        source.dated
        for row in shown
        for source in sources(
            catalog,
            (row.indicator.indicator_id,),
            (row.region.region_code,),
            (row.first, row.last),
        )
    )
    return tuple(dict.fromkeys(found))


def _own(row: Watched) -> str:
    return (row.indicator.caveat or "").removesuffix("。")


def _entry(row: Watched) -> Entry:
    """A row as it is read from afar: what is known of the comparison, without the reason of a
    break; what is known of the indicator is a remark."""
    short = [one.partition("（")[0] for one in row.caveats if one != _own(row)]
    return Entry(row.indicator.short_zh, (*_values(row), "；".join(short)))


def _remarks(row: Watched) -> tuple[str, ...]:
    own = _own(row)
    return (f"{row.indicator.short_zh}：{own}。",) if own else ()


def _row(row: Watched) -> tuple[str, ...]:
    return (row.indicator.short_zh, *_values(row), "；".join(row.caveats))


def _values(row: Watched) -> tuple[str, ...]:
    first, last = f"{row.first} 年 {row.first_text}", f"{row.last} 年 {row.last_text}"
    return (row.region.short_zh, first, last, row.change)
