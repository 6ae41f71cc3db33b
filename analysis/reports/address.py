"""What the page of reports looks at, and its two-way street to the query string."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from analysis.evaluation.address import is_before
from analysis.evaluation.address import own_options as own_options
from analysis.indicators.address import FRAME_MEANING
from analysis.query import Key, Query, written
from analysis.series.frames import FULL_NAMES
from analysis.state import view as views
from analysis.state.view import Choices, View
from data.model.scenes import Scene

# Beside those of a View; `frame` is that of the page of indicators.
KEYS = ("report", "topics", "layout", "off", "own", "frame", "briefing")
MONITOR, REGION, TASK, EVALUATION, BRIEFING = REPORTS = (
    "monitor",
    "region",
    "task",
    "evaluation",
    "briefing",
)
OFFICIAL, ORDINARY = LAYOUTS = ("official", "ordinary")
LONGEST_OFF, LONGEST_OWN = 2400, 500  # characters in an address, which must reach every server
LONGEST_SENTENCE = 200
LONGEST_KEPT = 20_000  # of own sentences beside it, with the keys of their sections
LONGEST_NAME = 40  # of a briefing
END, JOINT = "\n", ":"  # of own sentences; between a section and what is said in it
NAME = re.compile(r"[\w.-]+")
Own = tuple[tuple[str, str], ...]  # sections and what is said in them
FRAME = Key("frame", FRAME_MEANING, tuple(FULL_NAMES))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report: its name, what its topics are called ("" where it has none), whether it is
    of one region, and whether it is set against a frame."""

    name: str
    topics: str = ""
    is_of_one: bool = False
    has_frame: bool = False


KINDS: Mapping[str, Kind] = {
    MONITOR: Kind("监测简报", "主题", has_frame=True),
    REGION: Kind("地区专报", "主题", is_of_one=True, has_frame=True),
    TASK: Kind("任务专报", "任务"),
    EVALUATION: Kind("协同评价"),
    BRIEFING: Kind("汇报"),
}
LAYOUT_NAMES: Mapping[str, str] = {OFFICIAL: "公文版式", ORDINARY: "一般版式"}


@dataclass(frozen=True, slots=True)
class ReportView:
    """What the page looks at: regions and years of a View, the kind of report, its topics (themes,
    which are the tasks of the plan), what the regions are seen against ("" for nothing), the
    layout on paper, the keys of the sentences that are not used, and what the writer adds, as
    section and sentence: `own` stands in the address, `kept` beside it. A briefing is the prepared
    one ("") or the one of its name, whose `scenes` then are here; `briefings` are the names
    there are to choose among."""

    view: View
    kind: str = MONITOR
    topics: tuple[str, ...] = ()
    frame: str = ""
    layout: str = OFFICIAL
    off: tuple[str, ...] = ()
    own: Own = ()
    kept: Own = ()
    briefing: str = ""
    briefings: tuple[str, ...] = ()
    scenes: tuple[Scene, ...] = ()

    @property
    def regions(self) -> tuple[str, ...]:
        """The slugs of the regions that the report is of: one, where its kind is of one."""
        return self.view.regions[:1] if KINDS[self.kind].is_of_one else self.view.regions


def keys(options: Choices) -> dict[str, Key]:
    """The query keys of the page beside those of a View and the frame, by name."""
    kinds = "、".join(f"{key}（{kind.name}）" for key, kind in KINDS.items())
    layouts = "、".join(f"{key}（{name}）" for key, name in LAYOUT_NAMES.items())
    found = (
        Key("report", f"报告的种类：{kinds}；缺省为 {MONITOR}", REPORTS),
        Key(
            "topics", "报告的主题或任务，可填多个，以逗号分隔；缺省为全部", tuple(options.themes),
            is_list=True, said="、".join(options.themes),
        ),
        Key("layout", f"文字报告的版式：{layouts}；缺省为 {OFFICIAL}", LAYOUTS),
        Key("off", "报告中不用的句子，以逗号分隔", (), longest=LONGEST_OFF,
            said=f"不超过 {LONGEST_OFF} 字的句子编号"),
        Key("own", "编写者补充的句子，每行一句，前有所在部分的编号和冒号", (), longest=LONGEST_OWN,
            said=f"合计不超过 {LONGEST_OWN} 字的补充文字"),
        Key("briefing", "汇报所用的已保存汇报的名称；缺省为预置汇报", (), longest=LONGEST_NAME,
            said=f"不超过 {LONGEST_NAME} 字的汇报名称"),
    )  # fmt: skip
    return {key.name: key for key in found}


