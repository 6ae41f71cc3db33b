"""Changes on the year before: of a value, in real terms where they are published, or as the
publisher of an index says them."""

from dataclasses import dataclass, replace

from analysis.series import measures, observations
from analysis.series.provisional import provisional_years
from analysis.series.quantities import PERCENT_UNITS, POINTS, Quantity, number, rounded
from analysis.series.selection import Aggregate, Selection
from data.model.catalog import Catalog
from data.model.periods import ANNUAL, frequency, per_year

GROWTH = {"up": "增长", "down": "下降", "flat": "持平"}  # of quantities
MOVES = {"up": "上升", "down": "下降", "flat": "持平"}  # of rates and directions
IMPROVING = {"higher_better": "up", "lower_better": "down"}
SAME = "持平"
ARROWS = {"up": "▲", "down": "▼", "flat": "—"}
REAL, AS_SAID = "不变价", "同口径"
PUBLISHED = (REAL, AS_SAID)  # measured and published so, not computed here


@dataclass(frozen=True, slots=True)
class Change:
    """The change on the year before: arrow (up, down, flat) and tone (good, bad, neutral), the
    phrase without its sign, how it is measured (名义, 不变价; "" where that is plain), and
    `amount`, the number itself, signed and not rounded, in `unit` (%, of percentages 个百分点);
    None where there are several. `head` is what is compared with what, `verb` the word for it;
    `mark` stands behind the number where it is a first figure or made of one."""

    arrow: str
    tone: str
    text: str
    basis: str
    amount: float | None
    unit: str = "%"
    head: str = "比上年"
    verb: str = ""
    mark: str = ""

    @property
    def marked(self) -> str:
        """The number with its mark: 4.2%（初）."""
        return f"{self.text}{self.mark}"

    @property
    def label(self) -> str:
        """What stands beside the number: 比上年（名义）; 与上年 beside 持平."""
        return f"{self._beside}{self._bracket}" if self.text == SAME else self.name

    @property
    def name(self) -> str:
        """What the number is, whatever it is: 比上年（名义）."""
        return f"{self.head}{self._bracket}"

    @property
    def phrase(self) -> str:
        """The change in words: 比上年增长 9.2%（名义）; 与上年持平."""
        if self.text == SAME:
            return f"{self._beside}持平{self.mark}{self._bracket}"
        return f"{self.head}{self.word} {self.marked}{self._bracket}"

    @property
    def word(self) -> str:
        """What happened: 增长 of quantities, 上升 of percentages."""
        return self.verb or (MOVES if self.unit == POINTS else GROWTH)[self.arrow]

    @property
    def _beside(self) -> str:
        """与上年, or 与上年同期."""
        return f"与{self.head.removeprefix('比')}"

    @property
    def _bracket(self) -> str:
        return f"（{self.basis}）" if self.basis else ""


def nominal_change(catalog: Catalog, topic: Selection, whole: Aggregate) -> Change | None:
    """The change of the whole's last value in percent, of percentages in percentage points, marked
    where one of the two is a first figure; None where it means nothing, across a break, over a
    missing year, between a published value and a computed one, and from or to a suspect value."""
    year = whole.last_year
    found = _computed_change(topic, whole)
    is_first = {year - per_year(year), year} & provisional_years(catalog, topic, whole)
    if found is None or not is_first:
        return found
    return replace(found, mark=observations.provisional_mark(catalog))


def _computed_change(topic: Selection, whole: Aggregate) -> Change | None:
    row, year = topic.indicator, whole.last_year
    if (year in whole.computed) != (year - per_year(year) in whole.computed):
        return None
    sound = topic.sound(whole.values, topic.scope.codes)
    if row.unit_zh in PERCENT_UNITS:
        step = measures.differences(sound, topic.breaks).get(year)
        return None if step is None else _change(topic, step, POINTS, max(row.decimals, 1))
    percent = measures.changes(sound, topic.breaks).get(year)
    if percent is None or not row.growth_allowed:
        return None
    return _change(topic, percent, basis="名义" if row.growth_kind == "nominal" else "")


def _change(
    topic: Selection, amount: float, unit: str = "%", decimals: int = 1, basis: str = ""
) -> Change:
    text = number(abs(amount), decimals)
    arrow = "flat" if not rounded(amount, decimals) else "up" if amount > 0 else "down"
    shown = SAME if arrow == "flat" else Quantity(text, unit).text
    head = "比上年" if frequency(topic.end) == ANNUAL else "比上年同期"
    return Change(arrow, _tone(topic, arrow), shown, basis, amount, unit, head)


def _tone(topic: Selection, arrow: str) -> str:
    improving = IMPROVING.get(topic.indicator.direction)
    if improving is None or arrow == "flat":
        return "neutral"
    return "good" if arrow == improving else "bad"


def real_growth(catalog: Catalog, topic: Selection, year: int) -> dict[str, float]:
    """The published growth at constant prices of the chosen regions in a year, in percent by
    region code; empty where none is published or one of them is missing."""
    name = topic.indicator.real_growth_id
    if name is None:
        return {}
    columns = observations.columns(catalog, name)
    found = {code: columns[code][year] for code in topic.scope.codes if year in columns[code]}
    return found if len(found) == len(topic.scope.codes) else {}


def real_change(catalog: Catalog, topic: Selection, year: int) -> Change | None:
    """The published growth at constant prices: of one region, or of each of the chosen ones, as
    growth rates do not add up; None where it is not published."""
    found = real_growth(catalog, topic, year)
    if not found:
        return None
    firsts = observations.provisional(catalog, topic.indicator.real_growth_id or "")
    is_first = any(year in firsts[code] for code in found)
    mark = observations.provisional_mark(catalog) if is_first else ""
    if len(found) == 1:
        return replace(_change(topic, next(iter(found.values())), basis=REAL), mark=mark)
    arrows = {"up" if value > 0 else "down" if value < 0 else "flat" for value in found.values()}
    arrow = arrows.pop() if len(arrows) == 1 else "flat"
    texts = [number(abs(v) if arrow != "flat" else v, 1) + "%" for v in found.values()]
    head = f"{topic.scope.count_name}分别比上年"
    return Change(arrow, _tone(topic, arrow), "、".join(texts), REAL, None, head=head, mark=mark)


def published_change(catalog: Catalog, topic: Selection, code: str, year: int) -> Change | None:
    """How an index stands to the year before as its publisher says, in points: the published
    values of the two years may be of different editions."""
    found = observations.published_change(catalog, topic.indicator.indicator_id, code, year)
    if found is None:
        return None
    arrow = "up" if found.change > 0 else "down" if found.change < 0 else "flat"
    text = Quantity(number(abs(found.change), 1), "点").text
    verb = {"up": "提高", "down": "降低"}.get(arrow, "")
    return Change(arrow, _tone(topic, arrow), text, AS_SAID, found.change, "点", verb=verb)
