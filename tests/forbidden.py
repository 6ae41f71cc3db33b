"""Words that no reader may meet: how figures were gathered, and the insides of the project.

What is only for whoever keeps the tables stands in their column `provenance`, which is not read.
"""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Any

# Anywhere in an answer, whatever is around them.
WORDS = {
    "carriers": r"github|gitee|techme|RenJiyi|Liushen|WangMeng|KarlHeinrich|lanyuanzhe|\.rda\b",
    "where it was found": r"仓库|README|抓取|检索摘录|镜像页|转载页|母库|导出文件|导出中|导出表头",
    "how it was gathered": r"编者|编纂|整合表|手工整理|逐格|凭记忆|收集到|由[^，。；]{1,9}汇总",
    "tables of ours": r"源表|源文件|源数据无|本序列|表中没有|在表 |按表题|取数|官方原表",
    "classes of ours": r"[BC]级|经一次转载",
    "notes to ourselves": r"被问到时|冒充|缺的不是成绩|所有数都来自",
}
# In what is read, not in addresses: names of columns and indicators, numbers of claims.
IDENTIFIERS = r"\b[a-z][a-z0-9]*_[a-z0-9_]+\b|\bS\d\d\b|\b\w+\.(?:csv|xlsx?|rda)\b"

_anywhere = re.compile("|".join(WORDS.values()), re.IGNORECASE)
_in_text = re.compile(IDENTIFIERS, re.ASCII)
_address = re.compile(r"/[\w/.-]*\?[!-~]+", re.ASCII)  # of this site, as a citation ends with


def forbidden(text: str) -> list[str]:
    """The words in an answer that no reader may meet."""
    return _anywhere.findall(text)


def identifiers(texts: Iterable[str]) -> list[str]:
    """The texts that speak of the insides of the project by name."""
    return [t for t in texts if "://" not in t and _in_text.search(_address.sub("", t))]


def read(page: str) -> list[str]:
    """What a reader meets of a page: its texts, and the words of titles and labels."""
    reader = _Reader()
    reader.feed(page)
    return reader.texts


def strings(answer: Any, skipped: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every string of a JSON answer but those under the `skipped` keys."""
    if isinstance(answer, str):
        yield answer
    elif isinstance(answer, dict):
        for key, value in answer.items():
            if key not in skipped:
                yield from strings(value, skipped)
    elif isinstance(answer, list):
        for value in answer:
            yield from strings(value, skipped)


class _Reader(HTMLParser):
    """Collects texts outside scripts and styles, and what attributes say aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style")
        said = ("title", "aria-label", "alt", "placeholder", "data-label")
        self.texts += [value for name, value in attrs if name in said and value]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent and data.strip():
            self.texts.append(data)
