"""A page of its own as a whole document."""

from dash import html

from components.document import Links, document


def test_a_document_names_what_it_loads_and_holds_its_body():
    links = Links(("/a.css", "/b.css"), ("/a.js",))
    text = document("汇报", links, [html.P("一")], class_="stage", data_briefing="x")
    assert text.startswith(
        '<!doctype html><html data-base="/" lang="zh-CN"><head><meta charset="utf-8">'
    )
    assert '<link href="/a.css" rel="stylesheet"><link href="/b.css" rel="stylesheet">' in text
    assert '<script defer src="/a.js"></script></head>' in text
    assert '<body class="stage" data-briefing="x"><noscript>' in text
    assert text.endswith("<p>一</p></body></html>")
    assert "color-scheme" not in text


def test_nothing_given_to_a_document_becomes_markup():
    given = '"><script>'
    text = document(given, Links((given,), (given,)), [given], given, data_name=given)
    assert text.count("<script") == 1
    assert "<title>&quot;&gt;&lt;script&gt;</title>" in text
