"""What is kept of an answer takes the room of its bytes."""

import tracemalloc

from components.content import content, fragment, packed, unpacked, value_of
from components.ids import Id

VALUE = [{"type": "Div", "props": {"children": "x" * 50}}] * 30


def test_a_part_takes_no_more_room_than_its_json():
    count, length = 200, len(packed(content("p", "", {Id.NAV: VALUE}, {})))
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        kept = [fragment(VALUE) for _ in range(count)]
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(kept) == count
    assert (after - before) / count < 1.2 * length


def test_a_content_comes_back_from_its_bytes():
    made = content("overview", "标题", {Id.NAV: VALUE}, {Id.TREND: None}, ("一句",))
    again = unpacked(packed(made))
    assert (again.page, again.title, again.remarks) == (made.page, made.title, made.remarks)
    assert value_of(again.parts[str(Id.NAV)]) == value_of(made.parts[str(Id.NAV)])
    assert packed(again) == packed(made)
