"""What the browser asks the app: the request as it was seen, asked again for any view."""

import json
import urllib.request
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from tools.bench.sheets import SHEETS

CHARTS = frozenset(chart for sheet in SHEETS for chart in sheet.charts)
Figures = dict[str, dict[str, Any]]
CALLBACK = "/_dash-update-component"
# What of the browser's headers the server's work depends on.
SENT = ("content-type", "accept", "accept-encoding")


@dataclass(frozen=True, slots=True)
class Question:
    """The request for an answer: where it goes, its headers, and its body for any address
    (path and query)."""

    address: str
    headers: Mapping[str, str]
    body: str

    @classmethod
    def seen(cls, address: str, headers: Mapping[str, str], body: str) -> "Question":
        """The question in a request that the browser made."""
        return cls(address, {key: headers[key] for key in SENT if key in headers}, body)

    @property
    def parts(self) -> tuple[str, str]:
        """The body before and after the address: the browser writes it without spaces."""
        asked = json.loads(self.body)
        mark = "\0"
        asked["inputs"][0]["value"]["address"] = mark
        text = json.dumps(asked, ensure_ascii=False, separators=(",", ":"))
        before, _, after = text.partition(json.dumps(mark)[1:-1])
        return before, after

    def ask(self, place: str) -> str:
        """The app's answer for an address, as text."""
        before, after = self.parts
        request = urllib.request.Request(
            self.address, f"{before}{place}{after}".encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return str(answer.read().decode())

    def figures(self, place: str) -> Figures:
        """The figures in the app's answer for an address."""
        answer = json.loads(self.ask(place))["response"]
        return {name: part["figure"] for name, part in answer.items() if name in CHARTS}

    def make_known(self, places: list[str], times: int = 8) -> None:
        """Ask so often, at once and on new connections, that every worker keeps the answers."""
        for place in places:
            with ThreadPoolExecutor(times) as crowd:
                list(crowd.map(self.ask, [place] * times))

    @property
    def origin(self) -> str:
        """The page's own address."""
        return urljoin(self.address, "/")
