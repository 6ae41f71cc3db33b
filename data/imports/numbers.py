"""What a cell says as a value: a number, with the word, the status and the mark that stand at it.

Whatever is not surely a number is refused, never guessed: a file is mended by who has it.
"""

import re
from dataclasses import dataclass
from math import isfinite

from data.imports.cells import Value
from data.imports.characters import MARKS, folded

# Signs and words for a value that is not there. Nothing of it is 0, and nothing is withdrawn by it.
ABSENT = (
    "- -- --- — —— ——— – – ― − … …… ... .. . · / \\ _ ~ 无 空 缺 缺失 暂无 无数据 不详 "
    "未公布 未收录 na n/a n.a. nan null none nil"
)
MISSING = frozenset(ABSENT.split())
ERRORS = ("#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!")
PLAIN = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?|[+-]?\.[0-9]+")
GROUPED = re.compile(
    r"[+-]?[0-9]{1,3}(?:(?P<sign>[,' ])[0-9]{3})(?:(?P=sign)[0-9]{3})*(?:\.[0-9]+)?"
)
EXPONENT = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]+")
BEFORE = {"近": "nearly", "约": "about", "超过": "exceeding", "超": "exceeding",
          "达到": "reaching", "达": "reaching"}  # fmt: skip
AFTER = {"多": "over"}
STATUS = re.compile(r"[(\[] ?(?P<word>[PpEe]|初|初步|初步数|初步核算数?|估|估计|估算) ?[)\]]$")
STATUSES = {"p": "P", "初": "P", "e": "E", "估": "E"}
SIGNS = re.escape(MARKS)
MARKED = re.compile(f"^(?P<before>[{SIGNS}]*)(?P<text>.*?)(?P<after>[{SIGNS}]*)$")
COMMENT = re.compile(r"\[(?:注)?[0-9]{1,2}\]$|\(注[0-9]{0,2}\)$")


@dataclass(frozen=True, slots=True)
class Number:
    """A value as a cell says it: None where it says that there is none; the qualifier's id, the
    status (SDMX), the mark of a footnote and the unit that stand at it, each "" where none does."""

    value: float | None
    qualifier: str = ""
    status: str = ""
    mark: str = ""
    unit: str = ""


class NotANumber(Exception):
    """What a cell should hold instead, and what to do."""

    def __init__(self, expected: str, remedy: str = "请改为数，没有数值的留空") -> None:
        self.expected, self.remedy = expected, remedy
        super().__init__(expected)


def number(found: Value) -> Number:
    """The value that a cell says. Raises NotANumber."""
    if found is None:
        return Number(None)
    if isinstance(found, bool):
        raise NotANumber("应为数，而这里是真或假")
    if isinstance(found, float):
        if not isfinite(found):
            raise NotANumber("应为有限的数")
        return Number(found)
    if not isinstance(found, str):
        raise NotANumber("应为数，而这里是日期", "请把单元格格式改为数值并核对数值，没有数值的留空")
    return _read(found)


def _read(found: str) -> Number:
    text = folded(found)
    if is_missing(text):
        return Number(None)
    if text.upper() in ERRORS:
        raise NotANumber("公式没有结果", "请填入数值，没有数值的留空")
    if text.startswith("="):
        raise NotANumber("应为数，而这里是公式", "请粘贴为数值")
    marked = MARKED.match(text)
    mark = f"{marked['before']}{marked['after']}" if marked else ""
    text = marked["text"].strip() if marked else text
    if comment := COMMENT.search(text):
        mark, text = mark + comment[0], text[: comment.start()].strip()
    status, text = _status(text)
    qualifier, text = _qualifier(text)
    unit = "%" if text.endswith("%") else ""
    return Number(_value(text.removesuffix("%").strip()), qualifier, status, mark, unit)


def status_of(word: str) -> str:
    """The status (SDMX) that a word in brackets says: 初步核算 is P; "" for any other."""
    found = STATUS.fullmatch(f"({word})")
    return STATUSES[found["word"][0].lower()] if found else ""


def is_missing(text: str) -> bool:
    """Whether a folded text stands for a value that is not there."""
    return not text or text.lower().rstrip("。") in MISSING


def _status(text: str) -> tuple[str, str]:
    found = STATUS.search(text)
    if found is None or found.start() == 0:
        return "", text
    return STATUSES[found["word"][0].lower()], text[: found.start()].strip()


def _qualifier(text: str) -> tuple[str, str]:
    for word, name in BEFORE.items():
        if text.startswith(word):
            return name, text.removeprefix(word).strip()
    for word, name in AFTER.items():
        if text.endswith(word):
            return name, text.removesuffix(word).strip()
    return "", text


def _value(text: str) -> float:
    text = re.sub("^[−–－]", "-", text)
    text = re.sub("^([+-]) ", r"\1", text)
    if PLAIN.fullmatch(text):
        return float(text)
    if GROUPED.fullmatch(text):
        return float(re.sub("[,' ]", "", text))
    if EXPONENT.fullmatch(text):
        raise NotANumber(
            "应为完整的数，科学计数法可能已丢失位数", "请把单元格格式改为数值后重新保存"
        )
    if re.match("[<>≤≥≈~]", text):
        raise NotANumber("应为数", "请去掉符号，用模板的“限定词”一列写明近、约、超过等")
    raise NotANumber("应为数")
