"""What a title or a file's name says of what the table itself does not: proposed to the person who
chooses, never taken."""

import re

from data.imports.characters import folded
from data.imports.imported import INDICATOR, PERIOD, REGION
from data.imports.regions import PROVINCES, WHOLES
from data.imports.units import parted

YEAR = re.compile(r"(?<![0-9])((?:19|20|21)[0-9]{2})(?![0-9])(?!-[0-9]{4}) ?年?(?!=)")
SPAN = re.compile(r"[0-9]{4} ?年?[-—–~至][0-9]{4} ?年?")
# What the bureau's site calls its files, and what browsers add to a second one.
GIVEN_NAMES = re.compile(
    r"(分省|分市|主要城市)?(年度|季度|月度)?数据|分省年度|[_ -]*[(][0-9]+[)]$|csv|xlsx?"
)


def hints(missing: tuple[str, ...], title: str, file: str) -> dict[str, str]:
    """For what is missing, what title and file name say of it: a name with its unit, a region, a
    year. Nothing where they say nothing, or several."""
    stem = file.rpartition(".")[0] or file
    text = folded(f"{title} {stem}")
    found = {
        INDICATOR: _name(folded(title)) or _name(folded(stem)),
        REGION: _region(text),
        PERIOD: _year(text),
    }
    return {name: found[name] for name in missing if found.get(name)}


def _name(text: str) -> str:
    rest = YEAR.sub("", SPAN.sub("", GIVEN_NAMES.sub("", text)))
    name, unit = parted(rest.strip(" _-:,.、"))
    name = name.strip(" _-:,.、")
    return f"{name}({unit})" if name and unit else name


def _region(text: str) -> str:
    names = [name for name in (*PROVINCES, *WHOLES) if name in text]
    longest = [name for name in names if not any(name != o and name in o for o in names)]
    return longest[0] if len(longest) == 1 else ""


def _year(text: str) -> str:
    years = set(YEAR.findall(text)) if not SPAN.search(text) else set()
    return years.pop() if len(years) == 1 else ""