def report_view(text: str, options: Choices) -> tuple[ReportView, tuple[str, ...]]:
    """What a query string asks the page for, and remarks on what could not be read. As
    `analysis.state.view.view`: never raises. A theme as other pages have it is the one topic, the
    first theme all of them. A first year before coordination began is the one in which it did:
    other pages reach further back."""
    query, named, own = Query.of(text), keys(options), own_options(options)
    start = query.given.get("from", "")
    is_early = is_before(start, own) and not is_before(start, options)
    kept = {"from": str(own.first_year)} if is_early else {}
    seen = views.read(Query({**query.given, **kept}, query.remarks), own)
    usual = options.default()
    topics = query.some(named["topics"]) if query.given.get("topics") else ()
    if not topics:
        topics = tuple(options.themes) if seen.theme == usual.theme else (seen.theme,)
    kind = query.filled(named["report"]) or MONITOR
    chosen = ReportView(
        view=_of_topics(seen, topics, options),
        kind=kind,
        topics=topics,
        frame=query.filled(FRAME) or "",
        layout=query.filled(named["layout"]) or OFFICIAL,
        off=tuple(_names(_bounded(query, named["off"]).split(","))),
        own=tuple(_sentences(_bounded(query, named["own"]))),
        briefing=_bounded(query, named["briefing"]).strip(),
    )
    return chosen, tuple(query.remarks)


def with_topic(chosen: ReportView, topic: str, options: Choices) -> ReportView:
    """The same with one topic switched on or off; of all of them it becomes the only one, and
    without any all are there again."""
    every = tuple(options.themes)
    wanted = {topic} if chosen.topics == every else set(chosen.topics) ^ {topic}
    return with_topics(chosen, tuple(one for one in every if one in wanted) or every, options)


def with_topics(chosen: ReportView, topics: tuple[str, ...], options: Choices) -> ReportView:
    """The same with these topics."""
    return replace(chosen, topics=topics, view=_of_topics(chosen.view, topics, options))


def query_of(chosen: ReportView, options: Choices) -> str:
    """The query string of what the page looks at, defaults left out; "" for the default."""
    is_listed = 1 < len(chosen.topics) < len(options.themes)
    return written(
        {
            "report": "" if chosen.kind == MONITOR else chosen.kind,
            **views.values(_of_topics(chosen.view, chosen.topics, options), own_options(options)),
            "topics": ",".join(chosen.topics) if is_listed or _is_first(chosen, options) else "",
            "frame": chosen.frame,
            "layout": "" if chosen.layout == OFFICIAL else chosen.layout,
            "off": ",".join(chosen.off),
            "own": own_text(chosen.own),
            "briefing": chosen.briefing if chosen.kind == BRIEFING else "",
        }
    )


def shared_view(view: View, options: Choices) -> View:
    """The View as other pages take it over: the first year of this page is no choice there."""
    is_usual = view.start == own_options(options).first_year
    return replace(view, start=options.first_year) if is_usual else view


def own_text(own: Iterable[tuple[str, str]]) -> str:
    """Own sentences as the address has them."""
    return END.join(f"{section}{JOINT}{said}" for section, said in own)


def _of_topics(seen: View, topics: tuple[str, ...], options: Choices) -> View:
    """The view that other pages take over: of the theme where there is one alone."""
    theme = topics[0] if len(topics) == 1 else options.default().theme
    own = options.default(theme)
    return View(seen.regions, theme, own.indicator, seen.start, seen.end)


def _is_first(chosen: ReportView, options: Choices) -> bool:
    """Whether the one topic is the theme that stands for all of them in other addresses."""
    return chosen.topics == (options.default().theme,)


def _bounded(query: Query, key: Key) -> str:
    given = query.given.get(key.name, "")
    if len(given) > key.longest:
        query.remark(key.name, given, key.said)
        return ""
    return given


def _names(parts: Iterable[str]) -> Iterable[str]:
    """What can be the key of a sentence, each once."""
    return dict.fromkeys(part for part in map(str.strip, parts) if NAME.fullmatch(part))


def _sentences(text: str) -> Iterable[tuple[str, str]]:
    for line in text.split(END):
        section, _, said = line.partition(JOINT)
        if found := own_sentence(section, said):
            yield section, found[1][:LONGEST_SENTENCE]


def own_sentence(section: str, said: str) -> tuple[str, str] | None:
    """A sentence of the writer's as one line of plain signs; None where nothing is said, or in what
    can be no section."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in said).split())
    return (section, plain) if plain and NAME.fullmatch(section) else None
