"""The numbers of a sentence and the cells they rest on, in words."""

from collections.abc import Iterator

from analysis.document.document import Cited, Sentence
from data.model.catalog import NATION, Catalog


def pieces(one: Sentence) -> Iterator[str | Cited]:
    """The text of a sentence, its numbers as the cells they rest on; a cell whose number does not
    stand there, in the order of the cells, is passed over."""
    rest = one.text
    for cell in one.cells:
        before, found, after = rest.partition(cell.text)
        if not found:
            continue
        if before:
            yield before
        yield cell
        rest = after
    if rest:
        yield rest


def told_of(cell: Cited, catalog: Catalog) -> str:
    """Indicator, region, period and formula of a cell; "" where it is of no indicator there is."""
    row = catalog.indicators.get(cell.indicator_id)
    if row is None:
        return ""
    names = {one.region_code: one.short_zh for one in (*catalog.provinces, catalog.region(NATION))}
    where = names.get(cell.region_code, "")
    how = f"；计算：{cell.formula}" if cell.formula else ""
    return f"{'，'.join(filter(None, (row.short_zh, where, cell.period)))}{how}"
