"""The page of the plan over HTTP: its address, its frame, the ways to it and from it."""

import re

import pytest
from asking import show
from flask.testing import FlaskClient


def test_the_address_leads_to_the_page(client: FlaskClient) -> None:
    assert show(client, "/plan")["page"] == "plan"
    assert show(client, "/plan?theme=green&region=hebei")["page"] == "plan"
    assert client.get("/plan").status_code == 200


def test_a_fragment_does_not_change_the_answer(client: FlaskClient) -> None:
    assert show(client, "/plan?theme=green#task-green") == show(client, "/plan?theme=green")


def test_an_indicator_in_the_link_does_not_matter(client: FlaskClient) -> None:
    plain = show(client, "/plan?theme=green")["html"]
    assert show(client, "/plan?theme=green&indicator=so2_emissions")["html"] == plain


@pytest.mark.thorough
def test_a_region_filter_leaves_the_others_out(client: FlaskClient) -> None:
    tasks = show(client, "/plan?region=hebei")["html"]["plan-tasks"]
    assert "ink-hebei" in tasks
    facts = re.compile(r'<li class="fact".*?</li>')  # one of Beijing and Hebei says so
    assert "ink-beijing" not in facts.sub("", tasks)
    assert all("河北" in fact or "三地" in fact for fact in facts.findall(tasks))


@pytest.mark.thorough
def test_a_filter_by_kind_leaves_the_other_facts_out(client: FlaskClient) -> None:
    whole, some = (show(client, f"/plan{query}")["html"] for query in ("", "?kind=arrangement"))
    assert "kind-result" in whole["plan-tasks"]
    assert "kind-arrangement" in some["plan-tasks"]
    assert "kind-result" not in some["plan-tasks"]
    assert some["plan-timeline"].count("fact-link") < whole["plan-timeline"].count("fact-link")
    assert 'href="/plan?region=' in some["region-toggles"]
    assert "kind=arrangement" in some["region-toggles"]


@pytest.mark.thorough
def test_the_last_kind_stays_on_and_an_unknown_one_is_said(client: FlaskClient) -> None:
    answer = show(client, "/plan?kind=arrangement,rumour")
    assert "kind=arrangement,rumour" in answer["remarks"]
    assert answer["html"]["plan-timeline"].count('aria-pressed="true"') == 1
    assert 'href="/plan?kind=arrangement"' in answer["html"]["plan-timeline"]


def test_what_could_not_be_read_is_said(client: FlaskClient) -> None:
    assert "theme=moon" in show(client, "/plan?theme=moon")["remarks"]


@pytest.mark.parametrize(
    ("theme", "target"),
    [("", "/plan"), ("?theme=digital", "/plan?theme=digital#task-digital")],
)
def test_the_overview_leads_to_the_task_of_its_theme(
    client: FlaskClient, theme: str, target: str
) -> None:
    assert f'href="{target}"' in show(client, f"/{theme}")["html"]["lead"]


def test_every_page_has_it_in_its_navigation(client: FlaskClient) -> None:
    for address in ("/", "/indicators", "/regions/hebei", "/plan"):
        assert 'href="/plan"' in show(client, address)["html"]["nav"]
