"""Our own index: its title and key around the figure, and below what it is made of, part by part,
which choices move it, how it is computed and what it cannot say."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from analysis.evaluation.bands import Band
from analysis.evaluation.choices import Choice
from analysis.evaluation.index import OpenIndex
from analysis.evaluation.index_words import FORMULA, LIMITS, level, moved
from components.charts.index_bands import EDGES, FILLS, NAMES, lines
from components.charts.signed_bar import signed_bar
from components.elements import element
from components.evaluation.choices import To
from components.evaluation.contributions import table
from components.evaluation.what_if import others, state, weights
from components.sources import credit
from components.unbroken import with_units

TITLE = "open-index-title"
COMPOSITION = "自算指数的构成"
SHOWN = 10  # choices: those that move it least say nothing


def texts(found: OpenIndex) -> list[Any]:
    """Above the figure: title, what the line is, what was changed, and the figure in words."""
    return [
        html.H2(_title(found), id=TITLE, tabIndex=-1),
        html.P(found.subtitle, className="subtitle") if found.subtitle else None,
        html.P(with_units(found.told), className="index-told") if found.told else None,
        html.P(in_words(found), id=f"{TITLE.removesuffix('-title')}-described",
               className="visually-hidden"),
    ]  # fmt: skip


def _title(found: OpenIndex) -> list[Any]:
    """The title, broken at the end of a line only before its brackets."""
    name, _, band = with_units(found.title).partition("（")
    return [name, html.Span(f"（{band}", className="index-band")] if band else [name]


def foot(found: OpenIndex) -> list[Any]:
    """Below the figure: what its bands and lines are, each with its last year."""
    if found.bands is None:
        return []
    own = found.bands
    bands = zip(NAMES, (own.dimensions, own.weights, own.parts), FILLS, EDGES, strict=True)
    return [
        html.Ul(
            [
                *(
                    html.Li([_swatch(fill, edge), f"{name} {_range(band)}"])
                    for name, band, fill, edge in bands
                ),
                *(
                    html.Li([_stroke(name), f"{name} {level(values[-1])}"])
                    for name, values in lines(found)
                ),
            ],
            className="legend index-key",
        ),
        html.P(
            [
                f"{found.years[-1]} 年数值。",
                html.A("调整权重和组成，查看公式与各项贡献", href="#what-if-panel"),
            ],
            className="note",
        ),
    ]


def tree(found: OpenIndex, to: To) -> list[Any]:
    """What the index is made of: what the reader may change, parts, choices, formula, limits."""
    if not found.design.parts:
        return [html.H2(COMPOSITION), html.P(found.lacking, className="nothing")]
    return [
        html.H2(COMPOSITION, id="what-if-title"),
        html.P(found.lacking, className="nothing") if found.lacking else None,
        *state(found, to),
        _beside([weights(found, to), *others(found, to)], _choices(found.choices, found.years)),
        *table(found, to),
        _beside(
            [html.H3("计算方法"), html.Ul([html.Li(text) for text in FORMULA])],
            [html.H3("使用说明与局限"), html.Ul([html.Li(text) for text in LIMITS])],
        ),
        html.P(credit(found.sources), className="credit") if found.sources else None,
    ]


def in_words(found: OpenIndex) -> str:
    """The figure for those who hear the page."""
    if found.bands is None:
        return f"折线图，{found.title}。{found.lacking}"
    own = found.bands
    told = "，".join(
        f"{year} 年 {level(value)}" for year, value in zip(found.years, found.values, strict=True)
    )
    bands = "；".join(
        f"{name} {_range(band)}"
        for name, band in zip(NAMES, (own.dimensions, own.weights, own.parts), strict=True)
    )
    others = "".join(f"；{name} {level(values[-1])}" for name, values in lines(found))
    return f"折线图，{found.subtitle}。{told}。{found.years[-1]} 年：{bands}{others}。"


def _beside(left: Sequence[Any], right: Sequence[Any]) -> Component:
    """Two texts beside one another where there is room."""
    return html.Div([html.Div(list(left)), html.Div(list(right))], className="index-beside")


def _range(band: Band) -> str:
    low, high = band.last
    return f"{level(low)}—{level(high)}"


def _choices(shown: Sequence[Choice], years: Sequence[int]) -> list[Component]:
    """Which choice moves the last year most, as a table with bars."""
    if not shown:
        return []
    span = min(one.effect for one in shown), max(one.effect for one in shown)
    year = years[-1]
    rows = [
        html.Tr(
            [
                html.Th(one.name, scope="row"),
                html.Td(moved(one.effect)),
                html.Td(signed_bar(one.effect, span)),
            ],
            key=one.name,
        )
        for one in shown[:SHOWN]
    ]
    heads = [html.Th(text, scope="col") for text in ("选择", "变动（点）", "图示")]
    return [
        html.H3(f"哪种选择对 {year} 年影响最大"),
        html.P(
            "各种选择的全部组合逐一计算；变动为改用该选择后的平均差，其余选择取遍各种组合。",
            className="subtitle",
        ),
        html.Table(
            [
                html.Caption(f"各种选择对 {year} 年数值的影响", className="visually-hidden"),
                html.Thead(html.Tr(heads)),
                html.Tbody(rows),
            ],
            className="evaluation-table index-choices",
        ),
    ]


def _swatch(fill: str, edge: str) -> Any:
    """A band of the figure, drawn: paper has it too."""
    dash = None if edge == "solid" else edge.replace("px", "").replace(",", " ")
    return element(
        "svg",
        element("rect", x="0.5", y="0.5", width="17", height="10", fill=fill, class_="band",
                stroke_dasharray=dash),
        class_="index-swatch",
        viewBox="0 0 18 11",
        aria_hidden="true",
    )  # fmt: skip


def _stroke(name: str) -> Any:
    """A line of the figure, drawn."""
    is_dotted = name.startswith("用算术")
    return element(
        "svg",
        element(
            "path", d="M0 5.5H18", class_="line", stroke_dasharray="1.5 3" if is_dotted else "6 3"
        ),
        class_="index-swatch",
        viewBox="0 0 18 11",
        aria_hidden="true",
    )
