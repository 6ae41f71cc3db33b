"""How an answer is shown: address and content together, what stays keeps its nodes, links complete
their addresses, figures follow their places."""

import re

import pytest
import views
from playwright.sync_api import Page, Route, expect
from views import query

pytestmark = pytest.mark.browser

CALLBACKS = re.compile("/_dash-update-component")
# The texts of every place, without what scripts mark in them.
TEXTS = """() => Object.fromEntries([...document.querySelectorAll('.page [id]')]
  .filter((box) => !box._fullLayout && !box.querySelector('.js-plotly-plot')
    && !box.closest('.js-plotly-plot, #find, #toast, #announced, #coverage'))
  .map((box) => [box.id, box.textContent]))"""
SIZES = """(id) => {
  const plot = document.getElementById(id);
  const box = plot.getBoundingClientRect();
  return [plot._fullLayout.width - box.width, plot._fullLayout.height - box.height];
}"""
FITS = f"(id) => ({SIZES})(id).every((off) => Math.abs(off) < 1)"
EVERY_LAYER = ",".join(("wing", "zone", "node", "pilot_zone", "cluster", "base"))


def open_page(page: Page, address: str) -> None:
    """Open an address; wait until it is shown and at rest."""
    views.open_page(page, address)
    views.at_rest(page)


def hint(page: Page):
    """What says that a choice is held."""
    return page.locator(".select-hint:not(:empty)")


def turn_to(page: Page, address: str) -> None:
    """Go on to an address as a link does."""
    page.evaluate("(address) => window.jing_jin_ji.open(address)", address)


def arrive(page: Page, address: str | None = None) -> None:
    """Go on to an address, or back, and wait until its answer is on the page."""
    before = page.url
    if address is None:
        page.go_back()
    else:
        turn_to(page, address)
    page.wait_for_function("(before) => location.href !== before", arg=before)
    views.at_rest(page)


@pytest.mark.parametrize(
    ("path", "views"),
    [
        ("/", ("?region=tianjin,hebei", "?theme=innovation", "?theme=talent", "?theme=economy")),
        ("/platforms", (f"?layers={EVERY_LAYER}", "?layers=none", "?place=Z1", "?region=beijing")),
        ("/regions/hebei", ("/regions/tianjin", "/regions/beijing")),
    ],
)
def test_after_every_change_the_texts_are_those_of_the_page_opened_afresh(
    page: Page, path: str, views: tuple[str, ...]
) -> None:
    addresses = [view if view.startswith("/") else path + view for view in views]
    fresh = {}
    for address in (path, *addresses):
        open_page(page, address)
        fresh[address] = page.evaluate(TEXTS)
    open_page(page, path)
    for address in addresses:
        arrive(page, address)
        assert page.evaluate(TEXTS) == fresh[address], address
    for address in reversed([path, *addresses[:-1]]):
        arrive(page)
        assert page.evaluate(TEXTS) == fresh[address], address


def test_what_stays_keeps_its_nodes_its_focus_and_its_scroll(page: Page) -> None:
    open_page(page, "/platforms")
    entry = page.locator("#atlas-list .place").nth(20)
    entry.focus()
    scrolled = page.evaluate("document.querySelector('.atlas-list').scrollTop")
    cell = page.locator(".matrix a").first.element_handle()
    turn_to(page, "/platforms?lines=county")
    expect(page.locator("#atlas-tools [aria-current]", has_text="县界")).to_be_visible()
    expect(entry).to_be_focused()
    assert scrolled > 0
    assert page.evaluate("document.querySelector('.atlas-list').scrollTop") == scrolled
    assert cell.evaluate("(node) => node.isConnected")


def test_an_entry_of_a_list_stays_itself_when_others_leave_and_come_back(page: Page) -> None:
    open_page(page, "/platforms")
    entries = page.locator("#atlas-list .place")
    names = entries.all_text_contents()
    last = entries.last.element_handle()
    turn_to(page, "/platforms?region=hebei")
    expect(entries).to_have_count(19)
    assert last.evaluate("(node) => node.isConnected")
    turn_to(page, "/platforms")
    expect(entries).to_have_count(36)
    assert last.evaluate("(node) => node.isConnected")
    assert entries.all_text_contents() == names


def test_a_focus_whose_place_is_gone_goes_to_a_neighbour(page: Page) -> None:
    open_page(page, "/platforms")
    page.locator("#atlas-list .place").last.focus()
    turn_to(page, "/platforms?layers=wing")
    expect(page.locator("#atlas-list .place")).to_have_count(2)
    expect(page.locator("#atlas-list .place").last).to_be_focused()


def test_a_link_that_says_only_what_it_changes_keeps_the_rest_of_the_address(page: Page) -> None:
    open_page(page, "/platforms?region=tianjin&lines=county&search=滨海")
    place = page.locator("#atlas-list .place").first
    place.focus()
    href = place.get_attribute("href") or ""
    assert "region=tianjin" in href
    assert "lines=county" in href
    assert "place=" in href
    open_page(page, "/platforms?region=tianjin&lines=county")
    page.locator(".matrix tbody tr").first.get_by_role("link", name="三地，").click()
    expect(page.locator("#atlas-title")).to_contain_text("三地")
    assert "region" not in query(page)
    assert "lines=county" in query(page)
    assert "industry=" in query(page)


