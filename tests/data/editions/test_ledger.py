"""The ledger's rows hang together; a row changed, taken out or torn is named by its line."""

from dataclasses import replace

import pytest

from data.editions import ledger as ledger_module
from data.editions.ledger import BLOCK, DONE, MOST_UNKNOWN, REFUSED, Ledger, Record

ROW = Record("2026-11-28T02:00:00+00:00", "李", "10.0.0.1", "publish", "d1", "", "a", DONE)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ledger.jsonl"


@pytest.fixture
def ledger(path):
    return Ledger(path)


def fill(ledger, count=4):
    for number in range(count):
        ledger.append(replace(ROW, subject=f"d{number}"))


def test_an_empty_ledger_is_whole(ledger):
    assert (ledger.records(), ledger.check()) == ((), ())


def test_rows_come_back_in_their_order_and_hang_together(ledger):
    fill(ledger)
    assert [record.subject for record in ledger.records()] == ["d0", "d1", "d2", "d3"]
    assert ledger.check() == ()
    assert ledger.records()[0] == replace(ROW, subject="d0")


def test_a_row_longer_than_what_is_read_at_once_is_followed_by_the_right_one(ledger):
    fill(ledger, 1)
    ledger.append(replace(ROW, note="长" * BLOCK))
    fill(ledger, 1)
    assert ledger.check() == ()


def refused(who="", hour=2):
    return replace(
        ROW, who=who, outcome=REFUSED, note="没有权限", at=f"2026-11-28T{hour:02}:10:00+00:00"
    )


def test_who_is_not_known_is_put_down_so_often_an_hour_and_the_last_row_says_so(ledger):
    for number in range(3 * MOST_UNKNOWN):
        ledger.append(replace(refused(), address=f"10.0.0.{number}"))
        if number % 2:
            ledger.append(ROW)  # what is done in between is always put down
    rows = ledger.records()
    assert sum(row.outcome == DONE for row in rows) == 3 * MOST_UNKNOWN // 2
    own = [row for row in rows if row.outcome == REFUSED]
    assert len(own) == MOST_UNKNOWN
    assert f"未登录者已被拒绝 {MOST_UNKNOWN} 次" in own[-1].note
    assert "未登录者" not in own[-2].note
    ledger.append(refused("李"))
    ledger.append(refused(hour=3))
    assert [row.who for row in ledger.records()[-2:]] == ["李", ""]
    assert ledger.check() == ()


def test_of_one_who_is_known_there_is_a_bound_too(ledger, monkeypatch):
    monkeypatch.setattr(ledger_module, "MOST_OF_ONE", 3)
    for who in ("李", "王") * 5:
        ledger.append(refused(who))
    assert [row.who for row in ledger.records()] == ["李", "王"] * 3
    assert "李已被拒绝 3 次" in ledger.records()[4].note


def test_the_rows_of_an_hour_are_counted_whatever_lies_between_blocks(ledger, monkeypatch):
    monkeypatch.setattr(ledger_module, "BLOCK", 37)
    fill(ledger, 3)
    for _ in range(2 * MOST_UNKNOWN):
        ledger.append(refused())
    assert len(ledger.records()) == 3 + MOST_UNKNOWN
    assert ledger.check() == ()


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda rows: [rows[0], rows[1].replace("李".encode(), "王".encode()), *rows[2:]], 3),
        (lambda rows: [rows[0], *rows[2:]], 2),
        (lambda rows: [rows[0], rows[0], *rows[1:]], 2),
        (lambda rows: rows[1:], 1),
        (lambda rows: [rows[0], rows[2], rows[1], rows[3]], 2),
    ],
)  # fmt: skip
def test_what_was_done_to_the_rows_is_seen_where_it_was_done(ledger, path, change, line):
    fill(ledger)
    path.write_bytes(b"".join(change(path.read_bytes().splitlines(keepends=True))))
    faults = ledger.check()
    assert faults[0].row == line
    assert "接不上" in str(faults[0])


def test_a_row_that_was_half_written_stays_and_the_next_one_follows_it(ledger, path):
    fill(ledger, 2)
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    fill(ledger, 1)
    faults = ledger.check()
    assert [(f.row, "不是一条完整的记录" in f.expected) for f in faults] == [(2, True)]
    assert [record.subject for record in ledger.records()] == ["d0", "d0"]
    assert path.read_bytes().startswith(whole[:-20] + b"\n")
