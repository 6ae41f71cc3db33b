"""The briefing a report of slides is of: one of those that are kept, as it lies there now."""

from dataclasses import replace

from analysis.reports.address import BRIEFING, ReportView
from data.briefings.file import DamagedBriefing
from data.briefings.store import BriefingStore, NoBriefing


class NotKept(Exception):
    """There is no briefing of this name that could be used; `allowed` are the names there are."""

    def __init__(self, name: str, allowed: tuple[str, ...]) -> None:
        super().__init__(f"没有名为“{name}”的汇报")
        self.allowed = allowed


def with_briefing(chosen: ReportView, store: BriefingStore | None) -> ReportView:
    """The state with the names of the kept briefings and the pages of the one that it names. Other
    kinds of reports, and a site without a store, know none. Raises NotKept."""
    if chosen.kind != BRIEFING:
        return replace(chosen, briefing="")
    names = tuple(one.name for one in store.entries() if not one.fault) if store else ()
    found = replace(chosen, briefings=names)
    if not chosen.briefing:
        return found
    try:
        if store is None:
            raise NoBriefing(chosen.briefing)
        return replace(found, scenes=store.read(chosen.briefing).scenes)
    except (NoBriefing, DamagedBriefing) as lost:
        raise NotKept(chosen.briefing, names) from lost
