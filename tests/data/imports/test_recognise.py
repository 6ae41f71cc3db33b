"""Files of every shape are read as what they say, and say what they do not."""

import pytest

from data.imports.reading import parsed
from data.imports.recognise import recognised, vintage
from data.imports.regions import region
from tests.data.imports import specimens
from tests.data.imports.specimens import FIFTH, QUOTING, SOURCE

BASE = "数据库：分省年度数据"
GDP = "指标：地区生产总值(亿元)"
SPAN = "时间：最近20年"


def read(content, encoding="utf-8"):
    raw = content if isinstance(content, bytes) else content.encode(encoding)
    return recognised(parsed(raw, "数据.csv"))


def values(found):
    """What was read, by name of the indicator, region code and period."""
    return {
        (one.indicator_text, region(one.region_text or "") or None, one.period_text): one.value
        for one in found.held
    }


def gdp():
    return specimens.expected("gdp")


ENCODINGS = ("gb18030", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")


@pytest.mark.thorough
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("write", [specimens.plain, specimens.tabbed, specimens.quoted])
def test_regions_by_years_in_every_encoding(encoding, newline, write):
    text = write(
        specimens.by_region(), [BASE, GDP, SPAN], [FIFTH, QUOTING, SOURCE], newline=newline
    )
    found = read(text, encoding)
    assert found.faults == []
    assert values(found) == gdp()
    assert found.missing == ()
    assert found.vintage == "第五次全国经济普查"
    assert found.publisher == "国家统计局"
    assert {one.unit_text for one in found.held} == {"亿元"}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_told_by_what_it_makes_of_the_cells(separator):
    found = read(specimens.plain(specimens.by_region(), [GDP], separator=separator))
    assert (values(found), found.faults) == (gdp(), [])


def test_without_lines_above_the_person_chooses_the_indicator():
    found = read(specimens.plain(specimens.by_region()))
    assert found.missing == ("指标", "计量单位")
    wanted = {(None, code, year): value for (_, code, year), value in gdp().items()}
    assert values(found) == wanted


def test_two_lines_above_and_an_empty_span_of_time_name_no_period():
    text = specimens.tabbed(specimens.of_one_year(), [f"{BASE} ", "时间： "], [FIFTH, SOURCE])
    found = read(text)
    assert found.missing == ("期间",)
    assert len(found.held) == 9
    assert {one.unit_text for one in found.held} == {"亿元", "元/人"}


def test_indicators_across_in_the_year_that_a_line_names():
    text = specimens.tabbed(specimens.of_one_year(), [f"{BASE} ", "时间：2024年 "], [FIFTH, SOURCE])
    found = read(text, "gb18030")
    wanted = specimens.expected(*specimens.NAMES, years=("2024",))
    assert (values(found), found.missing, found.faults) == (wanted, (), [])


def test_indicators_down_without_a_region():
    text = specimens.tabbed(
        specimens.by_indicator(), ["数据库：分省年度数据 ", "时间： "], [SOURCE]
    )
    found = read(text)
    assert found.missing == ("地区",)
    wanted = specimens.expected(*specimens.NAMES, codes=("110000",))
    assert values(found) == {(name, None, year): v for (name, _, year), v in wanted.items()}


def test_indicators_down_with_the_region_above():
    found = read(specimens.plain(specimens.by_indicator(), [BASE, "地区：北京市"], [SOURCE]))
    assert values(found) == specimens.expected(*specimens.NAMES, codes=("110000",))
    assert found.missing == ()


@pytest.mark.parametrize("head", ["{}年", "{}", "{}年度", "{} 年", "{}.0"])
def test_heads_of_years_in_every_form(head):
    assert values(read(specimens.plain(specimens.by_region(head=head), [GDP]))) == gdp()


@pytest.mark.parametrize("corner", ["地区", "省份", "省市", "", "名称", "指标", "地 区"])
def test_the_corner_may_be_called_anything(corner):
    text = specimens.plain(specimens.by_region(corner=corner), [GDP])
    found = read(text)
    assert (sorted(map(str, values(found).values()))) == sorted(map(str, gdp().values()))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("新疆省", "650000"), ("新疆维吾尔自治区", "650000"), ("广西省", "450000"), ("宁夏",
        "640000"),
        ("北 京", "110000"), ("天　津", "120000"), ("河北省\t", "130000"), ("全 国", "000000"),
        ("京津冀", "JJJ"), ("北 京 Beijing", "110000"),
        ("CN-110000", "110000"), ('="110000"', "110000"), ("110000", "110000"),
        ("石家庄市", None), ("合计", None), ("", None),
    ],
)  # fmt: skip
def test_names_of_regions(written, code):
    assert region(written) == code


