"""How each entry of the schedule stands now: live, to come, or past."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from data.editions.schedule import Entry

LIVE, TO_COME, PAST = "live", "to_come", "past"


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry with the version of its edition ("" where the edition is gone) and how it stands;
    `may_return`: whether the edition can be made live again, said once of each edition."""

    entry: Entry
    version: str
    state: str
    may_return: bool


def standings(
    entries: Sequence[Entry], versions: Mapping[str, str], now: datetime
) -> tuple[Standing, ...]:
    """Every entry, the last first. What was entered before the live one never comes, however late
    it begins."""
    came = [n for n, one in enumerate(entries) if datetime.fromisoformat(one.start) <= now]
    last = came[-1] if came else -1
    said = {entries[last].edition} if came else set()
    found = []
    for place in range(len(entries) - 1, -1, -1):
        entry = entries[place]
        state = LIVE if place == last else TO_COME if place > last else PAST
        is_back = state == PAST and place in came and entry.edition in versions
        may_return = is_back and entry.edition not in said
        if may_return:
            said.add(entry.edition)
        found.append(Standing(entry, versions.get(entry.edition, ""), state, may_return))
    return tuple(found)
