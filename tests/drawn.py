"""How many cases are drawn where one could go on drawing: a sample, or for `make sweep` many more.
The order is the same every time, so that a sample is the beginning of the others."""

import os

IS_SWEEP = os.environ.get("HYPOTHESIS_PROFILE") == "sweep"


def drawn(sample: int, sweep: int) -> int:
    return sweep if IS_SWEEP else sample
