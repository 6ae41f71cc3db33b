"""The product with a second edition before the one that is served: some values otherwise, some not
there yet."""

import os
from dataclasses import dataclass

from views import DIGEST, VERSION

import app as root
from analysis.changes.editions import EditionLine
from data.model.catalog import Catalog
from serving.settings import Settings
from tests.edited import edited

REVISED = ("gdp", "110000", 2023)
NEWER = 2022  # what is after this year was not there yet


@dataclass(frozen=True)
class Two:
    """The edition that is served, and the one before it."""

    after: Catalog
    before: Catalog

    def listed(self) -> tuple[EditionLine, ...]:
        return tuple(EditionLine(one.digest, one.version) for one in (self.after, self.before))

    def catalog(self, digest: str) -> Catalog:
        return {one.digest: one for one in (self.after, self.before)}[digest]


def two(served: Catalog) -> Two:
    names = {"rd_expenditure", "population", "software_revenue", "so2_emissions"}
    values = {key: None for key in served.observations if key[0] in names and key[2] > NEWER}
    revised = {REVISED: served.observations[REVISED].value * 1.01}
    return Two(served, edited(served, {**values, **revised}, DIGEST, VERSION))


root.OneEdition = two  # type: ignore[assignment, misc]
server = root.create_app(Settings.of(os.environ)).server


def follow(_building: object) -> None:
    """gunicorn.conf.py asks for it; no edition is followed here, and no answer prepared."""
