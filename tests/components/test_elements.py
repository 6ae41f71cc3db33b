"""Elements are data that says the same to React and as HTML, and a text stays a text."""

import json
import re
from html.parser import HTMLParser

import dash_bootstrap_components as dbc
import pytest
from dash import dcc, html
from hypothesis import given
from hypothesis import strategies as st

from components.attributes import attributes
from components.elements import element, tree, written

# What HTML can say at all: its parser replaces NUL and lone surrogates, and \r is a line feed.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"))


class Parsed(HTMLParser):
    """The elements and the text of some HTML, as a browser reads them."""

    def __init__(self, source):
        super().__init__()
        self.elements = []
        self.text = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def test_a_component_is_an_element_with_its_properties_and_children():
    node = html.A(["去", html.B("看")], href="?a=1&b=2", className="chip",
                  **attributes(aria_pressed="true", data_view=""))  # fmt: skip
    assert tree(node) == {
        "t": "a",
        "p": {"aria-pressed": "true", "className": "chip", "data-view": "", "href": "?a=1&b=2"},
        "c": ["去", {"t": "b", "c": "看"}],
    }
    assert written(node) == (
        '<a aria-pressed="true" class="chip" data-view="" href="?a=1&amp;b=2">去<b>看</b></a>'
    )


def test_an_element_says_the_same_as_the_component():
    made = element("td", element("i", "一地"), class_="some", colSpan=2, data_label="年份")
    same = html.Td([html.I(["一地"])], className="some", colSpan=2, **{"data-label": "年份"})
    assert made == tree(same)
    assert written(made) == '<td class="some" colspan="2" data-label="年份"><i>一地</i></td>'


@pytest.mark.parametrize(
    ("given", "known_to_react", "in_html"),
    [
        ("class_", "className", "class"),
        ("for_", "htmlFor", "for"),
        ("aria_label", "aria-label", "aria-label"),
        ("data_copy_link", "data-copy-link", "data-copy-link"),
        ("stroke_width", "strokeWidth", "stroke-width"),
        ("fill_opacity", "fillOpacity", "fill-opacity"),
        ("text_anchor", "textAnchor", "text-anchor"),
        ("dominant_baseline", "dominantBaseline", "dominant-baseline"),
        ("viewBox", "viewBox", "viewBox"),
        ("preserveAspectRatio", "preserveAspectRatio", "preserveAspectRatio"),
        ("defaultValue", "defaultValue", "value"),
        ("autoComplete", "autoComplete", "autocomplete"),
        ("maxLength", "maxLength", "maxlength"),
        ("tabIndex", "tabIndex", "tabindex"),
        ("rowSpan", "rowSpan", "rowspan"),
        ("x1", "x1", "x1"),
    ],
)
def test_attributes_have_reacts_names_in_the_data_and_their_own_in_html(
    given, known_to_react, in_html
):
    made = element("g", **{given: "1"})
    assert made["p"] == {known_to_react: "1"}
    assert written(made) == f'<g {in_html}="1"></g>'


def test_nothing_gives_nothing():
    assert written([None, False, "", []]) == ""
    assert tree([None, "a", False]) == ["a"]
    assert element("p", None, title=None, hidden=False) == {"t": "p", "c": []}
    assert tree(html.P(hidden=False, title=None)) == {"t": "p"}
    assert written(html.P(hidden=True)) == "<p hidden></p>"


def test_a_void_element_has_no_end():
    assert written(html.Img(src="x", alt="")) == '<img alt="" src="x">'
    assert written(element("input", type="text")) == '<input type="text">'


def test_numbers_are_texts():
    assert tree(html.Td(0)) == {"t": "td", "c": "0"}
    assert written([1, " ", 2.5]) == "1 2.5"


def test_a_key_is_for_react_alone():
    made = element("li", "a", key="N01")
    assert made["p"] == {"key": "N01"}
    assert written(made) == written(html.Li("a", key="N01")) == "<li>a</li>"


def test_a_style_is_written_as_css():
    assert written(html.P(style={"--from": "0.5"})) == '<p style="--from:0.5"></p>'


def test_what_is_a_tree_already_stands_as_it_is():
    made = element("b", "1")
    assert tree(made) is made
    assert written(html.P([made, "<b>"])) == "<p><b>1</b>&lt;b&gt;</p>"


@pytest.mark.parametrize("foreign", [dcc.Graph(), dbc.Button("a")])
def test_a_component_of_another_library_is_no_text(foreign):
    for node in (foreign, [foreign], html.P(["a", foreign])):
        with pytest.raises(TypeError, match=type(foreign).__name__):
            tree(node)
    with pytest.raises(TypeError):
        element("p", foreign)


@given(TEXTS, TEXTS)
def test_any_text_and_any_attribute_stay_texts(text, title):
    for node in (element("p", text, title=title), html.P(text, title=title)):
        assert json.loads(json.dumps(tree(node))) == tree(node)
        found = Parsed(written(node))
        assert found.elements == [("p", {"title": title})]
        assert found.text == text


@given(st.lists(TEXTS, max_size=4))
def test_texts_beside_each_other_stay_texts(texts):
    found = Parsed(written(html.P(texts)))
    assert [tag for tag, _ in found.elements] == ["p"]
    assert found.text == "".join(texts)
    assert not re.search(r"[<>]", written(texts))
