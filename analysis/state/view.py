"""The View: what is being looked at, and its two-way street to the query string."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from analysis.context import remembered
from analysis.query import Fault, Key, Query, written, year_key
from analysis.series import measures, observations
from data.model.catalog import Catalog
from data.model.periods import ANNUAL, of_frequency

KEYS = ("region", "theme", "indicator", "from", "to")


@dataclass(frozen=True, slots=True)
class View:
    """Regions (slugs, in catalog order), theme, indicator, first and last year."""

    regions: tuple[str, ...]
    theme: str
    indicator: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What a View may hold: the values of each key, and the default of each; `settled_year` is the
    last year chosen by default, `usual_year` that which most headline indicators reach; `english`
    are the themes' second names."""

    regions: Mapping[str, str]
    themes: Mapping[str, str]
    indicators: Mapping[str, tuple[str, ...]]
    first_year: int
    last_year: int
    settled_year: int
    usual_year: int
    english: Mapping[str, str] = field(default_factory=dict)

    def default(self, theme: str | None = None) -> View:
        """The view of a theme (the first theme if none is given) with nothing else chosen."""
        theme = theme or next(iter(self.themes))
        indicator = self.indicators[theme][0]
        return View(tuple(self.regions), theme, indicator, self.first_year, self.settled_year)

    @property
    def every_indicator(self) -> tuple[str, ...]:
        """The indicators of all themes."""
        return tuple(i for ids in self.indicators.values() for i in ids)

    def theme_of(self, indicator: str) -> str | None:
        """The theme an indicator belongs to, or None if there is no such indicator."""
        return next((t for t, ids in self.indicators.items() if indicator in ids), None)


