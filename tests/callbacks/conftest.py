"""Stores for the tests of the desk: one in which the tests' edition is live, copied for each."""

import shutil

import pytest
from cachetools import LRUCache

from data.editions.deeds import Person
from data.editions.first import take_in_first
from data.editions.publishing import Publishing


@pytest.fixture(scope="session")
def first_store(tmp_path_factory, edition):
    """A store in which the tests' edition is live."""
    folder = tmp_path_factory.mktemp("desk") / "store"
    take_in_first(Publishing(folder, lambda _: []), Person("管理员", "命令行"), edition)
    return folder


@pytest.fixture(scope="session")
def catalogs():
    """What was read once is not read again by another test."""
    return LRUCache(32)


@pytest.fixture
def room(tmp_path, first_store, edition, catalogs, request):
    from desk_room import Room

    folder = tmp_path / "store"
    shutil.copytree(first_store, folder)
    return Room(folder, edition, request.config.rootpath / "assets", catalogs)
