"""A report's file is of the briefing it names, as that lies in the store now."""

import pytest

from data.briefings.store import NEW, Briefings
from data.package.scene_checks import known_to
from serving.files import Refused
from serving.reports import ReportFiles

NAME = "月度会商"
QUERY = f"report=briefing&briefing={NAME}"


@pytest.fixture
def store(tmp_path, catalog):
    return Briefings(tmp_path, known_to(catalog))


@pytest.fixture
def files(catalog, options, store):
    return ReportFiles(catalog, options, "stamp", store)


def test_the_file_is_named_by_the_briefing(files, store, catalog):
    store.write(NAME, catalog.scenes[:2], NEW)
    body = files.file(QUERY, "json")
    assert NAME in body.content.decode()
    assert body.filename_zh.startswith(f"京津冀监测_汇报_{NAME}_")


def test_its_stamp_is_another_when_the_briefing_is(files, store, catalog):
    before = store.write(NAME, catalog.scenes[:2], NEW)
    stamp = files.stamp(QUERY)
    assert files.stamp(QUERY) == stamp
    store.write(NAME, catalog.scenes[:3], before.revision)
    assert files.stamp(QUERY) != stamp
    assert files.stamp("report=briefing") == "stamp"


def test_one_that_is_not_there_is_refused_by_name(files, store, catalog):
    store.write("另一份", catalog.scenes[:1], NEW)
    with pytest.raises(Refused) as refused:
        files.file(QUERY, "json")
    (fault,) = refused.value.found
    assert (fault.key, fault.value, fault.allowed) == ("briefing", NAME, ("另一份",))
