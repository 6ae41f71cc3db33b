"""A briefing of one's own as a file: its form, and what is wrong with one that does not hold it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from data.model.periods import ANNUAL, FIRST_YEAR, LAST_YEAR, PATTERN, frequency, period
from data.model.periods import written as written_period
from data.model.scenes import FRAMES, LAYOUTS, LONGEST, MOST_POINTS, SCALES, Scene
from data.package.faults import Fault
from data.package.scene_checks import Known, flaws

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

FORMAT = "jing-jin-ji-briefing-1"
MOST_SCENES = 100
LARGEST = 200_000  # bytes of a file
PREPARED = "default"  # the name of the briefing that the table gives
PREPARED_TITLE = "预置汇报"
NAME = r"^[0-9A-Za-z\u4e00-\u9fff](?:[0-9A-Za-z\u4e00-\u9fff-]{0,39})$"
NAME_IN_WORDS = "1 到 40 个字母、数字、汉字或短横，不以短横开头"
# Windows has no files of these names, with whatever suffix: the briefing could not be kept there.
DEVICE = r"(?i:con|prn|aux|nul|conin|conout|(?:com|lpt)[0-9])"
ENDS = ("start", "end")
REVISION = "^[0-9a-z]{1,40}$"

_YEAR = {"type": ["integer", "null"], "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
# A year is a number, a quarter or month a text.
_PERIOD = {
    "type": ["integer", "string", "null"],
    "minimum": FIRST_YEAR,
    "maximum": LAST_YEAR,
    "pattern": f"^(?:{PATTERN.pattern})$",
}
_ID = {"type": ["string", "null"], "maxLength": 60}
SCENE_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "scene_id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 60},
        "layout": {"type": "string", "enum": list(LAYOUTS)},
        "theme": {"type": "string", "maxLength": 60},
        "indicator_id": _ID,
        "against_id": _ID,
        "subject": _ID,
        "regions": {"type": "array", "items": {"type": "string"}, "maxItems": 3},
        "scale": {"type": "string", "enum": list(SCALES)},
        "frame": {"type": ["string", "null"], "enum": [*FRAMES, None]},
        "base": _YEAR,
        "start": _PERIOD,
        "end": _PERIOD,
        "title": {"type": "string", "minLength": 1, "maxLength": LONGEST["title"]},
        "note_zh": {"type": ["string", "null"], "maxLength": 2000},
        **{
            name: {"type": ["string", "null"], "maxLength": LONGEST[name]}
            for name in ("subtitle", "body", "date", "filters")
        },
        "points": {
            "type": "array",
            "items": {"type": "string", "minLength": 1, "maxLength": LONGEST["point"]},
            "maxItems": MOST_POINTS,
        },
    },
    "required": ["scene_id", "layout", "theme"],
    "additionalProperties": False,
}
SCENES_SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": SCENE_SCHEMA,
    "minItems": 1,
    "maxItems": MOST_SCENES,
}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "format": {"const": FORMAT},
        "name": {"type": "string", "pattern": NAME},
        # a number as the briefings before have it stands for itself, once
        "revision": {"type": ["string", "integer"], "pattern": REVISION, "minimum": 1},
        "owner": {"type": "string", "maxLength": 80},
        "scenes": SCENES_SCHEMA,
    },
    "required": ["format", "name", "revision", "scenes"],
    "additionalProperties": False,
}
# What each kind of schema error asks for; {value} is what the schema has there.
EXPECTED = {
    "type": "应为{value}",
    "enum": "应为 {value} 之一",
    "const": "应为 {value}",
    "pattern": "应合乎 {value}",
    "required": "缺少 {value}",
    "additionalProperties": "含未知项",
    "minLength": "不能为空",
    "maxLength": "不能长于 {value} 字",
    "minItems": "至少要有 {value} 个",
    "maxItems": "不能多于 {value} 个",
    "minimum": "不能小于 {value}",
    "maximum": "不能大于 {value}",
}
TYPES = {
    "string": "文字", "integer": "整数", "array": "列表", "object": "对象", "null": "空（null）",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Briefing:
    """A named briefing; `revision` is a token of this writing of it, like no other; `owner` is who
    made it, "" where nobody was known."""

    name: str
    revision: str
    scenes: tuple[Scene, ...]
    owner: str = ""


class BrokenBriefing(Exception):
    """A briefing cannot be used; `faults` lists everything found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in faults))


class DamagedBriefing(BrokenBriefing):
    """What lies in the folder is no whole briefing; it stays as it lies there."""


