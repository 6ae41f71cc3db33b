"""What the page is set against, and the way to its parts."""

from typing import Any

from dash import html

from analysis.evaluation.summary import EvaluationSummary
from components.attributes import attributes
from components.evaluation.choices import To, chips
from data.model.watch import WORSENED

REFERENCE = "对照"
PARTS = "部分"


def tree(found: EvaluationSummary, to: To) -> list[Any]:
    """The region whose values are 1, and the parts of the page."""
    references = [(slug, f"{name} = 1") for slug, name in found.references.items()]
    return [
        chips(REFERENCE, references, found.chosen.reference, lambda slug: to(reference=slug)),
        html.Nav(
            [
                html.Span(PARTS, className="filter-label"),
                *(
                    html.A(text, href=f"#{name}-panel", className="chip")
                    for name, text in _parts(found)
                ),
            ],
            className="chips evaluation-choices",
            **attributes(aria_label=PARTS),
        ),
    ]


def _parts(found: EvaluationSummary) -> tuple[tuple[str, str], ...]:
    worse = found.watch.counts.get(WORSENED, 0)
    return (
        ("gaps", "差距"),
        ("division", "分工"),
        ("official", "官方指数"),
        ("open-index", "自算指数"),
        ("measures", "各项度量"),
        ("watch", f"回落清单 {worse}"),
        ("others", "为什么不用"),
    )
