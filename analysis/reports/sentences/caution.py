"""What is always said with an indicator: breaks, doubtful values, and that the newest are not
there."""

from collections.abc import Iterator

from analysis.reports.sentences.said import Said, stated
from analysis.reports.sentences.subject import Subject
from analysis.series.absence import absence
from analysis.series.breaks import between
from analysis.state.view import choices
from analysis.text.periods import period_text, periods_text, span_text
from data.model.catalog import JJJ, NATION

LAST = 9  # rank: they stand at the end


def broken(about: Subject) -> Iterator[Said]:
    """2019、2024 年口径调整，不与此前比较: of breaks with values on both sides."""
    held = [year for values in _columns(about) for year in values]
    cuts = between(about.topic.breaks, min(held, default=about.year), about.year)
    if cuts:
        text = f"{periods_text(cut.after for cut in cuts)}口径调整，不与此前比较"
        yield _kept(about, "break", text)


def doubtful(about: Subject) -> Iterator[Said]:
    """河北 2023—2024 年公布值存疑，不作增长、占比和比较的依据."""
    parts = []
    for region in about.topic.scope.regions:
        code = region.region_code
        years = [y for own, y in about.topic.suspects if own == code]
        own = [y for y in years if about.topic.start <= y <= about.topic.end]
        parts += [f"{region.short_zh} {periods_text(own)}"] if own else []
    if parts:
        yield _kept(about, "doubt", f"{'、'.join(parts)}公布值存疑，不作增长、占比和比较的依据")


def late(about: Subject) -> Iterator[Said]:
    """2023—2024 年的数值本站未收录: of an indicator that is older than most headlines; where some
    region has a later value, that not all have."""
    end = min(about.topic.end, choices(about.catalog).usual_year)
    if about.year >= end:
        return
    span = range(about.year + 1, end + 1)
    codes = [region.region_code for region in about.owners]
    is_begun = any(year in span for code in codes for year in about.topic.columns[code])
    name = about.topic.scope.count_name if about.topic.has_regions else ""
    why = (
        f"{name}数值尚未齐全"
        if is_begun
        else f"的数值{absence(about.catalog, about.row.indicator_id, codes, span)}"
    )
    text = f"{span_text(span[0], span[-1])}{why}，所列为 {period_text(about.year)}数"
    yield _kept(about, "late", text)


def _kept(about: Subject, name: str, text: str) -> Said:
    return Said(stated(f"{about.row.indicator_id}.{name}", [text]), LAST, is_kept=True)


def _columns(about: Subject) -> list[dict[int, float]]:
    codes = [region.region_code for region in about.owners]
    return [dict(about.topic.columns[code]) for code in (*codes, JJJ) if code != NATION]
