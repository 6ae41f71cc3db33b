"""A question as SQL: one shape, built of the names of its table alone and written once in each
dialect; values are always bound.

What engines differ in stands in DIALECTS. Texts are in the order of their code points everywhere,
a missing dimension comes last, numbers are doubles, and a sum of no value is none.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlglot import exp

from data.cube.contract import (
    Between,
    Measure,
    Question,
    Statistic,
    Table,
    check,
    check_columns,
)

Where = Mapping[str, Collection[str] | Collection[int] | Between]
Bound = dict[str, list[str] | list[int] | int]
SHAPES = 256  # kept, some kB each
SPAN, LIST, NOTHING = "span", "list", "nothing"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How an engine writes what engines write differently; `name` is sqlglot's. `texts` and
    `numbers` are the types of a list of values where it names them."""

    name: str
    member: Callable[[exp.Expr, exp.Expr], exp.Expr]
    ordered: Callable[[exp.Expr], exp.Expr] = lambda column: column
    or_none: str = ""
    texts: str = ""
    numbers: str = ""


def _any(column: exp.Expr, values: exp.Expr) -> exp.Expr:
    return exp.EQ(this=column, expression=exp.Any(this=exp.Paren(this=values)))


def _in(column: exp.Expr, values: exp.Expr) -> exp.Expr:
    return exp.In(this=column, field=values)


def _by_code_point(column: exp.Expr) -> exp.Expr:
    return exp.Collate(this=column, expression=exp.to_identifier("C", quoted=True))


DUCKDB = Dialect("duckdb", _any)
POSTGRESQL = Dialect("postgres", _any, _by_code_point)
CLICKHOUSE = Dialect("clickhouse", _in, or_none="OrNull", texts="Array(String)",
                     numbers="Array(Int64)")  # fmt: skip
DIALECTS = {one.name: one for one in (DUCKDB, POSTGRESQL, CLICKHOUSE)}


@dataclass(frozen=True, slots=True)
class Shape:
    """What of a question its SQL depends on: everything but the values. `texts` are the columns
    that are texts in the store, `asked` the columns of rows, or the dimensions grouped by with
    their measures; `kinds` how each is chosen."""

    table: Table
    texts: frozenset[str]
    asked: tuple[str, ...]
    measures: tuple[Measure, ...]
    kinds: tuple[tuple[str, str, bool], ...]
    is_sum: bool


@dataclass(frozen=True, slots=True)
class Writing:
    """Questions to one table of a store; `texts` are those of its dimensions that are texts."""

    table: Table
    dialect: str
    texts: frozenset[str] = frozenset()

    def rows(self, where: Where, columns: Sequence[str]) -> tuple[str, Bound]:
        """The SQL for rows, and what is bound in it. Raises NotInTable."""
        check(self.table, Question((), where=where))
        check_columns(self.table, columns)
        asked = tuple(columns or self.table.columns)
        shape = Shape(self.table, self.texts, asked, (), _kinds(where), False)
        return _written(shape, self.dialect), _bound(where)

    def sums(self, question: Question) -> tuple[str, Bound]:
        """The SQL for sums, and what is bound in it. Raises NotInTable."""
        check(self.table, question)
        asked, kinds = question.by, _kinds(question.where)
        shape = Shape(self.table, self.texts, asked, question.measures, kinds, True)
        return _written(shape, self.dialect), _bound(question.where)


def _kinds(where: Where) -> tuple[tuple[str, str, bool], ...]:
    """By name how it is chosen, and whether by texts."""
    return tuple(
        (name, SPAN, False)
        if isinstance(wanted, Between)
        else (name, LIST if wanted else NOTHING, any(isinstance(one, str) for one in wanted))
        for name, wanted in where.items()
    )


def _bound(where: Where) -> Bound:
    found: Bound = {}
    for number, wanted in enumerate(where.values()):
        if isinstance(wanted, Between):
            found |= {f"p{number}": wanted.first, f"q{number}": wanted.last}
        elif wanted:
            found[f"p{number}"] = list(wanted)  # type: ignore[assignment]
    return found


@lru_cache(SHAPES)
def _written(shape: Shape, name: str) -> str:
    """A shape as SQL of a dialect."""
    dialect = DIALECTS[name]
    table = exp.Table(this=exp.to_identifier(shape.table.name, quoted=True))
    own = [_column(shape.table, column) for column in shape.asked]
    sums = [_sum(one, number, dialect) for number, one in enumerate(shape.measures)]
    query = exp.select(*own, *sums, dialect=name).from_(table)
    for number, kind in enumerate(shape.kinds):
        query = query.where(_condition(number, kind, dialect))
    if shape.is_sum:
        query = query.group_by(*(_named(column) for column in shape.asked))
    texts = {*shape.texts, *shape.table.attributes}
    order = [
        exp.Ordered(
            this=dialect.ordered(_named(one)) if one in texts else _named(one),
            nulls_first=False,
        )
        for one in (shape.asked if shape.is_sum else shape.table.dimensions)
    ]
    return (query.order_by(*order) if order else query).sql(dialect=name)


def _named(column: str) -> exp.Expr:
    return exp.column(exp.to_identifier(column, quoted=True))


def _column(table: Table, column: str) -> exp.Expr:
    named = _named(column)
    if column not in table.measures:
        return named
    return exp.alias_(exp.cast(named, "double"), column, quoted=True)


def _sum(measure: Measure, number: int, dialect: Dialect) -> exp.Expr:
    named = exp.cast(_named(measure.column), "double") if measure.column else exp.Star()
    kind = str(measure.statistic)
    if measure.statistic == Statistic.COUNT:
        made: exp.Expr = exp.Count(this=named)
    else:
        made = exp.Anonymous(this=f"{kind}{dialect.or_none}", expressions=[named])
    return exp.alias_(made, f"m{number}", quoted=True)


def _condition(number: int, kind: tuple[str, str, bool], dialect: Dialect) -> exp.Expr:
    name, how, is_text = kind
    if how == NOTHING:
        return exp.false()
    column = _named(name)
    if how == SPAN:
        first, last = _value(f"p{number}", "Int64", dialect), _value(f"q{number}", "Int64", dialect)
        return exp.Between(this=column, low=first, high=last)
    listed = dialect.texts if is_text else dialect.numbers
    return dialect.member(column, _value(f"p{number}", listed, dialect))


def _value(name: str, kind: str, dialect: Dialect) -> exp.Expr:
    """A place for a bound value; with its type where the dialect names it."""
    typed = exp.DataType.build(kind, dialect=dialect.name) if dialect.texts else None
    return exp.Placeholder(this=name, kind=typed)
