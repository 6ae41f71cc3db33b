"""Names from tables are text wherever they are shown: no tag, no template, no entity of theirs."""

from dataclasses import fields, is_dataclass, replace
from html import unescape
from types import MappingProxyType

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.pages import Page
from analysis.state.view import choices
from callbacks import answers_of
from callbacks.site import OneEdition, Site
from components.charts.atlas import Boundaries
from components.charts.plain import plain

NASTY = '<a href="https://evil.example">&amp;%{y}</a>'
NAMES = {"name_zh", "short_zh", "note_zh", "reason_zh", "title_zh", "publisher_zh", "document_zh"}
TABLES = ("regions", "indicators", "sources", "tiers", "platforms", "polygons", "events", "breaks")
ADDRESSES = {
    Page.OVERVIEW: ["/", "/?region=hebei&theme=green", "/?indicator=madrid_tm_apps&to=2012"],
    Page.INDICATORS: [
        "/indicators?indicator=so2_emissions&events=1",
        *(f"/indicators?indicator=gdp&chart={kind}" for kind in ("bars", "multiples")),
        "/indicators?indicator=gdp&scale=share3&chart=stack",
        *(f"/indicators?indicator=gdp&against=population&chart={c}" for c in ("scatter", "panels")),
    ],
    Page.AREAS: ["/areas?area=131125"],
    Page.PLATFORMS: ["/platforms?shade=gdp&flows=1&lines=county&place=W01", "/platforms"],
}


@given(st.text() | st.text(alphabet="<>&%{}b/ax#x7b;lt "))
def test_a_plain_text_has_no_sign_of_plotly_s_and_reads_as_before(text):
    found = plain(text)
    assert not set("<>") & set(found) and "%{" not in found
    assert unescape(found) == text
    assert plain("京津冀 R&D 5%") == "京津冀 R&amp;D 5%"


def bent(value):
    """A row, or rows, with something nasty behind every name."""
    if is_dataclass(value):
        names = (f.name for f in fields(value) if f.name in NAMES)
        return replace(value, **{n: getattr(value, n) + NASTY for n in names if getattr(value, n)})
    if isinstance(value, tuple):
        return tuple(map(bent, value))
    return MappingProxyType({key: bent(one) for key, one in value.items()})


@pytest.fixture(scope="module")
def answers(catalog):
    names = {key: name + NASTY for key, name in catalog.names.items()}
    known = catalog.places
    around = replace(
        known,
        counties={code: name + NASTY for code, name in known.counties.items()},
        outlines=bent(known.outlines),
    )
    areas = replace(catalog.areas, by_code=bent(catalog.areas.by_code))
    found = replace(
        catalog,
        names=names,
        places=around,
        areas=areas,
        **{t: bent(getattr(catalog, t)) for t in TABLES},
    )
    shapes = Boundaries("/p", "/q", "/c", "/o")
    urls = ("/p", "/q")
    return answers_of(Site(found, choices(found), urls, shapes, "/i", OneEdition(found)))


def texts(value):
    """Every text of a figure."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("page", "address"), [(page, one) for page, some in ADDRESSES.items() for one in some]
)
def test_no_name_of_a_table_is_markup_in_a_figure(answers, page, address):
    parts = orjson.loads(
        orjson.dumps(
            answers.to(page, {"number": 1, "address": address}), option=orjson.OPT_NON_STR_KEYS
        )
    )
    figures = [part for part in parts.values() if isinstance(part, dict) and "data" in part]
    said = [text for figure in figures for text in texts(figure)]
    assert any(plain(NASTY) in text for text in said)
    assert not [text for text in said if "<a" in text or "%{y}</a>" in text or "%{y}&lt;" in text]
