"""What the pages count, divide, rank and call, once more from the tables by this file's own code.

Nothing here computes with the product: the tables are read with csv, numbers are decimals, and
what comes out is compared with what the Summaries say.
"""

import csv
import re
from collections import defaultdict
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations, pairwise, product

import pytest

from analysis.claims.ledger import counts, ledger
from analysis.indicators.coverage import coverage
from analysis.overview.comparison import comparison
from analysis.regions.summary import region_summary
from analysis.series.cards import cards
from analysis.series.selection import selection
from analysis.state.view import View, choices
from analysis.text.titles import trend_title
from data.package.load import FOLDER

NAMES = {"beijing": "北京", "tianjin": "天津", "hebei": "河北"}
CODES = {"beijing": "110000", "tianjin": "120000", "hebei": "130000"}
NATION, TOGETHER = "000000", "JJJ"
CHOICES = [chosen for n in (1, 2, 3) for chosen in combinations(CODES, n)]
PERCENT = ("%", "‰")


def rows(name):
    with (FOLDER / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def indicators(values):
    """The rows of the indicators with yearly values."""
    return {row["indicator_id"]: row for row in rows("indicators") if row["indicator_id"] in values}


@pytest.fixture(scope="module")
def values():
    """Every yearly value: indicator → region code → year → decimal."""
    found = defaultdict(lambda: defaultdict(dict))
    for row in rows("observations"):
        if len(row["period"]) == len("2024"):
            found[row["indicator_id"]][row["region_code"]][int(row["period"])] = Decimal(
                row["value"]
            )
    return found


@pytest.fixture(scope="module")
def doubtful():
    return {(r["indicator_id"], r["region_code"], int(r["period"])) for r in rows("suspects")}


def shown(value, places=1):
    """A number as a page shows it, without its thousands' commas."""
    return str(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def said(text):
    return text.replace(",", "").replace("\u2009", " ")


def test_a_cards_change_is_the_change_of_the_sum_in_the_table(
    catalog, indicators, values, doubtful
):
    options, seen = choices(catalog), 0
    for theme in catalog.themes:
        for chosen in CHOICES:
            for card in cards(catalog, replace(options.default(theme), regions=chosen)):
                row = indicators[card.indicator]
                change = card.nominal or card.change
                if change is None or change.amount is None or change.basis in ("不变价", "同口径"):
                    continue
                if len(chosen) > 1 and row["aggregation"] != "sum":
                    continue
                own, year = values[card.indicator], card.year
                codes = [CODES[slug] for slug in chosen]
                if any(year not in own[code] for code in codes):
                    continue  # a published value of the three together
                now, before = (sum(own[code][y] for code in codes) for y in (year, year - 1))
                assert (
                    not {(card.indicator, c, y) for c in codes for y in (year, year - 1)} & doubtful
                )
                is_rate = row["unit_zh"] in PERCENT
                amount = now - before if is_rate else (now / before - 1) * 100
                assert change.amount == pytest.approx(float(amount), abs=1e-6), card.indicator
                places = max(int(row["decimals"]), 1) if is_rate else 1
                text = shown(abs(amount), places)
                assert (change.text == "持平") == (Decimal(text) == 0), (card.indicator, change)
                if change.text != "持平":
                    assert text in said(change.text)
                    assert change.word in (("上升", "下降") if is_rate else ("增长", "下降"))
                    assert (change.word == "下降") == (amount < 0)
                seen += 1
    assert seen > 200


@pytest.mark.thorough
def test_a_share_of_the_nation_has_the_denominator_that_its_row_names(
    catalog, indicators, values, doubtful
):
    sums = {
        (r["indicator_id"], int(r["period"])): Decimal(r["value"]) for r in rows("national_sums")
    }
    seen = set()
    for name, row in indicators.items():
        kind = row["nation_share_denominator"]
        for year in sorted({y for code in CODES.values() for y in values[name][code]}):
            view = View(tuple(CODES), row["theme"], name, year, year)
            found = comparison(catalog, selection(catalog, view, name), year)
            match = re.search(r"(占全国(?:地方合计)?) = .*?= ([\d.,]+)%", found.formula)
            if match is None:
                continue
            published = values[name][NATION].get(year)
            summed = sums.get((name, year))
            use = {"nation": published, "local": published, "sum31": summed}.get(
                kind, published if published is not None else summed
            )
            assert use is not None, (name, year)
            assert not {(name, code, year) for code in CODES.values()} & doubtful
            three = sum(values[name][code][year] for code in CODES.values())
            assert shown(three / use * 100) == said(match[2]), (name, year)
            assert (match[1] == "占全国地方合计") == (kind == "local"), (name, year)
            seen.add(kind)
    assert seen >= {"local", "nation_or_sum31"}


def test_the_share_of_gdp_that_is_known_is_the_one_said(catalog):
    view = View(tuple(CODES), "overall", "gdp", 2023, 2023)
    assert "8.5%" in comparison(catalog, selection(catalog, view, "gdp"), 2023).formula


def test_per_head_of_the_three_is_by_the_average_of_the_years_population(catalog, values):
    """The Bureau divides by the mean of the populations at the two ends of the year."""
    view = choices(catalog).default("overall")
    card = {c.indicator: c for c in cards(catalog, view)}["gdp_per_capita"]

    def per_head(year):
        people = [values["population"][code] for code in CODES.values()]
        mean = sum(own[year] + own[year - 1] for own in people) / 2
        return sum(values["gdp"][code][year] for code in CODES.values()) * 10000 / mean

    (reading,) = card.readings
    assert said(reading.quantity.text).split()[0] == shown(per_head(2024), 0)
    change = card.nominal or card.change
    assert change.amount == pytest.approx(float(per_head(2024) / per_head(2023) - 1) * 100)
    assert "合计" not in card.scope


def is_steady(title, own):
    """Whether all that is said to move every year did so; None where that is not said."""
    match = re.search(r"(\d+)—(\d+) 年\S+逐年(增长|上升|下降)", title)
    if match is None:
        return None
    way, span = (-1 if match[3] == "下降" else 1), range(int(match[1]), int(match[2]) + 1)
    return len(span) > 2 and all(
        (found[b] - found[a]) * way > 0 for found in own.values() for a, b in pairwise(span)
    )


def is_apart(title, own):
    """Whether all stand to the year that is named as is said; None where that is not said."""
    match = re.match(r"(\d+) 年.*?(?:高于|低于|与) (\d+) 年", title)
    if match is None:
        return None
    last, right = int(match[1]), True
    for part in title.partition(" 年")[2].split("，"):
        base = int(re.search(r"(\d+) 年", part)[1])
        who = [slug for slug in own if NAMES[slug] in part] or list(own)
        if "持平" not in part:  # as rounded for the page, in a unit that only it knows
            wanted = 1 if "高于" in part else -1
            right &= {own[slug][last].compare(own[slug][base]) for slug in who} == {wanted}
    return right


@pytest.mark.thorough
def test_what_is_said_to_rise_rose_in_every_year(catalog, indicators, values):
    """逐年 of whom it is said; 高于 and 低于 compare the two years that are named."""
    told = []
    for name, row in indicators.items():
        for first, chosen in product((2010, 2014, 2018, 2022), CHOICES):
            topic = selection(catalog, View(chosen, row["theme"], name, first, 2024), name)
            title = trend_title(topic).partition("：")[2] if topic.has_regions else ""
            own = {slug: values[name][CODES[slug]] for slug in chosen}
            told += [(title, found(title, own)) for found in (is_steady, is_apart)]
    assert [title for title, right in told if right is False] == []
    assert sum(right is True for _, right in told) > 500


def test_no_value_is_shown_as_nothing(catalog, indicators, values):
    """In its own unit a value may round to 0; a larger unit is not chosen where it would."""
    for name, row in indicators.items():
        topic = selection(catalog, View(tuple(CODES), row["theme"], name, 2010, 2024), name)
        if topic.shown.divisor <= 1:
            continue
        own = [v for code in CODES.values() for y, v in values[name][code].items() if y <= 2024]
        least = min(abs(v) for v in own if v) / Decimal(str(topic.shown.divisor))
        assert Decimal(shown(least, topic.shown.decimals)) != 0, name


def test_the_regions_of_a_year_have_values_of_one_date(values):
    """Nothing ranks, adds or divides values of September and of December."""
    dates = {(r["indicator_id"], r["region_code"], int(r["period"])): r["as_of_zh"]
             for r in rows("reference_dates")}  # fmt: skip
    for name, _, year in dates:
        own = [c for c in CODES.values() if year in values[name][c]]
        assert len({dates.get((name, c, year), "") for c in own}) < 2, (name, year)


# Series of one survey that two bodies publish in turn; the notes of each say what is alike.
ONE_SURVEY = {
    "bj_to_jh_tech_contract_value", "bj_to_jh_tech_contracts", "disposable_income",
    "invention_applications", "invention_grants", "jjj_rd_expenditure", "patent_applications",
    "patent_grants", "pm25", "population", "rd_expenditure", "retail_sales",
    "tech_market_turnover", "va_secondary", "va_tertiary",
}  # fmt: skip


def test_growth_is_of_one_survey(indicators):
    """Where two years that may be compared have other publishers, somebody has looked."""
    bodies = {row["source_id"]: row["publishers_zh"] for row in rows("sources")}
    cut = {(r["indicator_id"], int(r["after"])) for r in rows("breaks")}
    own = defaultdict(dict)
    for row in rows("observations"):
        if row["indicator_id"] not in indicators:
            continue
        key = row["indicator_id"], row["region_code"]
        own[key][int(row["period"][:4])] = bodies[row["source_id"]]
    found = {
        name
        for (name, _), found in own.items()
        for before, after in pairwise(sorted(found))
        if found[before] != found[after] and (name, after) not in cut
        and indicators[name]["growth_allowed"] == "true"
    }  # fmt: skip
    assert found == ONE_SURVEY


def test_nobody_is_said_to_lead_in_what_nobody_wants(catalog, indicators):
    for name, row in indicators.items():
        topic = selection(catalog, View(tuple(CODES), row["theme"], name, 2010, 2024), name)
        if row["direction"] == "lower_better" and row["aggregation"] == "sum":
            title = comparison(catalog, topic, 2024).title
            assert not re.search("占三地|倍", title), title


@pytest.mark.thorough
@pytest.mark.parametrize("last", [2022, 2023, 2024])
def test_the_parts_of_a_coverage_add_up_to_all_of_it(catalog, indicators, values, last):
    for theme in catalog.themes:
        found = coverage(catalog, theme, 2010, last)
        total, *parts = map(int, re.findall(r"(\d+) 项", found.sentence))
        assert total == len(found.tracks)
        assert sum(parts) == total, found.sentence
        full = sum(
            all(last in values[t.indicator.indicator_id][code] for code in CODES.values())
            for t in found.tracks
        )
        told = re.search(rf"(\d+) 项三地齐全至 {last} 年", found.sentence)
        assert (int(told[1]) if told else 0) == full, found.sentence


@pytest.mark.thorough
def test_no_lead_of_a_region_ranks_what_nobody_wants(catalog, indicators):
    burdens = [row["short_zh"] for row in indicators.values() if row["direction"] == "lower_better"]
    for slug in CODES:
        for end in range(2014, 2025):
            lead = region_summary(catalog, slug, 2010, end).lead
            assert [name for name in burdens if name in lead] == [], (slug, end)


def test_only_independent_figures_check_a_claim(catalog):
    sound = {r["claim_id"] for r in rows("claim_checks") if r["proof"] == "independent"}
    found = ledger(catalog)
    told = counts(found)
    checked = [r for r in found if r.verdict in ("consistent", "explained", "differs")]
    assert told.checked == len(checked) == 4
    assert {r.claim.claim_id for r in checked} <= sound
    assert told.checked + told.trivial + told.not_checkable == len(found) == len(rows("claims"))
