"""Where published values come from: a publication, its bodies, its date and its address."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A publication: its title, the table or part of it, the bodies that publish it, the date as
    far as it is known (ISO 8601), its address, and what a copy of it was checked against."""

    source_id: str
    title_zh: str
    part_zh: str | None
    publishers_zh: tuple[str, ...]
    published: str | None
    address: str | None
    checked_zh: str | None

    @property
    def publisher_zh(self) -> str:
        """The bodies, as one text."""
        return "、".join(self.publishers_zh)

    @property
    def document(self) -> str:
        """Title and part: what is looked up."""
        return beside(self.title_zh, self.part_zh or "")

    @property
    def citation(self) -> str:
        """Who published it, then title and part: how a source is named to readers."""
        return beside(self.publisher_zh, self.document)

    @property
    def dated(self) -> str:
        """The citation with the date, as far as that is known: …（2025 年 12 月 24 日）."""
        return f"{self.citation}{self.date_zh}"

    @property
    def date_zh(self) -> str:
        """The date in brackets, as it follows the name of a source; "" where it is not known."""
        parts = zip((self.published or "").split("-"), ("年", "月", "日"), strict=False)
        date = " ".join(f"{int(number)} {unit}" for number, unit in parts if number)
        return f"（{date}）" if date else ""


def beside(first: str, then: str) -> str:
    """Two names after one another; a space parts them unless a mark of punctuation does."""
    is_parted = not then or first[-1:] in "》”" or then[0] in "《“（及"
    return first + ("" if is_parted else " ") + then
