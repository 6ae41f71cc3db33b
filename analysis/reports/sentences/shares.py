"""Parts of a whole: of the three together, and of the nation."""

from collections.abc import Iterator

from analysis.reports.sentences.moved import Moved, share_points, since
from analysis.reports.sentences.said import Part, Said, stated
from analysis.reports.sentences.subject import Subject
from analysis.series import measures
from analysis.series.breaks import base_year
from analysis.series.nation import denominator, nation_share
from analysis.series.observations import Values
from analysis.series.quantities import part
from analysis.text.periods import period_text
from analysis.text.sentences import dated_name
from data.model.catalog import JJJ, NATION


def of_three(about: Subject) -> Iterator[Said]:
    """2024 年，三地R&D经费内部支出中，北京占 67.4%，比 2014 年提高 … 个百分点；天津占 …；河北占 ….
    Only where all three have a value, in both years."""
    shares = _exact_shares(about)
    scope = about.topic.scope
    if any(about.year not in shares[code] for code in scope.codes):
        return
    before = _base(about, shares[scope.codes[0]])
    named = f"{scope.whole.name}{dated_name(about.topic)}"
    parts: list[Part] = [f"{period_text(about.year)}，{named}中，"]
    is_told = False
    for place, region in enumerate(scope.regions):
        code, own = region.region_code, shares[region.region_code]
        parts += ["；" if place else "", region.short_zh]
        if not own[about.year]:
            parts.append("没有")
            continue
        formula = f"{region.short_zh} ÷ {scope.whole.total_name} × 100%"
        parts += ["占 ", about.cell(part(own[about.year]), code, about.year, formula)]
        if before is not None:
            found = share_points(about, own[about.year] - own[before], code, before)
            parts += _move(found, before, is_told=is_told)
            is_told = is_told or not found.is_flat
    yield Said(stated(f"{about.row.indicator_id}.share", parts), 3)


def of_nation(about: Subject) -> Iterator[Said]:
    """2024 年，三地…占全国的 8.5%，比 2014 年下降 … 个百分点. Of both years by the same
    denominator; only where all three are chosen."""
    scope, year = about.topic.scope, about.year
    found = nation_share(about.catalog, about.topic, year) if scope.is_complete else None
    if found is None or year not in about.together or not _is_exact(about, year):
        return
    value, formula = found
    what = "全国地方合计" if "地方" in formula else "全国"
    parts: list[Part] = [
        f"{period_text(year)}，{scope.whole.name}{dated_name(about.topic)}占{what}的 ",
        about.cell(part(value), JJJ, year, formula.partition(" = ")[2]),
    ]
    years = {
        y: own[0]
        for y in about.together
        if y <= year
        and (own := nation_share(about.catalog, about.topic, y)) is not None
        and own[1] == formula
        and _is_exact(about, y)
    }
    before = _base(about, years)
    if before is not None:
        parts += _move(share_points(about, value - years[before], JJJ, before), before)
    rank = 2 if about.frame == "nation" else 4
    yield Said(stated(f"{about.row.indicator_id}.nation", parts), rank)


def _exact_shares(about: Subject) -> dict[str, Values]:
    """By region the percent of the three, in the years in which each of the values is exact."""
    topic = about.topic
    codes = topic.scope.whole.codes
    if not topic.indicator.share_of_three_allowed:
        return {code: {} for code in codes}
    return dict(measures.shares({code: about.exact(code) for code in codes}))


def _is_exact(about: Subject, year: int) -> bool:
    """Whether the nation's value of a year, where there is one, is no round number."""
    own = denominator(about.catalog, about.row, [year])
    return not own.is_published or year in about.exact(NATION)


def _base(about: Subject, shares: Values) -> int | None:
    years = [y for y in shares if y <= about.year]
    return base_year(years, about.topic.breaks, about.topic.start) if years else None


def _move(found: Moved, before: int, is_told: bool = False) -> tuple[Part, ...]:
    if found.is_flat or not is_told:
        return ("，", *since(found, before))
    return ("，", *found.parts)
