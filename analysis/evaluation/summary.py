"""The EvaluationSummary: all that the page shows of a state."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from analysis.coordination.division import Division, division
from analysis.coordination.gaps import Gaps, gaps
from analysis.evaluation.address import EvaluationView
from analysis.evaluation.coupling import Envelope, envelope
from analysis.evaluation.index import OpenIndex, open_index
from analysis.evaluation.measures import Dispersion, dispersions
from analysis.evaluation.official import Official, official
from analysis.evaluation.others import Other, others
from analysis.evaluation.watch_part import WatchPart, watch_part
from analysis.state.scope import scope
from data.model.catalog import Catalog
from data.model.sources import Source
from data.model.watch import Sign


@dataclass(frozen=True, slots=True)
class EvaluationSummary:
    """All parts of the page. `references` are the regions that may be 1, by slug; `filter_text` the
    chosen regions, `told` what else was chosen, by name ("" where nothing was); `sources` of all
    that is computed, each once."""

    chosen: EvaluationView
    references: Mapping[str, str]
    themes: Mapping[str, str]
    filter_text: str
    told: Mapping[str, str]
    gaps: Gaps
    dispersions: tuple[Dispersion, ...]
    division: Division
    official: Official
    index: OpenIndex
    watch: WatchPart
    others: tuple[Other, ...]
    envelope: Envelope | None
    sources: tuple[Source, ...]


def evaluation_summary(catalog: Catalog, chosen: EvaluationView) -> EvaluationSummary:
    """What the page shows of a state."""
    years = (chosen.view.start, chosen.view.end)
    apart = of_regions(gaps(catalog, chosen.reference, *years), chosen.view.regions)
    labour, index = division(catalog, *years), open_index(catalog, chosen.changed)
    published, watch = official(catalog), watch_part(catalog, chosen)
    names = {region.slug: region.short_zh for region in catalog.provinces}
    every = (*apart.sources, *labour.sources, *published.sources, *index.sources)
    return EvaluationSummary(
        chosen=chosen,
        references=names,
        themes={theme.theme: theme.name_zh for theme in catalog.themes.values()},
        filter_text=scope(catalog, chosen.view.regions).name,
        told=_told(names[chosen.reference], index, watch.signs, chosen.sign),
        gaps=apart,
        dispersions=dispersions(catalog, *years),
        division=labour,
        official=published,
        index=index,
        watch=watch,
        others=others(catalog),
        envelope=envelope(catalog),
        sources=tuple(dict.fromkeys(every)),
    )


def of_regions(found: Gaps, slugs: tuple[str, ...]) -> Gaps:
    """The gaps of the chosen regions against the reference; of all where only that is chosen."""
    kept = tuple(region for region in found.others if region.slug in slugs) or found.others
    return replace(found, others=kept, rows=tuple(row.of(kept) for row in found.rows))


def _told(reference: str, index: OpenIndex, signs: tuple[Sign, ...], sign: str) -> dict[str, str]:
    meant = next((one.name_zh for one in signs if one.sign == sign), "全部")
    return {
        "对照": f"{reference} = 1",
        "自算指数的改动": index.told,
        "清单": meant if signs else "",
    }
