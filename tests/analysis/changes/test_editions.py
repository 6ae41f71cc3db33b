"""Which edition is set against which, and how two of one version are told apart."""

from analysis.changes.editions import EditionLine, edition_before, name

NEW, OLD, FIRST = (
    EditionLine("c" * 16, "2026-11-28"),
    EditionLine("b" * 16, "2026-11-23"),
    EditionLine("a" * 16, "2026-11-23"),
)


def test_an_edition_is_set_against_the_one_before_it():
    every = (NEW, OLD, FIRST)
    assert edition_before(NEW.digest, every) == OLD.digest
    assert edition_before(OLD.digest, every) == FIRST.digest
    assert edition_before(FIRST.digest, every) == FIRST.digest


def test_a_draft_is_set_against_what_is_live():
    assert edition_before("d" * 16, (NEW, OLD)) == NEW.digest
    assert edition_before("d" * 16, ()) == "d" * 16


def test_the_version_names_an_edition_until_two_have_it():
    assert name(NEW, (NEW, OLD)) == "2026-11-28"
    assert name(OLD, (NEW, OLD, FIRST)) == "2026-11-23（bbbbbb）"
