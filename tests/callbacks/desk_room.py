"""A store with the desk over it, for tests of what the desk does."""

from dataclasses import replace

from desk_page import DeskPage

from callbacks.desk.desk import Caller, Desk
from components.desk.ids import deed, form
from data.editions.deeds import Person
from data.editions.publishing import Publishing
from reports.template import template_csv, template_rows
from serving.desk import create_desk

LI = Caller(Person("李", "10.0.0.1"), may_edit=True, may_approve=True)
WANG = Caller(Person("王", "10.0.0.2"), may_edit=True, may_approve=True)


class Room:
    """A store of its own with the desk over it; `who` sends the requests."""

    def __init__(self, folder, edition, assets, catalogs):
        self.who = LI
        self.faults = []
        self.desk = Desk(
            folder, edition, lambda: self.who, check=lambda _: self.faults, _catalogs=catalogs
        )
        self.client = create_desk(self.desk, assets, ["localhost"]).server.test_client()

    def page(self, query=""):
        return DeskPage(self.client, query)

    def begun(self, title="年度数据"):
        page = self.page()
        page.fill(form("title"), title)
        assert "已新建草稿" in page.press(deed("create"))
        return page

    def draft(self, page):
        return self.desk.rules.drafts.read(page.parts["place"]["search"].partition("=")[2])

    def catalog(self):
        return self.desk.catalog(self.desk.base())

    def changed_template(self, times=1.5, **said):
        """The template of one indicator with its first value changed, as CSV."""
        rows = list(template_rows(self.catalog(), ["gdp"]))
        first = replace(rows[0], value=round(rows[0].value * times, 1), **said)
        return template_csv([first, *rows[1:]])

    def published(self):
        """Another edition, by the rules alone."""
        rules = Publishing(self.desk.store, lambda _: [])
        draft = rules.create(LI.person, "较新的版本")
        table = self.desk.base() / "tables" / "observations.csv"
        text = table.read_text(encoding="utf-8").replace(",A,", ",P,", 1)
        rules.replace_tables(LI.person, draft.draft_id, {"observations": text.encode()}, None)
        mark = rules.submit(LI.person, draft.draft_id).digest
        rules.approve(WANG.person, draft.draft_id, mark)
        rules.publish(LI.person, draft.draft_id)
        return mark

    def last(self):
        return self.desk.rules.ledger.records()[-1]
