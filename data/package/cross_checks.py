"""Faults between tables, which a schema of single tables cannot see."""

from collections.abc import Callable, Iterable, Mapping
from math import isfinite
from string import Formatter
from typing import Any

from data.package.area_checks import area_faults
from data.package.fact_checks import fact_faults
from data.package.faults import FIRST_ROW, Fault
from data.package.gap_checks import gap_faults
from data.package.index_checks import index_faults
from data.package.list_checks import list_faults
from data.package.name_checks import name_faults
from data.package.need_checks import need_faults
from data.package.place_checks import place_faults
from data.package.plan_checks import plan_faults
from data.package.progress_checks import progress_faults
from data.package.register_checks import register_faults
from data.package.scene_checks import table_faults
from data.package.series_checks import series_faults
from data.package.watch_checks import watch_faults

Tables = Mapping[str, list[dict[str, Any]]]


def cross_faults(tables: Tables) -> list[Fault]:
    """Every fault between the tables; empty when they fit together."""
    checks: tuple[Callable[[Tables], Iterable[Fault]], ...] = (
        _ratio_faults,
        _whole_faults,
        _denominator_faults,
        series_faults,
        _headline_faults,
        _platform_faults,
        place_faults,
        area_faults,
        index_faults,
        gap_faults,
        list_faults,
        name_faults,
        _companion_faults,
        _number_faults,
        need_faults,
        _suspect_faults,
        _unused_faults,
        fact_faults,
        plan_faults,
        progress_faults,
        register_faults,
        table_faults,
        watch_faults,
    )
    return [fault for check in checks for fault in check(tables)]


def _numbered(rows: list[dict[str, Any]]) -> Iterable[tuple[int, dict[str, Any]]]:
    return enumerate(rows, start=FIRST_ROW)


def _ratio_faults(tables: Tables) -> Iterable[Fault]:
    for number, row in _numbered(tables["indicators"]):
        for column in ("numerator_id", "denominator_id", "scale"):
            if row["aggregation"] == "ratio" and row[column] is None:
                yield Fault(
                    "tables/indicators.csv",
                    number,
                    column,
                    "",
                    "aggregation 为 ratio 时须填分子、分母和倍数",
                )


def _whole_faults(tables: Tables) -> Iterable[Fault]:
    """A part leads to its whole and on to a whole that is part of nothing, never back to itself."""
    wholes = {row["indicator_id"]: row["part_of"] for row in tables["indicators"]}
    for number, row in _numbered(tables["indicators"]):
        above: list[str] = []
        whole = row["part_of"]
        while whole and whole not in above:
            above.append(whole)
            whole = wholes.get(whole)
        if row["indicator_id"] in above:
            expected = "不能直接或间接地是自己的组成部分"
            yield Fault("tables/indicators.csv", number, "part_of", row["part_of"], expected)


def _denominator_faults(tables: Tables) -> Iterable[Fault]:
    nation = {r["indicator_id"] for r in tables["observations"] if r["region_code"] == "000000"}
    sums = {r["indicator_id"] for r in tables["national_sums"]}
    known = {"nation": nation, "local": nation, "sum31": sums, "nation_or_sum31": sums & nation}
    for number, row in _numbered(tables["indicators"]):
        wanted = row["nation_share_denominator"]
        if wanted in known and row["indicator_id"] not in known[wanted]:
            yield Fault(
                "tables/indicators.csv",
                number,
                "nation_share_denominator",
                wanted,
                "没有可作分母的全国数，应改为 none 或补充数据",
            )


def _headline_faults(tables: Tables) -> Iterable[Fault]:
    seen: set[tuple[str, int]] = set()
    for number, row in _numbered(tables["indicators"]):
        place = (row["theme"], row["headline"])
        if row["headline"] is not None and place in seen:
            yield Fault(
                "tables/indicators.csv",
                number,
                "headline",
                str(row["headline"]),
                "同一主题内不能重复",
            )
        seen.add(place)
    for number, theme in _numbered(tables["themes"]):
        if (theme["theme"], 1) not in seen:
            yield Fault(
                "tables/themes.csv",
                number,
                "theme",
                theme["theme"],
                "每个主题至少要有一个 headline 为 1 的指标",
            )


def _platform_faults(tables: Tables) -> Iterable[Fault]:
    codes = {row["region_code"] for row in tables["regions"] if row["kind"] == "province"}
    for number, row in _numbered(tables["platforms"]):
        if not set(row["region_codes"].split(";")) <= codes:
            yield Fault(
                "tables/platforms.csv",
                number,
                "region_codes",
                row["region_codes"],
                f"应为 {'、'.join(sorted(codes))} 中的一个或几个，以分号分隔",
            )


def _companion_faults(tables: Tables) -> Iterable[Fault]:
    for number, row in _numbered(tables["claims"]):
        phrase = row["phrase_zh"] or ""
        fields = {name for _, name, _, _ in Formatter().parse(phrase) if name is not None}
        if row["companion_of"] and (not phrase or fields - {"quantity"}):
            expected = "附属数字须写短语，其中只能有 {quantity}"
            yield Fault("tables/claims.csv", number, "phrase_zh", phrase, expected)


def _number_faults(tables: Tables) -> Iterable[Fault]:
    """Values that are numbers to a computer and to nobody else: NaN and infinity."""
    for name in ("observations", "national_sums", "claims"):
        for number, row in _numbered(tables[name]):
            value = row["value"]
            if value is not None and not isfinite(value):
                expected = "应为有限的数；没有的值不写行"
                yield Fault(f"tables/{name}.csv", number, "value", str(value), expected)


def _suspect_faults(tables: Tables) -> Iterable[Fault]:
    key = ("indicator_id", "region_code", "period")
    known = {tuple(row[name] for name in key) for row in tables["observations"]}
    for number, row in _numbered(tables["suspects"]):
        if tuple(row[name] for name in key) not in known:
            expected = "没有这个观测值；存疑的只能是已收录的"
            yield Fault("tables/suspects.csv", number, "period", row["period"], expected)


def _unused_faults(tables: Tables) -> Iterable[Fault]:
    """Indicators without values, and those that need values of whole years and have none."""
    held = {row["indicator_id"] for row in tables["observations"]}
    facts = {row["indicator_id"] for row in tables["fact_indicators"]}
    annual = {r["indicator_id"] for r in tables["observations"] if len(r["period"]) == len("2024")}
    for number, row in _numbered(tables["indicators"]):
        name, years = row["indicator_id"], row["annual_id"]
        needs = (
            ("indicator_id", name, name not in held | facts, "每个指标至少要有一个观测值"),
            ("headline", row["headline"], row["headline"] and name in held - annual,
             "作卡片的指标至少要有一个年度观测值"),
            ("annual_id", years, years and years not in annual, "所指的指标没有年度观测值"),
            ("annual_id", years, years and name in annual, "年度指标自身不填"),
        )  # fmt: skip
        for column, value, is_wrong, expected in needs:
            if is_wrong:
                yield Fault("tables/indicators.csv", number, column, str(value), expected)
