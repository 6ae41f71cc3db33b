"""The View: what is being looked at, and its two-way street to the query string."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlencode

from analysis.context import remembered
from analysis.series import observations
from data.model.catalog import Catalog


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
    """What a View may hold: the values of each key, and the default of each; `english` are
    the themes' second names."""

    regions: Mapping[str, str]
    themes: Mapping[str, str]
    indicators: Mapping[str, tuple[str, ...]]
    first_year: int
    last_year: int
    settled_year: int
    english: Mapping[str, str] = field(default_factory=dict)

    def default(self, theme: str | None = None) -> View:
        """The view of a theme (the first theme if none is given) with nothing else chosen."""
        theme = theme or next(iter(self.themes))
        indicator = self.indicators[theme][0]
        return View(tuple(self.regions), theme, indicator, self.first_year, self.settled_year)

    def theme_of(self, indicator: str) -> str | None:
        """The theme an indicator belongs to, or None if there is no such indicator."""
        return next((t for t, ids in self.indicators.items() if indicator in ids), None)


@remembered(2)  # every page asks for them
def choices(catalog: Catalog) -> Choices:
    """The choices that the catalog's tables give.

    The last year chosen by default is the latest in which at least half of the headline
    indicators have a value: single early values do not empty every chart of its last year.
    """
    themes = {t.theme: t.name_zh for t in catalog.themes.values()}
    indicators = {}
    for theme in themes:
        headlines = [i.indicator_id for i in catalog.headlines(theme)]
        others = [i.indicator_id for i in catalog.indicators.values() if i.theme == theme]
        indicators[theme] = tuple(dict.fromkeys(headlines + others))
    spans = {name: observations.span(catalog, name) for name in catalog.indicators}
    headline_ends = sorted(
        spans[i.indicator_id][1] for theme in themes for i in catalog.headlines(theme)
    )
    return Choices(
        regions={r.slug: r.short_zh for r in catalog.provinces},
        themes=themes,
        indicators=indicators,
        first_year=min(first for first, _ in spans.values()),
        last_year=max(last for _, last in spans.values()),
        settled_year=headline_ends[len(headline_ends) // 2],
        english={t.theme: t.name_en for t in catalog.themes.values()},
    )


def view(query: str, options: Choices) -> tuple[View, tuple[str, ...]]:
    """The view a query string asks for, and remarks on what could not be read.

    Unknown keys are ignored; a bad value falls back to its default and is remarked on,
    naming the key, the value and what may stand there. Never raises.
    """
    given = dict(parse_qsl(query.removeprefix("?"), keep_blank_values=True))
    remarks: list[str] = []
    theme = _theme(given, options, remarks)
    fallback = options.default(theme)
    start, end = _years(given, options, remarks)
    chosen = View(
        regions=_regions(given, options, remarks),
        theme=theme,
        indicator=_indicator(given, fallback, options, remarks),
        start=start,
        end=end,
    )
    return chosen, tuple(remarks)


def search(chosen: View, options: Choices) -> str:
    """The query string of a view, defaults left out; "" for the default view."""
    fallback = options.default(chosen.theme)
    pairs = {
        "region": (",".join(chosen.regions), ",".join(fallback.regions)),
        "theme": (chosen.theme, options.default().theme),
        "indicator": (chosen.indicator, fallback.indicator),
        "from": (str(chosen.start), str(fallback.start)),
        "to": (str(chosen.end), str(fallback.end)),
    }
    kept = {key: value for key, (value, default) in pairs.items() if value != default}
    return "?" + urlencode(kept, safe=",") if kept else ""


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


def remark(key: str, value: str, allowed: str) -> str:
    """What of a link could not be read, and what may stand there."""
    return f"链接中的 {key}={value[:40]} 无法识别，已改用默认值。可用：{allowed}。"


def partly(key: str, value: str, allowed: str) -> str:
    """What of a list in a link could be read in part, and what may stand there."""
    return f"链接中的 {key}={value[:40]} 有一部分无法识别，已略去。可用：{allowed}。"


def _regions(given: Mapping[str, str], options: Choices, remarks: list[str]) -> tuple[str, ...]:
    if "region" not in given:
        return tuple(options.regions)
    asked = {part.strip() for part in given["region"].split(",")} - {""}
    known = tuple(slug for slug in options.regions if slug in asked)
    if not known or asked - set(known):
        say = partly if known else remark
        remarks.append(say("region", given["region"], "、".join(options.regions)))
    return known or tuple(options.regions)


def _theme(given: Mapping[str, str], options: Choices, remarks: list[str]) -> str:
    """The theme asked for; a link that names only an indicator opens the indicator's theme."""
    fallback = options.theme_of(given.get("indicator", "")) or options.default().theme
    theme = given.get("theme", fallback)
    if theme not in options.themes:
        remarks.append(remark("theme", theme, "、".join(options.themes)))
        return fallback
    return theme


def _indicator(
    given: Mapping[str, str], fallback: View, options: Choices, remarks: list[str]
) -> str:
    asked = given.get("indicator")
    allowed = options.indicators[fallback.theme]
    if asked is None or asked in allowed:
        return asked or fallback.indicator
    examples = "、".join(allowed[:4])
    remarks.append(remark("indicator", asked, f"{examples} 等（{options.themes[fallback.theme]}）"))
    return fallback.indicator


def _years(given: Mapping[str, str], options: Choices, remarks: list[str]) -> tuple[int, int]:
    span = f"{options.first_year} 到 {options.last_year} 的年份"
    years = {"from": options.first_year, "to": options.settled_year}
    for key in years:
        if key not in given:
            continue
        text = given[key]
        # isdecimal alone would also take other scripts' digits
        is_year = text.isascii() and text.isdecimal() and len(text) == len("2024")
        if is_year and options.first_year <= int(text) <= options.last_year:
            years[key] = int(text)
        else:
            remarks.append(remark(key, text, span))
    if years["from"] > years["to"]:
        remarks.append(remark("from", str(years["from"]), f"不晚于 to（{years['to']}）的年份"))
        return options.first_year, years["to"]
    return years["from"], years["to"]