@pytest.mark.parametrize(
    ("path", "name", "view"),
    [
        ("/indicators?indicator=gdp", "对照指标", "/indicators?indicator=gdp&scale=index"),
        ("/platforms", "产业", "/platforms?layers=wing"),
    ],
)
def test_a_choice_held_by_keyboard_outlives_an_answer(
    page: Page, path: str, name: str, view: str
) -> None:
    open_page(page, path)
    select = page.get_by_role("combobox", name=name)
    select.focus()
    page.keyboard.press("ArrowDown")
    chosen = select.input_value()
    arrive(page, view)
    expect(hint(page)).to_have_text("按回车键查看")
    expect(select).to_have_value(chosen)
    expect(select).to_be_focused()
    page.keyboard.press("Enter")
    expect(hint(page)).to_have_count(0)
    page.wait_for_function("(chosen) => location.search.includes(`=${chosen}`)", arg=chosen)


def test_a_choice_held_goes_with_the_options_it_was_made_from(page: Page) -> None:
    open_page(page, "/indicators?indicator=gdp&scale=index")
    page.get_by_role("combobox", name="基期").focus()
    page.keyboard.press("ArrowDown")
    expect(hint(page)).to_have_count(1)
    arrive(page, "/indicators?indicator=ind_valid_inventions&scale=index")
    expect(hint(page)).to_have_count(0)
    expect(page.get_by_role("combobox", name="基期")).to_have_value("")


def test_what_a_person_has_opened_stays_open(page: Page) -> None:
    open_page(page, "/regions/hebei")
    folds = page.locator(".profile-evidence")
    folds.nth(1).locator("summary").click()
    arrive(page, "/regions/tianjin?from=2016")
    expect(page.locator(".profile-name")).to_contain_text("天津")
    assert folds.evaluate_all("folds => folds.map((fold) => fold.open)")[:3] == [False, True, False]


def test_what_is_foreseen_never_ends_what_the_page_waits_for(page: Page) -> None:
    open_page(page, "/platforms")
    page.locator("#atlas-list .place").last.focus()
    page.evaluate("setTimeout(() => window.jing_jin_ji.open('/platforms?layers=wing'), 20)")
    expect(page.locator("#atlas-list .place")).to_have_count(2)
    assert query(page) == "layers=wing"


def test_a_text_out_of_sight_follows_too(page: Page) -> None:
    open_page(page, "/platforms")
    rows = page.locator(".matrix tbody tr").count()
    turn_to(page, "/platforms?layers=wing")
    expect(page.locator("#atlas-list .place")).to_have_count(2)
    expect(page.locator(".matrix tbody tr")).not_to_have_count(rows)


