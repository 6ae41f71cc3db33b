"""How an industry moved between two censuses: the prefecture-level units, and the regions."""

from dataclasses import dataclass

from analysis.areas.structure import share, share_of, units
from analysis.series.quantities import POINTS, number, rounded
from data.model.areas import FIRST_CENSUS, LAST_CENSUS
from data.model.catalog import Catalog

PREFECTURES = "设区市"
LEVEL = "持平"


@dataclass(frozen=True, slots=True)
class Slope:
    """A unit's percent of the employed in both censuses; None where it was not counted."""

    code: str
    name: str
    region_code: str
    first: float | None
    last: float | None

    @property
    def change(self) -> float | None:
        """In percentage points, of the shares as they are shown; None without both."""
        if self.first is None or self.last is None:
            return None
        return float(rounded(self.last, 1) - rounded(self.first, 1))


def slopes(catalog: Catalog, industry: str) -> tuple[Slope, ...]:
    """The prefecture-level units in the order of the code list."""
    found = []
    for code in units(catalog):
        area = catalog.areas.by_code[code]
        ends = (share(catalog, [code], industry, year) for year in (FIRST_CENSUS, LAST_CENSUS))
        found.append(Slope(code, area.short_zh, catalog.areas.province_of(code), *ends))
    return tuple(found)


def region_slopes(catalog: Catalog, industry: str) -> tuple[Slope, ...]:
    """The three regions, each by its units together."""
    return tuple(
        Slope(
            region.region_code,
            region.short_zh,
            region.region_code,
            *(
                share_of(catalog, region.region_code, industry, year)
                for year in (FIRST_CENSUS, LAST_CENSUS)
            ),
        )
        for region in catalog.provinces
    )


def shift_text(catalog: Catalog, industry: str, regions: tuple[str, ...]) -> str:
    """The shift in one sentence from the numbers, of the regions with these codes: 2010—2020 年，
    制造业就业人口比重：北京由 15.6% 降到 8.2%…; "" where a census is not held."""
    parts = (moved_text(catalog, industry, regions), below_text(catalog, industry, regions))
    return "；".join(filter(None, parts)) + "。" if parts[0] else ""


def moved_text(catalog: Catalog, industry: str, regions: tuple[str, ...]) -> str:
    """How the regions with these codes moved, without a stop; "" where a census is not held."""
    own = [s for s in region_slopes(catalog, industry) if s.region_code in regions]
    told = "，".join(_moved(one) for one in own if one.change is not None)
    name = catalog.areas.industries[industry].name_zh
    return f"{FIRST_CENSUS}—{LAST_CENSUS} 年，{name}就业人口比重：{told}" if told else ""


def _moved(one: Slope) -> str:
    first, last = (f"{number(end, 1)}%" for end in (one.first or 0.0, one.last or 0.0))
    change = one.change or 0.0
    if change == 0:
        return f"{one.name}{LEVEL}（{last}）"
    return f"{one.name}由 {first} {'升' if change > 0 else '降'}到 {last}"


def below_text(catalog: Catalog, industry: str, regions: tuple[str, ...]) -> str:
    """Of the prefectures of these regions how many rose and fell, and which moved most; "" without
    any."""
    own = [
        (s.change, s.name)
        for s in slopes(catalog, industry)
        if s.region_code in regions and s.code != s.region_code and s.change is not None
    ]
    if not own:
        return ""
    rose, fell = (sum(sign * change > 0 for change, _ in own) for sign in (1, -1))
    counts = [f"{n} 个{word}" for n, word in ((rose, "上升"), (fell, "下降")) if n]
    if len(own) - rose - fell:
        counts.append(f"{len(own) - rose - fell} 个{LEVEL}")
    said = f"全部{counts[0].partition('个')[2]}" if len(counts) == 1 else f"中 {'、'.join(counts)}"
    most = max((change for change, _ in own), key=abs)
    names = "、".join(name for change, name in own if change == most)
    word = "升" if most > 0 else "降"
    end = f"，{names}{word} {number(abs(most), 1)} {POINTS}" if most else ""
    return f"{len(own)} 个{PREFECTURES}{said}{end}"
