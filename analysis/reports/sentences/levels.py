"""What an indicator is and how it moved since the base: of the regions together and of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.reports.sentences.moved import moved, priced, since
from analysis.reports.sentences.said import Part, Said, stated
from analysis.reports.sentences.subject import RATE, Subject
from analysis.series.absence import absence
from analysis.text.periods import period_text
from analysis.text.sentences import dated_name
from data.model.catalog import JJJ, NATION, Region

PLACES = ("京", "津", "冀", "河北")  # signs of a place in the name of an indicator
AMOUNTS = frozenset({"flow", "stock", "cumulative"})  # kinds of measure that need no 为


def level(about: Subject) -> Iterator[Said]:
    """2024 年，三地R&D经费内部支出合计 4,866.8 亿元，比 2014 年增长 …（按现价计算）; of a
    percentage …为 4.23%，比 2014 年提高 … 个百分点. Nothing where the regions cannot be put
    together."""
    if about.whole is None or about.row.measure_type == RATE:
        return
    is_sum = about.row.aggregation == "sum" and len(about.topic.scope.regions) > 1
    joined = "合计 " if is_sum else joins(about)
    year = about.year
    parts: list[Part] = [f"{period_text(year)}，{whose(about)}{joined}", about.total(year)]
    size = 0.0
    if about.base is not None and about.comparable(about.together, about.base):
        found = moved(about, about.together, about.whole_code, about.base)
        size = found.adverse
        parts += ["，", *since(found, about.base), "" if found.is_flat else priced(about)]
    parts.append(scaled(about))
    yield Said(stated(f"{about.row.indicator_id}.level", parts), 0, size)


def each(about: Subject) -> Iterator[Said]:
    """2024 年，北京… 3,278.4 亿元，比 2014 年增长 158.4%；天津 …；河北 …（均按现价计算）:
    every region that is chosen, also one without a value. Nothing of a single one that has been
    told of."""
    owners = _told(about)
    is_one = len(about.owners) == 1 and about.whole is not None
    if about.row.measure_type == RATE or is_one or not owners:
        return
    found: list[_Own] = []
    for region in owners:
        is_told = any(one.moves for one in found)
        found.append(_one(about, region, is_first=not found, is_told=is_told))
    parts: list[Part] = [f"{period_text(about.year)}，"]
    for place, own in enumerate(found):
        parts += ["；" if place else "", *own.parts]
    moves = sum(own.moves for own in found)
    nominal = priced(about, is_each=moves > 1) if moves else ""
    only = f"（{about.topic.only}）" if about.topic.only else ""
    size = max((own.adverse for own in found), default=0.0)
    parts += [scaled(about), nominal, only]
    yield Said(stated(f"{about.row.indicator_id}.each", parts), 1, size)


def _told(about: Subject) -> tuple[Region, ...]:
    """Whose values are told: all owners', where any of them has one in the spoken year; of what the
    name says the place of only those that have any."""
    owners = about.owners
    if not any(about.year in about.topic.columns[one.region_code] for one in owners):
        return ()
    if not any(sign in about.row.short_zh for sign in PLACES):
        return owners
    return tuple(one for one in owners if about.topic.has(one.region_code))


@dataclass(frozen=True, slots=True)
class _Own:
    """What is told of one region: its words, how adverse, and whether a move is told."""

    parts: tuple[Part, ...]
    adverse: float = 0.0
    moves: bool = False


def _one(about: Subject, region: Region, is_first: bool, is_told: bool) -> _Own:
    """A region's value and move; the first with the indicator's name, and the year that is compared
    with until it was told."""
    code, year = region.region_code, about.year
    who = "" if is_first and names_itself(about, code) else region.short_zh
    if is_first and len(_told(about)) == 1 and len(about.owners) > 1:
        who = ""  # the name says the place
    lead = f"{who}{dated_name(about.topic)}" if is_first else who
    found = about.value(code, year)
    if found is None:
        return _Own(
            (f"{lead}的数值{absence(about.catalog, about.row.indicator_id, [code], [year])}",)
        )
    joined = joins(about) if is_first or about.row.measure_type not in AMOUNTS else " "
    values, before = about.apart[code], about.base
    if before is None or not about.comparable(values, before):
        return _Own((f"{lead}{joined}", found))
    change = moved(about, values, code, before)
    told = change.parts if is_told and not change.is_flat else since(change, before)
    return _Own((f"{lead}{joined}", found, "，", *told), change.adverse, not change.is_flat)


def whose(about: Subject) -> str:
    """Whose indicator it is, with its name: 三地R&D经费内部支出, 京津冀区域协同发展指数."""
    name = dated_name(about.topic)
    if about.whole is None or names_itself(about, about.whole_code):
        return name
    if about.whole.code == JJJ and about.year not in about.whole.computed:
        return f"京津冀{name}"
    return f"{about.topic.scope.name}{name}"


def joins(about: Subject) -> str:
    """What stands between the indicator's name and its value: 为 of all that is no amount, a space
    where no bracket parts them."""
    if about.row.measure_type not in AMOUNTS:
        return "为 "
    return "" if dated_name(about.topic).endswith("）") else " "


def names_itself(about: Subject, code: str) -> bool:
    """Whether the indicator's name says already that it is of the three together, or the nation."""
    name = about.row.short_zh
    return (code == JJJ and "津冀" in name) or (code == NATION and name.startswith("全国"))


def scaled(about: Subject) -> str:
    """（上年=100） behind the value of an index; "" of all else."""
    return f"（{about.row.unit_zh}）" if "=100" in about.row.unit_zh else ""
