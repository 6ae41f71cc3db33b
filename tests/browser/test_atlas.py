"""The map of platforms under the hand: moved and enlarged by mouse and keys, its colours as the
key says."""

import pytest
from playwright.sync_api import Page, expect
from views import at_rest, open_page, query, redrawn

pytestmark = pytest.mark.browser

FRAME = """() => {
  const { projection, center } = document.querySelector('#atlas')._fullLayout.geo;
  return [projection.scale, center.lon, center.lat];
}"""
# Where a place is drawn, in pixels of the page.
WHERE = """(id) => {
  const plot = document.querySelector('#atlas');
  const { left, top } = plot.getBoundingClientRect();
  const place = plot._fullLayout.geo._subplot.projection;
  const trace = plot._fullData.find((one) => one.ids?.includes(id));
  const i = trace.ids.indexOf(id);
  const [x, y] = place([trace.lon[i], trace.lat[i]]);
  return [left + x, top + y];
}"""
FILLS = """() => Object.fromEntries(
  [...document.querySelectorAll('#atlas .choroplethlayer path')]
    .map((path) => [path.__data__?.loc, getComputedStyle(path).fill])
    .filter(([code, fill]) => /^\\d{6}$/.test(code) && fill !== 'rgba(0, 0, 0, 0)'))"""
# A swatch is one colour over another, as strongly as the value is strong.
SWATCHES = """() => [...document.querySelectorAll('.swatch')].map((swatch) => {
  const [light, strong] = [...swatch.querySelectorAll("rect")].map((one) => getComputedStyle(one));
  const parts = (style) => style.fill.match(/[0-9]+/g).map(Number);
  const [under, over] = [parts(light), parts(strong)];
  const mixed = under.map((one, i) => Math.round(one + (over[i] - one) * strong.fillOpacity));
  return `rgb(${mixed.join(', ')})`;
})"""


def open_map(page: Page, text: str = "") -> None:
    open_page(page, f"/platforms{text}")
    expect(page.locator("#atlas .choroplethlayer path").first).to_be_attached()
    at_rest(page)


def enlarge(page: Page, times: int) -> None:
    for _ in range(times):
        with redrawn(page, "atlas"):
            page.get_by_role("button", name="放大").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_of_the_key_are_those_of_the_map(page: Page, scheme: str) -> None:
    for view in ("indicator=gdp&region=hebei", "indicator=little_giants", "indicator=pm25"):
        open_map(page, f"?shade=1&{view}&lines=province&layers=none&scheme={scheme}")
        fills = page.evaluate(FILLS)
        assert page.evaluate(SWATCHES) == [fills[c] for c in ("110000", "120000", "130100")], view


def test_dragging_the_map_opens_no_place(page: Page) -> None:
    open_map(page)
    enlarge(page, 2)
    x, y = page.evaluate(WHERE, "W2")
    page.mouse.move(x + 3, y + 3)
    page.mouse.down()
    page.mouse.move(x + 20, y + 12, steps=3)
    page.mouse.move(x + 43, y + 13, steps=3)
    page.mouse.up()
    page.wait_for_timeout(400)
    assert query(page) == ""
    x, y = page.evaluate(WHERE, "W2")
    page.mouse.click(x, y)
    expect(page.locator("#atlas-panel h2")).to_contain_text("雄安")
    assert query(page) == "place=W2"


def test_the_map_is_enlarged_around_the_open_place_while_it_is_in_sight(page: Page) -> None:
    open_map(page, "?place=F3")
    enlarge(page, 3)
    scale, lon, lat = page.evaluate(FRAME)
    assert scale > 4
    assert (lon, lat) == pytest.approx((117.5659, 38.9066), abs=0.1)
    for _ in range(12):
        with redrawn(page, "atlas"):
            page.keyboard.press("ArrowUp")
    away = page.evaluate(FRAME)[2]
    enlarge(page, 1)
    assert page.evaluate(FRAME)[2] == pytest.approx(away, abs=0.01)


def test_out_as_often_as_in_is_the_whole_map_again(page: Page) -> None:
    open_map(page, "?place=W2")
    whole = page.evaluate(FRAME)
    enlarge(page, 2)
    for _ in range(2):
        with redrawn(page, "atlas"):
            page.get_by_role("button", name="缩小").click()
    assert page.evaluate(FRAME) == pytest.approx(whole)


def test_after_paper_the_screen_is_as_it_was(page: Page) -> None:
    open_map(page, "?scheme=dark")
    drawn = """() => ["atlas", "flow"].map((id) => {
      const plot = document.getElementById(id);
      const { width, height } = plot.getBoundingClientRect();
      return [plot._fullLayout.width - width, plot._fullLayout.height - height].map(Math.round);
    })"""
    page.emulate_media(media="print")
    page.wait_for_timeout(300)
    page.evaluate("window.jing_jin_ji.open('/platforms?scheme=dark&region=hebei')")
    expect(page.locator("#atlas-title")).to_contain_text("19 个")
    page.emulate_media(media="screen")
    page.wait_for_timeout(700)
    assert page.evaluate(drawn) == [[0, 0], [0, 0]]
    expect(page.locator("#atlas .scattergeo path.point")).to_have_count(19)
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")


def test_the_arrow_keys_move_an_enlarged_map(page: Page) -> None:
    open_map(page)
    whole = page.evaluate(FRAME)
    page.get_by_role("button", name="放大").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(200)
    assert page.evaluate(FRAME) == whole
    enlarge(page, 2)
    scale, lon, lat = page.evaluate(FRAME)
    for key in ("ArrowLeft", "ArrowDown"):
        with redrawn(page, "atlas"):
            page.keyboard.press(key)
    moved = page.evaluate(FRAME)
    assert moved[0] == scale
    assert moved[1] < lon
    assert moved[2] < lat
