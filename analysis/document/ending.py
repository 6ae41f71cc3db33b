"""How sentences end where they stand one after the other."""

ENDS = "。！？；：…”"


def full_stop(text: str) -> str:
    """What a text lacks to be a sentence: headlines and numbers in words have no full stop."""
    return "。" if text and text[-1] not in ENDS else ""
