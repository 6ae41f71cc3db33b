"""What the numbers of a study are seen against: which frames hold, and the numbers with one."""

from collections.abc import Mapping

from analysis.series import distribution as distributions
from analysis.series import framed
from analysis.series.columns import Numbers
from analysis.series.distribution import Distribution
from analysis.series.frames import NAMES, PROVINCES
from analysis.series.selection import Selection
from data.model.catalog import Catalog

NO_NUMBERS = "所选年份没有可供比较的数值。"


def refusals(catalog: Catalog, topic: Selection, scale: str, numbers: Numbers) -> Mapping[str, str]:
    """By the key of each frame why it is not offered beside the numbers of a scale; "" where it
    is."""
    if not numbers.filled_years:
        return dict.fromkeys(NAMES, NO_NUMBERS)
    asked = catalog, topic, scale, numbers
    return {
        frame: distributions.refusal(*asked)
        if frame == PROVINCES
        else framed.refusal(*asked, frame)
        for frame in NAMES
    }


def distribution_of(
    catalog: Catalog, topic: Selection, scale: str, numbers: Numbers, frame: str
) -> Distribution | None:
    """The provinces of the nation where they are the frame; None for another, or none."""
    if frame != PROVINCES:
        return None
    return distributions.distribution(catalog, topic, scale, numbers)
