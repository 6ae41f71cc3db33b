"""Values of periods that had not ended: what an unfinished year has so far is no annual value."""

from collections.abc import Iterable

from analysis.changes.draft import EARLY, Doubt, Draft
from analysis.changes.groups import spans_text
from analysis.series import observations
from data.model.periods import ending, period

MONTHS = len("2026-10")
YEAR = len("2026")
TEXT = "{when}尚未结束（{dated}），请核对期间，是否为累计数或预计数。"
PUBLISHED, TODAY = "发布日期 {}", "来源未注明发布日期，今天是 {}"


def doubts(draft: Draft) -> Iterable[Doubt]:
    """The values that were published before their period was over: by the date of their source, or
    where that is not known by the day on which the draft is looked at. A date that is known to the
    month or the year is taken as its end. A value that says itself of which month it is, is as it
    says."""
    for key in draft.fresh:
        found = observations.observation(draft.catalog, *key)
        if found is None or found.as_of:
            continue
        dated = found.source.published or draft.on
        if dated and _month(dated) <= ending(key[2]):
            said = (PUBLISHED if found.source.published else TODAY).format(dated)
            text = TEXT.format(when=spans_text([key[2]]), dated=said)
            yield Doubt(EARLY, key, "", text)


def _month(date: str) -> int:
    """The month of a date; the last one that a year may stand for."""
    return period(date[:MONTHS]) if len(date) > YEAR else ending(period(date))
