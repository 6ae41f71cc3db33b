"""Without a store there are the product's tables and, before them, those of its history."""

from datetime import UTC, datetime

from data.editions.deeds import Person
from data.editions.first import take_in_first
from data.editions.own_folder import BROKEN, OwnFolder
from data.package.digests import digest


def test_the_history_comes_before_the_tables_of_now(data, tmp_path, rules):
    own = OwnFolder(data, tmp_path / "kept")
    old, now = own.entries()
    assert (old.start, now.edition) == ("2026-11-22T16:00:00+00:00", digest(data))
    assert datetime.fromisoformat(now.start) <= datetime.now(UTC)
    assert own.live() == now.edition and own.path(now.edition) == data
    assert own.path(old.edition) == tmp_path / "kept" / "editions" / old.edition
    assert own.path("0123456789abcdef") is own.path("../data") is None
    assert (old.edition, now.edition) == take_in_first(rules, Person("李", "10.0.0.1"), data)


def test_where_nothing_can_be_laid_out_there_are_the_tables_of_now(data, tmp_path, caplog):
    (tmp_path / "kept").write_text("a file")
    own = OwnFolder(data, tmp_path / "kept")
    assert [one.edition for one in own.entries()] == [digest(data)]
    assert "2026-11-23 未能读取" in caplog.text


def test_tables_that_cannot_be_read_have_no_history(tmp_path):
    own = OwnFolder(tmp_path / "nothing", tmp_path / "kept")
    assert own.live() == BROKEN and own.entries() == ()