def test_quarters_and_months_are_counted_from_january():
    rows = [
        ["地区", "2025年第一季度", "2025年二季度", "2025Q3", "2025年1-2月", "2025年11月"],
        ["北京市", "12159.0", "25029.2", "38415.9", "30.2", "133.5"],
    ]
    found = read(specimens.plain(rows, ["指标：地区生产总值_累计值(亿元)"]))
    assert [one.period_text for one in found.held] == [
        "2025-Q1", "2025-Q2", "2025-Q3", "2025-02", "2025-11",
    ]  # fmt: skip


def test_a_head_of_two_rows_with_years_that_span_columns():
    rows = [
        ["地区", "2024年", "", "2023年", ""],
        ["", "地区生产总值", "第二产业增加值", "地区生产总值", "第二产业增加值"],
        ["", "(亿元)", "(亿元)", "(亿元)", "(亿元)"],
    ]
    official = specimens.figures("gdp", "va_secondary")
    for name, code in specimens.CODES.items():
        cells = [official[i, code, y] for y in ("2024", "2023") for i in ("gdp", "va_secondary")]
        rows.append([name, *cells])
    found = read(specimens.plain(rows))
    assert values(found) == specimens.expected("gdp", "va_secondary", years=("2024", "2023"))
    assert {one.unit_text for one in found.held} == {"亿元"}


def test_regions_and_years_down_and_indicators_across():
    rows = [["省份", "年份", "地区生产总值(亿元)", "第二产业增加值(亿元)"]]
    official = specimens.figures("gdp", "va_secondary")
    for name, code in specimens.CODES.items():
        for at, year in enumerate(("2023", "2024")):
            cells = [official[one, code, year] for one in ("gdp", "va_secondary")]
            rows.append(["" if at else name, year, *cells])
    found = read(specimens.plain(rows))
    assert values(found) == specimens.expected("gdp", "va_secondary", years=("2024", "2023"))


def test_years_down_and_regions_across():
    official = specimens.figures("gdp")
    rows = [["年份", *specimens.CODES]]
    rows += [
        [year, *(official["gdp", code, year] for code in specimens.CODES.values())]
        for year in specimens.YEARS
    ]
    assert values(read(specimens.plain(rows, [GDP]))) == gdp()


def test_a_list_with_a_value_a_row():
    rows = [["指标名称", "单位", "地区", "时间", "数值"]]
    for (one, code, year), value in specimens.figures("gdp").items():
        name = next((n for n, c in specimens.CODES.items() if c == code), None)
        if name and year in specimens.YEARS:
            rows.append([specimens.NAMES[one][0], "亿元", name, f"{year}年", value])
    found = read(specimens.plain(rows))
    assert (values(found), found.missing, found.kind) == (gdp(), (), "bureau")


def test_an_indicator_alone_in_its_row_is_of_the_regions_below_it():
    official = specimens.figures("gdp", "va_secondary")
    rows = [["项目", "2023年", "2024年"]]
    for one in ("gdp", "va_secondary"):
        rows.append([f"{specimens.NAMES[one][0]}(亿元)", "", ""])
        rows += [
            [name, official[one, code, "2023"], official[one, code, "2024"]]
            for name, code in specimens.CODES.items()
        ]
    found = read(specimens.plain(rows))
    assert values(found) == specimens.expected("gdp", "va_secondary", years=("2024", "2023"))


def test_tables_below_one_another_have_their_own_indicator():
    first = specimens.plain(specimens.by_region("gdp"), [BASE, GDP, SPAN], [SOURCE])
    second = specimens.plain(
        specimens.by_region("va_secondary"), [BASE, "指标：第二产业增加值(亿元)", SPAN], [SOURCE]
    )
    assert values(read(first + second)) == specimens.expected("gdp", "va_secondary")


def test_a_head_that_names_year_and_indicator():
    official = specimens.figures("gdp", "va_secondary")
    rows = [["地区", "2024年地区生产总值(亿元)", "第二产业增加值2023年(亿元)"]]
    for name, code in specimens.CODES.items():
        rows.append([name, official["gdp", code, "2024"], official["va_secondary", code, "2023"]])
    wanted = specimens.expected("gdp", years=("2024",))
    wanted |= specimens.expected("va_secondary", years=("2023",))
    assert values(read(specimens.plain(rows))) == wanted


def test_regions_and_indicators_down_and_years_across():
    official = specimens.figures("gdp", "va_secondary")
    rows = [["序号", "地区", "指标", "单位", "2024年", "2023年"]]
    for name, code in specimens.CODES.items():
        for one in ("gdp", "va_secondary"):
            cells = [official[one, code, year] for year in ("2024", "2023")]
            rows.append([str(len(rows)), name, *specimens.NAMES[one], *cells])
    found = read(specimens.plain(rows))
    assert values(found) == specimens.expected("gdp", "va_secondary", years=("2024", "2023"))
    assert found.missing == ()


