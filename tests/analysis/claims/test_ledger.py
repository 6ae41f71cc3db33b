"""The ledger: all 33 figures of the text, each checked or said to be uncheckable."""

from dataclasses import replace

import pytest

from analysis.claims.figures import VERDICTS
from analysis.claims.ledger import CHECKED, KINDS, counts, ledger


@pytest.fixture(scope="module")
def rows(catalog):
    return {row.claim.claim_id: row for row in ledger(catalog)}


def formulas(row):
    return [(one.verdict, one.formula) for one in row.checks if one.formula]


def test_every_figure_of_the_text_is_there_and_has_a_check(rows):
    assert list(rows) == [f"S{n:02}" for n in range(1, 34)]
    assert [claim_id for claim_id, row in rows.items() if not row.checks] == []


def test_a_row_has_the_number_with_its_qualifier_and_its_place(rows):
    assert rows["S07"].quantity.text == "1,100\u2009多家"
    assert rows["S16"].quantity.text == "超过\u20099 万户"
    assert rows["S18"].quantity.text == "2+4+N"
    assert rows["S06"].companion == "比 2013 年增加 15.8%"
    assert (rows["S11"].place, rows["S11"].owner) == ("产业结构", "北京")
    assert (rows["S11"].as_of, rows["S11"].kind_zh) == ("2014 年以来", "累计数")
    assert set(KINDS) >= {row.claim.measure for row in rows.values()}


def test_value_added_against_the_revised_sum(rows):
    """5,655.1 + 5,555.3 + 14,123.7 = 25,334.1; / 25,114.4 = 1.00875."""
    assert formulas(rows["S01"]) == [("explained", "25,334.1 ÷ 25,114.4 − 1 = +0.9%")]
    assert "经济普查修订前" in rows["S01"].checks[0].text


def test_the_multiple_fits_the_growth_and_the_revised_sums(rows):
    """1.045^9 = 1.4861; 3,336.6 + 3,814.68 + 9,847.5 = 16,998.78; 25,334.1 / that = 1.4904."""
    assert formulas(rows["S02"]) == [
        ("mutual", "(1 + 4.5%)^9 = 1.486"),
        ("consistent", "25,334.1 ÷ 16,998.8 = 1.490"),
    ]


def test_the_growth_fits_the_multiple_and_the_revised_sums(rows):
    """1.5^(1/9) = 1.0461; between 1.45 and 1.55 lie 4.21 % and 4.99 %; 1.4904^(1/9) = 1.0453."""
    assert formulas(rows["S03"]) == [
        ("mutual", "1.5^(1/9) − 1 = 4.61%"),
        ("consistent", "(25,334.1 ÷ 16,998.8)^(1/9) − 1 = 4.53%"),
    ]
    assert "4.21%—4.99%" in rows["S03"].checks[0].text


def test_only_the_first_released_denominator_fits_the_share(rows):
    """25,114.4 / 401,644 = 6.253 %, / 395,043.7 = 6.357 %; 25,334.1 / 380,648.9 = 6.656 %."""
    assert formulas(rows["S04"]) == [
        ("consistent", "25,114.4 ÷ 401,644.0 = 6.25%"),
        ("scope", "25,114.4 ÷ 395,043.7 = 6.36%"),
        ("scope", "25,334.1 ÷ 380,648.9 = 6.66%"),
    ]
    assert rows["S04"].verdict == "consistent"
    assert rows["S04"].checks[0].links == ()
    assert "全国 2022 年 401,644.0 亿元" in rows["S04"].checks[0].sources[0]
    assert rows["S04"].checks[2].links == ("va_industry",)
    assert rows["S04"].checks[2].sources[-1].startswith("各省（区、市）合计由本站相加")


def test_what_is_implied_is_not_called_published(rows):
    """25,160 / 1.158 = 21,727; 7,000 / 9.5 % = 73,684 and 8,000 / 8.5 % = 94,118."""
    assert formulas(rows["S06"]) == [("implied", "25,160 ÷ (1 + 15.8%) ≈ 21,727")]
    assert formulas(rows["S10"]) == [("implied", "7,000\u2009多 ÷ 9% ≈ 77,778")]
    assert "73,684 到 94,118 家" in rows["S10"].checks[0].text
    for claim_id in ("S06", "S10"):
        assert "本站未收录" in rows[claim_id].checks[0].text
        assert rows[claim_id].verdict_zh == "推算"


def test_little_giants_fit_their_share_of_four_batches(rows):
    """248 + 1,748 + 2,930 + 4,359 = 9,285; 12 % of it is 1,114; 1,100 is 11.85 % of it."""
    assert formulas(rows["S07"]) == [("mutual", "12% × 9,285 = 1,114")]
    assert formulas(rows["S09"]) == [("mutual", "1,100\u2009多 ÷ 9,285 = 11.85%")]


