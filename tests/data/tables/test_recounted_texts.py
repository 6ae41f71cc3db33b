"""Bodies, documents, parts and breaks that pages count or tell, once more from the tables."""

import csv
import re
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

import pytest

from analysis.indicators.address import IndicatorsView
from analysis.indicators.summary import indicator_summary
from analysis.meeting.scenes import slide
from analysis.overview.comparison import comparison
from analysis.series.cards import cards
from analysis.series.selection import selection
from analysis.state.view import View, choices
from data.package.load import FOLDER

SLUGS = ("beijing", "tianjin", "hebei")
CODES = ("110000", "120000", "130000")
TOGETHER = "JJJ"
NOTE = "因四舍五入，分项与合计可能略有出入"


def rows(name):
    with (FOLDER / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def yearly():
    return [row for row in rows("observations") if len(row["period"]) == len("2024")]


@pytest.fixture(scope="module")
def values(yearly):
    found = defaultdict(lambda: defaultdict(dict))
    for row in yearly:
        found[row["indicator_id"]][row["region_code"]][int(row["period"])] = Decimal(row["value"])
    return found


def test_the_scene_of_sources_counts_bodies_documents_and_estimates(catalog, yearly):
    scene = next(one for one in catalog.scenes if one.subject == "sources")
    shown, last = slide(catalog, scene, "all"), choices(catalog).settled_year
    documents = {row["source_id"]: row for row in rows("sources")}
    own = [
        row for row in yearly
        if row["region_code"] in (*CODES, TOGETHER) and 2010 <= int(row["period"]) <= last
    ]  # fmt: skip
    used = [documents[row["source_id"]] for row in own]
    bodies = {body for one in used for body in one["publishers_zh"].split(";")}
    assert not [body for body in bodies if re.search(r"《|\d{4}|年鉴|公报|报告", body)]
    titles = {one["title_zh"] for one in used}
    assert f"等 {len(bodies)} 家机构公布的 {len(titles)} 种资料" in shown.title
    estimates = sum(row["status"] == "E" for row in own)
    assert estimates and any(f"其中 {estimates} 个为估计值" in note for note in shown.footnotes)


def test_the_published_intensity_leads_where_there_is_one(catalog):
    """4.22 of 2024 is published; 4.04 of 2023 is ours and says so."""
    told = {}
    for end in (2023, 2024):
        view = View(SLUGS, "innovation", "rd_intensity_rev", 2010, end)
        (card,) = (one for one in cards(catalog, view) if one.is_chosen)
        told[end] = (card.readings[0].text, "本站计算" in card.scope or card.formula is not None)
    assert told[2024] == ("4.22%", False)
    assert told[2023] == ("4.04%", True)


@pytest.mark.thorough
def test_a_year_of_the_three_has_one_value_on_all_pages(catalog):
    """The card's is that of the desk, published or computed."""
    seen = 0
    for name in choices(catalog).every_indicator:
        view = View(SLUGS, catalog.indicators[name].theme, name, 2010, 2024)
        (card,) = (one for one in cards(catalog, view) if one.is_chosen)
        if card.year is None or [one.slug for one in card.readings] != ["jjj"]:
            continue
        found = indicator_summary(catalog, IndicatorsView(view)).datum(TOGETHER, card.year)
        if found is not None:
            card_text, desk_text = card.readings[0].text, found.text
            if unit(card_text) == unit(desk_text):  # else one is shown in a larger unit
                assert card_text == desk_text, name
                seen += 1
    assert seen > 50


def unit(text):
    return re.sub(r"[\d,.]", "", text)


def shown(value):
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


@pytest.mark.thorough
def test_shares_that_do_not_make_a_hundred_are_said_to_be_rounded(catalog, values):
    doubtful = {(r["indicator_id"], int(r["period"])) for r in rows("suspects")}
    apart = 0
    for name, row in catalog.indicators.items():
        if not row.share_of_three_allowed or name not in values:
            continue
        for year in range(2010, 2025):
            own = [values[name][code].get(year) for code in CODES]
            if None in own or not sum(own) or (name, year) in doubtful:
                continue
            parts = sum(shown(one / sum(own) * 100) for one in own)
            topic = selection(catalog, View(SLUGS, row.theme, name, 2010, year), name)
            told = NOTE in comparison(catalog, topic, year).formula
            if parts != 100:
                assert told, (name, year)
                apart += 1
    assert apart > 200


def test_a_break_of_a_survey_parts_all_its_series(catalog, values):
    breaks, seen = rows("survey_breaks"), 0
    for series in rows("survey_series"):
        name = series["indicator_id"]
        years = sorted({year for own in values[name].values() for year in own})
        for cut in (one for one in breaks if one["survey"] == series["survey"]):
            before, after = int(cut["before"]), int(cut["after"])
            if years and years[0] <= before and years[-1] >= after:
                own = catalog.breaks.get(name, ())
                assert any(b.before >= before and b.after <= after for b in own) or any(
                    b.before <= before and b.after >= after for b in own
                ), (name, before, after)
                seen += 1
    assert seen > 50


@pytest.mark.thorough
def test_a_sum_that_its_shown_parts_do_not_make_is_said_to_be_rounded(catalog):
    apart = 0
    for name in choices(catalog).every_indicator:
        view = View(SLUGS, catalog.indicators[name].theme, name, 2010, 2024)
        found = indicator_summary(catalog, IndicatorsView(view))
        if "三地合计 = 北京 + 天津 + 河北" not in "".join(found.notes):
            continue
        step = Decimal(1).scaleb(-found.decimals)
        for year in found.years:
            data = [found.datum(code, year) for code in (*CODES, TOGETHER)]
            if all(one is not None and one.value is not None for one in data):
                *parts, whole = (
                    Decimal(repr(one.value)).quantize(step, ROUND_HALF_UP) for one in data
                )
                if sum(parts) != whole:
                    assert any(NOTE in note for note in found.notes), (name, year)
                    apart += 1
    assert apart > 20