@pytest.mark.parametrize("path", ["/platforms", "/", "/indicators"])
def test_figures_follow_the_window(page: Page, path: str) -> None:
    open_page(page, path)
    ids = page.evaluate("[...document.querySelectorAll('.js-plotly-plot')].map((plot) => plot.id)")
    assert ids
    for width, height in ((1920, 1080), (1200, 800), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        for name in ids:
            page.locator(f"#{name}").scroll_into_view_if_needed()  # nothing is drawn out of sight
            page.wait_for_function(FITS, arg=name)


def test_a_link_that_became_another_while_it_was_held_is_not_followed(page: Page) -> None:
    open_page(page, "/platforms?place=F1")
    near = page.locator(".near a").first
    name = near.text_content() or ""
    near.hover()
    page.mouse.down()
    turn_to(page, "/platforms?place=F4")
    expect(page.locator("#atlas-panel h2")).to_contain_text("张承")
    expect(near).not_to_have_text(name)
    page.mouse.up()
    page.wait_for_timeout(300)
    assert query(page) == "place=F4"


def test_a_switch_held_while_its_address_changes_is_followed(page: Page) -> None:
    open_page(page, "/platforms")
    page.locator("#atlas-tools .layer", has_text="集群").hover()
    page.mouse.down()
    turn_to(page, "/platforms?layers=wing")
    expect(page.locator("#atlas-list .place")).to_have_count(2)
    page.mouse.up()
    page.wait_for_function("() => location.search === '?layers=wing,cluster'")


def test_a_flow_without_a_published_year_follows_the_window_too(page: Page) -> None:
    open_page(page, "/platforms?from=2020&to=2020&flows=1")
    before = page.evaluate(SIZES, "flow")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.locator("#flow").scroll_into_view_if_needed()
    page.wait_for_function(FITS, arg="flow")
    assert max(map(abs, before)) < 1


def test_a_way_back_before_the_answer_leaves_nothing_faded(page: Page) -> None:
    open_page(page, "/platforms")
    held: list[Route] = []
    page.route(CALLBACKS, lambda route: held.append(route))
    turn_to(page, "/platforms?layers=wing")
    page.wait_for_timeout(700)
    assert page.evaluate("document.body.dataset.waiting") == ""
    turn_to(page, "/platforms")
    page.wait_for_timeout(700)
    assert page.evaluate("document.body.dataset.waiting") is None
    assert len(held) == 1
    page.unroute_all(behavior="ignoreErrors")


def test_the_address_changes_with_the_content_never_before_it(page: Page) -> None:
    open_page(page, "/")
    page.route(CALLBACKS, lambda route: (page.wait_for_timeout(600), route.continue_()))
    turn_to(page, "/?theme=green")
    page.wait_for_timeout(300)
    assert query(page) == ""
    expect(page.locator("#lead")).to_contain_text("二氧化硫")
    assert query(page) == "theme=green"
    page.unroute_all(behavior="wait")


def test_of_two_quick_changes_only_the_second_is_shown_whole(page: Page) -> None:
    """The first answer comes last; at no moment is a part of it under the second's address."""
    open_page(page, "/")
    waits = [1200, 300]
    held: list[tuple[int, Route]] = []
    page.route(CALLBACKS, lambda route: held.append((waits[len(held)], route)))
    page.evaluate(
        """() => { window.seen = new Set(); const look = () => {
          const theme = new URLSearchParams(location.search).get('theme');
          const chip = document.querySelector('#theme-chips [aria-current]').textContent;
          const card = document.querySelector('#cards .card-title').textContent;
          const trend = document.querySelector('#trend-text h2').textContent;
          window.seen.add([theme, chip, card, trend.split('：')[0]].join('|'));
          requestAnimationFrame(look); }; look(); }"""
    )
    turn_to(page, "/?theme=green")
    page.wait_for_timeout(50)
    turn_to(page, "/?theme=digital")
    page.wait_for_timeout(400)
    (_, first), (_, second) = held
    second.continue_()
    expect(page.locator("#lead")).to_contain_text("软件业务收入")
    first.continue_()
    page.wait_for_timeout(600)
    assert query(page) == "theme=digital"
    expect(page.locator("#lead")).to_contain_text("软件业务收入")
    seen = page.evaluate("[...window.seen]")
    assert len(seen) == 2, seen
    assert {one.split("|")[0] for one in seen} == {"", "digital"}


def test_answers_that_were_seen_come_back_without_a_question(page: Page) -> None:
    open_page(page, "/")
    arrive(page, "/?theme=green")
    arrive(page, "/plan")
    arrive(page, "/plan?theme=green")
    arrive(page, "/platforms")
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if CALLBACKS.search(r.url) else None)
    for heading in ("绿色", "八项任务"):
        page.go_back()
        expect(page.locator(".plan")).to_contain_text(heading)
    page.go_back()
    expect(page.locator("#lead")).to_contain_text("二氧化硫")
    page.wait_for_function("() => document.querySelector('#trend')._fullLayout")
    page.go_forward()
    expect(page.locator(".plan")).to_be_visible()
    assert asked == []


def test_an_unchanged_figure_is_not_drawn_again(page: Page) -> None:
    open_page(page, "/platforms")
    page.evaluate(
        """() => { window.drawn = 0;
          document.getElementById('flow').on('plotly_afterplot', () => { window.drawn += 1; }); }"""
    )
    arrive(page, "/platforms?place=F3")
    assert page.evaluate("window.drawn") == 0


@pytest.mark.parametrize("theme", ["innovation", "enterprises", "chains"])
def test_a_figure_is_drawn_once_for_a_change(page: Page, theme: str) -> None:
    open_page(page, "/")
    page.evaluate(
        """() => { window.drawn = { trend: 0, bars: 0, map: 0 };
          Object.keys(window.drawn).forEach((id) => document.getElementById(id)
            .on('plotly_afterplot', () => { window.drawn[id] += 1; })); }"""
    )
    arrive(page, f"/?theme={theme}")
    page.wait_for_timeout(600)
    assert page.evaluate("window.drawn") == {"trend": 1, "bars": 1, "map": 1}


@pytest.mark.parametrize(
    ("last", "place"),
    [("/platforms?place=Z1", "#atlas-list"), ("/plan?theme=green", "#task-green")],
)
def test_what_is_asked_for_while_a_page_is_being_put_in_is_shown_last(
    page: Page, last: str, place: str
) -> None:
    open_page(page, "/plan?theme=green")
    for address in ("/plan", "/platforms?place=Z1", "/platforms"):
        arrive(page, address)  # the browser keeps them: they are put in at once
    page.evaluate("(last) => ['/plan', last].forEach(window.jing_jin_ji.open)", last)
    page.wait_for_url(f"**{last}")
    expect(page.locator(place)).to_be_attached()
    views.at_rest(page)
    assert page.url.endswith(last)
    assert page.evaluate("document.body.dataset.page") == last[1:].partition("?")[0]
    expect(page.locator("#page > [data-page], #page [data-page]")).to_have_count(1)