def test_figures_that_check_each_other_only_show_that_the_text_agrees_with_itself(rows):
    assert [i for i, row in rows.items() if row.verdict == "mutual"] == ["S07", "S09"]
    assert "互相推算，只说明文本前后一致" in rows["S07"].checks[0].text
    assert (rows["S02"].checks[0].verdict, rows["S02"].verdict) == ("mutual", "consistent")
    assert "互相推算" not in counts([rows["S01"]]).text


@pytest.mark.parametrize("claim_id", ["S08", "S12", "S16", "S22"])
def test_another_scope_is_shown_beside_and_not_compared(rows, claim_id):
    row = rows[claim_id]
    assert (row.verdict, row.verdict_zh) == ("scope", "口径不同")
    assert formulas(row) == []
    assert all(one.links and f" {one.text[:4]} 年 " in one.sources[0] for one in row.checks)


def test_later_base_stations_are_not_the_growth_of_the_claim(rows):
    assert [one.text.partition("；")[0] for one in rows["S22"].checks] == [
        "2023 年三地5G基站数为 31.8 万个",
        "2024 年三地5G基站数为 37.5 万个",
    ]


@pytest.mark.parametrize(
    ("claim_id", "number"),
    {
        "S17": 2,
        "S19": 2,
        "S20": 4,
        "S24": 2,
        "S25": 1,
        "S27": 8,
        "S28": 6,
        "S29": 4,
        "S30": 5,
        "S32": 5,
    }.items(),
)
def test_what_the_text_numbers_is_counted_in_the_tables(rows, claim_id, number):
    row = rows[claim_id]
    assert (row.verdict, row.checks[0].formula) == ("listed", f"计数 = {number}")


def test_a_list_that_is_not_complete_concludes_nothing(rows):
    assert rows["S21"].verdict == "unchecked"
    assert "名单不全" in rows["S21"].checks[0].text
    assert rows["S18"].checks[0].formula == "计数 = 2+4+N"


@pytest.mark.parametrize("claim_id", ["S05", "S11", "S13", "S14", "S15", "S23", "S26", "S33"])
def test_a_figure_that_cannot_be_checked_says_why(rows, claim_id):
    (only,) = rows[claim_id].checks
    assert (only.verdict_zh, only.formula) == ("无法核对", "")
    assert only.text.endswith("。")


def test_the_counts_add_up(catalog):
    rows = ledger(catalog)
    found = counts(rows)
    assert found.claims == 33
    assert (found.checked, found.trivial, found.not_checkable) == (4, 13, 16)
    assert found.checked == found.consistent + found.explained + found.differs
    assert found.trivial == found.listed + found.mutual
    checked = [row.claim.claim_id for row in rows if row.verdict in CHECKED]
    assert checked == ["S01", "S02", "S03", "S04"]
    assert found.not_checkable == found.implied + found.scope + found.unchecked
    assert found.text == (
        "所列 33 个数字里，4 个由独立的统计数据核对（3 个相符、1 个有差异但已说明）；"
        "11 个只是名单计数、2 个只是文本内互相推算，不作为核对；"
        "16 个不能核对（2 个只能反推、4 个只有口径不同的数、10 个无法核对）。"
    )
    assert counts([]).claims == 0


def test_the_checks_are_computed_and_not_written_down(catalog):
    """With other claims and other lists, the verdicts turn."""
    claims = tuple(
        replace(c, value={"S04": 6.4, "S02": 1.7, "S01": 25334.1}.get(c.claim_id, c.value))
        for c in catalog.claims
    )
    fewer = replace(catalog.plan, tasks=catalog.plan.tasks[:7])
    rows = {row.claim.claim_id: row for row in ledger(replace(catalog, claims=claims, plan=fewer))}
    assert rows["S01"].verdict == "consistent"
    assert rows["S02"].verdict == "differs"
    assert [one.verdict for one in rows["S04"].checks] == ["scope", "consistent", "scope"]
    assert (rows["S27"].verdict, rows["S27"].verdict_zh) == ("differs", VERDICTS["differs"])


def test_a_missing_value_leaves_the_claim_unchecked(catalog):
    lost = ("va_industry", "120000", 2022)
    published = {key: o for key, o in catalog.observations.items() if key != lost}
    rows = {r.claim.claim_id: r for r in ledger(replace(catalog, observations=published))}
    assert rows["S01"].verdict == "unchecked"
    assert rows["S01"].checks[0].text == "本站未收录核对所需的数值。"
    assert [one.verdict for one in rows["S02"].checks] == ["mutual", "unchecked"]


def test_every_sentence_ends_and_no_number_is_bare(rows):
    for row in rows.values():
        for one in row.checks:
            assert one.text.endswith("。"), one.text
            assert "nan" not in one.text + one.formula
