"""Sentences in their clauses, for where there is little room."""

import re

CLAUSE = re.compile("(?<=[，；：。])")


def parts(sentence: str) -> list[str]:
    """The clauses of a sentence, each with the sign at its end."""
    return list(filter(None, CLAUSE.split(sentence)))


def fresh(sentence: str, title: str) -> str:
    """The sentence without what the title says already; "" where nothing is left."""
    _, _, found = title.partition("：")
    left = sentence.replace(f"：{found}", "") if found else sentence
    return "" if left.rstrip("。") == title.rstrip("。") else left


def clauses(sentence: str) -> str:
    """What a finding adds after its first clause: the number is already on the stage."""
    return "；".join(sentence.rstrip("。").split("；")[1:])
