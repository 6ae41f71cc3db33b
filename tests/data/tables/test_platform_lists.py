"""The lists of platforms and the official names of the real tables, counted again here."""

import csv
import re

import pytest

from analysis.platforms.places import partial
from analysis.text.official_names import name_groups
from analysis.text.platform_lists import list_counts, numbers
from components import place_words
from data.package.load import FOLDER

ALL = ("110000", "120000", "130000")
EVERYWHERE = ";".join(ALL)
# What stands before the number of 2017 wherever it is given: its document, or a source's own words.
OF_2017 = ("2017 年意见 ", "（2017-12-20）", "没有写明在 ")


def rows(name):
    with (FOLDER / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_two_lists_have_the_numbers_that_their_documents_give(catalog):
    lists = {row["list_id"]: row for row in rows("platform_lists")}
    assert (lists["opinion-2017"]["date"], lists["opinion-2017"]["count"]) == ("2017-12-20", "46")
    last = lists["catalogue-2023"]
    assert (last["date"], last["count"]) == ("2023-05-29", "50")
    counts = [row for row in rows("platform_list_counts") if row["list_id"] == "catalogue-2023"]
    assert {row["code"]: int(row["count"]) for row in counts} == {
        "innovation": 16, "manufacturing": 23, "services": 10, "agriculture": 1,
        "120000": 16, "130000": 34,
    }  # fmt: skip
    assert numbers(catalog) == "2017 年意见 46 个、2023 年目录 50 个"


def test_what_is_said_to_be_listed_is_what_the_tables_have(catalog):
    nodes = [row for row in rows("platforms") if row["tier"] == "node"]
    sure = sum(row["status"] == "designated" for row in nodes)
    for text in (partial(catalog), place_words.node_note(catalog)):
        assert f"本站收录 {len(nodes)} 个" in text
        assert f"其中 {sure} 个有来源佐证" in text
    named = {(r["list_id"], r["platform_id"]) for r in rows("platform_listings")
             if r["is_counted"] == "true" and r["platform_id"]}  # fmt: skip
    for one in list_counts(catalog):
        assert one.confirmed == sum(own == one.list.list_id for own, _ in named)
        assert one.confirmed <= one.list.count


def test_every_place_that_a_source_puts_on_a_list_is_on_the_map():
    named = [row for row in rows("platform_listings") if row["list_id"]]
    assert named
    assert [row["name_zh"] for row in named if not row["platform_id"]] == []
    assert {row["trust"] for row in rows("platform_listings") if not row["platform_id"]} == {"C"}


def test_the_seven_national_clusters_are_on_the_map_under_their_names(catalog):
    clusters = {row["platform_id"]: row for row in rows("platforms") if row["tier"] == "cluster"}
    names = [row for row in rows("official_names") if row["kind"] == "national-clusters"]
    assert len(names) == len(clusters) == 7
    assert {row["name_zh"] for row in names} == {row["name_zh"] for row in clusters.values()}
    across = sum(row["region_codes"] == EVERYWHERE for row in names)
    hebei = sum("130000" in row["region_codes"] for row in names)
    assert (across, hebei) == (5, 6)
    group = next(g for g in name_groups(catalog, ALL) if g.kind.kind == "national-clusters")
    assert group.said == (
        f"收录 7 个，其中 {across} 个跨三地；含跨三地的，北京 6 个、天津 5 个、河北 {hebei} 个。"
        f"跨三地的集群计一次；河北省所说的 {hebei} 个含跨三地的 {across} 个。"
    )
    known = catalog.observations["national_clusters", "JJJ", 2024]
    assert known.value == len(names)


@pytest.fixture(scope="module")
def client(new_app, catalog):
    """The whole app of the real tables, as it is served."""
    return new_app(FOLDER, catalog).server.test_client()


@pytest.mark.thorough
@pytest.mark.parametrize(
    "address",
    ["/", "/platforms", "/platforms?place=N02", "/platforms?list=opinion-2017", "/plan",
     "/regions/tianjin", "/present/scenes.json", "/platforms.json", "/platforms.csv"],
)  # fmt: skip
def test_no_page_or_file_gives_n_a_number_without_its_document(client, address):
    with client.get(address) as answer:
        assert answer.status_code == 200
        text = answer.get_data(as_text=True)
    plain = re.sub(r"<[^>]*>", "", text)
    said = [
        plain[max(m.start() - 16, 0) : m.start()] for m in re.finditer(r"(?<![\d.,])46 个", plain)
    ]
    assert [before for before in said if not before.endswith(OF_2017)] == []
    assert re.findall(r"[^“]2\+4\+46", plain) == []


@pytest.mark.thorough
def test_the_pages_show_names_with_document_and_publisher(client):
    for address, name in (("/plan", "京津冀集成电路集群"), ("/regions/hebei", "沙河玻璃"),
                          ("/plan?theme=green", "秦皇岛经济技术开发区")):  # fmt: skip
        with client.get(address) as answer:
            text = answer.get_data(as_text=True)
        row = next(one for one in rows("official_names") if one["name_zh"] == name)
        for part in (name, row["document_zh"], row["publisher_zh"]):
            assert part in text, (address, part)
