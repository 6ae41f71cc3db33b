"""The ledger is read by people: times of Beijing, files by their names, no keys of questions."""

import pytest

from components.desk.ledger import ledger_parts
from data.editions.ledger import DONE, Record


@pytest.mark.parametrize(
    ("action", "note", "said", "unsaid"),
    [
        ("publish", "自 2026-11-28T18:49:39+00:00", "2026-11-29 02:49", "+00:00"),
        (
            "replace_tables",
            "observations、sources（公报（二）.csv）",
            "公报（二）.csv",
            "observations",
        ),
        ("answer", "early-gdp-b173b3969027、old-gdp-51179aef9b46", "2 条", "early"),
        ("roll_back", "口径有误", "口径有误", "（"),
    ],
)
def test_a_row_says_what_was_done_in_words(action, note, said, unsaid):
    row = Record(
        "2026-11-28T02:00:00+00:00", "李", "10.0.0.1", action, "d1", "a" * 16, "b" * 16, DONE, note
    )
    (found,) = ledger_parts([row], [])
    text = str(found)
    assert said in text
    assert unsaid not in text.replace("时间（北京时间）", "")
    assert "a" * 16 in text
    assert "b" * 16 in text
