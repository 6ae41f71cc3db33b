"""What was measured as rows of a table: app, floor, ratio, and what is aimed at."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from statistics import median, quantiles

from tools.bench.browser import Visit
from tools.bench.changes import HANDS, Change
from tools.bench.load import CONNECTIONS
from tools.bench.rounds import Results
from tools.bench.sheets import DESK

Of = Callable[[Change], bool]
KINDS = {
    "region": "地区", "theme": "主题", "indicator": "指标", "scale": "口径", "layer": "图层",
    "place": "平台", "industry": "行业", "what-if": "自算指数",
}  # fmt: skip
MOST_RATIO, MOST_KILOBYTES, MOST_SPREAD, LEAST_RATE = 1.8, 800.0, 2.0, 1 / 3
# On the indicators page the aim is for these; a region is changed there too, and shown apart.
AIMED = {DESK.name: ("scale", "indicator")}
MOST_COUNTIES, MOST_TURN = 1.5, 200.0


@dataclass(frozen=True, slots=True)
class Goal:
    """A limit on the ratio or on the app's own value."""

    of: str
    limit: float
    is_least: bool = False

    def is_met(self, row: "Row") -> bool:
        """Whether the row keeps the limit."""
        value = row.ratio if self.of == "ratio" else row.app
        return value is not None and (value >= self.limit if self.is_least else value <= self.limit)


@dataclass(frozen=True, slots=True)
class Row:
    """One line: the same thing measured on the app and, where it has one, on the floor."""

    part: str
    name: str
    unit: str
    app: float
    floor: float | None = None
    goal: Goal | None = None

    @property
    def ratio(self) -> float | None:
        """App by floor."""
        return self.app / self.floor if self.floor else None


def rows(results: Results) -> list[Row]:
    """The whole table."""
    return [
        *_visits("首次打开（无缓存）", results.cold, with_goals=True),
        *_moments(results.cold["app"]),
        *_visits("再次打开（有缓存）", results.warm, with_goals=False),
        *(row for name, both in results.changes.items() for row in _changes(name, both)),
        *_counties(results.counties),
        *_grounds(results.grounds),
        *_areas(results.areas),
        *_turns(results.turns),
        *_load(results.load),
        *_house(results),
    ]


def _visits(part: str, visits: dict[str, list[Visit]], with_goals: bool) -> Iterator[Row]:
    goals = {"kilobytes": Goal("app", MOST_KILOBYTES), "last_chart": Goal("ratio", MOST_RATIO)}
    names = {
        "kilobytes": ("传输量", "kB"),
        "requests": ("请求数", "次"),
        "first_chart": ("第一张图画出", "ms"),
        "last_chart": ("最后一张图画出", "ms"),
    }
    for key, (name, unit) in names.items():
        app, floor = (median(getattr(v, key) for v in visits[who]) for who in ("app", "floor"))
        yield Row(part, name, unit, app, floor, goals.get(key) if with_goals else None)


def _moments(visits: list[Visit]) -> Iterator[Row]:
    names = {"first_paint": "首次有内容", "layout_asked": "请求版面", "figures_asked": "请求图表",
             "figures_came": "图表数据到达"}  # fmt: skip
    for key, name in names.items():
        yield Row("首次打开的经过", name, "ms", median(v.moments[key] for v in visits))


def _changes(sheet: str, both: dict[str, list[Change]]) -> Iterator[Row]:
    app, floor = both["app"], both["floor"]
    aimed = [[c for c in side if c.kind in AIMED.get(sheet, KINDS)] for side in (app, floor)]
    by_mouse = [[c for c in side if c.hand == "mouse"] for side in aimed]
    kinds = "、".join(KINDS[kind] for kind in AIMED.get(sheet, ())) or "筛选"
    counts = "，".join(
        f"{name} {sum(c.hand == hand for c in aimed[0])} 次" for hand, name in HANDS.items()
    )
    part = f"{sheet}页改变{kinds}（{counts}）"
    ours, theirs = (shown(side) for side in by_mouse)
    spread = p95(ours) / median(ours), p95(theirs) / median(theirs)
    yield Row(part, "鼠标 p50", "ms", median(ours), median(theirs), Goal("ratio", MOST_RATIO))
    yield Row(part, "鼠标 p95", "ms", p95(ours), p95(theirs))
    yield Row(part, "鼠标 p95/p50", "倍", *spread, Goal("app", MOST_SPREAD))
    by_keys = _middle(part, "键盘 p50", aimed[0], aimed[1], lambda c: c.hand == "keyboard")
    yield replace(by_keys, goal=Goal("ratio", MOST_RATIO))
    yield _middle(part, "快击 p50（不按住）", aimed[0], aimed[1], lambda c: c.hand == "quick")
    yield _middle(part, "新视图 p50", app, floor, lambda c: not c.is_known)
    yield _middle(part, "看过的视图 p50", app, floor, lambda c: c.is_known)
    for kind, name in KINDS.items():
        if any(c.kind == kind for c in app):
            yield _middle(part, f"{name} p50", app, floor, _is_kind(kind))
    yield from _course(sheet, app, floor)


