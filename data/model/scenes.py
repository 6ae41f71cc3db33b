"""The prepared briefing: one row a scene, as a person would write it on an agenda."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Layout:
    """How a scene is shown: its name for people, and the columns of a Scene that it has a use for
    beside title and note, and beside theme, regions and years unless it `is_words` of one's own
    only."""

    name_zh: str
    uses: tuple[str, ...] = ()
    is_words: bool = False


# What the columns of a scene may say; the descriptor of the data package allows the same words.
# Slides of a layout are made in analysis.meeting.scenes and drawn in components.meeting.slides;
# scales are computed in analysis.series.scales. Tests name the place that lacks one.
LAYOUTS: Mapping[str, Layout] = MappingProxyType(
    {
        "cover": Layout("封面", ("subtitle", "body", "date"), is_words=True),
        "text": Layout("要点", ("points",), is_words=True),
        "number": Layout("数字", ("indicator_id", "scale")),
        "chart": Layout("折线图", ("indicator_id", "scale", "frame")),
        "bars": Layout("条形图", ("indicator_id", "scale", "frame")),
        "map": Layout("地图", ("indicator_id", "filters")),
        "areas": Layout("产业布局", ("subject", "filters")),
        "gaps": Layout("与一地之比", ("filters",)),
        "index": Layout("自算指数与官方指数", ("filters",)),
        "watch": Layout("回落清单"),
        "numbers-chart": Layout("两个数字和图", ("indicator_id", "against_id", "scale", "frame")),
        "list": Layout("列表", ("subject",)),
        "latest": Layout("主要指标最新进度"),
        "marks": Layout("八项任务的标记"),
        "task": Layout("一项任务"),
        "chain": Layout("产业链", ("subject",)),
        "place": Layout("平台", ("subject",)),
        "pair": Layout("两地比较"),
        "conclusions": Layout("结论", ("points",)),
    }
)
LISTS: Mapping[str, str] = MappingProxyType(
    {
        "regions": "主要指标",
        "differences": "三地差距",
        "chains": "重点产业链",
        "timeline": "方案进展时间轴",
        "gaps": "没有数据的措施",
        "sources": "数据来源",
    }
)
# The longest texts of one's own, in characters, and how many points a scene may have.
LONGEST: Mapping[str, int] = MappingProxyType(
    {"title": 80, "subtitle": 60, "body": 40, "date": 20, "filters": 500, "point": 80}
)
MOST_POINTS = 8
SCALES = (
    "published", "share3", "share_nation", "per_capita", "index", "change", "points", "growth",
    "ratio_hebei", "ratio_beijing", "ratio_tianjin", "ratio_nation",
    "difference_hebei", "difference_beijing", "difference_tianjin", "difference_nation",
)  # fmt: skip
FRAMES = ("nation", "yangtze", "guangdong", "provinces")  # analysis.series.frames
# What the ground of a map may be coloured by, by level, beside the share and the quotient of each
# section of industry (analysis.maps.area_measures); how a map of areas is coloured.
OF_CENSUS = ("residents", "density", "urban", "age65", "schooling")
GROUNDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"county": OF_CENSUS, "prefecture": (*OF_CENSUS, "product", "growth")}
)
AREA_MEASURES = ("quotient", "share")  # analysis.areas.address
FINDING = "finding"  # the title rule: a sentence made from the data


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene: what is looked at, and how it is shown.

    `regions` are the slugs it opens with (none: all three); `against_id` a second indicator whose
    number stands beside the first; `subject` what a list lists (a key of LISTS), or the id of the
    chain, platform or section of industry shown; `start` and `end` None where the years of the
    pages hold; `title` is "finding" or a text of one's own, in which {region}, {start} and {end}
    stand for what is chosen; `note_zh` is for the speaker. `subtitle`, `body` (who presents) and
    `date` are a cover's, `points` the sentences of a text or of conclusions (none: conclusions are
    made from the data), `filters` which platforms a map shows and what its ground is coloured by,
    how a map of areas is coloured and which is open, which region is 1 in the gaps, or what was
    changed about our own index, as the query of their page has it, `frame` what the regions are
    seen against (a key of FRAMES).
    """

    scene_id: str
    order: int
    layout: str
    theme: str
    indicator_id: str | None = None
    against_id: str | None = None
    subject: str | None = None
    regions: tuple[str, ...] = ()
    scale: str = "published"
    base: int | None = None
    start: int | None = None
    end: int | None = None
    title: str = FINDING
    note_zh: str | None = None
    subtitle: str | None = None
    body: str | None = None
    date: str | None = None
    points: tuple[str, ...] = ()
    filters: str | None = None
    frame: str | None = None


def scenes(rows: Iterable[Mapping[str, Any]]) -> tuple[Scene, ...]:
    """The scenes of the table's rows, in their order."""
    in_order = sorted(rows, key=lambda row: row["order"])
    return tuple(
        Scene(
            **{
                **row,
                "regions": _several(row["regions"], ";"),
                "points": _several(row.get("points"), "|"),
            }
        )
        for row in in_order
    )


def _several(text: str | None, apart: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in (text or "").split(apart) if part.strip())
