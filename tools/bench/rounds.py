"""The rounds: app and floor in turn, so that a slow moment of the machine meets both."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tools.bench.browser import (
    FLOOR_QUIET,
    QUIET,
    Visit,
    charts_drawn,
    chromium,
    fresh,
    look,
    settle,
    visit,
)
from tools.bench.changes import HANDS, Change, click, react
from tools.bench.floor import build
from tools.bench.load import aims, measure
from tools.bench.questions import Question
from tools.bench.servers import APP, FLOOR, STATIC, Target, serving
from tools.bench.views import Views

STARTS = 5
Say = Callable[[str], None]


def _both() -> dict[str, list[Any]]:
    return {APP.name: [], FLOOR.name: []}


@dataclass(slots=True)
class Results:
    """Everything measured in one run; the lists are keyed by "app" and "floor"."""

    cold: dict[str, list[Visit]] = field(default_factory=_both)
    warm: dict[str, list[Visit]] = field(default_factory=_both)
    changes: dict[str, list[Change]] = field(default_factory=_both)
    load: dict[str, dict[str, float]] = field(default_factory=dict)
    starts: dict[str, list[float]] = field(default_factory=_both)
    memory: dict[str, float] = field(default_factory=dict)


def run(rounds: int, say: Say) -> Results:
    """Measure everything."""
    results, views = Results(), Views()
    shutil.rmtree(STATIC, ignore_errors=True)  # WhiteNoise serves whatever an older app left there
    say("启动应用，压缩静态文件…")
    with serving(APP) as app, chromium() as browser:
        say("准备基准页面…")
        opening, steps = views.lap(0)
        question, seen = look(browser, f"{app.address}/{opening}", steps[0].selector)
        build(question, seen)
        with serving(FLOOR) as floor:
            addresses = {APP.name: f"{app.address}/", FLOOR.name: f"{floor.address}/"}
            pair = Pair(browser, addresses, question, views, results)
            app.rest()
            pair.look_once()
            for turn in range(rounds):
                say(f"第 {turn + 1}/{rounds} 轮：打开页面，改变筛选…")
                pair.load(turn)
                pair.change(turn)
            say("服务器承压…")
            results.load = measure(question, aims(question, floor.address, views))
            results.memory = {APP.name: app.memory(), FLOOR.name: floor.memory()}
    say("启动…")
    start_up(results)
    return results


def start_up(results: Results) -> None:
    """Start both several times; how long until the first answer."""
    for _ in range(STARTS):
        for target in (APP, FLOOR):
            results.starts[target.name].append(_started(target))


def _started(target: Target) -> float:
    with serving(target) as server:
        return server.start_seconds


@dataclass(frozen=True, slots=True)
class Pair:
    """App and floor, side by side in one browser."""

    browser: Browser
    addresses: dict[str, str]
    question: Question
    views: Views
    results: Results

    def look_once(self) -> None:
        """One visit each that is not counted: the first of a server is never typical."""
        self.question.make_known([""])
        for name in self.addresses:
            with fresh(self.browser) as context:
                visit(context, self.addresses[name], QUIET)

    def load(self, turn: int) -> None:
        """Open each page with an empty cache, then again with what it left behind."""
        names = [APP.name, FLOOR.name] if turn % 2 == 0 else [FLOOR.name, APP.name]
        for name in names:
            quiet = QUIET if name == APP.name else FLOOR_QUIET
            with fresh(self.browser) as context:
                cold, page = visit(context, self.addresses[name], quiet)
                page.close()
                warm, _ = visit(context, self.addresses[name], quiet)
            self.results.cold[name].append(cold)
            self.results.warm[name].append(warm)

    def change(self, turn: int) -> None:
        """A lap of changes on the app, then the same views on the floor.

        Every second lap repeats the one before it, when each worker has kept its answers;
        two laps are made by mouse, the next two by keyboard.
        """
        hand = list(HANDS)[turn // 2 % len(HANDS)]
        opening, steps = self.views.lap(turn // 2)
        known = {opening, *(s.query for s in steps if turn % 2 == 1)}
        self.question.make_known(sorted(known))
        with fresh(self.browser) as context:
            page = self._opened(context, APP.name, opening)
            self.results.changes[APP.name] += [
                click(page, s, hand, s.query in known) for s in steps
            ]
        figures = {s.query: self.question.figures(s.query) for s in steps}
        with fresh(self.browser) as context:
            page = self._opened(context, FLOOR.name, "")
            react(page, steps[-1], hand, True, figures[opening])
            self.results.changes[FLOOR.name] += [
                react(page, s, hand, s.query in known, figures[s.query]) for s in steps
            ]

    def _opened(self, context: BrowserContext, name: str, query: str) -> Page:
        page = context.new_page()
        page.goto(self.addresses[name] + query)
        charts_drawn(page)
        settle(page, QUIET)
        return page
