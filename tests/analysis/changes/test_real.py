"""The first two editions: the tables as they were on 2026-11-23, and as they are now."""

import shutil
from pathlib import Path

import pytest

from analysis.changes.difference import changes
from analysis.changes.draft import SCALE, Draft
from analysis.changes.plausibility import questions
from data.package.load import load

DATA = Path(__file__).parents[3] / "data"
FIRST = DATA / "history" / "2026-11-23"


@pytest.mark.thorough
def test_between_the_first_two_editions_the_counts_add_up_and_little_is_asked(tmp_path, read_once):
    folder = tmp_path / "first"
    shutil.copytree(FIRST, folder)
    shutil.copytree(DATA / "geo", folder / "geo")
    first, now = load(folder), read_once(DATA)
    found = changes(first, now)
    kept = found.counts.same + len(found.revised) + len(found.restated)
    assert kept + len(found.withdrawn) == found.counts.before
    assert kept + len(found.new) == found.counts.after
    assert len(found.new) >= 500
    assert {one.kind for one in found.items if one.state == "came"} >= {"进展与安排", "资料来源"}
    asked = questions(first, now)
    assert len(asked) <= 0.05 * len(Draft(first, now).fresh)
    assert [one for one in asked if one.kind == SCALE] == []
