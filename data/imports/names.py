"""Names of indicators: which of ours a name is, or is like."""

from dataclasses import dataclass

from data.imports.characters import bare
from data.imports.units import factor, parted, unit
from data.model.catalog import Catalog, Indicator
from data.model.periods import frequency

# How surely a name is one of ours: the same, or with another word for the same; or only alike.
SAME, NEAR, ALIKE = "same", "near", "alike"
FEW, LIKE = 3, 0.5  # so many names are proposed that are alike, and how alike they must be
# What the bureau's names add to ours, without another meaning.
LEFT_OUT = ("_累计值", "累计值", "（现价）", "(现价)")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a file calls an indicator: its name, its unit, and how often it is counted."""

    name: str
    unit: str
    frequency: str


def matches(catalog: Catalog, wanted: Subject) -> list[tuple[Indicator, str]]:
    """Indicators whose name is the subject's, or would be with another word for the same, each of
    the frequency that is wanted."""
    name = _plain(wanted.name)
    words, parts = _spellings(catalog, name), set(name.split(":")) - {name}
    found: list[tuple[Indicator, str]] = []
    for one in catalog.indicators.values():
        own = _own_names(one)
        if not _is_counted(catalog, one, wanted.frequency):
            continue
        if name in own:
            found.append((one, SAME))
        elif own & parts or own & words or any(_stem(text) in words | {name} for text in own):
            found.append((one, NEAR))
    return found


def is_named(one: Indicator, text: str) -> bool:
    """Whether an indicator is called so."""
    return _plain(text) in _own_names(one)


def _own_names(one: Indicator) -> set[str]:
    """What an indicator is called; a growth that the tables hold as an index is that index too."""
    own = {_plain(one.name_zh), _plain(one.short_zh), _plain(parted(one.name_zh)[0])}
    if one.subtract:
        own |= {_stem(name).replace("增长速度", "指数") for name in own}
    return own


def nearest(catalog: Catalog, wanted: Subject) -> list[tuple[Indicator, str]]:
    """The few indicators whose names have most pairs of signs in common with a name that none has,
    and whose unit may be that of the file."""
    pairs = _pairs(_plain(wanted.name))
    scored = [
        (2 * len(pairs & own) / (len(pairs) + len(own)), one)
        for one in catalog.indicators.values()
        if _is_counted(catalog, one, wanted.frequency)
        and (not wanted.unit or factor(wanted.unit, unit(one.unit_zh) or "") is not None)
        for own in [_pairs(_plain(one.name_zh))]
        if own
    ]
    best = sorted(scored, key=lambda pair: -pair[0])[:FEW]
    return [(one, ALIKE) for score, one in best if score >= LIKE]


def _pairs(name: str) -> set[str]:
    return {name[at : at + 2] for at in range(len(name) - 1)}


def _spellings(catalog: Catalog, name: str) -> set[str]:
    """The name with words exchanged for others that mean the same."""
    return {
        name.replace(_plain(one.term_zh), _plain(one.means_zh))
        for one in catalog.synonyms
        if _plain(one.term_zh) in name and one.relation == "same"
    }


def _plain(name: str) -> str:
    for ending in LEFT_OUT:
        name = name.replace(ending, "")
    return bare(name).replace("、", "").replace("，", ",").lower()


def _stem(name: str) -> str:
    """A name without what is said in brackets at its end: 地区生产总值(季度累计)."""
    return name.partition("(")[0] if name.endswith(")") else name


def _is_counted(catalog: Catalog, one: Indicator, wanted: str) -> bool:
    """Whether an indicator has values of a frequency."""
    panel = catalog.panels.get(one.indicator_id)
    return panel is not None and any(frequency(number) == wanted for number in panel.index)
