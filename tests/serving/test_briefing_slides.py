"""A briefing over HTTP as slides: the prepared one, one as it stands in the editor, refusals."""

import json
import re
from io import BytesIO
from urllib.parse import unquote

import pytest
from pptx import Presentation

from serving import access
from serving.files import MIMETYPES

pytestmark = pytest.mark.thorough

ADDRESS = "/present.pptx"
COVER = {"scene_id": "one", "layout": "cover", "theme": "overall", "title": "汇报题目"}
CHART = {"scene_id": "two", "layout": "chart", "theme": "overall", "indicator_id": "gdp"}


def sent(client, body):
    return client.post(ADDRESS, data=json.dumps(body), content_type="application/json")


def name_of(answer):
    return unquote(re.search(r"filename\*=UTF-8''(.+)", answer.headers["Content-Disposition"])[1])


def titles_of(answer):
    assert answer.mimetype == MIMETYPES["pptx"]
    return [slide.shapes.title.text for slide in Presentation(BytesIO(answer.get_data())).slides]


def test_the_prepared_briefing_is_taken_away_by_its_address(client, catalog):
    answer = client.get(ADDRESS)
    assert answer.status_code == 200
    assert len(titles_of(answer)) >= len(catalog.scenes)
    assert name_of(answer) == f"京津冀监测_汇报_预置汇报_{catalog.version}.pptx"


def test_a_briefing_is_exported_as_it_stands_in_the_editor(client, catalog):
    answer = sent(client, {"name": "我的汇报", "scenes": [COVER, CHART]})
    assert answer.status_code == 200
    first, second = titles_of(answer)
    assert first == "汇报题目" and "地区生产总值" in second
    assert name_of(answer) == f"京津冀监测_汇报_我的汇报_{catalog.version}.pptx"


def test_a_briefing_that_is_not_there_is_said(client):
    answer = client.get(f"{ADDRESS}?briefing=没有")
    assert answer.status_code == 404
    assert "没有名为“没有”的汇报" in answer.get_json()["error"]


def test_what_was_sent_wrongly_is_said_by_page_and_column(client):
    answer = sent(client, {"name": "我的汇报", "scenes": [{**CHART, "layout": "圆饼"}]})
    assert answer.status_code == 400
    assert answer.get_json()["errors"][0]["key"] == "layout"
    assert sent(client, {"name": "../x", "scenes": [COVER]}).status_code == 400
    assert sent(client, {"scenes": [COVER]}).status_code == 400
    assert client.post(ADDRESS, data="{").status_code == 400


def test_who_only_reads_may_export_what_was_not_saved():
    assert access.WRITES[ADDRESS, "POST"] is access.EVERYBODY
