"""Labels do not touch: properties of the placement."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.maps.labels import (
    MOST_STEPS,
    SIDES,
    Label,
    Search,
    _box,
    _covered,
    _overlap,
    sides,
)
from components.charts import places, stage_map
from data.model.catalog import Catalog

GAP = 0.1


def test_two_labels_side_by_side_take_different_sides() -> None:
    near = [Label(0, 0, 1, 0.2), Label(0.3, 0, 1, 0.2)]
    assert sides(near, [], 0.1) == ["left", "right"]


def test_a_label_avoids_a_mark() -> None:
    assert sides([Label(0, 0, 1, 0.2)], [(0.5, 0)], 0.1) == ["left"]


def every_combination(
    labels: list[Label], marks: list[tuple[float, float]], gap: float
) -> list[str]:
    """The same by trying all: slow, but plain."""
    boxes = [{side: _box(label, side, gap) for side in SIDES} for label in labels]

    def cost(combination: tuple[str, ...]) -> float:
        placed = [boxes[i][side] for i, side in enumerate(combination)]
        over_labels = sum(_overlap(a, b) for a, b in combinations(placed, 2))
        over_marks = sum(_covered(box, marks) for box in placed)
        preference = sum(map(SIDES.index, combination))
        return over_labels * 1000 + over_marks * 10 + preference * 0.01

    return list(min(product(SIDES, repeat=len(labels)), key=cost))


near = st.floats(0, 2).map(lambda number: round(number, 2))
points = st.tuples(near, near)


@given(st.lists(points, max_size=5), st.lists(points, max_size=5))
def test_the_search_finds_what_trying_all_finds(
    at: list[tuple[float, float]], marks: list[tuple[float, float]]
) -> None:
    labels = [Label(x, y, 0.8, 0.25) for x, y in at]
    assert sides(labels, marks, GAP) == every_combination(labels, marks, GAP)


@pytest.mark.thorough
def test_the_labels_of_both_maps_are_the_best_of_all(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The platforms of today are few enough to try all."""
    asked = []
    for chart in (places, stage_map):
        monkeypatch.setattr(chart, "sides", lambda *given: asked.append(given) or sides(*given))
    places._positions.__wrapped__(catalog)
    codes = [region.region_code for region in catalog.provinces]
    for count in range(1, len(codes) + 1):
        for lit in combinations(codes, count):
            stage_map._names(list(stage_map._placed(catalog)), frozenset(lit))
    assert len(asked) == 1 + 7
    for labels, marks, gap in asked:
        assert labels
        assert sides(labels, marks, gap) == every_combination(labels, marks, gap)


def search_of(labels: list[Label]) -> Search:
    boxes = [[_box(label, side, GAP) for side in SIDES] for label in labels]
    pairs = combinations(range(len(labels)), 2)
    overlaps = {(i, j): [[_overlap(a, b) for b in boxes[j]] for a in boxes[i]] for i, j in pairs}
    return Search([[0] * len(SIDES) for _ in labels], overlaps)


@pytest.mark.thorough
@pytest.mark.parametrize("step", [0.0, 0.1, 0.3, 5.0])
def test_twelve_labels_take_bounded_steps(step: float) -> None:
    search = search_of([Label(i * step, i * step / 3, 1, 0.2) for i in range(12)])
    found = search.run()
    assert len(found) == 12
    assert 12 <= search.steps <= MOST_STEPS
    assert search.cost(found) <= search.cost((0,) * 12)


def test_labels_far_from_each_other_are_hardly_searched() -> None:
    search = search_of([Label(i * 5.0, 0, 1, 0.2) for i in range(12)])
    assert search.run() == (0,) * 12
    assert search.steps == 12 * len(SIDES)
