"""Numbers set against one region, the reference: how many times as large, how far apart."""

from analysis.series import measures
from analysis.series.columns import Columns, Numbers, columns, doubted, gaps
from analysis.series.observations import Values
from analysis.series.quantities import gap_unit
from analysis.series.selection import Selection
from analysis.text.periods import periods_text
from data.model.catalog import NATION, Catalog, Region


def ratio_to(catalog: Catalog, topic: Selection, slug: str) -> Numbers:
    """Each chosen region / the reference, in the years that both have and the reference is above
    zero; the nation too where its size can stand beside a region's."""
    reference, side, base = _reference(catalog, topic, slug)
    name, own = reference.short_zh, _own(topic, side)
    numbers = {code: measures.ratio(values, base) for code, values in own.items()}
    lost = gaps(own.values(), [*numbers.values(), doubted(topic)])
    return Numbers(
        columns=numbers,
        unit="",
        decimals=2,
        formula=f"与{name}之比 = 各地 ÷ {name}（{name} = 1）",
        notes=(
            *([f"{periods_text(lost)}{name}没有可作分母的数值，未列。"] if lost else []),
            *side.cautions,
        ),
        codes=(reference.region_code,),
    )


def difference_from(catalog: Catalog, topic: Selection, slug: str) -> Numbers:
    """Each chosen region - the reference, in the shown unit (of percentages in 个百分点), in the
    years that both have; the nation too where its size can stand beside a region's."""
    reference, side, base = _reference(catalog, topic, slug)
    name, own = reference.short_zh, _own(topic, side)
    apart = {code: measures.gap(values, base) for code, values in own.items()}
    lost = gaps(own.values(), [*apart.values(), doubted(topic)])
    shown = topic.shown
    return Numbers(
        columns={c: {y: v / shown.divisor for y, v in apart[c].items()} for c in apart},
        unit=gap_unit(shown.unit),
        decimals=shown.decimals,
        formula=f"与{name}之差 = 各地 − {name}（{name} = 0）",
        notes=(
            *([f"{periods_text(lost)}没有{name}的同年数值，未列。"] if lost else []),
            *side.cautions,
        ),
        codes=(reference.region_code,),
    )


def _reference(catalog: Catalog, topic: Selection, slug: str) -> tuple[Region, Columns, Values]:
    """The region that others are set against, all columns, and its own sound values."""
    reference, side = catalog.regions[slug], columns(catalog, topic)
    code = reference.region_code
    return reference, side, topic.sound(side.values[code], [code])


def _own(topic: Selection, side: Columns) -> dict[str, Values]:
    """The values that are set against the reference's."""
    codes = list(topic.scope.codes)
    if topic.is_comparable and topic.has(NATION):
        codes.append(NATION)
    return {code: topic.sound(side.within(side.values[code]), [code]) for code in codes}
