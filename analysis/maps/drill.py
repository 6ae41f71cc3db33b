"""From a region to its prefectures and counties: the way down to an area, and what a click on a
map opens next."""

from analysis.context import remembered
from data.model.areas import COUNTY, PREFECTURE, PROVINCE, Area
from data.model.catalog import Catalog, Platform

LEVELS = (PROVINCE, PREFECTURE, COUNTY)
STEM = {PROVINCE: 2, PREFECTURE: 4, COUNTY: 6}  # digits that the codes below an area share


@remembered(4)
def openable(catalog: Catalog) -> tuple[str, ...]:
    """The codes of the areas that can be opened: the three regions, and what lies below them and
    has a boundary."""
    own = {region.region_code for region in catalog.provinces}
    return tuple(
        area.code
        for area in catalog.areas.by_code.values()
        if area.level in LEVELS and area.is_mapped and catalog.areas.province_of(area.code) in own
    )


def trail(catalog: Catalog, code: str) -> tuple[Area, ...]:
    """An area and those above it, the region first: 河北省, 保定市, 雄县."""
    codes = (code, *catalog.areas.above(code))
    areas = (catalog.areas.by_code[one] for one in codes)
    return tuple(reversed([area for area in areas if area.level in LEVELS]))


def below(catalog: Catalog, code: str) -> tuple[Area, ...]:
    """The areas right below one that have a boundary, in the order of the list."""
    own = catalog.areas.by_code.values()
    return tuple(area for area in own if area.parent == code and area.is_mapped)


def next_step(catalog: Catalog, code: str, opened: str, level: str = PROVINCE) -> str:
    """What a click on an area opens: of the way down to it, from a level on, the first that is
    not open yet; the area itself where all are."""
    way = trail(catalog, code)
    begun = [area.code for area in way if LEVELS.index(area.level) >= LEVELS.index(level)]
    known = {area.code for area in trail(catalog, opened)} if opened else set()
    return next((one for one in begun if one not in known), code)


def lies_in(catalog: Catalog, place: Platform, code: str) -> bool:
    """Whether a platform is of an area: of a region as the tables say; of others by its code or
    those of its outline, which may be of a larger area that it is the whole of."""
    area = catalog.areas.by_code[code]
    if area.level == PROVINCE:
        return code in place.region_codes
    outline = catalog.places.outlines.get(place.platform_id)
    outlined = outline.adcodes if outline else ()
    stem = code[: STEM[area.level]]
    if any(one.startswith(stem) for one in (place.adcode or "", *outlined)):
        return True
    return area.level == COUNTY and f"{code[:4]}00" in outlined
