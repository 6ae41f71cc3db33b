"""Every kind of workbook is opened by LibreOffice, saved anew, and holds the same, cell by cell."""

import math
import shutil
import subprocess
from io import BytesIO

import pytest
from openpyxl import load_workbook

from analysis.reports.address import KINDS
from tests.reports.test_report_book import trimmed

pytestmark = pytest.mark.thorough

ADDRESSES = {
    **{f"report-{kind}": f"/reports.xlsx?report={kind}" for kind in KINDS},
    "one-theme": "/reports.xlsx?theme=innovation",
    "one-task": "/reports.xlsx?report=task&topics=green",
    "plan": "/plan.xlsx",
    "evaluation": "/evaluation.xlsx",
    "areas": "/areas.xlsx",
    "platforms": "/platforms.xlsx",
    "region": "/regions/hebei.xlsx",
    "overview": "/overview.xlsx",
}


@pytest.fixture(scope="module")
def books(app, tmp_path_factory):
    """Each workbook as it is given, and as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("books")
    client = app.server.test_client()
    for name, address in ADDRESSES.items():
        answer = client.get(address)
        assert answer.status_code == 200, address
        (folder / f"{name}.xlsx").write_bytes(answer.get_data())
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: apt-get install libreoffice-calc-nogui"
    subprocess.run(
        [program, f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out"),
         *map(str, sorted(folder.glob("*.xlsx")))],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return {
        name: tuple(
            load_workbook(BytesIO(path.read_bytes()))
            for path in (folder / f"{name}.xlsx", folder / "out" / f"{name}.xlsx")
        )
        for name in ADDRESSES
    }


def same(one, other):
    """Whether a value is the same when saved anew: LibreOffice writes 15 digits of a number."""
    if isinstance(one, float) and isinstance(other, float | int):
        return math.isclose(one, other, rel_tol=1e-13)
    return one == other


@pytest.mark.parametrize("name", ADDRESSES)
def test_it_holds_the_same_when_it_is_saved_anew(books, name):
    given, again = books[name]
    assert again.sheetnames == given.sheetnames
    for sheet in given:
        before, after = (
            trimmed([[one.value for one in row] for row in book[sheet.title].iter_rows()])
            for book in (given, again)
        )
        assert list(map(len, after)) == list(map(len, before)), (name, sheet.title)
        pairs = [p for rows in zip(before, after, strict=True) for p in zip(*rows, strict=True)]
        assert [pair for pair in pairs if not same(*pair)] == [], (name, sheet.title)
    assert all(one.data_type != "f" for sheet in again for row in sheet.iter_rows() for one in row)
