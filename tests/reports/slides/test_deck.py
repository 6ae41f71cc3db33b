"""A deck as a file of slides, read back part by part: every layout of a briefing, and what a file
must not have."""

import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.enum.text import PP_ALIGN

from analysis.document.chart import Chart, Kind, Series
from analysis.document.document import Deck, Figure, Leaf, Reading
from analysis.marking import LONGEST
from analysis.reports.figures.maps import plain_map_figure
from analysis.reports.leaves.scenes import MAKERS, briefing_deck, leaves
from analysis.text.table import Table
from data.model.scenes import LAYOUTS
from reports.office.texts import width
from reports.slides.deck import slides
from reports.slides.foot import MARKED
from reports.slides.foot import told as foot_text
from reports.slides.sheet import FOOT, Box
from reports.slides.tables import AIR, PADDING, TIGHT, _rooms, _set, fit, parted
from tests.analysis.meeting.test_scenes import example
from tests.office_schema import faults

AT = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
PARTS = re.compile(r"ppt/(slides/slide|charts/chart|notesSlides/notesSlide)\d+\.xml")
NAMED = ("汇报", "http://jjj.example.cn/present?data=0a1b", "内部资料")


def deck(*leaves, mark=""):
    return Deck("汇报", "三地 · 2024 年", "2026-11-28", "0a1b", "http://x/?data=0a1b", leaves, mark)


def parts_of(content, pattern=PARTS):
    with zipfile.ZipFile(BytesIO(content)) as file:
        return {
            name: etree.fromstring(file.read(name))
            for name in file.namelist()
            if pattern.fullmatch(name)
        }


def texts(slide):
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def shapes_of(found):
    for shape in found:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from shapes_of(shape.shapes)


@pytest.fixture(scope="module")
def all_layouts(catalog):
    scenes = [example(catalog, layout, title="{region}情况") for layout in sorted(LAYOUTS)]
    scenes = [
        replace(one, points=("一", "二"), regions=("beijing", "hebei"))
        if one.layout in ("text", "pair")
        else one
        for one in scenes
    ]
    return slides(briefing_deck(catalog, NAMED, scenes), catalog.shapes, AT)


def test_every_layout_has_a_maker():
    assert set(MAKERS) == {*LAYOUTS, "words"}


@pytest.mark.thorough
def test_every_part_keeps_the_order_of_the_schema(all_layouts):
    assert len(parts_of(all_layouts)) > 2 * len(LAYOUTS)
    assert faults(all_layouts) == []


@pytest.mark.thorough
def test_shapes_of_a_slide_have_ids_of_their_own(all_layouts):
    for name, root in parts_of(all_layouts).items():
        ids = root.xpath("//*[local-name()='cNvPr']/@id")
        assert len(ids) == len(set(ids)), name


@pytest.mark.thorough
def test_no_type_is_smaller_than_twelve_points(all_layouts):
    for name, root in parts_of(all_layouts, re.compile(r"ppt/(slides|charts)/\w+\d+\.xml")).items():
        sizes = [int(size) for size in root.xpath("//@sz") if size.isdigit()]
        assert sizes and min(sizes) >= 1200, name


@pytest.mark.thorough
def test_every_run_is_chinese_and_names_both_fonts(all_layouts):
    for name, root in parts_of(all_layouts, re.compile(r"ppt/slides/slide\d+\.xml")).items():
        for run in root.iter("{*}r"):
            look = run.find("{*}rPr")
            assert look.get("lang") == "zh-CN", name
    with zipfile.ZipFile(BytesIO(all_layouts)) as file:
        theme = file.read("ppt/theme/theme1.xml").decode()
    assert re.findall(r'<a:ea typeface="([^"]*)"', theme)[:2] == ["微软雅黑"] * 2
    assert '<a:accent1><a:srgbClr val="C4472B"/></a:accent1>' in theme


@pytest.mark.thorough
def test_nothing_is_a_picture_and_what_is_drawn_is_told(all_layouts):
    shown = [s for slide in Presentation(BytesIO(all_layouts)).slides
             for s in shapes_of(slide.shapes)]  # fmt: skip
    kinds = {shape.shape_type for shape in shown}
    assert MSO_SHAPE_TYPE.PICTURE not in kinds
    assert {MSO_SHAPE_TYPE.CHART, MSO_SHAPE_TYPE.TABLE, MSO_SHAPE_TYPE.GROUP} <= kinds
    told = (MSO_SHAPE_TYPE.CHART, MSO_SHAPE_TYPE.TABLE, MSO_SHAPE_TYPE.GROUP)
    for shape in shown:
        if shape.shape_type in told:
            assert shape._element._nvXxPr.cNvPr.get("descr"), shape.name


