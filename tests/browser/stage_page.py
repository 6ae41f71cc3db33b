"""The stage, opened and read by tests."""

import re

from playwright.sync_api import Page, expect

PATIENCE = 30_000  # ms; the first deck of a server that is still warming up takes seconds
REGION_KEYS = {
    "all": "0", "beijing": "1", "tianjin": "2", "hebei": "3",
    "beijing-tianjin": "4", "beijing-hebei": "5", "tianjin-hebei": "6",
}  # fmt: skip


def open_stage(page: Page, query: str = "") -> None:
    """Open the stage and wait for its first scene."""
    page.goto(f"/present{query}")
    expect(page.locator("#count")).not_to_be_empty(timeout=PATIENCE)


def scene_count(page: Page) -> int:
    """How many scenes the briefing has, as the stage says it."""
    return int(page.locator("#count").inner_text().split("/")[1])


def at_scene(page: Page, number: int) -> None:
    """Hold that the stage says it is at this scene, counted from 1."""
    expect(page.locator("#count")).to_have_text(re.compile(rf"^{number} / \d+$"))