def test_values_that_look_like_years_are_values():
    rows = [
        ["地区", "企业数(家)", "机构数(个)"],
        ["北京市", "1998", "2010"],
        ["天津市", "2004", "1987"],
    ]
    found = read(specimens.plain(rows, ["时间：2024年"]))
    assert [one.value for one in found.held] == [1998.0, 2010.0, 2004.0, 1987.0]
    assert {one.period_text for one in found.held} == {"2024"}


def test_a_month_of_no_year_is_no_period():
    rows = [["地区", "1月", "2月"], ["北京市", "1", "2"]]
    found = read(specimens.plain(rows, [GDP]))
    assert [fault.cell.ref for fault in found.faults] == ["B3", "C3"]
    dated = read(specimens.plain(rows, [GDP, "时间：2025年"]))
    assert [one.period_text for one in dated.held] == ["2025-01", "2025-02"]


def test_percent_under_another_unit_is_a_fault():
    found = read(specimens.plain([["地区", "2024年"], ["北京市", "5.2%"]], [GDP]))
    assert [fault.cell.ref for fault in found.faults] == ["B3"]
    growth = read(specimens.plain([["地区", "2024年"], ["北京市", "5.2%"]], ["指标：增速(%)"]))
    assert [(one.value, one.unit_text) for one in growth.held] == [(5.2, "%")]


def test_names_below_one_another_are_one_name():
    rows = [
        ["地区", "2025年11月", ""],
        ["", "绝对数(亿元)", "比上年增长(%)"],
        ["北京市", "12.3", "4.0"],
    ]
    found = read(specimens.plain(rows, ["指标：社会消费品零售总额"]))
    assert [(v.indicator_text, v.unit_text, v.period_text, v.value) for v in found.held] == [
        ("社会消费品零售总额：绝对数", "亿元", "2025-11", 12.3),
        ("社会消费品零售总额：比上年增长", "%", "2025-11", 4.0),
    ]


def test_of_very_many_faults_the_first_are_said():
    rows = [["地区", *(f"{year}年" for year in range(1950, 2050))]]
    rows += [
        [name, *["坏"] * 100]
        for name in ("北京市", "天津市", "河北省", "山西省", "上海市", "重庆市")
    ]
    found = read(specimens.plain(rows, [GDP]))
    assert len(found.faults) == 500
    assert any("600" in remark for remark in found.remarks)


def test_series_across_with_lines_on_each_and_dates_down():
    rows = [
        ["指标名称", "北京:地区生产总值", "天津:地区生产总值"],
        ["频率", "年", "年"],
        ["单位", "亿元", "亿元"],
        ["来源", "国家统计局", "国家统计局"],
        ["2023-12-31", "47353.7", "17211.8"],
        ["2024-12-31", "49670.2", "17931.3"],
    ]
    wanted = specimens.expected("gdp", years=("2023", "2024"), codes=("110000", "120000"))
    assert values(read(specimens.plain(rows))) == wanted


@pytest.mark.parametrize("corner", ["时间", "年份", "指标", "项目"])
def test_the_corner_may_name_what_stands_across(corner):
    rows = list(specimens.by_indicator())
    found = read(specimens.plain([[corner, *rows[0][1:]], *rows[1:]], ["地区：北京市"]))
    assert values(found) == specimens.expected(*specimens.NAMES, codes=("110000",))


def test_a_year_with_its_status_or_its_unit():
    rows = [["地区", "2024年（初步核算）", "2023年(亿元)", "2022年①"], ["北京市", "1", "2", "3"]]
    found = read(specimens.plain(rows, ["指标：地区生产总值"]))
    assert [(v.period_text, v.status, v.unit_text) for v in found.held] == [
        ("2024", "P", ""), ("2023", "", "亿元"), ("2022", "", ""),
    ]  # fmt: skip


def test_a_spreadsheet_may_have_written_the_months_of_a_list_anew():
    head = "指标编号,地区,期间,数值"
    found = read(f"{head}\nauto_output_cumulative,北京市,Nov-25,133.5\n")
    assert [(one.period_text, one.indicator_id) for one in found.held] == [
        ("2025-11", "auto_output_cumulative")
    ]


