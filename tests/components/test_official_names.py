"""Official names as pages show them: by kind, each document once, with what is counted."""

import re

from analysis.text.official_names import name_groups
from components.elements import written
from components.official_names import names_folds

ALL = ("110000", "120000", "130000")


def test_each_document_stands_once_beside_its_names(catalog):
    groups = name_groups(catalog, ALL)
    text = written(names_folds(groups))
    for group in groups:
        assert f"{group.kind.name_zh}（{len(group.names)}）" in text
        assert group.said in text
    for one in catalog.plan.official.names:
        assert one.name_zh in text
        assert one.publisher_zh in text
    rows = re.findall(r"<li>.*?</li>", text)
    told = {(n.kind, n.batch_zh, n.document_zh) for n in catalog.plan.official.names}
    assert len(rows) == len(told)
    cities = next(row for row in rows if "千兆城市建设情况通报" in row)
    assert re.sub("<[^>]+>", "", cities).startswith("北京市、天津市、张家口市、雄安新区")
    ids = re.findall(r'id="name-([^"]+)"', text)
    assert sorted(ids) == sorted(one.name_id for one in catalog.plan.official.names)
    assert len(set(ids)) == len(ids)
