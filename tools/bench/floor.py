"""Make the floor: a page with the app's figures and the app's plotly.js, and nothing else."""

import json
import re
import shutil
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from string import Template
from urllib.parse import urljoin, urlsplit

from whitenoise.compress import Compressor

from tools.bench.floor_app import ANSWER, PUBLIC
from tools.bench.questions import Figures, Question
from tools.bench.servers import BUILD, BenchError
from tools.bench.sheets import Sheet

FOLDER = BUILD / "floor"
PAGE = Path(__file__).with_name("floor.html")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the app's page was seen to do: its requests, its charts' config and their sizes."""

    requests: list[str]
    config: dict[str, bool]
    sizes: dict[str, tuple[float, float]]

    def style(self) -> str:
        """The charts' sizes as a stylesheet."""
        rules = (f"#{i} {{ width: {w}px; height: {h}px }}" for i, (w, h) in self.sizes.items())
        return "\n".join(rules)


def build(pages: Iterable[tuple[Sheet, Question, Seen]]) -> None:
    """Write the floor's folder from the app's answers and the files its pages asked for; the
    first page's answer is the one that the bare endpoints give."""
    shutil.rmtree(FOLDER / PUBLIC, ignore_errors=True)
    answers = [_page(*page) for page in pages]
    (FOLDER / ANSWER).write_text(answers[0], "utf-8")
    compressor = Compressor(quiet=True)
    for path in [p for p in FOLDER.glob(f"{PUBLIC}/**/*") if p.is_file()]:
        list(compressor.compress(str(path)))


def _page(sheet: Sheet, question: Question, seen: Seen) -> str:
    """Write a page with all it needs; the app's answer that it was made of."""
    answer, figures = question.ask(sheet.path), question.figures(sheet.path)
    plotly, stub = one(seen.requests, r"plotly[^/]*\.js"), one(seen.requests, r"geo[^/]*\.js$")
    for address in (plotly, stub, *geojson(question, figures)):
        with urllib.request.urlopen(address) as got:
            write(urlsplit(address).path, got.read())
    page = Template(PAGE.read_text("utf-8")).substitute(
        sizes=seen.style(),
        places="".join(f'<div id="{chart}"></div>' for chart in sheet.charts),
        stub=relative(stub),
        plotly=relative(plotly),
        config=json.dumps(seen.config),
        figures=inline(figures),
    )
    write(f"/{sheet.floor}", page.encode())
    return answer


def one(addresses: list[str], pattern: str) -> str:
    """The address whose file name fits: the same file for app and floor."""
    found = [a for a in addresses if re.search(pattern, urlsplit(a).path)]
    if len(found) != 1:
        raise BenchError(f"应用的页面里应有且只有一个 {pattern}，实际 {len(found)} 个")
    return found[0]


def geojson(question: Question, figures: Figures) -> list[str]:
    """The addresses of the map's boundaries, each once."""
    traces = [trace for figure in figures.values() for trace in figure["data"]]
    named = {t["geojson"] for t in traces if isinstance(t.get("geojson"), str)}
    return [urljoin(question.address, name) for name in sorted(named)]


def relative(address: str) -> str:
    """The address without its host."""
    parts = urlsplit(address)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def inline(figures: Figures) -> str:
    """JSON that may stand inside a script element."""
    text = json.dumps(figures, ensure_ascii=False, separators=(",", ":"))
    return text.replace("</", "<\\/")


def write(address: str, content: bytes) -> None:
    """Put a file where its address has it."""
    path = FOLDER / PUBLIC / address.lstrip("/")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
