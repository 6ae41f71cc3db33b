"""The rounds: app and floor in turn, so that a slow moment of the machine meets both."""

import json
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
from tools.bench.floor import Seen, build
from tools.bench.load import aims, measure
from tools.bench.questions import Question
from tools.bench.servers import APP, FLOOR, STATIC, Target, serving
from tools.bench.sheets import AREAS, SHEETS, Sheet
from tools.bench.turns import FLOOR_PAGE, build_stage, turned
from tools.bench.views import Lap, Views

STARTS = 5
Say = Callable[[str], None]


def _both() -> dict[str, list[Any]]:
    return {APP.name: [], FLOOR.name: []}


@dataclass(slots=True)
class Results:
    """Everything measured in one run; the lists are keyed by "app" and "floor", changes by the
    page's name before that."""

    cold: dict[str, list[Visit]] = field(default_factory=_both)
    warm: dict[str, list[Visit]] = field(default_factory=_both)
    changes: dict[str, dict[str, list[Change]]] = field(
        default_factory=lambda: {sheet.name: _both() for sheet in SHEETS}
    )
    counties: dict[str, list[Change]] = field(default_factory=_both)
    grounds: dict[str, list[Change]] = field(default_factory=_both)
    areas: dict[str, list[Visit]] = field(default_factory=_both)
    turns: dict[str, list[float]] = field(default_factory=_both)
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
        looks = [_look(browser, app.address, sheet, views) for sheet in SHEETS]
        question = looks[0][0]
        build((sheet, *found) for sheet, found in zip(SHEETS, looks, strict=True))
        deck = build_stage(app.address)
        with serving(FLOOR) as floor:
            addresses = {APP.name: app.address, FLOOR.name: floor.address}
            pairs = [
                Pair(browser, addresses, sheet, asked, views, results)
                for sheet, (asked, _) in zip(SHEETS, looks, strict=True)
            ]
            app.rest()
            pairs[0].look_once()
            for turn in range(rounds):
                say(f"第 {turn + 1}/{rounds} 轮：打开页面，改变筛选…")
                pairs[0].load(turn)
                for pair in pairs:
                    pair.change(turn)
                pairs[SHEETS.index(AREAS)].open_areas()
                pairs[-1].draw_counties()
                pairs[-1].colour()
            say("汇报翻页…")
            for _ in range(max(1, rounds // 4)):
                results.turns[APP.name] += turned(browser, f"{app.address}/present", deck)
                results.turns[FLOOR.name] += turned(browser, f"{floor.address}/{FLOOR_PAGE}", deck)
            say("服务器承压…")
            results.load = measure(question, aims(question, floor.address, views))
            results.memory = {APP.name: app.memory(), FLOOR.name: floor.memory()}
    say("启动…")
    start_up(results)
    return results


def _look(browser: Browser, app: str, sheet: Sheet, views: Views) -> tuple[Question, Seen]:
    """What a page asks for, from the view its first lap starts with."""
    opening, steps = views.lap(sheet, 0)
    return look(browser, sheet, app + opening, steps[0].selector)


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
    """A page of the app and its floor, side by side in one browser."""

    browser: Browser
    hosts: dict[str, str]
    sheet: Sheet
    question: Question
    views: Views
    results: Results

    def look_once(self) -> None:
        """One visit each that is not counted: the first of a server is never typical."""
        self.question.make_known([self.sheet.path])
        for name in self.hosts:
            with fresh(self.browser, self.sheet) as context:
                visit(context, self._home(name), QUIET)

    def _home(self, name: str) -> str:
        """Where the page is on the app, or what stands for it on the floor."""
        return self.hosts[name] + (self.sheet.path if name == APP.name else f"/{self.sheet.floor}")

    def load(self, turn: int) -> None:
        """Open each page with an empty cache, then again with what it left behind."""
        names = [APP.name, FLOOR.name] if turn % 2 == 0 else [FLOOR.name, APP.name]
        for name in names:
            quiet = QUIET if name == APP.name else FLOOR_QUIET
            with fresh(self.browser, self.sheet) as context:
                cold, page = visit(context, self._home(name), quiet)
                page.close()
                warm, _ = visit(context, self._home(name), quiet)
            self.results.cold[name].append(cold)
            self.results.warm[name].append(warm)

    def change(self, turn: int) -> None:
        """A lap of changes on the app, then the same views on the floor; both start from a page
        just opened, so that the first change of each is as cold.

        Every second lap repeats the one before it, when each worker has kept its answers;
        two laps are made by mouse, the next two by keyboard, the next two by quick clicks.
        """
        hand = list(HANDS)[turn // 2 % len(HANDS)]
        lap = self.views.lap(self.sheet, turn // 2)
        known = {lap[0], *(s.address for s in lap[1] if turn % 2 == 1)}
        self._lap(lap, hand, known, self.results.changes[self.sheet.name])

    def colour(self) -> None:
        """Other base colours of the map of platforms, and areas opened on it, by mouse."""
        lap = self.views.grounds()
        known = {lap[0], *(step.address for step in lap[1])}
        self._lap(lap, "mouse", known, self.results.grounds)

    def _lap(self, lap: Lap, hand: str, known: set[str], changes: dict[str, list[Change]]) -> None:
        """The changes of a lap on the app, then on the floor; `known` are the addresses whose
        answers each worker has kept."""
        opening, steps = lap
        self.question.make_known(sorted(known))
        with fresh(self.browser, self.sheet) as context:
            page = self._opened(context, self.hosts[APP.name] + opening)
            changes[APP.name] += [click(page, s, hand, s.address in known) for s in steps]
        figures = {a: self.question.figures(a) for a in (opening, *(s.address for s in steps))}
        with fresh(self.browser, self.sheet) as context:
            context.add_init_script(f"window.opening = {json.dumps(figures[opening])}")
            page = self._opened(context, self._home(FLOOR.name))
            changes[FLOOR.name] += [
                react(page, s, hand, s.address in known, figures[s.address]) for s in steps
            ]

    def draw_counties(self) -> None:
        """Switch the counties on, whose shapes neither page has fetched yet."""
        step = self.views.counties()
        self.question.make_known([self.sheet.path, step.address])
        figures = self.question.figures(step.address)
        with fresh(self.browser, self.sheet) as context:
            page = self._opened(context, self.hosts[APP.name] + self.sheet.path)
            self.results.counties[APP.name].append(click(page, step, "mouse", True))
        with fresh(self.browser, self.sheet) as context:
            page = self._opened(context, self._home(FLOOR.name))
            self.results.counties[FLOOR.name].append(react(page, step, "mouse", True, figures))

    def open_areas(self) -> None:
        """Open the page of areas with an empty cache, its shapes fetched on the way."""
        for name in self.hosts:
            quiet = QUIET if name == APP.name else FLOOR_QUIET
            with fresh(self.browser, self.sheet) as context:
                self.results.areas[name].append(visit(context, self._home(name), quiet)[0])

    def _opened(self, context: BrowserContext, address: str) -> Page:
        page = context.new_page()
        page.goto(address)
        charts_drawn(page)
        settle(page, QUIET)
        return page
