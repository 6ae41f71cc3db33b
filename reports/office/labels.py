"""Labels of values inside a native chart, as its XML has them. A label that says no more than name
and number follows the sheet when that is edited; one with a qualifier is text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

RIGHT, ABOVE, BELOW, CENTRE, BEYOND = "r", "t", "b", "ctr", "outEnd"
# Office's own part of a set of labels: lines from points to the labels that were moved away.
LEADERS = (
    "<c:extLst><c:ext uri='{CE6537A1-D6FC-4f65-9D91-7224C49458BB}' "
    "xmlns:c15='http://schemas.microsoft.com/office/drawing/2012/chart'>"
    "<c15:showLeaderLines val='1'/></c:ext></c:extLst>"
)


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a point: its text ("": the sheet's own number in `number_format`, after the
    name of the series where it `has_name`), where it stands, its colour, by which part of the
    chart's height it is moved down from there, of its width to the right, and the colour of its
    ground ("": none)."""

    text: str
    place: str
    colour: str
    number_format: str = ""
    has_name: bool = False
    is_bold: bool = False
    moved: float = 0.0
    beside: float = 0.0
    ground: str = ""


def put_labels(
    series: Any, labels: Mapping[int, Label], size: float, *, is_led: bool = False
) -> None:
    """Give the points of a series, by their place, their labels, with lines to those that were
    moved away where they are `led`; the others have none."""
    parts = "".join(_label(place, labels[place], size) for place in sorted(labels))
    none = _shown(is_value=False, is_name=False)
    series._element._insert_dLbls(
        parse_xml(
            f"<c:dLbls {nsdecls('c', 'a')}>{parts}{none}{LEADERS if is_led else ''}</c:dLbls>"
        )
    )


def _label(place: int, one: Label, size: float) -> str:
    run = _run(one, size)
    is_own = bool(one.text)
    text = (
        "<c:tx><c:rich><a:bodyPr wrap='none'/><a:p>"
        f"<a:pPr><a:defRPr{run[0]}>{run[1]}</a:defRPr></a:pPr>"
        f"<a:r><a:rPr lang='zh-CN'{run[0]}>{run[1]}</a:rPr><a:t>{escape(one.text)}</a:t></a:r>"
        "</a:p></c:rich></c:tx>"
    )
    form = f"<c:numFmt formatCode={_quoted(one.number_format)} sourceLinked='0'/>"
    look = (
        "<c:txPr><a:bodyPr wrap='none'/><a:p>"
        f"<a:pPr><a:defRPr{run[0]}>{run[1]}</a:defRPr></a:pPr><a:endParaRPr lang='zh-CN'/>"
        "</a:p></c:txPr>"
    )
    moved = (
        f"<c:layout><c:manualLayout><c:x val='{one.beside:.4f}'/><c:y val='{one.moved:.4f}'/>"
        "</c:manualLayout></c:layout>"
        if one.moved or one.beside
        else ""
    )
    return (
        f"<c:dLbl><c:idx val='{place}'/>{moved}{text if is_own else form}"
        f"<c:spPr>{_ground(one)}<a:ln><a:noFill/></a:ln></c:spPr>{'' if is_own else look}"
        f"<c:dLblPos val='{one.place}'/>"
        f"{_shown(is_value=True, is_name=one.has_name)}</c:dLbl>"
    )


def _ground(one: Label) -> str:
    return _solid(one.ground) if one.ground else "<a:noFill/>"


def _solid(colour: str) -> str:
    return f"<a:solidFill><a:srgbClr val='{colour.removeprefix('#').upper()}'/></a:solidFill>"


def _run(one: Label, size: float) -> tuple[str, str]:
    """Attributes and children of the run: size, weight, colour."""
    return f" sz='{round(size * 100)}' b='{int(one.is_bold)}'", _solid(one.colour)


def _shown(*, is_value: bool, is_name: bool) -> str:
    flags: Sequence[tuple[str, bool]] = (
        ("LegendKey", False), ("Val", is_value), ("CatName", False), ("SerName", is_name),
        ("Percent", False), ("BubbleSize", False),
    )  # fmt: skip
    shown = "".join(f"<c:show{name} val='{int(is_on)}'/>" for name, is_on in flags)
    return f"{shown}<c:separator> </c:separator>" if is_name else shown


def _quoted(text: str) -> str:
    return "'" + escape(text, {"'": "&apos;", '"': "&quot;"}) + "'"
