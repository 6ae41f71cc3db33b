"""The rows of our own index: levels, bands, contributions, and every link, dropped or not."""

from collections.abc import Iterator, Sequence

from analysis.evaluation.index import OpenIndex
from analysis.evaluation.what_if import TRUST_NAMES
from data.model.catalog import JJJ
from reports.evaluation_rows import EvaluationRow

BANDS = {
    "weights": "权重抽样的 5%—95%",
    "parts": "去掉任一项",
    "dimensions": "去掉任一维度",
}
POINTS = "点"


def index_rows(found: OpenIndex) -> Iterator[EvaluationRow]:
    """The index as the page of the same address has it; nothing where there is none."""
    if found.bands is None:
        return
    unit = (
        f"{found.years[0] if found.what_if.base not in found.years else found.what_if.base} 年=100"
    )
    note = found.told
    yield from _series("index", ("index", "自算指数"), found.years, found.values, (unit, note))
    for name, said in BANDS.items():
        band = getattr(found.bands, name)
        yield from _series("band_low", (name, said), found.years, band.low, (unit, note))
        yield from _series("band_high", (name, said), found.years, band.high, (unit, note))
    arithmetic = found.bands.arithmetic
    yield from _series(
        "other_choice", ("arithmetic", "算术平均"), found.years, arithmetic, (unit, note)
    )
    for trust, values in found.bands.trusts.items():
        if values is not None and trust:
            yield from _series(
                "other_choice", (f"trust-{trust}", TRUST_NAMES[trust]), found.years, values,
                (unit, note),
            )  # fmt: skip
    for one in found.dimensions:
        name, row = one.dimension.name_zh, one.dimension
        yield from _series(
            "dimension", (row.dimension, name), one.years, one.values, (f"{one.base} 年=100", note)
        )
    yield from _parts(found)
    for choice in found.choices:
        yield _row(
            "effect", (choice.name, choice.name), found.years[-1], choice.effect, (POINTS, "")
        )


def _parts(found: OpenIndex) -> Iterator[EvaluationRow]:
    last = found.years[-1]
    for one in found.contributions:
        said = (one.part.part, one.part.name_zh)
        note = "" if one.is_in else "不计入"
        for kind, value in (("contribution", one.last), ("contribution_since", one.since)):
            if value is not None:
                yield _row(kind, said, last, value, (POINTS, note))
        for year, value in one.links:
            yield _row("link", said, year, value, ("对数", note))
        for year, reason in one.dropped:
            yield _row("link", said, year, None, ("对数", reason))


def _series(
    kind: str,
    named: tuple[str, str],
    years: Sequence[int],
    rest: Sequence[float],
    said: tuple[str, str] = ("", ""),
) -> Iterator[EvaluationRow]:
    for year, value in zip(years, rest, strict=True):
        yield _row(kind, named, year, value, said)


def _row(
    kind: str, named: tuple[str, str], year: int, value: float | None, said: tuple[str, str]
) -> EvaluationRow:
    """Of the three together; `named` its id and name, `said` unit and note."""
    return EvaluationRow(kind, *named, JJJ, "三地", "", year, value, *said)