def test_a_yearbook_s_page_with_title_unit_and_stretched_names():
    rows = [
        ["3-9 地区生产总值", "", "", ""],
        ["Gross Regional Product", "", "", ""],
        ["", "", "", "单位：亿元"],
        ["地  区", "2023", "2024", ""],
        ["Region", "", "", ""],
        ["", "", "", ""],
        ["北　京", "47353.7", "49670.2", "Beijing"],
        ["天　津", "17211.8", "17931.3", "Tianjin"],
        ["河　北", "45660.0", "47448.1", "Hebei"],
        ["注：本表按当年价格计算，第五次全国经济普查后修订。", "", "", ""],
    ]
    found = read(specimens.xlsx([[GDP.replace("(亿元)", "")], *rows]))
    assert values(found) == specimens.expected("gdp", years=("2024", "2023"))
    assert {one.unit_text for one in found.held} == {"亿元"}


def test_a_workbook_with_a_region_a_sheet():
    sheets = {name: list(specimens.by_indicator(code)) for name, code in specimens.CODES.items()}
    found = read(specimens.xlsx(sheets.pop("北京市"), "北京市", **sheets))
    assert values(found) == specimens.expected(*specimens.NAMES)
    assert found.missing == ()


@pytest.mark.parametrize("before", [0, 3])
def test_years_as_numbers_in_a_workbook(before):
    rows = list(specimens.by_region(head="{}"))
    assert values(read(specimens.xlsx([[GDP], *rows], before=before))) == gdp()


def test_an_empty_cell_is_missing_and_nothing_else():
    rows = [
        ["地区", "2025年", "2024年", "2023年"],
        ["北京市", "", "—", "0"],
        ["天津市", "…", "-", "1"],
    ]
    found = read(specimens.plain(rows, [GDP]))
    assert [(one.cell.ref, one.value) for one in found.held] == [("D3", 0.0), ("D4", 1.0)]
    assert len(found.values) == 6
    assert not any(one.is_withdrawn for one in found.values)


def test_what_is_no_number_is_a_fault_by_its_cell():
    rows = [
        ["地区", "2024年", "2023年"],
        ["北京市", "49670.2", "4735x.7"],
        ["天津市", "1.79E+04", "17211.8"],
    ]
    found = read(specimens.plain(rows, [BASE, GDP]))
    assert [fault.cell.ref for fault in found.faults] == ["C4", "B5"]
    assert str(found.faults[0]) == "单元格 C4，现为“4735x.7”：应为数；请改为数，没有数值的留空"
    assert len(found.held) == 2


def test_the_same_value_twice_is_once_and_another_is_a_fault():
    rows = [["地区", "2024年"], ["北京市", "1"], ["北京", "1"], ["天津市", "2"], ["天津市", "3"]]
    found = read(specimens.plain(rows, [GDP]))
    assert [one.value for one in found.held] == [1.0, 2.0]
    assert [fault.cell.ref for fault in found.faults] == ["B6"]


def test_what_only_one_row_lacks_is_its_fault():
    rows = [["地区", "2024年"], ["北京市", "1"], ["", "5"], ["天津市", "2"]]
    found = read(specimens.plain(rows, [GDP]))
    assert [fault.cell.ref for fault in found.faults] == ["B4"]
    assert [one.value for one in found.held] == [1.0, 2.0]


def test_a_column_without_a_head_is_a_fault():
    rows = [["地区", "2024年", ""], ["北京市", "1", "7"], ["天津市", "2", "8"]]
    found = read(specimens.plain(rows, [GDP]))
    assert [fault.cell.ref for fault in found.faults] == ["C3"]
    assert [one.value for one in found.held] == [1.0, 2.0]


def test_a_footnote_s_mark_is_explained_by_the_notes():
    rows = [["地区", "2024年"], ["北京市①", "49670.2②"], ["天津市", "17931.3(P)"]]
    found = read(specimens.plain(rows, [GDP], ["注：①含中关村。", "② 初步核算。"]))
    assert found.faults == []
    assert [(v.value, v.status, v.note) for v in found.held] == [
        (49670.2, "", "初步核算。"),
        (17931.3, "P", ""),
    ]


@pytest.mark.parametrize(
    "content", ["", "你好", "a,b\nc,d\n", "1,2\n3,4\n", "\n\n", "注：无数据\n"]
)
def test_what_is_no_table_says_so(content):
    found = read(content)
    assert found.held == []
    assert len(found.faults) == 1
    assert found.faults[0].remedy


@pytest.mark.parametrize(
    ("note", "census"),
    [
        (FIFTH, "第五次全国经济普查"), ("按四经普口径修订", "第四次全国经济普查"),
        ("第三次经济普查后修订", "第三次全国经济普查"), ("按当年价格计算", ""),
        ("第四次全国经济普查后修订过，第五次全国经济普查后再次修订", "第五次全国经济普查"),
    ],
)  # fmt: skip
def test_the_vintage_is_read_from_the_notes(note, census):
    assert vintage([note]) == census
