"""What is filled in on the page when something is done: every field that there is, by its id."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import ALL, State

from components.desk.ids import DeskId
from components.desk.names import indicator_of
from data.imports.imported import INDICATOR, PERIOD, REGION, UNIT, Choices

FIELDS = ("form", "answer", "choice", "pick", "confirmed", "area")
STATES: Mapping[str, Any] = {
    **{name: (State({name: ALL}, "id"), State({name: ALL}, "value")) for name in FIELDS},
    "source": (
        State({"source": ALL, "field": ALL}, "id"),
        State({"source": ALL, "field": ALL}, "value"),
    ),
    "received": State(DeskId.RECEIVED, "data"),
    "place": State(DeskId.PLACE, "search"),
}


@dataclass(frozen=True, slots=True)
class Received:
    """The file that came in: the id of its upload and its own name."""

    upload_id: str
    name: str


@dataclass(frozen=True)
class Filled:
    """The fields by name, key or number; what is empty is "" in all of them."""

    form: Mapping[str, Any]
    answers: Mapping[str, str]
    choice: Mapping[str, str]
    picks: Mapping[int, str]
    confirmed: Mapping[int, bool]
    areas: Mapping[int, str]
    sources: Mapping[int, Mapping[str, str]]
    received: Received | None
    place: str

    @property
    def choices(self) -> Choices:
        """What was chosen where the file does not say it."""
        of = self.choice.get
        indicator = indicator_of(of(INDICATOR, "")) or ""
        return Choices(indicator, of(REGION, ""), of(PERIOD, "").strip(), of(UNIT, "").strip())


def filled(state: Mapping[str, Any]) -> Filled:
    """The fields of a request; what is of another kind than a field can hold is as if empty."""
    sources: dict[int, dict[str, str]] = {}
    for name, value in zip(*state["source"], strict=True):
        sources.setdefault(name["source"], {})[name["field"]] = _text(value)
    return Filled(
        form={name["form"]: value for name, value in zip(*state["form"], strict=True)},
        answers=_texts("answer", state),
        choice=_texts("choice", state),
        picks=_texts("pick", state),
        confirmed={
            name["confirmed"]: value is True
            for name, value in zip(*state["confirmed"], strict=True)
        },
        areas=_texts("area", state),
        sources=sources,
        received=received(state["received"]),
        place=_text(state["place"]),
    )


def received(found: object) -> Received | None:
    """The file that the page says came in."""
    if not isinstance(found, dict):
        return None
    upload_id, name = found.get("id"), found.get("name")
    return (
        Received(upload_id, name) if isinstance(upload_id, str) and isinstance(name, str) else None
    )


def _texts(name: str, state: Mapping[str, Sequence[Any]]) -> dict[Any, str]:
    return {one[name]: _text(value) for one, value in zip(*state[name], strict=True)}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
