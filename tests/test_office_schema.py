"""The check of office files finds what Office would have to repair."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from xlsxwriter import Workbook

from tests.office_schema import faults, part_faults

CHART = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart>'
    '<c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:axId val="1"/><c:axId val="2"/>'
    "</c:barChart></c:plotArea></c:chart></c:chartSpace>"
)


def workbook():
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.add_worksheet("表").write_row(0, 0, ["年份", 2024])
    book.close()
    return out.getvalue()


def changed(content, part, pattern, instead):
    """The file with something put in the place of what a part has."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as file, ZipFile(out, "w") as again:
        for name in file.namelist():
            said = file.read(name)
            if name == part:
                said, count = re.subn(pattern, instead, said)
                assert count
            again.writestr(name, said)
    return out.getvalue()


def test_a_sound_file_and_a_sound_chart_have_no_fault():
    assert faults(workbook()) == []
    assert part_faults(CHART.encode()) == []


@pytest.mark.parametrize(
    ("pattern", "instead"),
    [(b"<sheetData>", b"<bogus/><sheetData>"), (rb' t="s"', rb' t="bogus"')],
)
def test_what_the_schema_does_not_have_is_a_fault(pattern, instead):
    assert faults(changed(workbook(), "xl/worksheets/sheet1.xml", pattern, instead))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('<c:axId val="1"/>', '<c:axId val="-1"/>'),
        ('<c:barDir val="bar"/>', ""),
        ('<c:barDir val="bar"/><c:axId val="1"/>', '<c:axId val="1"/><c:barDir val="bar"/>'),
        ('val="bar"', 'val="sideways"'),
    ],
)
def test_order_number_and_type_are_those_of_the_schema(right, wrong):
    assert part_faults(CHART.replace(right, wrong).encode())
