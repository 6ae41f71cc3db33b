"""How classes look: as many colours as classes, from pale to deep."""

from itertools import pairwise

import pytest

from analysis.document.look import CLASSES, GROUNDS, class_colours, paler


def light(colour):
    """How light a colour is, as grey print has it."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return 0.299 * red + 0.587 * green + 0.114 * blue


@pytest.mark.parametrize("is_ground", [False, True])
@pytest.mark.parametrize("count", range(2, 9))
def test_no_two_classes_look_alike_and_each_is_deeper(count, is_ground):
    found = class_colours(count, is_ground)
    every = CLASSES[:GROUNDS] if is_ground else CLASSES
    assert (len(found), found[0], found[-1]) == (count, every[0], every[-1])
    steps = [light(a) - light(b) for a, b in pairwise(found)]
    assert min(steps) > 3


def test_one_class_is_the_deepest_and_none_has_no_colour():
    assert (class_colours(1), class_colours(0)) == (CLASSES[-1:], ())


def test_halfway_to_white_each_tone_is_halfway():
    assert paler("#204060", 0.5) == "#90a0b0"