def test_the_longest_mark_is_one_line():
    assert width("密" * LONGEST, FOOT + 1) <= MARKED


@pytest.mark.thorough
def test_every_slide_has_its_title_its_mark_and_the_version_of_the_data(all_layouts, catalog):
    for slide in Presentation(BytesIO(all_layouts)).slides:
        assert slide.shapes.title is not None
        said = texts(slide)
        assert "内部资料" in said
        assert f"数据版本 {catalog.version}" in said


@pytest.mark.thorough
def test_everything_stands_on_the_sheet(all_layouts):
    made = Presentation(BytesIO(all_layouts))
    for number, slide in enumerate(made.slides, 1):
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0, (number, shape.name)
            assert shape.left + shape.width <= made.slide_width, (number, shape.name)
            assert shape.top + shape.height <= made.slide_height, (number, shape.name)


@pytest.mark.thorough
def test_the_file_says_what_it_shows_when_and_of_which_data(all_layouts, catalog):
    said = Presentation(BytesIO(all_layouts)).core_properties
    assert (said.title, said.language, said.comments) == ("汇报", "zh-CN", NAMED[1])
    assert catalog.version in said.keywords and catalog.digest in said.keywords
    assert said.modified.replace(tzinfo=UTC) == AT


def test_the_notes_carry_the_note_the_sources_and_what_is_filtered(catalog):
    row = example(catalog, "chart", note_zh="先说结论。")
    content = slides(briefing_deck(catalog, NAMED, [row]), catalog.shapes, AT)
    (slide,) = Presentation(BytesIO(content)).slides
    said = slide.notes_slide.notes_text_frame.text
    assert said.startswith("先说结论。")
    assert "来源：" in said and "本页：" in said and NAMED[1] in said


@pytest.mark.thorough
def test_the_notes_name_every_source_and_none_twice(all_layouts):
    shortened = 0
    for slide in Presentation(BytesIO(all_layouts)).slides:
        lines = slide.notes_slide.notes_text_frame.text.splitlines()
        cited = [line for line in lines if line.startswith("来源：")]
        assert len(cited) <= 1 and " 处" not in "".join(cited), lines
        shortened += bool(re.search(r"等 \d+ 处", texts(slide)))
    assert shortened, "a foot that leaves documents out is what the notes are for"


def test_the_workbook_of_a_chart_has_the_cells_of_the_table_behind_its_scene(catalog):
    (leaf,) = leaves(catalog, example(catalog, "chart"))
    (figure,) = leaf.figures
    content = slides(deck(leaf), catalog.shapes, AT)
    with zipfile.ZipFile(BytesIO(content)) as file:
        (name,) = [one for one in file.namelist() if one.endswith(".xlsx")]
        sheet = openpyxl.load_workbook(BytesIO(file.read(name)))["Sheet1"]
    heads, *rows = sheet.iter_rows(values_only=True)
    shown = {}
    for row in rows:
        for head, value in zip(heads[1:], row[1:], strict=True):
            if value is not None:
                shown[row[0], head.partition("（")[0]] = value
    chart = figure.chart
    behind = {
        (row[0].rstrip("※"), head): cell
        for row in figure.table.rows
        for head, cell in zip(figure.table.columns[1:], row[1:], strict=True)
    }
    assert len(shown) > 20
    for place, value in shown.items():
        said = re.search(r"[\d,]+(\.\d+)?", behind[place]).group().replace(",", "")
        assert f"{value:.{chart.decimals}f}" == said, place


def test_a_long_table_goes_on_with_its_head_on_further_slides():
    rows = tuple((f"行 {n}", "1,234.5") for n in range(60))
    figure = Figure("t", "", "", None, Table("长表", ("名称", "数值"), rows))
    made = Presentation(BytesIO(slides(deck(Leaf("长表", figures=(figure,))), None, AT)))
    tables = [s.table for slide in made.slides for s in slide.shapes if s.has_table]
    assert len(tables) > 1
    assert all(table.cell(0, 0).text == "名称" for table in tables)
    shown = [row.cells[0].text for table in tables for row in list(table.rows)[1:]]
    assert shown == [f"行 {n}" for n in range(60)]
    assert [slide.shapes.title.text for slide in made.slides][1].endswith("（续）")


