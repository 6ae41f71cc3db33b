"""What the evaluation says of the real tables, computed anew from the files by code of its own, and
the ratios that the official releases printed."""

import csv
from math import isclose, log, sqrt

import pytest

from analysis.coordination.division import division
from analysis.coordination.gap_sentences import sentences
from analysis.coordination.gaps import gaps
from analysis.evaluation.coupling import envelope
from analysis.evaluation.measures import dispersions
from analysis.evaluation.official import official
from analysis.evaluation.others import others
from data.package.load import FOLDER

BJ, TJ, HB = CODES = ("110000", "120000", "130000")


def rows_of(table):
    with (FOLDER / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def values():
    return {
        (row["indicator_id"], row["region_code"], row["period"]): float(row["value"])
        for row in rows_of("observations")
        if row["region_code"] in CODES
    }


def of(values, name, year):
    return [values[name, code, str(year)] for code in CODES]


def printed(own, base):
    return f"{own / base:.2f}"


@pytest.mark.parametrize(("year", "ratios"), [(2014, (4.46, 3.52, 1.0)), (2020, (3.68, 1.97, 1.0))])
def test_research_over_gdp_has_the_ratios_that_were_printed(values, year, ratios):
    """By the GDP of the fourth census, as the releases had it; its last digit is rounding."""
    parts = [
        rd / gdp
        for rd, gdp in zip(
            of(values, "rd_expenditure", year), of(values, "gdp_v4", year), strict=True
        )
    ]
    assert [part / parts[2] for part in parts] == pytest.approx(ratios, abs=0.0101)


@pytest.mark.parametrize(
    ("measure", "years", "beijing", "tianjin"),
    [
        ("gdp_per_head", (2014, 2024), ("3.13", "3.54"), ("2.16", "2.05")),
        ("income", (2016, 2024), ("2.66", "2.46"), ("1.73", "1.55")),
        ("rd_intensity", (2014, 2024), ("4.41", "3.24"), ("3.54", "1.70")),
        ("fiscal_per_head", (2014, 2024), ("3.29", "2.75"), ("3.17", "1.90")),
        ("broadband", (2014, 2024), ("1.77", "1.32"), ("0.92", "1.54")),
        ("urbanization", (2014, 2024), ("1.75", "1.39"), ("1.67", "1.36")),
    ],
)
def test_the_picture_has_these_ratios(catalog, measure, years, beijing, tianjin):
    row = next(r for r in gaps(catalog, "hebei", 2014, 2024).rows if r.measure.measure == measure)
    for gap, ends in zip(row.gaps, (beijing, tianjin), strict=True):
        assert (gap.first.year, gap.last.year) == years
        assert (gap.first.text, gap.last.text) == ends


def test_gdp_per_head_is_near_the_published_one(catalog, values):
    """The published figures begin in 2016; ours divide the same product by the same people."""
    row = gaps(catalog, "hebei", 2016, 2024).rows[0]
    for end in (row.gaps[0].first, row.gaps[0].last):
        own, _, base = of(values, "gdp_per_capita", end.year)
        assert end.ratio == pytest.approx(own / base, rel=0.005)


def test_the_sentence_of_the_page(catalog):
    assert sentences(gaps(catalog, "hebei", 2014, 2024))[0] == (
        "2014 年以来，京冀在居民收入、研发投入、财政支出、宽带端口、城镇化上的差距缩小"
        "（其中居民收入自 2016 年）；人均地区生产总值的差距由 3.13 倍扩大到 3.54 倍。"
    )


def theil(quantities, weights):
    whole, base = sum(quantities), sum(weights)
    return sum(
        q / whole * log(q / whole / (w / base)) for q, w in zip(quantities, weights, strict=True)
    )


@pytest.mark.parametrize(
    ("year", "product", "research"), [(2014, 0.134, 0.179), (2024, 0.164, 0.129)]
)
def test_theil_and_variation_of_the_tables(catalog, values, year, product, research):
    ends = (of(values, "population", one) for one in (year - 1, year))
    heads = [(a + b) / 2 for a, b in zip(*ends, strict=True)]
    gdp, rd = of(values, "gdp", year), of(values, "rd_expenditure", year)
    own = (theil(gdp, heads), theil(rd, gdp))
    found = {one.measure.measure: one for one in dispersions(catalog, 2014, 2024)}
    shown = [
        next(y for y in found[name].years if y.year == year)
        for name in ("gdp_per_head", "rd_intensity")
    ]
    assert [one.theil for one in shown] == pytest.approx(own)
    assert [round(one, 3) for one in own] == [product, research]
    each = [g / h for g, h in zip(gdp, heads, strict=True)]
    mean = sum(each) / 3
    assert isclose(shown[0].plain, sqrt(sum((x - mean) ** 2 for x in each) / 3) / mean)


SECTORS = [
    "va_primary", "va_industry", "va_construction", "va_wholesale_retail", "va_transport",
    "va_hotel_catering", "va_finance", "va_real_estate", "va_other",
]  # fmt: skip


def structures(values, year):
    own = {code: [values[name, code, str(year)] for name in SECTORS] for code in CODES}
    return {code: [one / sum(row) for one in row] for code, row in own.items()}, own


def test_quotients_of_nine_sectors(catalog, values):
    found = division(catalog, 2014, 2024)
    assert (found.first, found.last, len(found.rows)) == (2016, 2024, 9)
    parts, own = structures(values, 2024)
    whole = sum(map(sum, own.values()))
    for n, row in enumerate(found.rows):
        base = sum(own[code][n] for code in CODES) / whole
        assert [one.value for one in row.quotients] == pytest.approx(
            [parts[code][n] / base for code in CODES]
        )
    texts = {row.sector.indicator_id: [one.text for one in row.quotients] for row in found.rows}
    assert texts["va_primary"] == ["0.05", "0.37", "2.24"]
    assert texts["va_finance"] == ["1.34", "1.17", "0.58"]


@pytest.mark.parametrize(
    ("pair", "codes", "text"),
    [("京津", (BJ, TJ), "0.565 → 0.540"), ("京冀", (BJ, HB), "0.848 → 0.802"),
     ("津冀", (TJ, HB), "0.325 → 0.268")],
)  # fmt: skip
def test_pairs_have_grown_more_alike(catalog, values, pair, codes, text):
    path = next(p for p in division(catalog, 2014, 2024).pairs if p.name == pair)
    assert (path.text(path.krugman), path.verdict) == (text, "结构趋近")
    for year in (2016, 2024):
        parts, _ = structures(values, year)
        one, other = (parts[code] for code in codes)
        assert path.krugman[year] == pytest.approx(
            sum(abs(a - b) for a, b in zip(one, other, strict=True))
        )
        cosine = sum(a * b for a, b in zip(one, other, strict=True)) / sqrt(
            sum(a * a for a in one) * sum(b * b for b in other)
        )
        assert path.similarity[year] == pytest.approx(cosine)


def test_the_editions_imply_what_their_rows_say(catalog):
    base = official(catalog).bases[0]
    assert base.headline == "每一期都改写上一年"
    marks = {(s.dimension, m.year): m for s in base.series for m in s.marks}
    for row in rows_of("index_editions"):
        if row["base"] == "2014" and row["value"] and row["change"]:
            mark = marks[row["dimension"], int(row["year"])]
            assert mark.before == pytest.approx(float(row["value"]) - float(row["change"]))


def test_the_coupling_degree_can_be_called_almost_anything(catalog):
    found = envelope(catalog)
    assert found.highest[1] - found.lowest[1] > 0.4
    assert all(one.shown for one in others(catalog)[:-1])
