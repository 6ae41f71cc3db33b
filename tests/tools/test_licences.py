"""The list of licences is that of what is installed."""

from email.message import Message

import pytest

from tools import licences


def test_the_list_is_current():
    """After a change of a lock: python -m tools.licences."""
    assert licences.FILE.read_text("utf-8") == licences.text()


def test_every_package_says_its_licence():
    unknown = [name for name, said in licences.servers() if said == licences.UNKNOWN]
    assert unknown == []


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        ([("License-Expression", "MIT"), ("License", "x")], "MIT"),
        ([("Classifier", "License :: OSI Approved :: BSD License")], "BSD License"),
        ([("License", "Apache 2.0\nmore")], "Apache 2.0"),
        ([], licences.UNKNOWN),
    ],
)
def test_a_licence_is_taken_from_where_it_is_said(heads, said):
    message = Message()
    for name, value in heads:
        message[name] = value
    assert licences.licence(message) == said
