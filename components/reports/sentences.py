"""The sentences of a report: each number leads to its cell, each sentence has its switch."""

from dataclasses import dataclass
from typing import Any

from analysis import links
from analysis.document.document import Cited, Section, Sentence
from analysis.reports.address import LONGEST_OFF, LONGEST_OWN, LONGEST_SENTENCE, ReportView
from analysis.view_links import Links
from components.attributes import attributes
from components.elements import Tree, element
from components.filters import link
from components.reports.cells import pieces, told_of
from components.reports.choices import To
from data.model.catalog import Catalog

OFF, ON, REMOVE = "不用", "恢复", "删除"
OWN = "编写者补充"
ADD = "补充文字"
FULL = "不用的句子已达上限：可减少主题，或恢复一些句子"
BEGINNING = 14  # signs of a sentence that its switch is called by


@dataclass(frozen=True, slots=True)
class Desk:
    """What the sentences of a page are worked on with: its state, the tables that name a cell, the
    addresses of cells, and `to`, that of the page with something changed."""

    chosen: ReportView
    catalog: Catalog
    ways: Links
    to: To


def paragraph(found: tuple[Sentence, ...], desk: Desk, section: Section | None = None) -> list[Any]:
    """The sentences of a paragraph, those that are not used too; then those of the writer."""
    own = [
        (i, said) for i, (key, said) in enumerate(desk.chosen.own) if section and key == section.key
    ]
    rows = [_sentence(one, desk) for one in found]
    rows += [_own(place, said, desk) for place, said in own]
    return [element("ul", *rows, class_="report-sentences", key="said")] if rows else []


def _sentence(one: Sentence, desk: Desk) -> dict[str, Any]:
    off = desk.chosen.off
    is_off = one.key in off
    other = tuple(k for k in off if k != one.key) if is_off else (*off, one.key)
    said = ON if is_off else OFF
    is_full = len(",".join(other)) > LONGEST_OFF  # an address holds no more
    return element(
        "li",
        element("p", *_with_cells(one, desk)),
        element("span", said, class_="report-switch", title=FULL)
        if is_full
        else link(
            desk.to(off=other),
            className="report-switch",
            children=said,
            role="button",
            **attributes(aria_label=f"{said}：{one.text[:BEGINNING]}"),
        ),
        class_="report-sentence is-off" if is_off else "report-sentence",
        key=one.key,
    )


def _own(place: int, said: str, desk: Desk) -> dict[str, Any]:
    """A sentence of the writer's, which is taken away by its place among them."""
    own = desk.chosen.own
    return element(
        "li",
        element("p", element("span", OWN, class_="report-own-mark"), said),
        link(
            desk.to(own=(*own[:place], *own[place + 1 :])),
            className="report-switch",
            children=REMOVE,
            role="button",
            **attributes(aria_label=f"{REMOVE}：{said[:BEGINNING]}"),
        ),
        class_="report-sentence is-own",
        key=f"own-{place}-{said[:BEGINNING]}",
    )


def kept_list(section: Section) -> dict[str, Any]:
    """Where the writer's sentences stand that no address holds (assets/reports/kept.js)."""
    return element("ul", class_="report-sentences", data_kept=section.key, key="kept")


def own_form(section: Section, heading: str) -> dict[str, Any]:
    """Where the writer adds a sentence to a section (assets/reports/own.js)."""
    field = element(
        "input",
        type="text",
        name="said",
        autoComplete="off",
        maxLength=LONGEST_SENTENCE,
        aria_label=f"在“{heading}”补充一句",
    )
    add = element("button", "加入", type="submit", class_="button", aria_label=f"加入“{heading}”")
    form = element(
        "form",
        field,
        add,
        element("p", class_="report-own-told", role="status"),
        data_section=section.key,
        data_longest=LONGEST_OWN,
        class_="report-own-form",
    )
    return element("details", element("summary", ADD), form, class_="report-own", key="own")


def _with_cells(one: Sentence, desk: Desk) -> list[Tree | Any]:
    """The text with each number that rests on a cell as the link to it."""
    return [_cell(part, desk) if isinstance(part, Cited) else part for part in pieces(one)]


def _cell(cell: Cited, desk: Desk) -> Any:
    told = told_of(cell, desk.catalog)
    if not told:
        return cell.text
    slugs = {one.region_code: one.slug for one in desk.catalog.provinces}
    is_yearly = desk.ways.options.theme_of(cell.indicator_id) is not None
    slug = slugs.get(cell.region_code, "")
    return link(
        desk.ways.values(cell.indicator_id, slug)
        if is_yearly
        else links.indicator(cell.indicator_id),
        className="report-cell",
        children=cell.text,
        title=told,
    )
