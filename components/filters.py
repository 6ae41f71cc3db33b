"""The filter bar: every choice is a link to the view it leads to."""

from collections.abc import Callable
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.state.view import Choices, View, with_region, with_theme
from analysis.text.periods import short
from components import theme, words
from components.attributes import attributes
from components.elements import element
from components.ids import Id
from components.parts import Html

ENDS = ("from", "to")  # of a range of years, as the address names them
YEAR = 4  # signs on a handle
WIDER = {"--thumb": "66px"}  # for those of a quarter or a month
To = Callable[[View], str]  # the address a view has on the page that links to it


def link(address: str, **props: Any) -> html.A:
    """A link that assets/core/links.js opens in place; without script it still works."""
    return html.A(href=address or "?", **attributes(data_view=address), **props)


def change(query: str, keep: str = "", **props: Any) -> html.A:
    """A link that sets the keys of a query in the page's address (an empty value takes a key
    away) and leaves the others; with `keep`, only those that it names, comma-separated.

    It reads the same on every view, so that the page need not be written anew; the rest of the
    address is put in when the link is about to be used (assets/core/links.js).
    """
    return link(query, **props, **attributes(data_change=query, data_keep=keep))


def region_toggles(view: View, options: Choices, to: To) -> list[html.A]:
    """One toggle a region, with its colour and mark; the last one stays on."""
    return [
        link(
            to(with_region(view, slug, options)),
            role="button",
            className=f"chip region region-{slug}",
            **attributes(aria_pressed=str(slug in view.regions).lower()),
            children=[
                html.Span(
                    theme.REGION_MARKS[slug][1], className="glyph", **attributes(aria_hidden="true")
                ),
                name,
            ],
        )
        for slug, name in options.regions.items()
    ]


def theme_chips(view: View, options: Choices, to: To) -> list[html.A]:
    """The nine themes, one of them current."""
    return [
        link(
            to(with_theme(view, slug, options)),
            className="chip",
            title=options.english.get(slug),
            children=name,
            **(attributes(aria_current="true") if slug == view.theme else {}),
        )
        for slug, name in options.themes.items()
    ]


def filter_bar() -> html.Div:
    """The bar; its groups are filled by every answer."""
    return html.Div(
        [
            _group(Id.REGIONS, words.REGION_LABEL, "regions"),
            _group(Id.THEMES, words.THEME_LABEL, "themes"),
            _group(Id.YEARS, words.YEARS_LABEL, "years"),
            html.Div(_actions(), className="filter-group actions"),
        ],
        className="filter-bar",
        role="search",
        **attributes(aria_label=words.FILTERS),
    )


def bar_texts(view: View, options: Choices, to: To) -> dict[Id, Any]:
    """What an answer puts into the filter bar."""
    return {
        Id.REGIONS: region_toggles(view, options, to),
        Id.THEMES: theme_chips(view, options, to),
        Id.YEARS: year_range(options.of(view.frequency), (view.start, view.end)),
    }


def year_range(options: Choices, years: tuple[int, int]) -> html.Div:
    """A range of years, or other periods, as two of the browser's own sliders on one track, each
    named and reached by keyboard. A script moves their handles while they are dragged
    (assets/core/years.js)."""
    first, last = options.first_year, options.last_year
    default = options.default()
    defaults = (default.start, default.end)
    parts: list[Any] = [
        part
        for name, label, year, usual in zip(ENDS, words.YEARS_LABELS, years, defaults, strict=True)
        for part in (
            element(
                "input",
                type="range",
                name=name,
                min=first,
                max=last,
                step=1,
                defaultValue=year,
                aria_label=label,
                data_default=usual,
                aria_valuetext=short(year),
                style=_on_top(name, years[0] > (first + last) / 2),
            ),
            html.Output(
                short(year),
                **attributes(data_of=name, aria_hidden="true"),
            ),
        )
    ]
    at = {
        f"--{name}": f"{(y - first) / (last - first):g}"
        for name, y in zip(ENDS, years, strict=True)
    }
    return html.Div(
        [html.Div(className="year-track"), *parts],
        className="year-range-track-box",
        style={**at, **(WIDER if len(short(last)) > YEAR else {}), "display": "contents"},
    )


def _on_top(name: str, is_late: bool) -> dict[str, str] | None:
    """Where the handles meet, the one that still has room lies on top: in the later half of the
    years that is the first one, which stands below the other by itself."""
    return {"zIndex": "1"} if is_late and name == ENDS[0] else None


def _actions() -> list[Component]:
    return [
        html.A(
            words.RESET[0],
            id=Id.RESET,
            href="?",
            className="quiet",
            title=words.RESET[1],
            role="button",
            **attributes(data_view=""),
        ),
    ]


def take_away() -> list[Component]:
    """What takes the view elsewhere: its link, and a scene of a briefing made of it."""
    return [
        html.Button(
            words.COPY_LINK[0],
            className="button",
            title=words.COPY_LINK[1],
            **attributes(data_copy_link="true"),
        ),
        html.Button(
            words.ADD_TO_BRIEFING[0],
            className="button",
            title=words.ADD_TO_BRIEFING[1],
            **attributes(data_add_to_briefing="true"),
        ),
    ]


def _group(group_id: Id, label: tuple[str, str], kind: str) -> html.Div:
    return html.Div(
        [
            html.Span(label[0], className="filter-label", title=label[1]),
            Html(group_id, className="chips", role="group", aria_label=label[0]),
        ],
        className=f"filter-group {kind}",
    )
