"""What our own index is made of: dimensions, and parts that are each computed from indicators."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

NUMERATOR, DENOMINATOR, WEIGHTS = ROLES = ("numerator_id", "denominator_id", "weights_id")


@dataclass(frozen=True, slots=True)
class Form:
    """How a part is computed, in words, and which of its roles it needs beside the numerator;
    `may` are those that it takes where they are given."""

    formula_zh: str
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


# The descriptor of the data package allows the same words, and analysis.evaluation.forms computes
# each of them; tests name the place that lacks one.
FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "ratio": Form("三地分子合计 ÷ 三地分母合计", (DENOMINATOR,)),
        "share_jinji": Form("（天津 + 河北）÷ 三地合计"),
        "theil": Form("泰尔指数 Σ y ln(y ÷ w)，y、w 为各地占三地的比重", (DENOMINATOR,)),
        "spread": Form("三地比值的最大值 − 最小值", (DENOMINATOR,)),
        "ratio_hebei_beijing": Form("河北 ÷ 北京", may=(DENOMINATOR,)),
        "growth": Form("三地不变价增长（按上年值加权）÷ 人口增长", (DENOMINATOR, WEIGHTS)),
    }
)


@dataclass(frozen=True, slots=True)
class IndexDimension:
    """A dimension of the index; weights are used in proportion."""

    dimension: str
    order: int
    name_zh: str
    weight: float


@dataclass(frozen=True, slots=True)
class IndexPart:
    """A part of the index: `form` is a key of FORMS, `direction` 1 where a rise is wanted and -1
    where a fall is; one that is not `is_on` is known and not counted. `note_zh` has no full
    stop."""

    part: str
    dimension: str
    order: int
    form: str
    numerator_id: str
    denominator_id: str | None
    weights_id: str | None
    direction: int
    is_on: bool
    name_zh: str
    note_zh: str | None

    @property
    def indicators(self) -> tuple[str, ...]:
        """The ids of the indicators it is computed from, the numerator first."""
        every = (self.numerator_id, self.denominator_id, self.weights_id)
        return tuple(one for one in every if one)


@dataclass(frozen=True, slots=True)
class IndexDesign:
    """Dimensions and parts in their order; both are empty in editions from before there were
    any."""

    dimensions: tuple[IndexDimension, ...] = ()
    parts: tuple[IndexPart, ...] = ()


NO_DESIGN = IndexDesign()


def index_design(
    dimensions: Iterable[Mapping[str, Any]], parts: Iterable[Mapping[str, Any]]
) -> IndexDesign:
    """The design of the tables' rows."""
    return IndexDesign(
        tuple(sorted((IndexDimension(**row) for row in dimensions), key=lambda one: one.order)),
        tuple(sorted((IndexPart(**row) for row in parts), key=lambda one: one.order)),
    )
