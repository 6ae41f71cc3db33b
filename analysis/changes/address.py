"""What the page of changes looks at: two editions, and a View's regions and theme; and its two-way
street to the query string."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.changes.editions import EditionLine, edition_before
from analysis.query import Key, Query, written
from analysis.state import view as views
from analysis.state.view import Choices, View

FROM, TO = ENDS = ("from", "to")
KEYS = ("region", "theme", *ENDS)


@dataclass(frozen=True, slots=True)
class ChangesView:
    """Digests of the edition that is `served` and of those that are set side by side, "" for the
    usual one; `listed` are all that may be, the newest first. Of the view regions and theme
    matter."""

    view: View
    listed: tuple[EditionLine, ...]
    served: str
    before: str = ""
    after: str = ""

    @property
    def ends(self) -> tuple[EditionLine, EditionLine]:
        """The two editions: those asked for, else the one that is served and the one before it."""
        known = {one.digest: one for one in self.listed}
        after = self.after or self.served
        return known[self.before or edition_before(after, self.listed)], known[after]


def offered(listed: Sequence[EditionLine], served: EditionLine) -> tuple[EditionLine, ...]:
    """The editions that may be looked at: those listed, and the one that is served, which is first
    where it is not among them (a draft that is previewed)."""
    is_among = any(one.digest == served.digest for one in listed)
    return tuple(listed) if is_among else (served, *listed)


def keys(options: Choices, listed: Sequence[EditionLine]) -> dict[str, Key]:
    """The query keys of the page, by name."""
    own = views.keys(options)
    digests = tuple(one.digest for one in listed)
    said = "、".join(f"{one.digest}（{one.version}）" for one in listed[:4])
    return {
        "region": own["region"],
        "theme": own["theme"],
        FROM: Key(FROM, "对比的起始版本；缺省为 to 的前一版本", digests, said=said),
        TO: Key(TO, "对比的截止版本；缺省为当前版本", digests, said=said),
    }


def changes_view(
    text: str, options: Choices, listed: Sequence[EditionLine], served: EditionLine
) -> tuple[ChangesView, tuple[str, ...]]:
    """What a query string asks the page for, and remarks on what could not be read. As
    `analysis.state.view.view`: never raises."""
    query = Query.of(text)
    every = offered(listed, served)
    known = keys(options, every)
    shared = Query({k: v for k, v in query.given.items() if k not in ENDS}, query.remarks)
    read = views.read(shared, options)
    chosen = views.with_theme(read, read.theme, options)
    ends = (query.filled(known[end]) or "" for end in ENDS)
    return ChangesView(chosen, every, served.digest, *ends), tuple(query.remarks)


def query_of(chosen: ChangesView, options: Choices) -> str:
    """The query string of what the page looks at, defaults left out; "" for the default."""
    own = views.values(chosen.view, options)
    kept = {name: own.get(name) for name in ("region", "theme")}
    return written({**kept, FROM: chosen.before, TO: chosen.after})


def pinned(chosen: ChangesView, options: Choices) -> str:
    """The same with both editions named: it shows the same when others have come."""
    own = views.values(chosen.view, options)
    kept = {name: own.get(name) for name in ("region", "theme")}
    old, new = chosen.ends
    return written({**kept, FROM: old.digest, TO: new.digest})
