"""The page of changes and its address."""

import pytest

from analysis.changes.address import changes_view, pinned, query_of
from analysis.changes.editions import EditionLine

NEW, OLD, FIRST = (EditionLine(sign * 16, f"2026-11-2{sign}") for sign in "987")
EVERY = (NEW, OLD, FIRST)


def read(text, options, served=NEW):
    return changes_view(text, options, EVERY, served)


def test_by_default_the_edition_that_is_served_is_set_against_the_one_before(options):
    chosen, remarks = read("", options)
    assert chosen.ends == (OLD, NEW)
    assert remarks == ()
    assert query_of(chosen, options) == ""
    assert pinned(chosen, options) == f"?from={OLD.digest}&to={NEW.digest}"


def test_an_edition_that_is_served_and_not_listed_is_set_against_the_newest(options):
    draft = EditionLine("d" * 16, "2026-12-01")
    chosen, _ = read("", options, draft)
    assert chosen.ends == (NEW, draft)
    assert chosen.listed[0] == draft


def test_what_is_chosen_is_written_and_read_again(options):
    query = f"?region=hebei&theme=green&from={FIRST.digest}&to={OLD.digest}"
    chosen, remarks = read(query, options)
    assert chosen.ends == (FIRST, OLD)
    assert (chosen.view.regions, chosen.view.theme) == (("hebei",), "green")
    assert (query_of(chosen, options), remarks) == (query, ())


def test_the_usual_start_follows_the_chosen_end(options):
    assert read(f"to={OLD.digest}", options)[0].ends == (FIRST, OLD)


@pytest.mark.parametrize("wrong", ["2015", "0" * 16, "../../etc", "x" * 400, "<script>"])
def test_what_is_no_edition_is_the_usual_one_and_is_said(options, wrong):
    chosen, (remark,) = read(f"from={wrong}", options)
    assert chosen.ends == (OLD, NEW)
    assert remark.startswith("链接中的 from=")
    assert "2026-11-28" in remark
