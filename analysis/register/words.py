"""The figures of the register in words, and what is said of them all once."""

from collections.abc import Callable

from analysis.register.figures import ChainFigures, Figure, register_figures
from analysis.register.suppression import LEAST
from analysis.series.quantities import number
from data.model.catalog import Catalog
from data.model.register import ENTERPRISE, KINDS, PROJECT

NAMES = {ENTERPRISE: "企业", PROJECT: "项目"}
COUNTERS = {ENTERPRISE: "家", PROJECT: "个"}
VALUES = {ENTERPRISE: "营业收入", PROJECT: "总投资"}
HIDDEN = "不列"
LACKING = "本站未收录企业和项目登记表。"
CLOSED = "企业和项目登记表的合计只在现行版本中列出。"
SOURCE = "来源：企业和项目登记表（使用单位登记）"


def register_note(catalog: Catalog, has_values: bool = True) -> str:
    """What holds for all figures of the register, or that there are none; `has_values` where sums
    of values are told too."""
    if not catalog.register.is_held:
        return LACKING
    if catalog.register.is_closed:
        return CLOSED
    counted = f"{SOURCE}；个数为逐条计数，不含注销和终止的"
    years = _value_years(catalog) if has_values else ""
    summed = (
        f"；{years}按登记数值逐条相加，四舍五入到 0.1 亿元，括号内为有数值的个数" if years else ""
    )
    none = "没有写的为没有登记；" if has_values else "0 为没有登记；"
    hidden = f"{none}{HIDDEN}的为少于 {LEAST} 个的，以及可由合计推算出它们的"
    dominated = "，或其中一个占绝大部分的数值" if years else ""
    return f"{counted}{summed}。{hidden}{dominated}。"


def _value_years(catalog: Catalog) -> str:
    """Of which year the values are: 2024 年营业收入和总投资, 2024 年营业收入、2025 年总投资."""
    found = {kind: one.year for (kind, _), one in register_figures(catalog).items() if one.year}
    if len(set(found.values())) == 1:
        return f"{next(iter(found.values()))} 年{'和'.join(VALUES[kind] for kind in found)}"
    return "、".join(f"{found[kind]} 年{VALUES[kind]}" for kind in KINDS if kind in found)


def figure_text(kind: str, found: Figure) -> str:
    """A cell in words: 企业 12 家，营业收入 34.5 亿元（11 家）; "" of nothing."""
    if found.entities is None:
        return f"{NAMES[kind]}{HIDDEN}"
    if not found.entities:
        return ""
    count = f"{NAMES[kind]} {found.entities} {COUNTERS[kind]}"
    if found.is_value_withheld:
        return f"{count}，{VALUES[kind]}{HIDDEN}"
    if found.value is None:
        return count
    of = "" if found.valued == found.entities else f"（{found.valued} {COUNTERS[kind]}）"
    return f"{count}，{VALUES[kind]} {number(found.value, 1)} 亿元{of}"


def count_text(kind: str, found: Figure) -> str:
    """The number alone: 企业 12 家."""
    return figure_text(kind, Figure(found.entities))


def figure_texts(
    catalog: Catalog,
    chain_id: str,
    pick: Callable[[ChainFigures], Figure],
    say: Callable[[str, Figure], str] = figure_text,
) -> tuple[str, ...]:
    """What is told of enterprises and of projects of a chain, as far as there are any."""
    figures = register_figures(catalog)
    texts = (
        say(kind, pick(figures[kind, chain_id])) for kind in KINDS if (kind, chain_id) in figures
    )
    return tuple(text for text in texts if text)