def test_a_table_is_set_alike_on_all_of_its_slides():
    """One type, the same widths and sides: the last rows are neither larger nor moved."""
    rows = tuple(
        (f"行 {n}", "2024-11" if n < 40 else "2024", "说" * (60 if n < 9 else 2)) for n in range(42)
    )
    figure = Figure("t", "", "", None, Table("长表", ("名称", "时间", "内容"), rows))
    made = Presentation(BytesIO(slides(deck(Leaf("长表", figures=(figure,))), None, AT)))
    tables = [s.table for slide in made.slides for s in slide.shapes if s.has_table]
    assert len(tables) > 2
    assert len({tuple(column.width for column in table.columns) for table in tables}) == 1
    sizes = {run.font.size for table in tables for cell in table.iter_cells()
             for paragraph in cell.text_frame.paragraphs for run in paragraph.runs}  # fmt: skip
    sides = {cell.text_frame.paragraphs[0].alignment
             for table in tables for cell in table.iter_cells()}  # fmt: skip
    assert len(sizes) == 1 and sides == {PP_ALIGN.LEFT}


def test_a_table_that_goes_on_takes_few_slides_and_the_largest_type_for_these():
    """A row in 14 points is 29.3 high, in 13 27.9, in 12 26.4: of 290 nine fit below the head, nine
    and ten."""
    found = Table("长表", ("名称", "数值"), tuple((f"行 {n}", "1.0") for n in range(27)))
    counts = {size: _rooms(_set(found, size, AIR, 800), 290) for size in (14.0, 13.0, 12.0)}
    assert counts == {14.0: 4, 13.0: 3, 12.0: 3}
    assert [fit(found, Box(0, 0, 800, tall))[0].size for tall in (890, 290)] == [14, 13]


def test_a_table_that_just_fits_has_the_air_that_is_left():
    found = Table("长表", ("名称", "数值"), tuple((f"行 {n}", "1.0") for n in range(14)))
    airs = [fit(found, Box(0, 0, 800, tall))[0].air for tall in (337, 350, 365, 397)]
    assert TIGHT <= airs[0] < airs[1] < airs[2] < airs[3] == AIR
    for tall in (337, 350, 365):
        sheet, rest = fit(found, Box(0, 0, 800, tall))
        assert rest is None
        assert sheet.head + sum(sheet.heights) == pytest.approx(tall)


def test_a_long_text_leaves_the_short_ones_their_line():
    """One remark of five lines takes its room from nobody who would need another line for it."""
    rows = (
        *(
            (f"规模以上工业指标{n}", "2014 年 5,665.11 亿元", "下降 30.1%", "说明")
            for n in range(6)
        ),
        ("工业增加值", "2014 年 3,522.8 亿元", "上升 2.88 个百分点", "说明一句" * 25),
    )
    sheet, rest = fit(Table("清单", ("指标", "起点", "变动", "说明"), rows), Box(0, 0, 700, 330))
    assert rest is None
    assert set(sheet.heights[:6]) == {min(sheet.heights)}


def test_a_map_says_once_what_it_shows(catalog):
    figure = plain_map_figure(catalog, "产业合作平台分布", ())
    (slide,) = Presentation(
        BytesIO(slides(deck(Leaf("分布", figures=(figure,))), catalog.shapes, AT))
    ).slides
    assert texts(slide).count("产业合作平台分布") == 1


def test_one_short_sentence_stands_above_a_picture_of_the_whole_width():
    own = Series("hebei", "河北", (1.0, 2.0), ("1.0", "2.0"))
    picture = Chart(Kind.LINES, "收入", "亿元", 1, ("2023", "2024"), (own,), "")
    for points, is_wide in ((("一句话。",), True), (("一句话。",) * 4, False)):
        leaf = Leaf("收入", points=points, figures=(Figure("c", "", "", picture, None),))
        (slide,) = Presentation(BytesIO(slides(deck(leaf), None, AT))).slides
        (chart,) = [shape for shape in slide.shapes if shape.has_chart]
        assert (chart.width > 0.9 * 880 * 12700) == is_wide


def test_a_title_is_smaller_before_it_breaks():
    """33 signs of 24 points are 824 of 880: one line."""
    (slide,) = Presentation(BytesIO(slides(deck(Leaf("长" * 33, points=("一",))), None, AT))).slides
    (run,) = slide.shapes.title.text_frame.paragraphs[0].runs
    assert run.font.size.pt == 24
    assert slide.shapes.title.height < 2 * 24 * 12700


def test_no_column_is_narrower_than_a_word_that_cannot_be_parted():
    rows = (("电力热力 CO2（CEADs）", "2014 年 3,522.8 亿元", "说明" * 60),) * 3
    found = Table("长表", ("指标", "起点", "说明"), rows)
    sheet, _ = fit(found, Box(0, 0, 420, 400))
    least = [width(word, sheet.size) for word in ("（CEADs）", "3,522.8", "说")]
    assert all(wide - 2 * PADDING > one for wide, one in zip(sheet.widths, least, strict=True))
    assert sum(sheet.widths) == pytest.approx(420)


