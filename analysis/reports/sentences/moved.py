"""How a value moved between two years, in words and cells: 比 2014 年增长 156.8%."""

from dataclasses import dataclass

from analysis.document.document import Cited
from analysis.reports.sentences.said import Part, adverse
from analysis.reports.sentences.subject import Subject
from analysis.series.observations import Values
from analysis.series.quantities import POINTS, Quantity, number, rounded
from analysis.text.periods import period_text

NOMINAL = "按现价计算"
RISES, FALLS = "增长", "下降"


@dataclass(frozen=True, slots=True)
class Moved:
    """A movement: its verb with the number (`parts`; 持平 without one), and how adverse it is."""

    parts: tuple[Part, ...]
    adverse: float
    is_flat: bool = False


def moved(about: Subject, values: Values, code: str, before: int) -> Moved:
    """The movement of values from a year to the spoken one: in percent, of percentages in
    percentage points. Both years must be comparable (`Subject.comparable`)."""
    first, last = values[before], values[about.year]
    row = about.row
    if about.is_percent:
        amount, decimals = round(last - first, 9), max(row.decimals, 1)
        text, formula = Quantity(number(abs(amount), decimals), POINTS).text, points_formula
    else:
        amount, decimals = (last / first - 1) * 100, 1
        text, formula = f"{number(abs(amount), decimals)}%", percent_formula
    if not rounded(amount, decimals):
        return Moved(("持平",), 0.0, is_flat=True)
    cell = about.cell(text, code, about.year, formula(about.year, before))
    verb = rise(about) if amount > 0 else FALLS
    return Moved((f"{verb} ", cell), adverse(row, first, last))


def since(found: Moved, before: int) -> tuple[Part, ...]:
    """The movement with the year it is from: 比 2014 年增长 …, 与 2014 年持平."""
    return (f"{'与' if found.is_flat else '比'} {period_text(before)}", *found.parts)


def on_year(found: Moved) -> tuple[Part, ...]:
    """The movement on the year before: 比上年增长 …, 与上年持平."""
    return (f"{'与' if found.is_flat else '比'}上年", *found.parts)


def rise(about: Subject) -> str:
    """What a rise is called: 增长 of amounts, 提高 of percentages whose rise is wanted, else
    上升."""
    if not about.is_percent:
        return RISES
    return "提高" if about.row.direction == "higher_better" else "上升"


def priced(about: Subject, is_each: bool = False) -> str:
    """（按现价计算）, of several （均按现价计算）; "" where prices play no part."""
    is_nominal = about.row.growth_kind == "nominal" and not about.is_percent
    return f"（{'均' if is_each else ''}{NOMINAL}）" if is_nominal else ""


def percent_formula(year: int, before: int) -> str:
    """How a change in percent is computed."""
    return f"（{year} 年 ÷ {before} 年 − 1）× 100%"


def points_formula(year: int, before: int) -> str:
    """How a change in percentage points is computed."""
    return f"{year} 年 − {before} 年"


def share_points(about: Subject, amount: float, code: str, before: int) -> Moved:
    """The movement of a share, in percentage points; it is neither wanted nor not."""
    if not rounded(amount, 1):
        return Moved(("持平",), 0.0, is_flat=True)
    text = Quantity(number(abs(amount), 1), POINTS).text
    formula = f"{about.year} 年占比 − {before} 年占比"
    cell: Cited = about.cell(text, code, about.year, formula)
    return Moved((f"{'提高' if amount > 0 else FALLS} ", cell), 0.0)
