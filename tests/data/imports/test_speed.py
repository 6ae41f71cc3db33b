"""A file of 5,000 values is in the tables within five seconds."""

import time
from datetime import date

import pytest

from data.imports.file import read_in
from data.imports.mapping import Answers, suggest, values_of
from data.imports.merging import Given, SourceRow, merged
from reports.template import TemplateRow, template_csv

pytestmark = pytest.mark.thorough
VALUES, MOST_SECONDS = 5000, 5


def test_5000_values_are_merged_in_five_seconds(catalog, edition):
    ids = ("gdp", "population", "va_secondary", "va_tertiary")
    subjects = [(name, catalog.indicators[name]) for name in ids]
    rows = [
        TemplateRow(name, one.name_zh, one.unit_zh, region.name_zh, str(year), 1.5, "", "", "", "")
        for name, one in subjects
        for region in catalog.regions.values()
        for year in range(1900, 1900 + VALUES // 20)
    ]
    content = template_csv(rows)
    names_of = ("observations", "sources", "withdrawn")
    texts = {n: (edition / "tables" / f"{n}.csv").read_text(encoding="utf-8") for n in names_of}
    began = time.monotonic()
    found = read_in(content, "数据.csv")
    proposal = suggest(catalog, found, Answers())
    chosen = {one: options[0] for one, options in proposal.subjects.items()}
    values = values_of(found, chosen, proposal.regions)
    done = merged(texts, values, Given({"": SourceRow("《年鉴》", "统计局")}, date(2026, 11, 28)))
    assert time.monotonic() - began < MOST_SECONDS
    assert found.faults == []
    assert len(values) == len(rows)
    assert len(done.new) + len(done.revised) + done.unchanged == len(rows) == VALUES
