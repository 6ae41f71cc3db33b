"""The sources of the real tables: publications and the bodies that publish them."""

import csv
import re

import pytest

from data.package.load import FOLDER

NO_BODY = re.compile(r"[0-9《》；;/]|年鉴|公报|转引|等$")
HOSTS = (  # of publishers, then of named media
    ".gov.cn", ".ceads.net.cn", ".capco.org.cn", ".hjkx.ac.cn", ".wicongress.org.cn",
    ".chinanews.com.cn", ".sina.com.cn", ".hebei.com.cn", ".cri.cn", ".bjtitle.com",
    ".xinhuanet.com", ".cinic.org.cn", ".chinadaily.com.cn", ".ce.cn", ".hbjjrb.com", ".cssn.cn",
    ".qianlong.com", ".enorth.com.cn", ".china.com.cn", ".chinadevelopment.com.cn",
    ".people.com.cn", ".gmw.cn", ".workerbj.cn", ".etnet.com.hk", ".afpbb.com", ".hebnews.cn",
)  # fmt: skip


@pytest.fixture(scope="module")
def rows():
    """The table with its column of provenance, which the catalog does not hold."""
    with (FOLDER / "tables" / "sources.csv").open(encoding="utf-8", newline="") as file:
        return {row["source_id"]: row for row in csv.DictReader(file)}


def test_publishers_are_bodies_and_not_publications_or_dates(catalog):
    bodies = {body for source in catalog.sources.values() for body in source.publishers_zh}
    assert [body for body in bodies if NO_BODY.search(body)] == []
    assert 20 < len(bodies) < 60


def test_no_body_is_written_in_two_ways(catalog):
    bodies = {body for source in catalog.sources.values() for body in source.publishers_zh}
    short = {"科技部", "工信部", "发展改革委", "国家发展改革委", "市场监管总局", "天津市工信局"}
    assert bodies & short == set()
    spaced = {body for body in bodies if body.strip() != body or " " in body}
    assert spaced == set()


def test_a_document_has_one_date_and_one_address_whatever_copies_were_read(catalog):
    seen = {}
    for source in catalog.sources.values():
        known = seen.setdefault(source.citation, (source.published, source.address))
        assert (source.citation, source.published, source.address) == (source.citation, *known)


def test_addresses_that_are_shown_are_of_publishers_and_named_media(catalog):
    plan = catalog.plan
    texts = [
        *(source.address or "" for source in catalog.sources.values()),
        *(place.source for place in catalog.platforms),
        *(one.source_zh for one in (*plan.chains, *plan.nodes)),
    ]
    hosts = {host for text in texts for host in re.findall(r"https?://([^/\s]+)", text)}
    assert len(hosts) > 20
    assert [host for host in hosts if not f".{host}".endswith(HOSTS)] == []


def test_a_value_is_of_class_a_only_where_it_was_read_at_its_publisher(catalog, rows):
    own = {one.source.source_id for one in catalog.observations.values() if one.trust == "A"}
    assert own
    for source_id in own:
        row = rows[source_id]
        assert row["address"]
        assert row["provenance"].endswith(row["address"])
        assert catalog.sources[source_id].checked_zh is None


def test_where_a_copy_was_found_is_in_no_source(catalog, rows):
    found = {row["provenance"] for row in rows.values()}
    assert all(found)
    assert "provenance" not in catalog.sources["s001"].__slots__
