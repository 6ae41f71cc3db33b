"""LibreOffice sets the slides, and they are read back: nothing runs into the foot or off the sheet.
And random views against the schema, in bounded time and size."""

import random
import shutil
import subprocess
import time
from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2
import pytest

from analysis.pages import Page
from analysis.reports.leaves.documents import document_deck
from analysis.reports.leaves.scenes import briefing_deck
from analysis.reports.page_view import page_view
from analysis.state.view import choices
from reports.slides.deck import slides
from reports.slides.sheet import FOOT_TOP, HEIGHT, WIDTH
from tests.drawn import drawn
from tests.office_schema import faults

pytestmark = pytest.mark.thorough
AT = datetime(2026, 11, 28, tzinfo=UTC)
NAMED = ("汇报", "http://jjj.example.cn/present", "内部资料")
VIEWS, SEED = drawn(25, 200), 21
SCALES = ("published", "share3", "per_capita", "index", "change", "growth", "ratio_hebei")


@pytest.fixture(scope="module")
def pages(catalog, tmp_path_factory):
    """The prepared briefing, page by page, as LibreOffice sets it."""
    folder = tmp_path_factory.mktemp("slides")
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: apt-get install libreoffice-impress-nogui"
    deck = briefing_deck(catalog, NAMED, catalog.scenes)
    (folder / "deck.pptx").write_bytes(slides(deck, catalog.shapes, AT))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder),
         str(folder / "deck.pptx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return pypdfium2.PdfDocument((folder / "deck.pdf").read_bytes())


def signs(page):
    """Each character with the left, upper, right and lower edge of its box, from above."""
    text = page.get_textpage()
    for place in range(text.count_chars()):
        sign = text.get_text_range(place, 1)
        if sign.strip():
            left, bottom, right, top = text.get_charbox(place)
            yield sign, left, HEIGHT - top, right, HEIGHT - bottom


def test_no_sign_is_off_the_sheet(pages):
    for number, page in enumerate(pages, 1):
        for sign, left, top, right, bottom in signs(page):
            assert left >= -1 and top >= -1, (number, sign)
            assert right <= WIDTH + 1 and bottom <= HEIGHT + 1, (number, sign)


def test_nothing_of_the_body_runs_into_the_foot(pages):
    """What stands there is the source, the footnotes, the version and the number."""
    for number, page in enumerate(pages, 1):
        text = page.get_textpage()
        low = text.get_text_bounded(0, 0, WIDTH, HEIGHT - FOOT_TOP - 2)
        lines = len([line for line in low.splitlines() if line.strip()])
        assert lines <= 5, (number, low)


def random_queries(catalog, rng):
    """Addresses of the pages that show numbers, with choices at random."""
    options = choices(catalog)
    for _ in range(VIEWS):
        page = rng.choice([Page.INDICATORS, Page.OVERVIEW])
        theme = rng.choice(list(options.themes))
        name = rng.choice(options.indicators[theme])
        regions = ",".join(rng.sample(list(options.regions), rng.randint(1, 3)))
        start = rng.randint(options.first_year, options.last_year)
        end = rng.randint(start, options.last_year)
        scale = f"&scale={rng.choice(SCALES)}" if page == Page.INDICATORS else ""
        yield page, f"theme={theme}&indicator={name}&region={regions}&from={start}&to={end}{scale}"


@pytest.mark.sweep
def test_random_views_have_no_fault(catalog):
    rng, options = random.Random(SEED), choices(catalog)
    wrong = {}
    for page, query in random_queries(catalog, rng):
        content = slides(
            document_deck(page_view(catalog, options, page, query)), catalog.shapes, AT
        )
        if found := faults(content):
            wrong[page, query] = found
    assert wrong == {}


def test_twelve_slides_are_written_soon_and_are_small(catalog):
    """2 s and 400 KB (REPORTS); the process that writes them is started once more for each."""
    scenes = [s for s in catalog.scenes if s.layout not in ("cover",)][:12]
    deck = briefing_deck(catalog, NAMED, scenes)
    deck = replace(deck, leaves=deck.leaves[:12])
    slides(deck, catalog.shapes, AT)
    began = time.perf_counter()
    content = slides(deck, catalog.shapes, AT)
    assert time.perf_counter() - began < 2
    assert len(content) <= 400_000
