"""Modules as syntax trees, each read once: what the tests of the layout and the wording see."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any


def nodes_of(module: Path, *kinds: type[ast.AST]) -> Iterator[Any]:
    """The nodes of these kinds, wherever in the module they stand, in no order."""
    found = _by_kind(module)
    for kind in kinds:
        yield from found.get(kind, ())


@cache
def _by_kind(module: Path) -> Mapping[type[ast.AST], list[ast.AST]]:
    found: dict[type[ast.AST], list[ast.AST]] = defaultdict(list)
    left: list[ast.AST] = [ast.parse(module.read_text(encoding="utf-8"))]
    while left:
        node = left.pop()
        found[type(node)].append(node)
        for name in node._fields:
            inside = getattr(node, name, None)
            if isinstance(inside, list):
                left.extend(one for one in inside if isinstance(one, ast.AST))
            elif isinstance(inside, ast.AST):
                left.append(inside)
    return found