@remembered(2)  # every page asks for them
def choices(catalog: Catalog) -> Choices:
    """The choices that the catalog's tables give.

    The last year chosen by default is the newest that the leading indicator (the regional product)
    has of all regions: each card then shows its own newest value with its year, each chart says
    its years, and single early values of other indicators move nothing.
    """
    themes = {t.theme: t.name_zh for t in catalog.themes.values()}
    indicators = {}
    for theme in themes:
        headlines = [i.indicator_id for i in catalog.headlines(theme)]
        others = [i.indicator_id for i in observations.annual(catalog) if i.theme == theme]
        indicators[theme] = tuple(dict.fromkeys(headlines + others))
    spans = {name: observations.span(catalog, name) for ids in indicators.values() for name in ids}
    headline_ends = sorted(
        spans[i.indicator_id][1] for theme in themes for i in catalog.headlines(theme)
    )
    return Choices(
        regions={r.slug: r.short_zh for r in catalog.provinces},
        themes=themes,
        indicators=indicators,
        first_year=min(first for first, _ in spans.values()),
        last_year=max(last for _, last in spans.values()),
        settled_year=_newest(catalog, next(iter(indicators.values()))[0]),
        usual_year=headline_ends[len(headline_ends) // 2],
        english={t.theme: t.name_en for t in catalog.themes.values()},
    )


def _newest(catalog: Catalog, indicator_id: str) -> int:
    """The newest year that all regions have, else the newest that anyone has."""
    columns = observations.columns(catalog, indicator_id)
    own = [columns[region.region_code] for region in catalog.provinces]
    common = of_frequency(measures.common_years(own), ANNUAL)
    return common[-1] if common else observations.span(catalog, indicator_id)[1]


def keys(options: Choices) -> dict[str, Key]:
    """The query keys of a View, by name."""
    first, last = options.first_year, options.last_year
    found = (
        Key(
            "region", "地区，可填多个，以逗号分隔；缺省为三地", tuple(options.regions), is_list=True
        ),
        Key("theme", "主题；缺省为指标所属的主题", tuple(options.themes),
            said="、".join(options.themes)),
        Key("indicator", "指标编号；缺省为主题的第一个指标", options.every_indicator),
        year_key("from", "起始年", first, last),
        year_key("to", f"截止年；缺省为 {options.settled_year}", first, last),
    )  # fmt: skip
    return {key.name: key for key in found}


def view(text: str, options: Choices) -> tuple[View, tuple[str, ...]]:
    """The view a query string asks for, and remarks on what could not be read.

    Unknown keys are ignored; a bad value falls back to its default and is remarked on,
    naming the key, the value and what may stand there. Never raises.
    """
    query = Query.of(text)
    return read(query, options), tuple(query.remarks)


def read(query: Query, options: Choices) -> View:
    """The view that a query asks for, as `view`."""
    known = keys(options)
    theme = _theme(query, known["theme"], options)
    fallback = options.default(theme)
    start, end = _years(query, known, options)
    return View(
        regions=query.some(known["region"]) or fallback.regions,
        theme=theme,
        indicator=_indicator(query, known["indicator"], fallback, options),
        start=start,
        end=end,
    )


def values(chosen: View, options: Choices) -> dict[str, str]:
    """The values of a view's keys, those that are the default left out."""
    fallback = options.default(chosen.theme)
    pairs = {
        "region": (",".join(chosen.regions), ",".join(fallback.regions)),
        "theme": (chosen.theme, options.default().theme),
        "indicator": (chosen.indicator, fallback.indicator),
        "from": (str(chosen.start), str(fallback.start)),
        "to": (str(chosen.end), str(fallback.end)),
    }
    return {key: value for key, (value, default) in pairs.items() if value != default}


def query_of(chosen: View, options: Choices) -> str:
    """The query string of a view, defaults left out; "" for the default view."""
    return written(values(chosen, options))


def clashes(text: str, options: Choices) -> tuple[Fault, ...]:
    """Values of a query that are right alone and wrong together: theme and indicator, from and
    to."""
    given = Query.of(text).given
    found = []
    theme, indicator = given.get("theme"), given.get("indicator")
    if theme and indicator and indicator not in options.indicators[theme]:
        ids = options.indicators[theme]
        found.append(Fault(f"主题 {theme} 没有该指标", "indicator", indicator, ids))
    start = int(given.get("from", options.first_year))
    end = int(given.get("to", options.settled_year))
    if start > end:
        years = tuple(str(year) for year in range(options.first_year, end + 1))
        found.append(Fault(f"起始年晚于截止年（{end}）", "from", str(start), years))
    return tuple(found)


def with_region(chosen: View, slug: str, options: Choices) -> View:
    """The view with one region switched on or off; the last one stays on."""
    wanted = set(chosen.regions) ^ {slug} or set(chosen.regions)
    return replace(chosen, regions=tuple(r for r in options.regions if r in wanted))


def with_theme(chosen: View, theme: str, options: Choices) -> View:
    """The view of another theme, at its first indicator."""
    return replace(chosen, theme=theme, indicator=options.default(theme).indicator)


def with_indicator(chosen: View, indicator: str) -> View:
    """The view with another indicator driving the charts."""
    return replace(chosen, indicator=indicator)


def _theme(query: Query, key: Key, options: Choices) -> str:
    """The theme asked for; a link that names only an indicator opens the indicator's theme."""
    own = options.theme_of(query.given.get("indicator", ""))
    return query.one(key) or own or options.default().theme


def _indicator(query: Query, key: Key, fallback: View, options: Choices) -> str:
    allowed = options.indicators[fallback.theme]
    said = f"{'、'.join(allowed[:4])} 等（{options.themes[fallback.theme]}）"
    return query.one(replace(key, allowed=allowed, said=said)) or fallback.indicator


def _years(query: Query, known: Mapping[str, Key], options: Choices) -> tuple[int, int]:
    start = query.year(known["from"]) or options.first_year
    end = query.year(known["to"]) or options.settled_year
    if start > end:
        query.remark("from", str(start), f"不晚于 to（{end}）的年份")
        return options.first_year, end
    return start, end
