"""Official names as every page shows them: by kind, those of a document together with it."""

from collections.abc import Sequence
from itertools import groupby

from dash import html

from analysis.text.official_names import NameGroup
from data.model.names import OfficialName


def names_folds(groups: Sequence[NameGroup]) -> list[html.Details]:
    """A fold a kind: how many and what of, then the names."""
    return [
        html.Details(
            [
                html.Summary(f"{group.kind.name_zh}（{len(group.names)}）"),
                html.P(group.said, className="note"),
                html.Ul(
                    [_names(list(own)) for _, own in groupby(group.names, _document)],
                    className="plan-list",
                ),
            ],
            className="notes names-fold",
            key=f"names-{group.kind.kind}",
        )
        for group in groups
    ]


def _names(names: Sequence[OfficialName]) -> html.Li:
    """The names that one document has, then the document."""
    first = names[0]
    told = (first.batch_zh, first.document_zh, first.publisher_zh)
    foot = html.Span(" · ".join(filter(None, told)), className="row-foot")
    said = [html.Span(one.name_zh, id=f"name-{one.name_id}") for one in names]
    return html.Li([*[part for one in said for part in ("、", one)][1:], foot])


def _document(one: OfficialName) -> tuple[str, str, str]:
    return one.batch_zh or "", one.document_zh, one.publisher_zh