def _counties(both: dict[str, list[Change]]) -> Iterator[Row]:
    ours, theirs = (median(shown(both[who])) for who in ("app", "floor"))
    yield Row("县界首次画出（199 个多边形，含取形状）", "点击到画出", "ms", ours, theirs,
              Goal("ratio", MOST_COUNTIES))  # fmt: skip


def _grounds(both: dict[str, list[Change]]) -> Iterator[Row]:
    part = f"平台地图换底色、换地区（199 个县或 13 个设区市，{len(both['app'])} 次）"
    for kind, name in (("ground", "底色 p50"), ("area", "地区 p50")):
        yield _middle(part, name, both["app"], both["floor"], _is_kind(kind))


def _areas(both: dict[str, list[Visit]]) -> Iterator[Row]:
    ours, theirs = (median(visit.last_chart for visit in both[who]) for who in ("app", "floor"))
    yield Row("产业布局首次打开（无缓存，199 个多边形）", "地图和斜率图画出", "ms", ours, theirs,
              Goal("ratio", MOST_RATIO))  # fmt: skip


def _turns(both: dict[str, list[float]]) -> Iterator[Row]:
    part = f"汇报翻页与换地区（1920×1080，{len(both['app'])} 次按键）"
    yield Row(part, "p50", "ms", median(both["app"]), median(both["floor"]))
    yield Row(part, "p95", "ms", p95(both["app"]), p95(both["floor"]), Goal("app", MOST_TURN))


def _is_kind(kind: str) -> Of:
    return lambda change: change.kind == kind


def _middle(part: str, name: str, app: list[Change], floor: list[Change], of: Of) -> Row:
    ours, theirs = (median(shown(c for c in side if of(c))) for side in (app, floor))
    return Row(part, name, "ms", ours, theirs)


def _course(sheet: str, app: list[Change], floor: list[Change]) -> Iterator[Row]:
    part = f"{sheet}页改变筛选的经过（p50）"
    for hand, name in HANDS.items():
        sent = median(c.sent for c in app if c.hand == hand)
        yield Row(part, f"点击到请求，{name}", "ms", sent)
    for is_known, name in ((False, "新视图"), (True, "看过的视图")):
        waits = [c.answered - c.sent for c in app if c.is_known == is_known]
        yield Row(part, f"请求到回答，{name}", "ms", median(waits))
    drawing = median(c.shown - max(c.answered, 0) for c in app)
    yield Row(part, "点击且有回答到画出", "ms", drawing)
    yield Row(part, "点击到再无重画", "ms", median(c.settled for c in app),
              median(c.settled for c in floor))  # fmt: skip
    yield Row(part, "各图共重画", "次", mean_draws(app), mean_draws(floor))


def shown(changes: Iterable[Change]) -> list[float]:
    """The times until the last chart was shown."""
    return [c.shown for c in changes]


def p95(values: list[float]) -> float:
    """The 95th percentile."""
    return quantiles(values, n=100, method="inclusive")[94]


def mean_draws(changes: list[Change]) -> float:
    """How often charts are drawn for one change, all of a page together; once each is enough."""
    return sum(sum(c.draws) for c in changes) / len(changes)


def _load(load: dict[str, dict[str, float]]) -> Iterator[Row]:
    bare = {"bare_same_size": "同字节数 JSON", "bare_same_answer": "同一回答并压缩",
            "bare_small": "小 JSON"}  # fmt: skip
    ours = {"cached": "已算视图", "uncached": "新视图"}
    for n in CONNECTIONS:
        part = f"回答次数（{n} 个连接；基准为裸 Flask）"
        base = load[f"bare_same_size@{n}"]
        for key, name in ours.items():
            goal = Goal("ratio", LEAST_RATE, is_least=True) if key == "cached" else None
            yield Row(
                part, f"{name}，比同字节数", "次/s", load[f"{key}@{n}"]["rate"], base["rate"], goal
            )
        for key in ("bare_same_answer", "bare_small"):
            yield Row(part, f"已算视图，比{bare[key]}", "次/s", load[f"cached@{n}"]["rate"],
                      load[f"{key}@{n}"]["rate"])  # fmt: skip
        for percentile in ("p50", "p99"):
            for key, name in ours.items():
                yield Row(part, f"{name} {percentile}", "ms", load[f"{key}@{n}"][percentile],
                          base[percentile])  # fmt: skip
    failed = sum(load[key]["failed"] for key in load if not key.startswith("bare"))
    failed_bare = sum(load[key]["failed"] for key in load if key.startswith("bare"))
    yield Row("非 2xx 或未完成的回答", "合计", "次", failed, failed_bare, Goal("app", 0))


def _house(results: Results) -> Iterator[Row]:
    app, floor = (median(results.starts[who]) for who in ("app", "floor"))
    yield Row("启动与内存", "启动到 /health 200", "s", app, floor)
    yield Row("启动与内存", "用后内存 PSS（主进程与工作进程）", "MB",
              results.memory["app"], results.memory["floor"])  # fmt: skip
