"""The View: what is being looked at, and its two-way street to the query string."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from analysis.context import remembered
from analysis.query import Fault, Key, Query, period_key, written
from analysis.series import measures, observations
from data.model import periods
from data.model.catalog import Catalog
from data.model.periods import ANNUAL, FREQUENCIES, of_frequency

KEYS = ("region", "theme", "indicator", "from", "to")
COORDINATED_SINCE = 2014  # when coordinated development became a national strategy


@dataclass(frozen=True, slots=True)
class View:
    """Regions (slugs, in catalog order), theme, indicator, first and last year, or period of
    another frequency (data/model/periods.py)."""

    regions: tuple[str, ...]
    theme: str
    indicator: str
    start: int
    end: int

    @property
    def frequency(self) -> str:
        """Whether years, quarters or months are looked at."""
        return periods.frequency(self.end)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a View of one frequency may hold: the values of each key, and the default of each, its
    years being periods of that frequency. `settled_year` is the last one chosen by default,
    `usual_year` that which most headline indicators reach; `english` are the themes' second names,
    `every` the choices of each frequency that has any indicator, `annual` the yearly indicator of
    the same subject, by that of quarters or months."""

    regions: Mapping[str, str]
    themes: Mapping[str, str]
    indicators: Mapping[str, tuple[str, ...]]
    first_year: int
    last_year: int
    settled_year: int
    usual_year: int
    english: Mapping[str, str] = field(default_factory=dict)
    every: Mapping[str, "Choices"] = field(default_factory=dict, repr=False, compare=False)
    annual: Mapping[str, str] = field(default_factory=dict)

    def default(self, theme: str | None = None) -> View:
        """The view of a theme (the first theme if none is given) with nothing else chosen."""
        theme = theme or next(iter(self.themes))
        indicator = self.indicators[theme][0]
        return View(tuple(self.regions), theme, indicator, self.first_year, self.settled_year)

    def of(self, frequency: str) -> "Choices":
        """The choices of a frequency; these where it has none."""
        return self.every.get(frequency, self)

    @property
    def every_indicator(self) -> tuple[str, ...]:
        """The indicators of all themes."""
        return tuple(i for ids in self.indicators.values() for i in ids)

    def theme_of(self, indicator: str) -> str | None:
        """The theme an indicator belongs to, or None if there is no such indicator."""
        return next((t for t, ids in self.indicators.items() if indicator in ids), None)


@remembered(2)  # every page asks for them
def choices(catalog: Catalog) -> Choices:
    """The choices of years that the catalog's tables give; through them those of quarters and
    months."""
    every: dict[str, Choices] = {}
    for frequency in FREQUENCIES:
        spans = {
            name: found[frequency]
            for name in catalog.indicators
            if frequency in (found := observations.spans(catalog, name))
        }
        if spans:
            every[frequency] = _choices(catalog, spans, MappingProxyType(every))
    return every[ANNUAL]


def _choices(
    catalog: Catalog, spans: Mapping[str, tuple[int, int]], every: Mapping[str, Choices]
) -> Choices:
    """The choices of the indicators that have values between these ends.

    The last year chosen by default is the newest that the leading indicator (the regional product)
    has of all regions: each card then shows its own newest value with its year, each chart says
    its years, and single early values of other indicators move nothing.
    """
    indicators, ends = {}, []
    for theme in catalog.themes:
        headlines = [i.indicator_id for i in catalog.headlines(theme)]
        others = [i.indicator_id for i in catalog.indicators.values() if i.theme == theme]
        ids = tuple(name for name in dict.fromkeys(headlines + others) if name in spans)
        indicators.update({theme: ids} if ids else {})
        ends += [spans[name][1] for name in headlines if name in spans]
    last = max(last for _, last in spans.values())
    return Choices(
        regions={r.slug: r.short_zh for r in catalog.provinces},
        themes={theme: catalog.themes[theme].name_zh for theme in indicators},
        indicators=indicators,
        first_year=min(first for first, _ in spans.values()),
        last_year=last,
        settled_year=_newest(catalog, next(iter(indicators.values()))[0], last),
        usual_year=sorted(ends)[len(ends) // 2] if ends else last,
        english={t.theme: t.name_en for t in catalog.themes.values()},
        every=every,
        annual={i.indicator_id: i.annual_id for i in catalog.indicators.values() if i.annual_id},
    )


def _newest(catalog: Catalog, indicator_id: str, last: int) -> int:
    """The newest year that all regions have; else, and of quarters and months, the newest that
    anyone has (`last`, of any indicator)."""
    if periods.frequency(last) != ANNUAL:
        return last
    columns = observations.columns(catalog, indicator_id)
    own = [columns[region.region_code] for region in catalog.provinces]
    common = of_frequency(measures.common_years(own), ANNUAL)
    return common[-1] if common else observations.span(catalog, indicator_id)[1]


def keys(options: Choices) -> dict[str, Key]:
    """The query keys of a View, by name."""
    first, last = options.first_year, options.last_year
    settled = periods.written(options.settled_year)
    found = (
        Key(
            "region", "地区，可填多个，以逗号分隔；缺省为三地", tuple(options.regions), is_list=True
        ),
        Key("theme", "主题；缺省为指标所属的主题", tuple(options.themes),
            said="、".join(options.themes)),
        Key("indicator", "指标编号；缺省为主题的第一个指标", options.every_indicator),
        period_key("from", "起始年（季、月）", first, last),
        period_key("to", f"截止年（季、月）；缺省为 {settled}", first, last),
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
        "from": (periods.written(chosen.start), periods.written(fallback.start)),
        "to": (periods.written(chosen.end), periods.written(fallback.end)),
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
    start, end = (
        periods.period(given[key]) if key in given else usual
        for key, usual in (("from", options.first_year), ("to", options.settled_year))
    )
    if start > end:
        years = tuple(map(periods.written, range(options.first_year, end + 1)))
        said = f"起始年晚于截止年（{periods.written(end)}）"
        found.append(Fault(said, "from", periods.written(start), years))
    return tuple(found)


def with_region(chosen: View, slug: str, options: Choices) -> View:
    """The view with one region switched on or off; the last one stays on."""
    wanted = set(chosen.regions) ^ {slug} or set(chosen.regions)
    return replace(chosen, regions=tuple(r for r in options.regions if r in wanted))


def with_theme(chosen: View, theme: str, options: Choices) -> View:
    """The view of another theme, at its first indicator; of years where the theme has nothing of
    the view's frequency."""
    own = options.of(chosen.frequency)
    if theme in own.themes:
        return replace(chosen, theme=theme, indicator=own.default(theme).indicator)
    return replace(options.of(ANNUAL).default(theme), regions=chosen.regions)


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
    start = query.period(known["from"]) or options.first_year
    end = query.period(known["to"]) or options.settled_year
    if start > end:
        query.remark("from", periods.written(start), f"不晚于 to（{periods.written(end)}）的年份")
        return options.first_year, end
    return start, end
