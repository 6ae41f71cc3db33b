"""The captions of a study: title, what the numbers are, their years, how to cite them."""

from analysis import links
from analysis.indicators.address import IndicatorsView, query_of
from analysis.pages import PAGES, Page
from analysis.series import observations
from analysis.series.absence import absence as values_absent
from analysis.series.columns import Numbers
from analysis.series.evidence import Evidence, with_others
from analysis.series.scales import scale_name
from analysis.series.selection import Selection
from analysis.state.view import choices
from analysis.text import titles
from analysis.text.periods import span_text
from analysis.text.provisional import remark
from data.model.catalog import Catalog


def title(topic: Selection, numbers: Numbers, used: IndicatorsView) -> str:
    """A sentence where one can be made, else the indicator's name with the scale."""
    name, row = topic.indicator.short_zh, topic.indicator
    if used.scale == "published":
        return titles.trend_title(topic) if topic.has_regions else name
    if used.scale == "share3":
        whole = f"{name}：{scale_name(row, used.scale)}"
        return titles.share_title(topic, numbers.filled_years[-1]) or whole
    if used.scale == "growth":
        nominal = "名义，" if row.growth_kind == "nominal" else ""
        base = f"（{nominal}以 {numbers.years[0]} 年为基期）"
        first = remark(topic, topic.scope.codes, numbers.years[-1])
        return f"{name}：{span(numbers, used)}年均增速{base}{first}"
    return f"{name}：{scale_name(row, used.scale)}"


def span(numbers: Numbers, used: IndicatorsView) -> str:
    """The years shown: those of the view, or those that an average growth is of: the years after
    its base year: 2011—2024 年."""
    if used.scale == "growth":
        shown = span_text(numbers.years[0] + 1, numbers.years[-1])
    else:
        shown = span_text(used.view.start, used.view.end)
    return shown


def basis(topic: Selection, numbers: Numbers, used: IndicatorsView) -> str:
    """Unit, price basis, scale: 2013 年=100，现价，指数（名义，计算）."""
    row = topic.indicator
    price = {"current": "现价", "constant": "不变价"}.get(row.price_basis)
    name = scale_name(row, used.scale)
    if used.scale != "published":
        name = name.replace("）", "，本站计算）") if "（" in name else f"{name}（本站计算）"
    return "，".join(part for part in (numbers.unit, price, name) if part)


def citation(
    catalog: Catalog, topic: Selection, numbers: Numbers, used: IndicatorsView, proof: Evidence
) -> str:
    """After GB/T 7714 for data sets: publisher. title[DS]. indicator, years. version. address."""
    years = numbers.filled_years
    if not years:
        return ""
    publishers = "，".join(proof.publishers[:3]) + ("，等" if len(proof.publishers) > 3 else "")
    named = "；".join(document.document for document in proof.documents[:2])
    titles = with_others(named, len(proof.sources))
    name, shown = topic.indicator.short_zh, f"{span_text(years[0], years[-1])}"
    if used.scale != "published":
        name += f"：{scale_name(topic.indicator, used.scale)}（据公布值计算）"
    if used.scale == "growth":
        shown = span(numbers, used)
    version = f"数据版本 {catalog.version}（{catalog.digest}）"
    query = query_of(used, choices(catalog))
    place = links.permanent(PAGES[Page.INDICATORS].path, query, catalog.digest)
    said = f"{publishers}. {titles}[DS]. {name}, {shown}."
    return f"{said} 京津冀产业协同发展监测, {version}. {place}"


def absence(catalog: Catalog, topic: Selection, used: IndicatorsView) -> str:
    """Why there is nothing: the years asked for against the years that are held."""
    name, view = topic.indicator.indicator_id, used.view
    held = span_text(*observations.span(catalog, name, view.frequency))
    asked = span_text(view.start, view.end)
    why = values_absent(catalog, name, topic.scope.codes, range(view.start, view.end + 1))
    return f"{asked}的数值{why}；本站收录年份为 {held}。"
