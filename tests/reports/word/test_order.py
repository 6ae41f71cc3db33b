"""Every part of a text document is as its schema asks for, whatever is shown."""

import random
from io import BytesIO
from zipfile import ZipFile

import pytest

from analysis.pages import Page
from analysis.reports.page_view import VIEWS, page_view
from reports.word.layouts import Layout
from tests.drawn import drawn
from tests.office_schema import faults
from tests.reports.word import specimen

pytestmark = pytest.mark.thorough

MANY, SEED = drawn(25, 200), 21
SCALES = ("published", "share3", "per_capita", "index", "change", "growth", "ratio_hebei")


def wrong_in(content):
    """What is wrong in the file, and the ids of pictures that are given twice."""
    wrong = faults(content)
    with ZipFile(BytesIO(content)) as package:
        document = package.read("word/document.xml").decode()
    ids = [part.partition('"')[0] for part in document.split('<wp:docPr id="')[1:]]
    return [*wrong, *(ids if len(ids) != len(set(ids)) else [])]


@pytest.mark.parametrize("layout", list(Layout))
def test_a_specimen_is_in_order(write, layout):
    assert wrong_in(write(specimen.rich(), layout)) == []


@pytest.mark.parametrize("page", [*VIEWS, Page.REGIONS])
def test_every_page_is_in_order(write, catalog, options, page):
    slug = "tianjin" if page == Page.REGIONS else ""
    assert wrong_in(write(page_view(catalog, options, page, "", slug), Layout.ORDINARY)) == []


def queries(options, rng):
    for _ in range(MANY):
        page = rng.choice(list(VIEWS))
        theme = rng.choice(list(options.themes))
        name = rng.choice(options.indicators[theme])
        regions = ",".join(rng.sample(list(options.regions), rng.randint(1, 3)))
        start = rng.randint(options.first_year, options.last_year)
        end = rng.randint(start, options.last_year)
        own = f"&scale={rng.choice(SCALES)}" if page == Page.INDICATORS else ""
        yield page, f"theme={theme}&indicator={name}&region={regions}&from={start}&to={end}{own}"


@pytest.mark.sweep
def test_random_views_are_in_order(write, catalog, options):
    rng = random.Random(SEED)
    wrong = {}
    for page, query in queries(options, rng):
        layout = rng.choice(list(Layout))
        if found := wrong_in(write(page_view(catalog, options, page, query), layout)):
            wrong[page, query] = found
    assert wrong == {}
