"""What the regions are seen against: the nation, other provinces together, the order of all
provinces."""

from collections.abc import Iterator

from analysis.indicators.address import IndicatorsView
from analysis.indicators.summary import indicator_summary
from analysis.reports.sentences.levels import joins
from analysis.reports.sentences.moved import moved, priced, since
from analysis.reports.sentences.said import Part, Said, stated
from analysis.reports.sentences.subject import Subject
from analysis.series import frames
from analysis.series.absence import NOT_HELD
from analysis.series.distribution import Distribution
from analysis.series.observations import Values
from analysis.state.view import View
from analysis.text.periods import period_text
from analysis.text.sentences import dated_name
from data.model.catalog import NATION

RANK = 2  # asked for by the reader: before what is only added
ORDER = "按数值由高到低"


def framed(about: Subject) -> Iterator[Said]:
    """What the frame that was asked for has in the spoken year: 2024 年，长三角… 9,000 亿元，比
    2014 年增长 …. Nothing without a frame, and where it has no value that may stand there."""
    if not about.frame:
        return
    topic = about.topic
    view = View(topic.scope.slugs, about.row.theme, about.row.indicator_id, topic.start, topic.end)
    found = indicator_summary(about.catalog, IndicatorsView(view, frame=about.frame))
    if found.state.frame != about.frame:
        return
    if about.frame == frames.PROVINCES:
        yield from _standing(about, found.distribution)
        return
    group = frames.GROUPS.get(about.frame)
    code = group.region.region_code if group else NATION
    datum = found.datum(code, about.year)
    if datum is None or datum.value is None:
        whom = f"{frames.NAMES[about.frame]}{dated_name(topic)}"
        text = f"{period_text(about.year)}，{whom}的数值{NOT_HELD}"
        yield Said(stated(f"{about.row.indicator_id}.frame", [text]), RANK)
        return
    own = frames.values_of(about.catalog, about.row, group.codes) if group else about.exact(NATION)
    yield _value(about, own, code, (datum.region.short_zh, datum.text, datum.formula))


def _value(about: Subject, values: Values, code: str, said: tuple[str, str, str]) -> Said:
    """The value of whom the regions are seen against, and its move: name, phrase, how computed."""
    name, text, formula = said
    first = about.first_figure(text)
    parts: list[Part] = [
        f"{period_text(about.year)}，{name}{dated_name(about.topic)}{joins(about)}",
        about.cell(first, code, about.year, formula),
    ]
    if about.base is not None and about.comparable(values, about.base):
        found = moved(about, values, code, about.base)
        parts += ["，", *since(found, about.base), "" if found.is_flat else priced(about)]
    return Said(stated(f"{about.row.indicator_id}.frame", parts), RANK)


def _standing(about: Subject, found: Distribution | None) -> Iterator[Said]:
    """2024 年，…按数值由高到低，31 个有数值的省级单位中，北京第 1 位，天津第 5 位，河北第 20 位."""
    if found is None:
        return
    count, name = len(found.standings), dated_name(about.topic)
    parts: list[Part] = [
        f"{period_text(found.period)}，{name}{ORDER}，在有数值的 ",
        about.cell(f"{count} 个", "", found.period, "有数值的省级单位数"),
        "省级单位中，",
    ]
    for place, one in enumerate(found.chosen):
        cell = about.cell(f"第 {one.rank} 位", one.code, found.period, ORDER)
        parts += [f"{'，' if place else ''}{one.name}", cell, "（并列）" if one.is_tied else ""]
    yield Said(stated(f"{about.row.indicator_id}.standing", parts), RANK)
