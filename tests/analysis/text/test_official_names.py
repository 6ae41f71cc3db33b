"""Official names by kind: what is counted is said with the number."""

from analysis.text.official_names import name_groups

ALL = ("110000", "120000", "130000")


def said(catalog, kind):
    return next(g.said for g in name_groups(catalog, ALL) if g.kind.kind == kind)


def test_what_crosses_the_regions_is_counted_once_and_in_each(catalog):
    """The edition has four clusters across the three regions and 保定's own."""
    text = said(catalog, "national-clusters")
    assert text.startswith(
        "收录 5 个，其中 4 个跨三地；含跨三地的，北京 4 个、天津 4 个、河北 5 个。"
    )
    assert said(catalog, "hitech-alliance") == "收录 1 个，跨三地。"


def test_a_region_of_which_nothing_is_listed_is_not_said_to_have_none(catalog):
    assert said(catalog, "green-parks").startswith("收录 6 个：河北 6 个。名单不全")


def test_entries_of_several_districts_are_entries(catalog):
    assert "北京 1 项" in said(catalog, "retrofit-pilots")


def test_a_region_is_shown_what_lies_in_it_also_what_it_shares(catalog):
    found = {g.kind.kind: g.names for g in name_groups(catalog, ["120000"])}
    assert "green-parks" not in found
    assert all("120000" in one.region_codes for names in found.values() for one in names)
    assert [one.name_zh for one in found["gigabit-cities"]] == ["天津市"]


def test_a_task_is_shown_what_its_own_measures_speak_of(catalog):
    measures = {one.measure_id: one.part_id for one in catalog.plan.measures}
    everything = name_groups(catalog, ALL)
    assert [g.kind.kind for g in everything] == list(catalog.plan.official.kinds)
    by_task = {t.task_id: name_groups(catalog, ALL, t.task_id) for t in catalog.plan.tasks}
    assert sum(len(groups) for groups in by_task.values()) == len(everything)
    for task, groups in by_task.items():
        assert {measures[g.kind.measure_id] for g in groups} <= {task}
