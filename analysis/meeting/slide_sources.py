"""The slide of sources: who published the values of the chosen regions."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from analysis.meeting.slides import Entry, Sight, Slide, listed
from analysis.series import observations
from analysis.series.quantities import number
from analysis.text.periods import span_text, years
from analysis.text.table import Table
from data.model.catalog import JJJ, Catalog, Observation

MOST_SOURCES = 8
MOST_NAMED = 2  # publishers in the title
PUBLISHER_COLUMNS = ("发布机构", "数值（个）", "年份", "主要资料")


@dataclass(slots=True)
class _Publisher:
    """A body with the years of its values and how many of them each publication gave."""

    name: str
    years: list[int] = field(default_factory=list)
    titles: Counter[str] = field(default_factory=Counter)

    def cells(self) -> tuple[str, ...]:
        """Its row: name, number of values, years, the publication that gave most."""
        own = years(min(self.years), max(self.years))
        return self.name, number(len(self.years), 0), own, self.titles.most_common(1)[0][0]


def sources(catalog: Catalog, at: Sight) -> Slide:
    """Who published the values of the chosen regions and of the three together."""
    codes = {*at.scope.codes, JJJ}
    found = {
        key: observation
        for key, observation in observations.published(catalog)
        if key[1] in codes and at.view.start <= key[2] <= at.view.end
    }
    publishers = _publishers(found)
    rows = tuple(publisher.cells() for publisher in publishers)
    titles = len({one.source.title_zh for one in found.values()})
    span = span_text(at.view.start, at.view.end)
    slide = Slide(
        scene=at.scene,
        choice=at.choice,
        layout="list" if rows else "words",
        title=at.title(f"{at.scope.name}的数值取自{_names(publishers)}公布的 {titles} 种资料"),
        filter_text=f"全部主题 · {at.scope.name} · {span}",
        columns=PUBLISHER_COLUMNS,
        entries=_most(publishers),
        source=f"数据版本 {catalog.version}（{catalog.digest}）",
        footnotes=_told(catalog, found.values()),
        table=Table("数值的来源", PUBLISHER_COLUMNS, rows),
        absence="" if rows else "所选年份的数值本站未收录。",
    )
    return listed(slide)


def _names(publishers: Sequence[_Publisher]) -> str:
    """国家统计局、北京市统计局等 37 家机构: the first two, and how many there are."""
    first = "、".join(publisher.name for publisher in publishers[:MOST_NAMED])
    count = len(publishers)
    return f"{first}等 {count} 家机构" if count > MOST_NAMED else first


def _publishers(
    found: Mapping[tuple[str, str, int], Observation],
) -> list[_Publisher]:
    """The bodies that published the values, each of those that did so together; whoever
    published most first."""
    own: dict[str, _Publisher] = {}
    for (_, _, year), one in found.items():
        for body in one.source.publishers_zh:
            publisher = own.setdefault(body, _Publisher(body))
            publisher.years.append(year)
            publisher.titles[one.source.title_zh] += 1
    return sorted(own.values(), key=lambda publisher: len(publisher.years), reverse=True)


def _told(catalog: Catalog, found: Iterable[Observation]) -> tuple[str, ...]:
    """What is counted, and how many of the values are no official statistics."""
    estimates = sum(one.status == "E" for one in found)
    counted = "含三地合计的数值，不含全国的数值；几家机构联合发布的，每家各计一次。"
    kind = catalog.names["obs_status", "E"]
    return (counted, *([f"其中 {number(estimates, 0)} 个为{kind}。"] if estimates else []))


def _most(publishers: Sequence[_Publisher]) -> tuple[Entry, ...]:
    """Those who published most, and the number of the others' values in one row."""
    rows = (publisher.cells() for publisher in publishers[:MOST_SOURCES])
    entries = [Entry(row[0], row[1:]) for row in rows]
    others = publishers[MOST_SOURCES:]
    if others:
        count = sum(len(publisher.years) for publisher in others)
        entries.append(Entry(f"其余 {len(others)} 家", (number(count, 0), "", "")))
    return tuple(entries)
