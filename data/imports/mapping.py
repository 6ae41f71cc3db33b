"""From a file's names to ours: which indicator, which region, in which unit. What is not surely
the same is a question, never an answer; what a person has answered is remembered for the source.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from data.imports.imported import Import, ImportedValue
from data.imports.names import SAME, is_named, matches, nearest
from data.imports.names import Subject as Subject
from data.imports.regions import region
from data.imports.units import INDEX, factor, unit
from data.model.catalog import Catalog, Indicator
from data.model.periods import ANNUAL, frequency, period

REMEMBERED = "remembered"
FAMILIES = {
    "第五次全国经济普查": "gdp-5th-census",
    "第四次全国经济普查": "gdp-4th-census",
    "第三次全国经济普查": "gdp-3rd-census",
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered before for a source: indicator ids by subject, region codes by name."""

    subjects: Mapping[Subject, str] = field(default_factory=dict)
    regions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mapped:
    """A value of a file as one of the tables: its indicator, its region code, its period as the
    tables write it, and its value in the tables' unit, None for one that is withdrawn."""

    indicator_id: str
    region_code: str
    period: str
    value: Decimal | None
    origin: ImportedValue


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The indicator that a subject may be: how surely, by which factor its values become ours (None
    where the units do not stand to each other), what is added to them, and the question that a
    person must answer first ("" for none)."""

    indicator_id: str
    certainty: str
    factor: Decimal | None
    added: Decimal
    question: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """For each subject of a file what it may be, best first; for each name of a region its code,
    None for one that is not ours; `elsewhere` are regions that are known and not held here. For a
    subject that is none of ours, `alike` are names to choose from, which nobody may take unseen."""

    subjects: Mapping[Subject, tuple[Suggestion, ...]]
    regions: Mapping[str, str | None]
    elsewhere: tuple[str, ...]
    alike: Mapping[Subject, tuple[Suggestion, ...]]


def subject(one: ImportedValue) -> Subject:
    """What a value is of, as its file says it."""
    often = frequency(period(one.period_text)) if one.period_text else ANNUAL
    return Subject(one.indicator_id or one.indicator_text or "", one.unit_text, often)


def suggest(catalog: Catalog, found: Import, answers: Answers) -> Proposal:
    """What the names of a file stand for; what was answered for its source before goes first."""
    names = dict.fromkeys(subject(one) for one in found.held)
    held = {one.region_code for one in catalog.regions.values()}
    texts = dict.fromkeys(one.region_text for one in found.held if one.region_text)
    codes = {text: answers.regions.get(text) or region(text) for text in texts}
    subjects = {
        one: tuple(_suggestions(catalog, one, found, answers.subjects.get(one))) for one in names
    }
    return Proposal(
        subjects=subjects,
        regions={text: code if code in held else None for text, code in codes.items()},
        elsewhere=tuple(text for text, code in codes.items() if code and code not in held),
        alike={
            one: tuple(_asked(one, found, nearest(catalog, one)))
            for one, picks in subjects.items()
            if not picks
        },
    )


def _suggestions(
    catalog: Catalog, wanted: Subject, found: Import, answer: str | None
) -> Iterable[Suggestion]:
    """The indicators that a subject may be. What was answered before is asked again only where
    the file now names another census."""
    if answer and answer in catalog.indicators:
        one = catalog.indicators[answer]
        question = _other_census(one, found.vintage) if found.vintage else ""
        pick = _suggestion(one, wanted, REMEMBERED, found)
        yield replace(pick, question=question if pick.factor is not None else pick.question)
        return
    if wanted.name in catalog.indicators:
        one = catalog.indicators[wanted.name]
        pick = _suggestion(one, wanted, SAME, found)
        yield replace(pick, question=_other_name(one, wanted, found) + pick.question)
        return
    family = FAMILIES.get(found.vintage, "")
    best = matches(catalog, wanted)
    best.sort(key=lambda pair: (pair[1] != SAME, pair[0].vintage_family != family))
    yield from _asked(wanted, found, best)


def _asked(
    wanted: Subject, found: Import, best: Iterable[tuple[Indicator, str]]
) -> Iterable[Suggestion]:
    """Indicators with what is asked before their values are taken."""
    for one, certainty in best:
        question = _question(one, wanted, found.vintage, certainty)
        pick = _suggestion(one, wanted, certainty, found)
        yield replace(pick, question=question + pick.question)


def _other_name(one: Indicator, wanted: Subject, found: Import) -> str:
    """What is asked where a row has the id of one indicator and the name of another."""
    texts = {v.indicator_text for v in found.held if v.indicator_id == wanted.name}
    other = sorted(text for text in texts if text and not is_named(one, text))
    if not other:
        return ""
    return f"编号 {wanted.name} 是“{one.name_zh}”，而名称写“{other[0]}”：是哪一个指标？"


def _other_census(one: Indicator, vintage: str) -> str:
    """What is asked where an indicator is of one census and the file of another, or of none."""
    ours = next((words for words, name in FAMILIES.items() if name == one.vintage_family), "")
    if not ours or FAMILIES.get(vintage) == one.vintage_family:
        return ""
    said = f"文件注明按{vintage}修订" if vintage else "文件没有注明按哪次经济普查修订"
    return f"{said}，“{one.name_zh}”为{ours}口径：口径是否一致？"


def _question(one: Indicator, wanted: Subject, vintage: str, certainty: str) -> str:
    """What a person must say before the values are taken."""
    asked = []
    if certainty != SAME:
        asked.append(f"文件写“{wanted.name}”，目录中有“{one.name_zh}”：是否同一指标？")
    asked.append(_other_census(one, vintage))
    if "当季" in wanted.name or "当月" in wanted.name:
        asked.append("文件为当季或当月数，本站的季度、月度数自年初累计：是否改选累计数的文件？")
    return "".join(asked)


def _suggestion(one: Indicator, wanted: Subject, certainty: str, found: Import) -> Suggestion:
    """With how the unit of the file becomes that of the tables, and what is asked about it."""
    is_shown = any(value.is_shown for value in found.held)
    times, added, asked = _conversion(one, wanted.unit, is_shown)
    return Suggestion(one.indicator_id, certainty, times, added, asked)


def _conversion(one: Indicator, given: str, is_shown: bool) -> tuple[Decimal | None, Decimal, str]:
    """By which factor a value is multiplied and what is then added, and what is asked about it.
    What an indicator subtracts for showing is added to what is given as shown."""
    less = Decimal(repr(one.subtract)) if one.subtract is not None else Decimal(0)
    nothing = Decimal(0)
    own = unit(one.unit_zh) or one.unit_zh
    if less and INDEX.fullmatch(given):
        return Decimal(1), nothing, ""
    added = less if is_shown or given == own else nothing
    if is_shown and not given:
        return Decimal(1), added, ""
    if not given:
        asked = f"文件没有写明计量单位：是否为{one.unit_zh}？"
        return Decimal(1), added, asked
    if given == own:
        return Decimal(1), added, ""
    times = factor(given, own)
    if times is not None:
        what = "是否换算" if times != 1 else "是否同一计数"
        return times, added, f"文件以{given}计，本站以{one.unit_zh}计：{what}？"
    return None, added, f"文件以{given}计，本站以{one.unit_zh}计，不能换算：是否选错了指标？"


def choose(catalog: Catalog, wanted: Subject, indicator_id: str, found: Import) -> Suggestion:
    """The indicator that a person has chosen for a subject, with what must still be asked of its
    unit and vintage. Raises KeyError for an indicator that is not in the catalogue."""
    one = catalog.indicators[indicator_id]
    pick = _suggestion(one, wanted, SAME, found)
    return replace(pick, question=_question(one, wanted, found.vintage, SAME) + pick.question)


def values_of(
    found: Import, chosen: Mapping[Subject, Suggestion], regions: Mapping[str, str | None]
) -> tuple[Mapped, ...]:
    """The values of the chosen subjects and of our regions, as the tables have them."""
    mapped = []
    for one in found.held:
        pick, code = chosen.get(subject(one)), regions.get(one.region_text or "")
        if pick is None or code is None or one.period_text is None or pick.factor is None:
            continue
        value = None if one.value is None else Decimal(repr(one.value)) * pick.factor + pick.added
        mapped.append(Mapped(pick.indicator_id, code, one.period_text, value, one))
    return tuple(mapped)
