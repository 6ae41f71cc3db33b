"""The part of the page with the watch list: counts of every sign, and the chosen rows in order."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.evaluation.address import (
    ALL,
    BY_REGION,
    BY_SIGN,
    BY_SIZE,
    BY_THEME,
    EvaluationView,
)
from analysis.watch.watched import Watched, watch_list
from data.model.catalog import Catalog
from data.model.watch import Sign

BASIS = (
    "只看有所望方向的指标；起点为所选年份内最后一次口径调整之后的第一年，终点为最近一年；"
    "存疑数值不比较。"
)


@dataclass(frozen=True, slots=True)
class WatchPart:
    """The signs in their order, how many rows each has, and the rows of the chosen one."""

    signs: tuple[Sign, ...]
    counts: Mapping[str, int]
    rows: tuple[Watched, ...]
    basis: str = BASIS


def watch_part(catalog: Catalog, chosen: EvaluationView) -> WatchPart:
    """The watch list as a state of the page shows it."""
    every = watch_list(catalog, chosen.view)
    own = [row for row in every if chosen.sign in (ALL, row.sign.sign)]
    return WatchPart(
        signs=catalog.watch_signs,
        counts=Counter(row.sign.sign for row in every),
        rows=ordered(own, chosen.sort, tuple(catalog.themes)),
    )


def ordered(rows: Sequence[Watched], sort: str, themes: Sequence[str]) -> tuple[Watched, ...]:
    """The rows by sign (their own order), by size of the change (the largest first, what was not
    compared last), by theme and indicator, or by region."""
    keys = {
        BY_SIGN: lambda row: (row.sign.order, themes.index(row.indicator.theme)),
        BY_SIZE: lambda row: (row.size is None, -abs(row.size or 0)),
        BY_THEME: lambda row: (
            themes.index(row.indicator.theme),
            row.indicator.order,
            row.region.order,
        ),
        BY_REGION: lambda row: (row.region.order, row.sign.order),
    }
    return tuple(sorted(rows, key=keys[sort]))
