"""Random requests: drawn for ever from the same values, each as it was meant."""

from copy import deepcopy
from random import Random

from tools.load import fuzz


class Asking:
    """Questions as tools.load.views.Asked makes them, without a server."""

    def answer(self, page, address):
        value = {"number": 1, "address": address}
        body = {"inputs": [{"id": "address", "property": page, "value": value}]}
        return fuzz.question(fuzz.CALLBACK, "POST", fuzz.json.dumps(body).encode())


def test_bodies_are_drawn_from_values_that_stay_as_they_are():
    before, chance = deepcopy(fuzz.VALUES), Random(1)
    found = {fuzz.body(chance, Asking(), "/?from=2015") for _ in range(3000)}
    assert repr(fuzz.VALUES) == repr(before)
    assert len(found) > 100


def test_what_is_busy_has_not_failed():
    def answer(status, **heads):
        return fuzz.Answer(status, heads, b"", 0.0)

    busy = answer(503, **{"retry-after": "5"})
    assert [fuzz.has_failed(one) for one in (busy, answer(404), answer(503), answer(500))] == [
        False, False, True, True,
    ]  # fmt: skip
