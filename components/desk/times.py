"""Times as the desk shows and takes them: of Beijing, to the minute."""

from datetime import UTC, datetime

from data.editions.publishing import CHINA


def shown(written: str) -> str:
    """A time of the store (ISO 8601) for reading: 2026-11-28 18:00; "" for none."""
    if not written:
        return ""
    return datetime.fromisoformat(written).astimezone(CHINA).strftime("%Y-%m-%d %H:%M")


def given(field: str | None) -> datetime | None:
    """What a field of date and time holds, which is in Beijing; None where it is empty. Raises
    ValueError for what is no time."""
    if not field:
        return None
    found = datetime.fromisoformat(field)
    return (found if found.tzinfo else found.replace(tzinfo=CHINA)).astimezone(UTC)