@given(
    st.lists(
        st.lists(st.text("长 1a，（）", max_size=60), min_size=3, max_size=3),
        min_size=1,
        max_size=30,
    ),
    st.floats(60, 900),
    st.floats(40, 500),
)
def test_any_table_fills_the_width_and_loses_no_row(rows, wide, tall):
    found = Table("长表", ("一", "二", "三"), tuple(map(tuple, rows)))
    shown, rest = fit(found, Box(0, 0, wide, tall))
    kept = [*shown.table.rows]
    while rest is not None:
        assert rest.widths == shown.widths
        some, rest = parted(rest, tall)
        kept += some.table.rows
    assert kept == list(found.rows)
    assert sum(shown.widths) == pytest.approx(wide)


@pytest.mark.thorough
def test_a_very_long_table_says_how_many_rows_are_left_out():
    rows = tuple((f"行 {n}", "1,234.5") for n in range(400))
    figure = Figure("t", "", "", None, Table("长表", ("名称", "数值"), rows))
    made = Presentation(BytesIO(slides(deck(Leaf("长表", figures=(figure,))), None, AT)))
    tables = [s.table for slide in made.slides for s in slide.shapes if s.has_table]
    shown = sum(len(table.rows) - 1 for table in tables)
    assert f"其余 {400 - shown} 行未列出" in texts(list(made.slides)[-1])


def test_a_table_too_long_to_stand_beside_words_has_slides_of_its_own():
    rows = tuple((f"行 {n}", "1,234.5") for n in range(20))
    figure = Figure("t", "长表", "", None, Table("长表", ("名称", "数值"), rows))
    said = ("这是一句要占去不少地方的话，" * 12,) * 3
    leaf = Leaf("进展", points=said, figures=(figure,))
    first, second, *_ = Presentation(BytesIO(slides(deck(leaf), None, AT))).slides
    assert not any(shape.has_table for shape in first.shapes)
    (table,) = [shape for shape in second.shapes if shape.has_table]
    assert table.width > 0.9 * 880 * 12700


def test_few_words_stand_above_a_table_of_the_whole_width():
    rows = tuple((f"行 {n}", "1,234.5") for n in range(5))
    figure = Figure("t", "长表", "", None, Table("长表", ("名称", "数值"), rows))
    leaf = Leaf("进展", points=("一句话。",), figures=(figure,))
    (slide,) = Presentation(BytesIO(slides(deck(leaf), None, AT))).slides
    (table,) = [shape for shape in slide.shapes if shape.has_table]
    (words,) = [s for s in slide.shapes if s.has_text_frame and s.text_frame.text == "一句话。"]
    assert words.top + words.height <= table.top
    assert table.width > 0.9 * 880 * 12700


def test_many_points_go_on_with_a_further_slide_and_none_is_lost():
    points = tuple(f"{n}、" + "这是一条需要换行的要点" * 9 for n in range(12))
    made = Presentation(BytesIO(slides(deck(Leaf("要点", points=points)), None, AT)))
    said = "\n".join(texts(slide) for slide in made.slides)
    assert len(list(made.slides)) > 1
    assert all(point in said for point in points)


def test_a_chart_without_values_is_said_in_words():
    empty = Chart(
        Kind.LINES, "收入", "亿元", 1, ("2023",), (Series("hebei", "河北", (None,), ("",)),), ""
    )
    figure = Figure("c", "", "", empty, None)
    (slide,) = Presentation(BytesIO(slides(deck(Leaf("收入", figures=(figure,))), None, AT))).slides
    assert "未收录" in texts(slide)


def test_a_number_that_is_not_held_is_no_headline():
    readings = (
        Reading("beijing", "北京", "", "1,234 亿元"),
        Reading("hebei", "河北", "", "本站未收录"),
    )
    (slide,) = Presentation(BytesIO(slides(deck(Leaf("收入", readings=readings)), None, AT))).slides
    sizes = {
        run.text: run.font.size.pt
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }
    assert sizes["1,234 亿元"] > sizes["本站未收录"]


def test_what_the_foot_has_no_room_for_is_in_the_notes_and_that_is_said():
    long, short = "长" * 300 + "。", "短。"
    assert foot_text("源", (short,), 600) == "源\u3000短。"
    assert foot_text("源", (short, long), 600) == "源\u3000短。其余说明见备注。"
    assert foot_text("", (long,), 600) == "说明见备注。"


def test_the_axis_of_a_slide_is_of_its_own_regions(catalog):
    """On the stage it is that of all choices; a file has but one of them."""
    scene = example(catalog, "chart", indicator_id="rd_expenditure", regions=("hebei",))
    (leaf, *_) = leaves(catalog, scene)
    (figure,) = leaf.figures
    assert {one.slug for one in figure.chart.series} == {"hebei"}
    assert figure.chart.holds == ()
