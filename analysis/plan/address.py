"""What the page of the plan looks at beside a View, and its two-way street to the query string."""

from dataclasses import dataclass

from analysis.query import Key, Query, written
from analysis.state import view as views
from analysis.state.view import Choices, View
from data.model.progress import KINDS

KEYS = ("kind",)  # beside those of a View


@dataclass(frozen=True, slots=True)
class PlanView:
    """A View, and the kinds of dated facts that are shown."""

    view: View
    kinds: tuple[str, ...] = KINDS


def keys() -> dict[str, Key]:
    """The query keys of the page beside those of a View, by name."""
    kind = Key(
        "kind",
        "进展的类别，可填多个，以逗号分隔：result（进展）、arrangement（安排）、before（此前）；"
        "缺省为全部",
        KINDS,
        is_list=True,
    )
    return {kind.name: kind}


def plan_view(text: str, options: Choices) -> tuple[PlanView, tuple[str, ...]]:
    """What a query string asks the page for, and remarks on what could not be read. As
    `analysis.state.view.view`: never raises. The view's indicator does not matter here."""
    query = Query.of(text)
    read = views.read(query, options)
    chosen = views.with_theme(read, read.theme, options)
    return PlanView(chosen, query.some(keys()["kind"]) or KINDS), tuple(query.remarks)


def query_of(chosen: PlanView, options: Choices) -> str:
    """The query string of what the page looks at, defaults left out; "" for the default."""
    kinds = "" if chosen.kinds == KINDS else ",".join(chosen.kinds)
    return written({**views.values(chosen.view, options), "kind": kinds})


def with_kind(kinds: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """The kinds with one switched on or off; the last one stays on."""
    wanted = set(kinds) ^ {kind} or set(kinds)
    return tuple(one for one in KINDS if one in wanted)
