"""Changes that are rates: on the year before, published at constant prices or with an index,
averages over years, and indicators that are rates of growth themselves."""

from collections.abc import Iterator, Mapping

from analysis.document.document import Cited
from analysis.reports.sentences.levels import whose
from analysis.reports.sentences.moved import FALLS, RISES, moved, on_year, priced
from analysis.reports.sentences.said import Part, Said, adverse_rate, stated
from analysis.reports.sentences.subject import RATE, Subject
from analysis.series import measures, observations
from analysis.series.absence import absence
from analysis.series.changes import REAL, published_change, real_growth
from analysis.series.growth import LEAST_YEARS
from analysis.series.quantities import number, rounded
from analysis.text.periods import period_text
from analysis.text.provisional import word
from analysis.text.sentences import dated_name
from data.model.periods import written

FIRST = -1  # rank: growth in real terms leads where it is published


def rates(about: Subject) -> Iterator[Said]:
    """2024 年，固定资产投资到位资金增速：北京下降 4.7%，天津增长 1.1%，河北增长 9.9%: indicators
    that are rates of growth themselves."""
    if about.row.measure_type != RATE:
        return
    parts: list[Part] = [f"{period_text(about.year)}，{dated_name(about.topic)}："]
    size = 0.0
    for place, region in enumerate(about.owners):
        code = region.region_code
        lead = f"{'，' if place else ''}{region.short_zh}"
        value = about.topic.columns[code].get(about.year)
        if value is None:
            why = absence(about.catalog, about.row.indicator_id, [code], [about.year])
            parts.append(f"{lead}{why}")
            continue
        parts += [
            lead,
            *_grown(value, about.row.decimals, about.row.indicator_id, code, about.year),
        ]
        size = max(size, adverse_rate(about.row, value))
    codes = [region.region_code for region in about.owners]
    is_first = about.topic.is_provisional(codes, about.year)
    parts.append(f"（{word(about.row)}）" if is_first else "")
    yield Said(stated(f"{about.row.indicator_id}.rates", parts), 0, size)


def yearly(about: Subject) -> Iterator[Said]:
    """2024 年，三地…比上年增长 …（按现价计算); in its stead growth at constant prices where that is
    published, or the change that an index was published with. Nothing where the year before is the
    one that is compared with anyhow."""
    real = real_growth(about.catalog, about.topic, about.year)
    if real:
        yield _real(about, real)
        return
    if about.whole is not None and about.whole.code and about.year not in about.whole.computed:
        yield from _as_said(about, about.whole.code)
    before, values = about.year - 1, about.together
    if about.base in (None, before) or not about.comparable(values, before):
        return
    found = moved(about, values, about.whole_code, before)
    parts: list[Part] = [f"{period_text(about.year)}，{whose(about)}", *on_year(found),
             "" if found.is_flat else priced(about)]  # fmt: skip
    yield Said(stated(f"{about.row.indicator_id}.yearly", parts), 2, found.adverse)


def average(about: Subject) -> Iterator[Said]:
    """2015—2024 年，三地…年均增长 9.9%（以 2014 年为基期，按现价计算）; over at least two years."""
    first, values = about.base, about.together
    if first is None or about.is_percent or not about.comparable(values, first):
        return
    span = about.year - first
    rate = measures.average_growth(values, first, about.year)
    if rate is None or span < LEAST_YEARS or not rounded(rate, 1):
        return
    formula = f"[（{about.year} 年 ÷ {first} 年）^(1/{span}) − 1] × 100%"
    cell = about.cell(f"{number(abs(rate), 1)}%", about.whole_code, about.year, formula)
    basis = "，按现价计算" if priced(about) else ""
    parts: list[Part] = [
        f"{first + 1}—{about.year} 年，{whose(about)}年均{RISES if rate > 0 else FALLS} ",
        cell,
        f"（以 {first} 年为基期{basis}）",
    ]
    yield Said(stated(f"{about.row.indicator_id}.average", parts), 6)


def _real(about: Subject, found: Mapping[str, float]) -> Said:
    """按不变价计算，2024 年北京地区生产总值比上年增长 5.2%，天津增长 5.1%，河北增长 5.4%."""
    name = about.row.real_growth_id or ""
    row = about.catalog.indicators[name]
    parts: list[Part] = [f"按{REAL}计算，{period_text(about.year)}"]
    for place, (code, value) in enumerate(found.items()):
        who = about.catalog.region(code).short_zh
        lead = f"，{who}" if place else f"{who}{dated_name(about.topic)}比上年"
        parts += [lead, *_grown(value, row.decimals, name, code, about.year)]
    first = observations.provisional(about.catalog, name)
    is_first = any(about.year in first[code] for code in found)
    parts.append(f"（{word(row)}）" if is_first else "")
    size = max(adverse_rate(row, value) for value in found.values())
    return Said(stated(f"{about.row.indicator_id}.real", parts), FIRST, size)


def _as_said(about: Subject, code: str) -> Iterator[Said]:
    """2024 年，京津冀区域协同发展指数比上年提高 4.9 点（同口径）, as it was published with it."""
    found = published_change(about.catalog, about.topic, code, about.year)
    if found is None or found.amount is None:
        return
    cell = about.cell(found.text, code, about.year, "与指数同时公布")
    parts: list[Part] = [f"{period_text(about.year)}，{whose(about)}比上年{found.verb} ", cell,
                         f"（{found.basis}）"]  # fmt: skip
    size = adverse_rate(about.row, found.amount)
    yield Said(stated(f"{about.row.indicator_id}.said", parts), 2, size)


def _grown(value: float, decimals: int, name: str, code: str, year: int) -> tuple[Part, ...]:
    """A rate of growth in words: 增长 5.2%, 下降 4.7%, 持平."""
    if not rounded(value, decimals):
        return ("持平",)
    text = f"{number(abs(value), decimals)}%"
    cell = Cited(text, name, code, written(year))
    return (f"{RISES if value > 0 else FALLS} ", cell)
