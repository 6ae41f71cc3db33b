"""What the last census counted in an area, as it is read."""

from analysis.areas.profile import AreaProfile
from analysis.series.quantities import THIN_SPACE, number
from data.model.areas import LAST_CENSUS

IN_TEN_THOUSANDS = 1e4


def facts(profile: AreaProfile) -> tuple[tuple[str, str], ...]:
    """Name and text: people, those in towns, those of 65 and older, schooling; none of an area
    that the census has only as a sum of others."""
    census = profile.census
    if census is None:
        return ()
    people = number(census.population / IN_TEN_THOUSANDS, 1)
    urban = census.population_urban / census.population * 100 if census.population else None
    return (
        ("常住人口", f"{people}{THIN_SPACE}万人"),
        *((("城镇人口", f"{number(urban, 1)}%"),) if urban is not None else ()),
        ("65 岁及以上", f"{number(census.share_65_plus, 1)}%"),
        ("受教育年限", f"{number(census.mean_years_schooling, 1)}{THIN_SPACE}年"),
    )


def place_text(profile: AreaProfile, name: str) -> str:
    """How much of the area's employed an industry has, its quotient, and its place: 制造业占就业
    人口 51.0%，区位商 3.05，在 199 个县（市、区）中居第 1 位. `name` is the industry's short
    name; "" where it was not counted."""
    bar = next((bar for bar in profile.bars if bar.name == name), None)
    if bar is None or bar.own is None:
        return ""
    parts = [f"{name}占就业人口 {number(bar.own, 1)}%"]
    if bar.quotient is not None:
        parts.append(f"区位商 {number(bar.quotient, 2)}")
    if profile.rank:
        parts.append(f"在 {profile.rank.count} 个县（市、区）中居{profile.rank.text}")
    return "，".join(parts) + f"（{LAST_CENSUS} 年）"
