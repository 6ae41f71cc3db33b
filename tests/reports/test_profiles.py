"""The rows of a region's files are those of its page, with what must be known about each."""

from dataclasses import asdict

import pytest

from analysis.regions.summary import region_summary
from reports.profiles import profile_report

SLUGS = ("beijing", "tianjin", "hebei")
SPANS = [(2010, 2024), (2012, 2012), (2025, 2025)]

SEPTEMBER = "（截至 2024 年 9 月末）"


@pytest.fixture(scope="module")
def report_of(catalog):
    def build(slug, start=2010, end=2024):
        return profile_report(catalog, region_summary(catalog, slug, start, end))

    return build


@pytest.fixture(scope="module")
def row_of(report_of):
    def build(slug, indicator_id, **span):
        found = report_of(slug, **span).rows
        return next(row for row in found if row.indicator_id == indicator_id)

    return build


@pytest.mark.thorough
@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("span", SPANS)
def test_every_row_says_what_the_page_says(catalog, report_of, slug, span):
    found = region_summary(catalog, slug, *span)
    shown = [(group.theme, row) for group in found.themes for row in group.rows]
    taken = report_of(slug, *span).rows
    assert len(taken) == len(shown) == 40
    for (theme, row), own in zip(shown, taken, strict=True):
        assert (own.theme, own.theme_name) == (theme.theme, theme.name_zh)
        assert (own.indicator_id, own.year) == (row.indicator, row.year)
        assert own.text == (row.quantity.text if row.quantity else "")
        assert (own.absence, own.stand_in) == (row.absence, row.stand_in)
        assert own.source == "；".join(one.document for one in row.evidence.documents)
        assert all(note in own.note for note in row.notes)
        assert (own.value is None) == (row.quantity is None) == bool(own.absence)
        assert (own.change is None) == (row.change is None) == (own.change_formula == "")
        assert (own.share is None) == (row.share is None) == (own.share_formula == "")


@pytest.mark.parametrize("slug", SLUGS)
def test_values_are_the_published_ones_to_the_last_digit(report_of, published, slug):
    rows = [row for row in report_of(slug).rows if row.value is not None]
    assert len(rows) > 30
    for row in rows:
        assert row.value == float(published[row.indicator_id, row.region_code, row.year])


def test_computed_columns_by_hand_with_their_formula(row_of):
    row = row_of("hebei", "gdp")
    assert row.change == 5.4  # the published index 105.4 less 100
    assert row.change_formula == "比上年（不变价），公布值"
    research = row_of("hebei", "rd_expenditure")
    assert research.change == 6.107  # 967.8 / 912.1 - 1 = 6.1068%
    assert research.change_formula == "比上年（名义） =（本年 ÷ 上年 − 1）× 100%"
    assert row.share == 41.241  # 47448.1 / 115049.6 = 41.2414%
    assert row.share_formula == "占三地 = 本地区 ÷ 三地合计 × 100%"
    falling = row_of("hebei", "so2_emissions")
    assert falling.change < 0  # the page has an arrow, the file a sign
    assert falling.change_formula == "比上年 =（本年 ÷ 上年 − 1）× 100%"


def test_a_value_shortened_on_the_page_stands_in_its_published_unit(row_of):
    row = row_of("hebei", "valid_invention_patents")
    assert (row.value, row.unit, row.text) == (64631, "件", "6.46\u2009万件")
    assert row.beside == "北京 57.43\u2009万件；天津 6.38\u2009万件；河北 6.46\u2009万件"


def test_without_a_value_the_reason_stays_and_the_only_one_in_words(row_of):
    row = row_of("tianjin", "base_stations_5g")
    assert (row.value, row.year, row.text, row.qualifier) == (None, None, "", "")
    assert (row.absence, row.stand_in) == (
        "仅有京津冀数",
        f"2024 年京津冀 37.5\u2009万个{SEPTEMBER}",
    )
    assert (row.status, row.trust) == ("", "")
    assert row.source  # of the value in words
    rough = row_of("beijing", "little_giants")
    assert (rough.value, rough.stand_in) == (None, "2022 年京津冀 1,100\u2009多家")
    empty = row_of("tianjin", "disposable_income", start=2012, end=2012)
    assert (empty.absence, empty.stand_in, empty.source) == ("所选年份本站未收录", "", "")


def test_status_carrier_and_notes_stand_in_their_columns(row_of):
    row = row_of("hebei", "co2_sectoral")
    assert (row.status, row.status_name) == ("E", "估计值（学术核算，非官方统计）")
    assert (row.trust, row.year) == ("B", 2022)
    assert row.note.startswith("2023—2024 年本站未收录；估计值（学术核算，非官方统计）")
    assert "B 级" in row.caveat


def test_claims_keep_their_qualifier_unit_and_words(report_of):
    claims = {claim.claim_id: claim for claim in report_of("beijing").claims}
    own = claims["S11"]
    assert (own.value, own.qualifier, own.unit, own.text) == (
        3000,
        "近",
        "家",
        "近\u20093,000\u2009家",
    )
    assert claims["S16"].value == 90000
    assert claims["S16"].text == "超过\u20099 万户"
    assert claims["S01"].companions == "为 2013 年的 1.5\u2009倍，年均增长 4.5%，占全国 6.3%"
    assert claims["S01"].scope == "仅有京津冀数"
    assert all(claim.source for claim in claims.values())


@pytest.mark.thorough
def test_platforms_are_those_of_the_page(catalog, report_of):
    for slug in SLUGS:
        shown = [p.platform_id for g in region_summary(catalog, slug, 2010, 2024).platforms
                 for p in g.platforms]  # fmt: skip
        assert [p.platform_id for p in report_of(slug).platforms] == shown
    (shared,) = [p for p in report_of("hebei").platforms if p.platform_id == "F2"]
    assert shared.regions == "北京、河北"
    assert all(p.source and p.evidence for p in report_of("hebei").platforms)


def test_the_report_says_what_was_chosen(catalog, report_of):
    found = report_of("hebei", 2013, 2020)
    assert found.filters[:2] == (("地区", "河北省"), ("年份", "2013—2020"))
    assert found.lead == region_summary(catalog, "hebei", 2013, 2020).lead
    assert (found.data_version, found.data_digest) == (catalog.version, catalog.digest)
    assert all(value is not None for value in asdict(found.platforms[0]).values())


@pytest.mark.parametrize("slug", ["beijing", "tianjin", "hebei"])
def test_its_part_of_the_evaluation_has_a_row_a_gap(catalog, report_of, slug):
    found = region_summary(catalog, slug, 2010, 2024).coordination
    rows = report_of(slug).coordination
    gaps = [gap for row in found.rows for gap in row.gaps]
    ratios = [row for row in rows if row.kind == "两地之比"]
    assert [(row.region, row.first_year, row.last_year, row.verdict) for row in ratios] == [
        (gap.region.short_zh, gap.first.year, gap.last.year, gap.verdict) for gap in gaps
    ]
    assert [f"{row.last:.2f}" for row in ratios] == [gap.last.text[:4] for gap in gaps]
    quotient, worsened = rows[len(ratios) :]
    assert f"{quotient.last:.2f}" == found.most.quotient.text
    assert worsened.last == found.worsened
