"""The page of the plan over HTTP: its address, its frame, the ways to it and from it."""

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


def test_a_region_filter_leaves_the_others_out(client: FlaskClient) -> None:
    tasks = show(client, "/plan?region=hebei")["html"]["plan-tasks"]
    assert "ink-hebei" in tasks
    assert "ink-beijing" not in tasks


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
