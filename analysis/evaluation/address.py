"""What the evaluation looks at, and its two-way street to the query string."""

from dataclasses import dataclass, replace

from analysis.evaluation import what_if
from analysis.evaluation.what_if import FIRST_YEAR, WhatIf
from analysis.query import Key, Query, period_key, written
from analysis.state import view as views
from analysis.state.view import Choices, View
from data.model.catalog import Catalog
from data.model.watch import SIGNS, WORSENED

KEYS = ("reference", "weights", "without", "base", "trust", "sign", "sort")  # beside a View's
ALL = "all"  # every sign of the watch list
SORTS = BY_SIGN, BY_SIZE, BY_THEME, BY_REGION = ("sign", "size", "theme", "region")
NOTHING = WhatIf()  # is changed about the index


@dataclass(frozen=True, slots=True)
class EvaluationView:
    """What the page looks at: regions and years of a View, the region whose values are 1 in the
    ratios (a slug), what the reader changed about the index, which sign of the watch list (ALL
    for every one) and in what order."""

    view: View
    reference: str
    changed: WhatIf = NOTHING
    sign: str = WORSENED
    sort: str = BY_SIGN


@dataclass(frozen=True, slots=True)
class EvaluationChoices:
    """What an EvaluationView may hold: dimensions and parts of the index by their ids."""

    dimensions: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


def evaluation_choices(catalog: Catalog) -> EvaluationChoices:
    """The choices that the catalog's tables give."""
    return EvaluationChoices(
        tuple(one.dimension for one in catalog.index.dimensions),
        tuple(one.part for one in catalog.index.parts),
    )


def own_options(options: Choices) -> Choices:
    """The choices of the page: years from FIRST_YEAR on, where the tables reach that far."""
    first = min(max(options.first_year, FIRST_YEAR), options.settled_year)
    return replace(options, first_year=first, every={})


def shared_view(chosen: EvaluationView, options: Choices) -> View:
    """The View as other pages take it over: the first year of this page is no choice there."""
    view = chosen.view
    is_usual = view.start == own_options(options).first_year
    return replace(view, start=options.first_year) if is_usual else view


def keys(options: Choices, known: EvaluationChoices) -> dict[str, Key]:
    """The query keys of the page beside those of a View, by name."""
    slugs = tuple(options.regions)
    found = (
        Key("reference", "两地之比以哪一地为 1；缺省为最后一个地区", slugs),
        *what_if.keys(known.dimensions, known.parts),
        period_key("base", "定基指数的基期", options.first_year, options.last_year),
        Key("sign", "回落清单的情形；缺省为 worsened（回落），all 为全部", (ALL, *SIGNS)),
        Key("sort", "回落清单的次序；缺省为按情形", SORTS),
    )
    return {key.name: key for key in found}


def evaluation_view(
    text: str, options: Choices, known: EvaluationChoices
) -> tuple[EvaluationView, tuple[str, ...]]:
    """What a query string asks the page for, and remarks on what could not be read. As
    `analysis.state.view.view`: never raises. A first year before the page's own is its own: other
    pages reach further back."""
    query, own, named = Query.of(text), own_options(options), keys(options, known)
    start = query.given.get("from", "")
    kept = {"from": str(own.first_year)} if is_before(start, own) else {}
    changed = what_if.read(query, known.dimensions, known.parts)
    chosen = EvaluationView(
        view=views.read(Query({**query.given, **kept}, query.remarks), own),
        reference=query.filled(named["reference"]) or tuple(options.regions)[-1],
        changed=replace(changed, base=query.period(named["base"]) or FIRST_YEAR),
        sign=query.filled(named["sign"]) or WORSENED,
        sort=query.filled(named["sort"]) or BY_SIGN,
    )
    return chosen, tuple(query.remarks)


def is_before(year: str, own: Choices) -> bool:
    """Whether a year, as an address has it, lies before the first of these choices."""
    return year.isascii() and year.isdigit() and len(year) == 4 and int(year) < own.first_year


def unchanged(chosen: EvaluationView) -> EvaluationView:
    """The same regions, years and reference, with nothing changed about the index or the list."""
    return EvaluationView(chosen.view, chosen.reference)


def query_of(chosen: EvaluationView, options: Choices) -> str:
    """The query string of what the page looks at, defaults left out; "" for the default."""
    base = chosen.changed.base
    return written(
        {
            **views.values(chosen.view, own_options(options)),
            "reference": "" if chosen.reference == tuple(options.regions)[-1] else chosen.reference,
            **what_if.values(chosen.changed),
            "base": "" if base == FIRST_YEAR else str(base),
            "sign": "" if chosen.sign == WORSENED else chosen.sign,
            "sort": "" if chosen.sort == BY_SIGN else chosen.sort,
        }
    )
