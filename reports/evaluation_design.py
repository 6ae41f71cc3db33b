"""The rows that say how the numbers of the evaluation are computed: of which indicators a measure
or a part of the index is made, by which formula, and how its dimension weighs."""

from collections.abc import Iterator

from analysis.evaluation.measures import Dispersion
from analysis.evaluation.summary import EvaluationSummary
from data.model.evaluation import DENOMINATOR, FORMS, NUMERATOR, WEIGHTS, IndexPart
from data.model.gaps import GapMeasure
from reports.evaluation_rows import EvaluationRow

PUBLISHED, RATIO, OF_MEAN = "published", "ratio", "ratio_mean"  # how a measure is computed
ROLES = {NUMERATOR: "分子", DENOMINATOR: "分母", WEIGHTS: "权数"}


def design_rows(found: EvaluationSummary) -> Iterator[EvaluationRow]:
    """Formulas, inputs and weights; the year of each is the last of the view."""
    year = found.chosen.view.end
    for one in found.dispersions:
        yield from _measure(one, year)
    for part in found.index.design.parts:
        yield from _part(part, found, year)
    for row in found.index.design.dimensions:
        weight = row.weight * found.index.what_if.weight(row.dimension)
        yield _row("weight", (row.dimension, row.name_zh), "", (year, weight))


def _measure(one: Dispersion, year: int) -> Iterator[EvaluationRow]:
    """How it is computed, its factor, and numerator and denominator."""
    measure, named = one.measure, (one.measure.measure, one.measure.name_zh)
    how = _form(measure)
    yield _row("measure_formula", named, how, (year, measure.factor), ("系数", one.formula))
    for name, role in zip(measure.indicators, ROLES.values(), strict=False):
        yield _row("measure_input", named, name, (year, None), ("", role))


def _form(measure: GapMeasure) -> str:
    if measure.denominator is None:
        return PUBLISHED
    return OF_MEAN if measure.mean_denominator else RATIO


def _part(part: IndexPart, found: EvaluationSummary, year: int) -> Iterator[EvaluationRow]:
    """Its form with the wanted direction, its dimension with whether it counts, what it is of."""
    named = (part.part, part.name_zh)
    form = FORMS[part.form].formula_zh
    yield _row("part_formula", named, part.form, (year, part.direction), ("希望方向", form))
    is_in = part.is_on and part.part not in found.index.what_if.without
    said = "计入" if is_in else "不计入"
    yield _row("part_dimension", named, part.dimension, (year, float(is_in)), ("", said))
    for role, word in ROLES.items():
        name = getattr(part, role)
        if name:
            yield _row("part_input", named, name, (year, None), ("", word))


def _row(
    kind: str,
    named: tuple[str, str],
    base: str,
    number: tuple[int, float | None],
    said: tuple[str, str] = ("", ""),
) -> EvaluationRow:
    """`named` is its id and name, `number` year and value, `said` unit and note."""
    return EvaluationRow(kind, *named, "", "", base, *number, *said)