def written(briefing: Briefing) -> bytes:
    """The file of a briefing: JSON in UTF-8, readable by people."""
    content = {
        "format": FORMAT,
        "name": briefing.name,
        "revision": briefing.revision,
        **({"owner": briefing.owner} if briefing.owner else {}),
        "scenes": [plain(scene) for scene in briefing.scenes],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def plain(scene: Scene) -> dict[str, Any]:
    """A scene as the file has it: without its order, which is its place in the list; a year as a
    number, a quarter or month as text."""
    found = {**asdict(scene), "regions": list(scene.regions), "points": list(scene.points)}
    del found["order"]
    for name in ENDS:
        if found[name] is not None and frequency(found[name]) != ANNUAL:
            found[name] = written_period(found[name])
    return found


def read(content: bytes, file: str, known: Known) -> Briefing:
    """The briefing of a file; `file` names it in the faults. Raises BrokenBriefing."""
    if len(content) > LARGEST:
        raise _broken(file, "", f"{len(content)} 字节", f"不能大于 {LARGEST} 字节")
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _broken(file, "", None, f"不是完整的 JSON（{error}）") from error
    faults = schema_faults(found, SCHEMA, file)
    if faults:
        raise BrokenBriefing(faults)
    listed = _scenes(found["scenes"], file, known)
    return Briefing(found["name"], str(found["revision"]), listed, found.get("owner", ""))


def scenes_of(rows: object, file: str, known: Known) -> tuple[Scene, ...]:
    """The scenes of a list as a file or a request has it. Raises BrokenBriefing."""
    faults = schema_faults(rows, SCENES_SCHEMA, file, ("scenes",))
    if faults or not isinstance(rows, list):
        raise BrokenBriefing(faults)
    return _scenes(rows, file, known)


def _scenes(rows: Sequence[Mapping[str, Any]], file: str, known: Known) -> tuple[Scene, ...]:
    """The scenes of rows that have the form. Raises BrokenBriefing where they name what is not."""
    faults: list[Fault] = []
    found = tuple(_scene(row, i) for i, row in enumerate(rows, start=1))
    seen: set[str] = set()
    for scene in found:
        place = f"{file}，第 {scene.order} 页"
        for column, value, expected in flaws(scene, known):
            faults.append(Fault(place, None, column, str(value), expected))
        if scene.scene_id in seen:
            faults.append(Fault(place, None, "scene_id", scene.scene_id, "不能与其他页面重复"))
        seen.add(scene.scene_id)
    if faults:
        raise BrokenBriefing(faults)
    return found


def _scene(row: Mapping[str, Any], order: int) -> Scene:
    known = {field.name for field in fields(Scene)}
    values = {name: value for name, value in row.items() if name in known}
    ends = {n: period(values[n]) for n in ENDS if isinstance(values.get(n), str)}
    lists = {name: tuple(row.get(name, ())) for name in ("regions", "points")}
    return Scene(**{**values, **ends, **lists, "order": order})


def schema_faults(
    found: object, schema: Mapping[str, Any], file: str, at: tuple[str, ...] = ()
) -> list[Fault]:
    """What keeps a value from having the form of the schema, in the order of the file."""
    from jsonschema import Draft202012Validator  # a twentieth of the start; few ask for a briefing

    errors: Iterable[ValidationError] = Draft202012Validator(schema).iter_errors(found)
    in_order = sorted(errors, key=lambda error: [str(part) for part in error.absolute_path])
    return [_fault(error, file, (*at, *error.absolute_path)) for error in in_order]


def _fault(error: "ValidationError", file: str, path: tuple[str | int, ...]) -> Fault:
    place, column = file, None
    for part in path:
        if isinstance(part, int) and place == file:
            place = f"{file}，第 {part + 1} 页"
        elif isinstance(part, str):
            column = part
    kind = str(error.validator)
    value = _shown(error.instance) if not isinstance(error.instance, dict | list) else None
    if kind == "additionalProperties":
        extra = sorted(set(error.instance) - set(error.schema["properties"]))
        value = "、".join(extra)[:80]
    expected = EXPECTED.get(kind, str(error.message)).format(value=_wanted(error))
    return Fault(place, None, column, value, expected)


def _wanted(error: "ValidationError") -> str:
    wanted = error.validator_value
    if error.validator == "type":
        kinds = wanted if isinstance(wanted, list) else [wanted]
        return "或".join(TYPES.get(str(kind), str(kind)) for kind in kinds)
    if error.validator == "required":
        return "、".join(name for name in wanted if name not in error.instance)
    if error.validator == "pattern" and wanted == NAME:
        return NAME_IN_WORDS
    if isinstance(wanted, list):
        return "、".join(str(one) for one in wanted if one is not None)
    return str(wanted)


def _shown(value: object) -> str:
    return "空" if value is None else str(value)[:80]


def _broken(file: str, column: str, value: str | None, expected: str) -> BrokenBriefing:
    return BrokenBriefing([Fault(file, None, column or None, value, expected)])
