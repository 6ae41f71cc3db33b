"""The counties on the stage, each in the colour of its class, and the area that is open. Drawn at
the size it has there, so that nothing that stands on it shrinks."""

from analysis.areas.summary import AreasSummary
from components.charts.county_map import class_name
from components.charts.places import LAT_RANGE, LON_RANGE
from components.charts.stage_map import BASE_ID, SIZE, at, opened, outlines, prefectures
from components.charts.svg import Element, spoken
from components.elements import element
from data.model.catalog import Catalog

HEIGHT = 600  # px of the stage
SCALE = HEIGHT / SIZE[1]
LEFT = at(LON_RANGE[0], LAT_RANGE[0])[0]  # what stays free beside the land
WIDTH = round((SIZE[0] - 2 * LEFT) * SCALE)


def stage_areas(
    catalog: Catalog, found: AreasSummary, lit: frozenset[str], said: tuple[str, str]
) -> Element:
    """The picture: counties, lines of prefectures and provinces, and of the `lit` regions where
    they are some of all. `said` names it to those who hear it and describes it."""
    fills = [
        element(
            "use",
            href=f"#{BASE_ID}-{county.code}",
            class_=f"county {class_name(county.class_number, len(found.classes))}",
        )
        for county in found.counties
    ]
    area = found.profile.area.code if found.profile else ""
    shown = element(
        "g",
        *fills,
        *prefectures(catalog),
        *outlines(catalog, lit),
        opened(catalog, area),
        transform=f"scale({SCALE:g}) translate({-LEFT:g},0)",
    )
    return spoken(
        said[0], shown, description=said[1], viewBox=f"0 0 {WIDTH} {HEIGHT}", class_="map counties"
    )
