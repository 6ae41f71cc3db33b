"""Answers: what an address shows, computed once for this data version and kept."""

from collections.abc import Callable, Iterable
from time import sleep
from typing import Any

import orjson
from dash.development.base_component import Component

from analysis import links
from analysis.pages import Page, page_of
from analysis.state.view import view
from callbacks.site import Bindings, Site
from components import missing, shell
from components.content import Content, Part, fragment, packed, unpacked
from components.elements import tree
from components.ids import Id
from data.cache import Cache
from data.recent import Recent

REMEMBERED = 16_000_000  # bytes of finished answers in each process: about four hundred views
MEMORY, DISK, COMPUTED = "memory", "disk", "computed"  # where a view was found
LARGEST_NUMBER = 2**53  # of a script
PAUSE = 0.01  # seconds between two prepared views, for the requests that come meanwhile
SHELL = (Id.NAV, Id.REGIONS, Id.THEMES, Id.YEARS, Id.PAPER, Id.REMARKS)  # of every page


class Answers:
    """The answers of one site, whose pages are `bindings`. Those that are prepared lie in `cache`
    and are read by every process; without one each process computes its own. `told` hears
    of each view where it was found: MEMORY, DISK or COMPUTED."""

    def __init__(
        self,
        site: Site,
        bindings: Bindings,
        cache: Cache | None = None,
        told: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.site = site
        self._bindings = bindings
        self._cache = cache
        self.told = told
        self._kept = Recent[tuple[Page, Any], Content](REMEMBERED, lambda found: found.size)

    def to(self, page: Page, question: object) -> dict[str, Any]:
        """What a question about another view of a page sets: its parts, the shell's, and whose
        answer this is. A question is {"number", "address", "edition"}, the last that of
        the document which asks; what cannot be read is default."""
        found, remarks = self._shown(page, *_split(_address_of(question)))
        return {
            **found.parts,
            Id.REMARKS: remarks,
            "answer": self._answer(question, found),
        }

    def page(self, question: object) -> dict[str, Any]:
        """What a question about another page sets: the page, filled, and the shell's parts."""
        address = _address_of(question)
        found, remarks = self.content(address)
        shared: dict[str, Part] = {str(place): found.parts.get(place) for place in SHELL}
        return {
            **shared,
            Id.REMARKS: remarks,
            "frame": _plain(self.frame(found)),
            "answer": self._answer(question, found),
        }

    def content(self, address: str) -> tuple[Content, Part]:
        """What an address shows (path and query, the fragment does not count), and the remarks
        on it; of a path that is no page it is said so."""
        path, query = _split(address)
        page = page_of(path, self.site.options)
        if page is None:
            return self.refusal(missing.NONE_HERE, address)
        return self._shown(page, path, query)

    def again(self, address: str, is_use: bool = True) -> Content | None:
        """What an address shows, where it is in memory and nothing is to be said of the address;
        not `is_use`: it was only just made."""
        path, query = _split(address)
        page = page_of(path, self.site.options)
        if page is None:
            return None
        state, remarks = self._bindings[page].read(self.site, path, query)
        kept = self._kept.get((page, state), is_use)
        return kept if kept is not None and not (remarks or kept.remarks) else None

    def refusal(self, status: int, address: str, number: str = "") -> tuple[Content, Part]:
        """What an address shows that cannot be shown, for a status of HTTP; `number`: of the
        request, as the log knows it."""
        site, (path, query) = self.site, _split(address)
        kept, _ = view(query, site.options)
        found = missing.shown(status, path, kept, (site.catalog, site.options), number)
        return found, fragment(tree(None))

    def _answer(self, question: object, found: Content) -> dict[str, Any]:
        """Whose answer this is, and from which edition: a document shows one only."""
        number = number_of(question)
        edition = self.site.catalog.digest
        return {"number": number, "page": found.page, "title": found.title, "edition": edition}

    def _shown(self, page: Page, path: str, query: str) -> tuple[Content, Part]:
        state, remarks = self._bindings[page].read(self.site, path, query)
        found = self._content(page, state)
        return found, fragment(tree(shell.remarks((*remarks, *found.remarks))))

    def frame(self, found: Content) -> Component:
        """The page of a content, filled with it."""
        if found.page == missing.NAME:
            return missing.frame(found.parts)
        return self._bindings[Page(found.page)].frame(self.site, found.parts)

    def frames(self) -> dict[Page, Component]:
        """Every page, empty: what may stand in the place of the pages."""
        return {page: own.frame(self.site, {}) for page, own in self._bindings.items()}

    def prepare(self, likely: Iterable[tuple[Page, Any]]) -> int:
        """Have the answers to these states ready for every process; how many are. They are not
        kept in this process: it reads them when they are asked for."""
        if self._cache is None:
            return 0
        count = 0
        for page, state in likely:
            if self._prepared(page, state) is None:
                made = packed(self._bindings[page].show(self.site, state))
                if not self._cache.write(_key(page, state), made):
                    break  # full, or not to be written to: so it is for all that follow
                sleep(PAUSE)
            count += 1
        return count

    def _content(self, page: Page, state: Any) -> Content:
        kept = self._kept.get((page, state))
        if kept is not None:
            self.told(MEMORY)
            return kept
        prepared = self._prepared(page, state)
        found = prepared or self._bindings[page].show(self.site, state)
        self.told(DISK if prepared else COMPUTED)
        self._kept.keep((page, state), found)
        return found

    def _prepared(self, page: Page, state: Any) -> Content | None:
        found = self._cache.read(_key(page, state)) if self._cache else None
        return unpacked(found) if found is not None else None


def _key(page: Page, state: Any) -> str:
    """A state in words that hold all of it: states are frozen dataclasses and tuples."""
    return f"{page} {state!r}"


def number_of(question: object) -> int | None:
    """The number of a question; None where it is none that a browser counts to."""
    number = question.get("number") if isinstance(question, dict) else None
    return number if isinstance(number, int) and abs(number) < LARGEST_NUMBER else None


def _address_of(question: object) -> str:
    address = question.get("address") if isinstance(question, dict) else None
    return address if isinstance(address, str) else links.base()


def _split(address: str) -> tuple[str, str]:
    path, _, query = address.partition("#")[0].partition("?")
    return links.path_of(path), query


def _plain(component: Component) -> orjson.Fragment:
    """Components as JSON, in which the parts stand as they were written."""
    return orjson.Fragment(orjson.dumps(component, default=lambda one: one.to_plotly_json()))
