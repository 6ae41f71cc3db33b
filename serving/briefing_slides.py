"""`/present.pptx`: a briefing as slides. GET is a briefing that is kept, or the prepared one; POST
is one as it stands in the editor, which was not saved."""

import hashlib
import re
from collections.abc import Sequence
from urllib.parse import quote

from dash import Dash
from flask import Response, request

from analysis import links
from analysis.document.document import Deck
from analysis.marking import marked
from analysis.reports.leaves.scenes import briefing_deck
from data.briefings.file import (
    NAME,
    NAME_IN_WORDS,
    PREPARED,
    PREPARED_TITLE,
    BrokenBriefing,
    DamagedBriefing,
    scenes_of,
)
from data.briefings.store import BriefingStore, NoBriefing
from data.model.catalog import Catalog
from data.model.scenes import Scene
from reports.apart import TooMuch
from serving.answering import not_built
from serving.briefing_refusals import Refused, refusal, wrong
from serving.briefings import FILE, prepared_or_own, sent
from serving.building import BUILDING, Busy
from serving.deck_slides import deck_slides
from serving.files import MIMETYPES
from serving.responses import offer

ADDRESS = "/present.pptx"
KIND = "pptx"


def register(app: Dash, catalog: Catalog, store: BriefingStore) -> None:
    """The address."""
    found = _Slides(catalog, store)
    app.server.add_url_rule(ADDRESS, "present_slides", found.kept, methods=["GET"])
    app.server.add_url_rule(ADDRESS, "present_slides_of", found.edited, methods=["POST"])


class _Slides:
    """The answers for one catalog and one folder of briefings."""

    def __init__(self, catalog: Catalog, store: BriefingStore) -> None:
        self._catalog = catalog
        self._store = store

    def kept(self) -> Response:
        """A briefing that is kept, by its name."""
        name = request.args.get("briefing") or PREPARED
        try:
            found = prepared_or_own(self._catalog, self._store, name)
        except (NoBriefing, DamagedBriefing) as error:
            return refusal(error)
        return self._answer(name, found.scenes)

    def edited(self) -> Response:
        """The pages that were sent, under the name that was sent with them."""
        try:
            body = sent({"name": str, "scenes": list})
            name = str(body["name"])
            if not re.fullmatch(NAME, name):
                raise wrong(f"应为{NAME_IN_WORDS}", "name", name)
            scenes = scenes_of(body["scenes"], FILE, self._store.known)
        except (Refused, BrokenBriefing) as error:
            return refusal(error)
        return self._answer(name, scenes)

    def _answer(self, name: str, scenes: Sequence[Scene]) -> Response:
        title = PREPARED_TITLE if name == PREPARED else name
        catalog = self._catalog
        key = f"{catalog.digest} {marked()} {name} {scenes!r}"

        def make() -> bytes:
            made = self._deck(name, title, scenes)
            return deck_slides(catalog, made)

        try:
            content = BUILDING.file(hashlib.sha256(key.encode()).hexdigest(), make)
        except (Busy, TooMuch) as reason:
            return not_built(reason)
        response = Response(content, content_type=MIMETYPES[KIND])
        offer(response, f"briefing.{KIND}", f"京津冀监测_汇报_{title}_{catalog.version}.{KIND}")
        response.headers["Cache-Control"] = "no-store"
        return response

    def _deck(self, name: str, title: str, scenes: Sequence[Scene]) -> Deck:
        query = "" if name == PREPARED else f"briefing={quote(name)}"
        address = links.permanent(links.PRESENT, query, self._catalog.digest)
        return briefing_deck(self._catalog, (title, address, marked()), scenes)
