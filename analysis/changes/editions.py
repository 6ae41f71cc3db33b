"""Editions as people name them: by their version, and by their digest where two have the same."""

from collections.abc import Sequence
from dataclasses import dataclass

SHORT = 6  # digits of a digest that tell editions of one version apart


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition that may be opened: its digest, the version that its descriptor says, since when
    it was live (ISO 8601; "" where that is not known) and who published it ("")."""

    digest: str
    version: str
    start: str = ""
    by: str = ""


def name(one: EditionLine, every: Sequence[EditionLine]) -> str:
    """The version of an edition, with the beginning of its digest where another has it too."""
    is_alone = sum(other.version == one.version for other in every) < 2
    return one.version if is_alone else f"{one.version}（{one.digest[:SHORT]}）"


def edition_before(digest: str, every: Sequence[EditionLine]) -> str:
    """Against which edition one is set by default, `every` being all editions, the newest first:
    the one before it; of an edition that is not among them (a draft) the newest; of the first
    itself, as nothing was before it."""
    digests = [one.digest for one in every]
    if digest not in digests:
        return digests[0] if digests else digest
    later = digests[digests.index(digest) + 1 :]
    return later[0] if later else digest
