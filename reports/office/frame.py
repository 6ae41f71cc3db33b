"""The Frame: the room a chart has and the type it is set in."""

from dataclasses import dataclass

SANS = "微软雅黑"


@dataclass(frozen=True, slots=True)
class Frame:
    """Width and height in points, the size of the type in points, the font of Chinese and that of
    Latin letters and digits; `is_plain` for print in black: lines are told apart by dash and mark,
    areas by texture."""

    width: float
    height: float
    size: float = 14.0
    font: str = SANS
    latin: str = SANS
    is_plain: bool = False
