"""A file into a draft: what the person has filled in, checked, merged, put down and remembered."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress

from callbacks.desk import entities
from callbacks.desk.desk import Desk
from callbacks.desk.filled import Filled, Received
from components.desk.intake import PUBLISHER, REASON, SKIP, STATUS, TRUST
from components.desk.names import indicator_of, unknown_areas
from components.desk.parts import unchanged_text
from data.editions.deeds import Overtaken, Person, Refused, written_time
from data.editions.drafts import Upload
from data.editions.intake import table_texts
from data.imports import memory
from data.imports.cells import Book, CellFault
from data.imports.imported import INDICATOR, PERIOD, REGION, Import
from data.imports.mapping import Mapped, Suggestion, values_of
from data.imports.memory import Answer
from data.imports.merging import QUOTED, SOURCES, Given, Merged, SourceRow, merged
from data.imports.names import Subject
from data.imports.picking import (
    Pick,
    Unanswered,
    picked,
    proposal,
    unknown_sources,
    with_choices,
)
from data.model.catalog import Catalog
from data.package.digests import digest

DATE = re.compile(r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?")
ACTION = "replace_tables"
MOST_SAID = 20  # faults
ATTEMPTS = 3


def merge(desk: Desk, draft_id: str, page: Filled) -> str:
    """Take the file that came in into a draft, after whatever others take in meanwhile; what came
    of it, in words. Raises Refused, Unanswered, Unreadable, NoUpload, OSError."""
    for _ in range(ATTEMPTS - 1):
        with suppress(Overtaken):
            return _merge(desk, draft_id, page)
    return _merge(desk, draft_id, page)


def _merge(desk: Desk, draft_id: str, page: Filled) -> str:
    who = desk.allowed(ACTION, draft_id)
    if page.received is None:
        raise Unanswered("请先上传文件")
    came = desk.file(page.received.upload_id, page.received.name)
    if isinstance(came, Book):
        return entities.merge(desk, draft_id, page, (page.received, came))
    package = desk.rules.drafts.package(draft_id)
    read, tables = digest(package), table_texts(package)
    found = with_choices(came, page.choices)
    _refuse_missing(found, page)
    _refuse_faults(found.faults, page)
    catalog = desk.catalog(package)
    said = proposal(catalog, found, desk.mappings.answers(page.choice.get(PUBLISHER, "")))
    chosen = picked(catalog, found, said, _picks(said.subjects, page))
    areas = {text: page.areas.get(n) or None for n, text in enumerate(unknown_areas(said))}
    values = values_of(found, chosen, {**said.regions, **areas})
    _refuse_regions(desk, catalog, values)
    done = merged(tables, values, _given(desk, found, tables[SOURCES], page))
    _refuse_faults(done.faults, page)
    if not done.tables:
        raise Refused(f"文件中的 {done.unchanged} 个数值与草稿相同，没有可并入的变化。")
    _keep(desk, (draft_id, read), (who, page.received, found), done)
    _remember(desk, who, page, (chosen, areas))
    return _told(done)


def _picks(subjects: Iterable[Subject], page: Filled) -> dict[Subject, Pick]:
    return {
        wanted: Pick(indicator_of(page.picks.get(n)), page.confirmed.get(n, False))
        for n, wanted in enumerate(subjects)
    }


def _refuse_missing(found: Import, page: Filled) -> None:
    chosen = page.choices
    said = {INDICATOR: chosen.indicator_id, REGION: chosen.region_code, PERIOD: chosen.period}
    open_ = [name for name in said if name in found.missing and not said[name]]
    if open_:
        raise Unanswered(f"文件没有注明{'、'.join(open_)}，请选择")


def _refuse_faults(faults: Iterable[CellFault], page: Filled) -> None:
    listed = [str(one) for one in faults]
    if listed and page.form.get(SKIP) is not True:
        raise Refused(
            f"有 {len(listed)} 处未能并入。请改正后重新上传，或勾选只并入其余数值。",
            questions={text: text for text in listed[:MOST_SAID]},
        )


def _refuse_regions(desk: Desk, catalog: Catalog, values: Iterable[Mapped]) -> None:
    """Who works for some regions changes no others."""
    own = desk.caller().regions
    codes = {one.region_code for one in values}
    others = [
        r.name_zh for r in catalog.regions.values() if r.region_code in codes - _of(own, catalog)
    ]
    if own and others:
        raise Refused(f"您的权限不含以下地区：{'、'.join(others)}。请只上传本地区的数据。")


def _of(slugs: frozenset[str], catalog: Catalog) -> set[str]:
    return {row.region_code for slug, row in catalog.regions.items() if slug in slugs}


def _given(desk: Desk, found: Import, sources: str, page: Filled) -> Given:
    """What was said of the file. Raises Unanswered where a publication is not described."""
    rows = {}
    for number, text in enumerate(unknown_sources(found, sources)):
        said = {name: value.strip() for name, value in page.sources.get(number, {}).items()}
        if not said.get("title_zh") or not said.get("publishers_zh"):
            raise Unanswered(f"请填写{f'来源“{text}”' if text else '数据来源'}的出版物和发布单位")
        if not DATE.fullmatch(said.get("published", "")):
            raise Unanswered(f"发布日期“{said['published']}”应写作 2026-10-28、2026-10 或 2026")
        said["publishers_zh"] = re.sub("[；，、,]", ";", said["publishers_zh"])
        rows[text] = SourceRow(**said)
    status, trust = page.form.get(STATUS) or "A", page.form.get(TRUST) or QUOTED
    return Given(rows, desk.today, status, trust, (page.form.get(REASON) or "").strip())


def _keep(
    desk: Desk, of: tuple[str, str], taken: tuple[Person, Received, Import], done: Merged
) -> None:
    """Put the tables down in a draft, if it is still as it was read (`of`: its id and digest)."""
    (draft_id, read), (who, received, found) = of, taken
    at = written_time(desk.rules.now())
    mark = desk.uploads.mark(received.upload_id)
    upload = Upload(received.name, found.taken_for, at, who.name, mark)
    tables = {name: text.encode() for name, text in done.tables.items()}
    desk.rules.replace_tables(who, draft_id, tables, upload, read)
    desk.uploads.drop(received.upload_id)


def _remember(
    desk: Desk,
    who: Person,
    page: Filled,
    said: tuple[Mapping[Subject, Suggestion], Mapping[str, str | None]],
) -> None:
    """Keep what the names of the publisher stand for; of no publisher nothing is kept."""
    publisher = page.choice.get(PUBLISHER, "").strip()
    if not publisher:
        return
    at = written_time(desk.rules.now())
    chosen, areas = said
    given = [
        Answer(
            publisher, memory.INDICATOR, o.name, o.unit, o.frequency, s.indicator_id, who.name, at
        )
        for o, s in chosen.items()
        if o.name
    ]
    given += [
        Answer(publisher, memory.REGION, text, "", "", code, who.name, at)
        for text, code in areas.items()
        if code
    ]
    desk.mappings.remember(given)


def _told(done: Merged) -> str:
    counts = (("新增", done.new), ("修订", done.revised), ("撤回", done.withdrawn))
    parts = [f"{word} {len(found)} 个" for word, found in counts if found]
    return f"已并入草稿：{'，'.join(parts)}数值{unchanged_text(done.unchanged)}。"
