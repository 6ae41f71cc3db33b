"""The official index by edition. Each edition prints its own year, and by its change the year
before as it has it then; nothing is ever joined or subtracted across editions (EVALUATION, 3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from analysis.context import remembered
from analysis.series.quantities import MINUS
from data.model.areas import IndexEdition
from data.model.catalog import Catalog, Source

TOTAL = "total"
DIMENSIONS = {
    TOTAL: "总指数",
    "innovation": "创新发展",
    "coordination": "协调发展",
    "green": "绿色发展",
    "opening": "开放发展",
    "sharing": "共享发展",
}
UNCHECKED = "C"  # of the trust classes: shown with its mark, or not at all
RULE = (
    "实心为当期公布的数值，空心为同一期所含的上年数值（当期数值减去同期公布的变化）；"
    "连线只在同一期之内，不同期之间不相减"
)
LACKING = "本版数据没有官方指数的各期数值。"


@dataclass(frozen=True, slots=True)
class EditionMark:
    """What an edition prints of its year: the value (None: only the change was printed) and the
    year before as it implies it (None without a change), both as they are read, with the mark of
    a value that was not checked."""

    edition: int
    year: int
    value: float | None
    before: float | None
    text: str
    before_text: str
    change_text: str
    mark: str


@dataclass(frozen=True, slots=True)
class IndexSeries:
    """A dimension with its marks, one an edition, in the order of the editions."""

    dimension: str
    name: str
    marks: tuple[EditionMark, ...]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A year as its own edition printed it, and as the next edition implies it, both in words."""

    year: int
    printed: str
    later: str


@dataclass(frozen=True, slots=True)
class BaseYear:
    """The editions of one base year: the dimensions that they print, and which years of the total
    the next edition has otherwise; `checked` are those that it could be told of."""

    base: int
    series: tuple[IndexSeries, ...]
    rewritten: tuple[Rewritten, ...]
    checked: int

    @property
    def newest(self) -> tuple[tuple[IndexSeries, EditionMark], ...]:
        """What the newest edition prints of its own year, by dimension: nothing of another."""
        last = max(mark.edition for one in self.series for mark in one.marks)
        return tuple((s, s.marks[-1]) for s in self.series if s.marks[-1].edition == last)

    @property
    def headline(self) -> str:
        """每一期都改写上一年 where that holds of all; else how many do, or that none does."""
        if not self.checked:
            return "各期数值"
        if len(self.rewritten) == self.checked:
            return "每一期都改写上一年"
        if not self.rewritten:
            return "各期的上年数值与上一期一致"
        return f"{self.checked} 期中 {len(self.rewritten)} 期改写上一年"

    @property
    def sentence(self) -> str:
        """The years of the total that were rewritten, with both values; "" without any."""
        told = "，".join(
            f"{one.year} 年由 {one.printed} 改为 {one.later}" for one in self.rewritten
        )
        return f"{DIMENSIONS[TOTAL]} {told}。" if told else ""


@dataclass(frozen=True, slots=True)
class Official:
    """The editions by base year, the newest base first. `lacking` says that there are none."""

    bases: tuple[BaseYear, ...]
    sources: tuple[Source, ...] = ()
    lacking: str = ""


@remembered(1)
def official(catalog: Catalog) -> Official:
    """The official index as each of its editions has it."""
    mark = catalog.marks.get(("trust", UNCHECKED), "")
    rows = [one for one in catalog.areas.index_editions if one.trust != UNCHECKED or mark]
    if not rows:
        return Official((), lacking=LACKING)
    bases = sorted({one.base for one in rows}, reverse=True)
    return Official(
        bases=tuple(_base(base, [r for r in rows if r.base == base], mark) for base in bases),
        sources=tuple(dict.fromkeys(one.source for one in rows)),
    )


def implied(value: float, change: float) -> Decimal:
    """The year before as an edition has it: its value less the change printed with it, exact."""
    return Decimal(str(value)) - Decimal(str(change))


def is_rewritten(printed: Decimal, later: Decimal) -> bool:
    """Whether a later edition has a year otherwise than its own edition: by more than one of the
    last digit that is printed, as value and change are each rounded."""
    return abs(printed - later) > Decimal(1).scaleb(int(later.as_tuple().exponent))


def _base(base: int, rows: Sequence[IndexEdition], mark: str) -> BaseYear:
    known = [name for name in DIMENSIONS if any(one.dimension == name for one in rows)]
    series = tuple(
        IndexSeries(name, DIMENSIONS[name], tuple(_marks(rows, name, mark))) for name in known
    )
    total = next((one.marks for one in series if one.dimension == TOTAL), ())
    pairs = [
        (old, new)
        for old, new in pairwise(total)
        if old.value is not None and new.before is not None and new.year == old.year + 1
    ]
    rewritten = tuple(
        Rewritten(old.year, old.text + old.mark, new.before_text + new.mark)
        for old, new in pairs
        if is_rewritten(Decimal(old.text), Decimal(new.before_text))
    )
    return BaseYear(base, series, rewritten, len(pairs))


def _marks(rows: Sequence[IndexEdition], dimension: str, mark: str) -> Iterable[EditionMark]:
    own = sorted((r for r in rows if r.dimension == dimension), key=lambda r: (r.edition, r.year))
    for row in own:
        both = row.value is not None and row.change is not None
        before = implied(row.value or 0.0, row.change or 0.0) if both else None
        yield EditionMark(
            edition=row.edition,
            year=row.year,
            value=row.value,
            before=None if before is None else float(before),
            text="" if row.value is None else str(Decimal(str(row.value))),
            before_text="" if before is None else str(before),
            change_text="" if row.change is None else signed(row.change),
            mark=mark if row.trust == UNCHECKED else "",
        )


def signed(change: float) -> str:
    """A change in points with its sign: +5.1, −0.4."""
    text = str(abs(Decimal(str(change))))
    return f"{MINUS if change < 0 else '+' if change > 0 else ''}{text}"
