"""How regions, tiers, classes and text look on white, wherever they are drawn: pages, slides and
text documents take colours, marks and dashes from here. The dark schemes are the browser's own
(components/colours.py)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# Colours on white by role.
WHITE: Mapping[str, str] = MappingProxyType(
    {
        "ink": "#16202c",
        "body": "#3a4653",
        "muted": "#5b6876",
        "hair": "#e1e6ec",
        "surface": "#ffffff",
        "accent": "#0f5c9c",
        "rule": "#c3ccd6",
        "good": "#1e6e50",
        "bad": "#9b2c1f",
        "beijing": "#c4472b",
        "tianjin": "#1b6ca8",
        "hebei": "#24795b",
        "jjj": "#16202c",
        "nation": "#626e7b",
        "tier-wing": "#b3261e",
        "tier-zone": "#8a4f00",
        "tier-node": "#3b4a5a",
        "tier-pilot_zone": "#6b4fa0",
        "tier-cluster": "#006570",
        "tier-base": "#5a6220",
        "class-1": "#edf2f7",
        "class-2": "#d5e2ef",
        "class-3": "#b2cbe5",
        "class-4": "#80a9d3",
        "class-5": "#3f7fbb",
        "class-6": "#10558f",
        "unshaded": "#eceff3",
        "border": "#56677a",
    }
)
CLASSES = tuple(WHITE[f"class-{n}"] for n in range(1, 7))
GROUNDS = 4  # of them, on which dark type is read


@dataclass(frozen=True, slots=True)
class Look:
    """A series: its colour; the shape of its mark by plotly's name and as a character; its dash by
    the name of DrawingML; the texture of its areas by plotly's name ("": filled)."""

    colour: str
    shape: str
    sign: str
    dash: str = "solid"
    texture: str = ""


# One mark, dash and texture a region beside its colour: a print in grey still tells them apart.
REGIONS: Mapping[str, Look] = MappingProxyType(
    {
        "beijing": Look(WHITE["beijing"], "circle", "●"),
        "tianjin": Look(WHITE["tianjin"], "square", "■", "dash", "/"),
        "hebei": Look(WHITE["hebei"], "diamond", "◆", "sysDash", "."),
        "jjj": Look(WHITE["jjj"], "triangle-up", "▲"),
        "nation": Look(WHITE["nation"], "cross", "✚", "lgDashDot"),
        "frame": Look(WHITE["muted"], "triangle-down", "▼", "lgDash"),
    }
)
OTHER = Look(WHITE["accent"], "circle", "●")  # what is of no region
# The mark of each tier of platforms: plotly's name, and the character.
TIERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "wing": ("star", "★"),
        "zone": ("diamond", "◆"),
        "node": ("circle", "●"),
        "pilot_zone": ("triangle-up", "▲"),
        "cluster": ("square", "■"),
        "base": ("cross", "✚"),
    }
)


def look(slug: str) -> Look:
    """How a series of a region, the three, the nation or a frame looks; of none in the accent."""
    return REGIONS.get(slug, OTHER)


def class_colours(count: int, is_ground: bool = False) -> tuple[str, ...]:
    """The colours of so many classes from pale to deep, no two alike, spread over all six; over the
    paler ones where it `is_ground` for marks and names."""
    every = CLASSES[:GROUNDS] if is_ground else CLASSES
    if count < 2:
        return every[-1:] * count
    places = [n * (len(every) - 1) / (count - 1) for n in range(count)]
    if count <= len(every):
        return tuple(every[round(place)] for place in places)
    return tuple(
        _mixed(every[int(p)], every[min(int(p) + 1, len(every) - 1)], p % 1) for p in places
    )


def _mixed(first: str, second: str, part: float) -> str:
    """A colour between two, by this part of the way from the first."""
    pairs = zip(*(bytes.fromhex(one.removeprefix("#")) for one in (first, second)), strict=True)
    return "#" + bytes(round(a + (b - a) * part) for a, b in pairs).hex()


def paler(colour: str, part: float = 0.72) -> str:
    """A colour on its way to white by this part, as a ground for dark type and marks."""
    return _mixed(colour, WHITE["surface"], part)
