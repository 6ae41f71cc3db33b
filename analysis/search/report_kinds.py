"""The page of reports and its kinds, by what they are called and written as."""

from analysis import links
from analysis.pages import PAGES, Page
from analysis.query import written
from analysis.reports.address import KINDS, MONITOR
from analysis.search.entry import Entry
from data.model.catalog import Catalog

NAME = PAGES[Page.REPORTS].name
CONTEXT = "页面"
OTHERS = ("公文版式", "Word", "PowerPoint", "幻灯片", "导出", KINDS[MONITOR].name)


def reports(_catalog: Catalog) -> list[Entry]:
    """The page, which opens with the first kind, and each other kind."""
    kinds = (
        Entry(links.page(Page.REPORTS, written({"report": kind})), (f"{one.name}（{NAME}）",), NAME)
        for kind, one in KINDS.items()
        if kind != MONITOR
    )
    return [Entry(links.page(Page.REPORTS), (NAME,), CONTEXT, others=OTHERS), *kinds]
