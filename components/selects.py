"""Selects: of a key of the address, and of every indicator by theme."""

from collections.abc import Callable, Iterable
from typing import Any

from analysis.state.view import Choices
from components.elements import element
from data.model.catalog import Catalog


def address_select(
    key: str, name: str, options: Iterable[Any], class_: str = "form-select", again: str = ""
) -> list[Any]:
    """A select that writes its value into the address as `key` and follows it, and the place
    where it is said how a choice made by keyboard is followed (assets/core/selects.js). It has no
    value of its own; where `again` changes it is another select, what was chosen but not yet
    followed in the old one is gone."""
    named = {"data_key": key, "aria_label": name}
    return [
        element("select", *options, class_=class_, key=again or key, **named),
        element("span", class_="select-hint", role="status", key=f"{key}-hint"),
    ]


def option(value: str, text: str) -> Any:
    """A choice; the value "" takes the key out of the address."""
    return element("option", text, value=value)


def indicator_options(
    catalog: Catalog, options: Choices, is_offered: Callable[[str], bool] = lambda _: True
) -> list[Any]:
    """Every indicator that is offered, in groups by theme."""
    return [
        element(
            "optgroup",
            *(option(i, catalog.indicators[i].short_zh) for i in ids if is_offered(i)),
            label=options.themes[theme],
        )
        for theme, ids in options.indicators.items()
    ]
