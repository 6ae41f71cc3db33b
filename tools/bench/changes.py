"""Changes of the filters: a link clicked in the app, the same figures drawn on the floor."""

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tools.bench.browser import FLOOR_QUIET, LIMIT, QUIET
from tools.bench.questions import Figures
from tools.bench.views import Step

HANDS = {"mouse": "鼠标", "keyboard": "键盘", "quick": "快击"}
# ms a person holds a mouse button down, and takes at least between reaching a link with the Tab
# key and pressing Enter; the app may use them, the clock starts after. A quick click is let go at
# once: nothing can be asked ahead.
PRESS = 80


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its kind, by which hand, whether the server knew the view, and ms
    until it was shown; `sent` is below 0 where the app asked before the button was let go."""

    kind: str
    hand: str
    is_known: bool
    shown: float
    settled: float
    sent: float
    answered: float
    draws: list[int]


def click(page: Page, step: Step, hand: str, is_known: bool) -> Change:
    """Follow a link of the app by a hand, or choose in a select, until its charts are redrawn."""
    order = "([link, quiet, limit]) => bench.watch(link, quiet, limit)"
    page.evaluate(order, [step.selector, QUIET, LIMIT])
    if step.option:
        page.locator(step.selector).select_option(step.option)
    elif hand != "keyboard":
        page.locator(step.selector).click(delay=PRESS if hand == "mouse" else 0)
    else:
        page.locator(step.selector).focus()
        page.wait_for_timeout(PRESS)
        page.keyboard.press("Enter")
    return _change(step, hand, is_known, page.evaluate("() => bench.seen()"))


def react(page: Page, step: Step, hand: str, is_known: bool, figures: Figures) -> Change:
    """Draw the figures of the same view on the floor."""
    order = "([text, quiet, limit]) => bench.react(JSON.parse(text), quiet, limit)"
    text = json.dumps(figures, ensure_ascii=False)
    return _change(step, hand, is_known, page.evaluate(order, [text, FLOOR_QUIET, LIMIT]))


def _change(step: Step, hand: str, is_known: bool, seen: dict[str, Any]) -> Change:
    return Change(
        step.kind, hand, is_known, seen["shown"], seen["settled"], seen["sent"], seen["answered"],
        seen["draws"],
    )  # fmt: skip
