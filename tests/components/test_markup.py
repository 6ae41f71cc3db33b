"""Components become HTML that says the same and can do nothing else."""

from dash import html
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from components.attributes import attributes
from components.markup import markup


def test_tags_attributes_and_children_are_kept() -> None:
    node = html.A(["去", html.B("看")], href="?a=1&b=2", className="chip",
                  **attributes(aria_pressed="true", data_view=""))  # fmt: skip
    assert markup(node) == (
        '<a aria-pressed="true" class="chip" data-view="" href="?a=1&amp;b=2">去<b>看</b></a>'
    )


def test_nothing_gives_nothing_and_a_void_tag_has_no_end() -> None:
    assert markup([None, False, ""]) == ""
    assert markup(html.Img(src="x", alt="")) == '<img alt="" src="x">'
    assert markup(html.P(hidden=True)) == "<p hidden></p>"
    assert markup(html.P(hidden=False)) == "<p></p>"


def test_markup_stands_as_it_is() -> None:
    assert markup(html.P([Markup("<b>1</b>"), "<b>"])) == "<p><b>1</b>&lt;b&gt;</p>"


@given(st.text())
def test_text_and_attributes_are_escaped(text: str) -> None:
    written = markup(html.P(text, title=text))
    assert written.count("<") == 2
    assert written.count('"') == 2
