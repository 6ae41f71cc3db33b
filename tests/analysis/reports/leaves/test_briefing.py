"""The prepared briefing as a report: slide by slide, for the regions chosen, without what is not
used."""

from dataclasses import replace

from analysis.document.chart import Chart, Kind
from analysis.document.editing import edited
from analysis.reports.address import BRIEFING, ReportView
from analysis.reports.leaves.briefing import briefing_document, briefing_slides, slides_of
from analysis.state.view import View

VIEW = View(("beijing", "tianjin", "hebei"), "overall", "gdp", 2014, 2024)
ALL = ReportView(VIEW, BRIEFING)
HEBEI = replace(ALL, view=replace(VIEW, regions=("hebei",)))


def test_a_section_is_a_slide(catalog):
    found, leaves = briefing_document(catalog, ALL), slides_of(catalog, ALL)
    assert [one.heading for one in found.sections] == [leaf.title for leaf in leaves]
    assert [len(one.figures) for one in found.sections] == [len(leaf.figures) for leaf in leaves]
    assert len(leaves) >= len(catalog.scenes)


def test_a_number_of_a_slide_is_a_sentence_without_arrows(catalog):
    leaves = slides_of(catalog, ALL)
    found = briefing_document(catalog, ALL)
    read = 0
    for leaf, section in zip(leaves, found.sections, strict=True):
        texts = [one.text for one in section.sentences]
        for one in leaf.readings:
            (said,) = {text for text in texts if f"{one.name} {one.text}".strip() in text}
            assert not set("▲▼") & set(said)
            assert not one.scope or said.endswith(f"，{one.scope}")
            read += 1
    assert read


def test_the_table_of_lines_has_what_the_lines_show(catalog):
    for leaf in slides_of(catalog, ALL):
        for one in leaf.figures:
            if isinstance(one.chart, Chart) and one.chart.kind == Kind.LINES and one.table:
                labels = [series.label for series in one.chart.series]
                assert list(one.table.columns[1:]) == labels or leaf.readings == ()


def test_keys_are_unique(catalog):
    found = briefing_document(catalog, ALL)
    keys = [said.key for one in found.sections for said in one.sentences]
    assert len(keys) == len(set(keys)) > len(found.sections)


def test_without_anything_changed_the_slides_are_the_prepared_ones(catalog):
    assert briefing_slides(catalog, ALL, {}) == slides_of(catalog, ALL)


def test_every_sentence_that_is_not_used_is_gone_from_the_slides(catalog):
    document = briefing_document(catalog, ALL)
    for section in document.sections:
        for said in section.sentences:
            place = int(section.key[1:]) - 1
            before = slides_of(catalog, ALL)[place]
            after = briefing_slides(catalog, replace(ALL, off=(said.key,)), {})[place]
            if said.text in before.body:
                continue  # the lines of a cover
            assert parts(before) - parts(after) == 1, (said.key, said.text)
            left = edited(document, {said.key}, {}).sections[place]
            assert len(section.sentences) - len(left.sentences) == 1


def parts(leaf):
    return bool(leaf.sentence) + len(leaf.readings) + len(leaf.points)


def test_what_a_writer_adds_stands_on_the_slide_or_in_its_notes(catalog):
    for place, leaf in enumerate(slides_of(catalog, ALL)):
        added = briefing_slides(catalog, ALL, {f"p{place + 1}": ("我说。",)})[place]
        where = added.note if leaf.readings else "\n".join(added.points)
        assert "编写者补充：我说。" in where


def test_it_is_of_the_regions_that_are_chosen(catalog):
    own = briefing_document(catalog, HEBEI)
    assert own.filter_text.startswith("河北")
    whole = {one.heading for one in briefing_document(catalog, ALL).sections}
    assert {one.heading for one in own.sections} - whole


def test_a_briefing_of_ones_own_has_its_own_pages_and_name(catalog):
    own = replace(ALL, briefing="月度会商", scenes=catalog.scenes[:2])
    found = briefing_document(catalog, own)
    assert found.title == "月度会商"
    assert found.filter_text.startswith("月度会商 · ")
    whole = [one.heading for one in briefing_document(catalog, ALL).sections]
    assert [one.heading for one in found.sections] == whole[: len(found.sections)]
    assert len(found.sections) < len(whole)
