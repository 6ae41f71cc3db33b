"""How a verdict on a gap is marked: two triangles that move apart or together, and a class."""

from analysis.coordination.gaps import LEVEL, NARROWER, WIDER

MARKS = {WIDER: ("◁▷", "wider"), NARROWER: ("▷◁", "narrower"), LEVEL: ("＝", "level")}
