"""What is changed about our own index, one after the other, as a reader tries it."""

from dataclasses import replace

from analysis.evaluation.address import EvaluationChoices, EvaluationView
from analysis.evaluation.what_if import WhatIf, with_part, with_weight
from analysis.state.view import View


def changes(opening: View, known: EvaluationChoices, turn: int) -> list[EvaluationView]:
    """The view without a change, then six that lead back to it: a dimension weighs twice, a part
    is out, another dimension weighs half, the part is in again, the first dimension weighs nothing,
    all is as it was. Every turn has its own dimensions and part."""
    dimensions, parts = known.dimensions, known.parts
    one, other = (dimensions[(turn + n) % len(dimensions)] for n in (0, 2))
    part = parts[turn % len(parts)]
    twice = with_weight(WhatIf(), one, 2.0, dimensions)
    without = with_part(twice, part, False, parts)
    half = with_weight(without, other, 0.5, dimensions)
    within = with_part(half, part, True, parts)
    nothing = with_weight(within, one, 0.0, dimensions)
    start = EvaluationView(opening, opening.regions[-1])
    made = (WhatIf(), twice, without, half, within, nothing, WhatIf())
    return [replace(start, changed=changed) for changed in made]
