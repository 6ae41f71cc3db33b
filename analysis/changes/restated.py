"""What else is said of a value besides its number, where two editions say it otherwise."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from data.model.catalog import Catalog, Observation

NOTHING = "无"
Say = Callable[[Catalog, Observation], str]
SAID: Mapping[str, Say] = {
    "数据状态": lambda catalog, one: catalog.names["obs_status", one.status],
    "限定词": lambda _, one: _qualifier(one),
    "时点": lambda _, one: one.as_of,
    "另有公布": lambda _, one: one.conflict,
    "来源": lambda _, one: one.source.dated,
    "可信度": lambda catalog, one: catalog.names["trust", one.trust],
    "备注": lambda _, one: one.note or "",
}
STATUS, QUALIFIER, TIME, *_ = SAID


@dataclass(frozen=True, slots=True)
class Restated:
    """One thing that is said of a value: what it is, and what the two editions say; 无 where one
    says nothing."""

    what: str
    old: str
    new: str

    @property
    def text(self) -> str:
        """数据状态：初步 → 正常."""
        return f"{self.what}：{self.old} → {self.new}"


def restated(
    before: Catalog, after: Catalog, old: Observation, new: Observation
) -> tuple[Restated, ...]:
    """Everything that the two editions say otherwise of a value."""
    return tuple(
        Restated(what, said[0] or NOTHING, said[1] or NOTHING)
        for what, say in SAID.items()
        for said in [(say(before, old), say(after, new))]
        if said[0] != said[1]
    )


def _qualifier(one: Observation) -> str:
    found = one.qualifier
    return f"{found.prefix_zh or ''}{found.suffix_zh or ''}" if found else ""
