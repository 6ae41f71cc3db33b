"""The lists of the map of platforms, of the page of areas and of the evaluation."""

from collections.abc import Sequence
from typing import Any

from analysis import links
from analysis.areas.address import area_choices, areas_view
from analysis.areas.products import NOTE
from analysis.areas.summary import areas_summary
from analysis.evaluation.address import evaluation_choices, evaluation_view
from analysis.evaluation.summary import evaluation_summary
from analysis.platforms.address import platform_choices, platforms_view
from analysis.platforms.summary import platforms_summary
from reports.area_files import QUOTIENT
from reports.areas import AreasReport, areas_report
from reports.evaluation import EvaluationReport, evaluation_report
from reports.json import in_words
from reports.place_files import CREDIT, LAYERED, OFF_MAP, SHARED, TOGETHER, UNREAD, WHOLE
from reports.places import PlacesReport, places_report
from serving.lists.listed import Asked, Found, about


def platforms(asked: Asked) -> Found:
    """The places listed."""
    found = _places(asked)
    said = (found.title, in_words(found.filters), [found.note, CREDIT])
    return _found(asked, links.PLACES, said, found.places)


def industries(asked: Asked) -> Found:
    """How many places an industry has in each region."""
    said = ("产业与地区：列出的平台数", LAYERED, [SHARED])
    return _found(asked, links.PLACE_INDUSTRIES, said, _places(asked).industries)


def flows(asked: Asked) -> Found:
    """The technology contracts by year."""
    found = _places(asked)
    said = ("北京流向津冀的技术合同", f"年份：{found.years}", [TOGETHER])
    return _found(asked, links.PLACE_FLOWS, said, found.flows)


def lists(asked: Asked) -> Found:
    """The documents that list platforms."""
    said = ("平台名录及其数目", WHOLE, [UNREAD])
    return _found(asked, links.PLACE_LISTS, said, _places(asked).lists)


def statements(asked: Asked) -> Found:
    """Who says which place is on which list."""
    said = ("各来源的说法", WHOLE, [OFF_MAP, UNREAD])
    return _found(asked, links.PLACE_STATEMENTS, said, _places(asked).statements)


def counties(asked: Asked) -> Found:
    """An industry in the counties of the chosen regions."""
    found = _areas(asked)
    said = (found.title, in_words(found.filters), [QUOTIENT, *found.notes])
    return _found(asked, links.AREAS, said, found.counties)


def shift(asked: Asked) -> Found:
    """An industry in both censuses."""
    found = _areas(asked)
    said = ("两次普查的比重", in_words(found.filters), list(found.notes))
    return _found(asked, links.AREA_SHIFT, said, found.shift)


def products(asked: Asked) -> Found:
    """The product of the prefectures."""
    found = _areas(asked)
    said = ("设区市地区生产总值", in_words(found.filters[:1]), [NOTE])
    return _found(asked, links.AREA_PRODUCTS, said, found.products)


def evaluated(asked: Asked) -> Found:
    """Every number of the evaluation, and what it was computed from."""
    found = _evaluation(asked)
    said = (found.title, in_words(found.filters), list(found.notes))
    return _found(asked, links.EVALUATION, said, found.rows)


def watched(asked: Asked) -> Found:
    """The watch list."""
    found = _evaluation(asked)
    said = ("回落清单", in_words(found.filters), list(found.notes))
    return _found(asked, links.WATCHED, said, found.watch)


def _places(asked: Asked) -> PlacesReport:
    known = platform_choices(asked.catalog)
    chosen, _ = platforms_view(asked.query, asked.options, known)
    return places_report(asked.catalog, platforms_summary(asked.catalog, chosen))


def _areas(asked: Asked) -> AreasReport:
    chosen, _ = areas_view(asked.query, asked.options, area_choices(asked.catalog))
    return areas_report(asked.catalog, areas_summary(asked.catalog, chosen))


def _evaluation(asked: Asked) -> EvaluationReport:
    known = evaluation_choices(asked.catalog)
    chosen, _ = evaluation_view(asked.query, asked.options, known)
    return evaluation_report(asked.catalog, evaluation_summary(asked.catalog, chosen))


def _found(asked: Asked, path: str, said: tuple[str, str, list[str]], rows: Sequence[Any]) -> Found:
    title, filters, notes = said
    return Found(about(asked, path, title, len(rows), filters=filters, notes=notes), rows)
