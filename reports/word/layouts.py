"""The layouts of text documents."""

from collections.abc import Mapping
from enum import StrEnum

from reports.word.design import Design
from reports.word.official import OFFICIAL
from reports.word.ordinary import ORDINARY


class Layout(StrEnum):
    """The layouts, by the name an address knows them by."""

    OFFICIAL = "official"
    ORDINARY = "ordinary"


NAMES: Mapping[Layout, str] = {Layout.OFFICIAL: "公文版式", Layout.ORDINARY: "一般版式"}


DESIGNS: Mapping[Layout, Design] = {Layout.OFFICIAL: OFFICIAL, Layout.ORDINARY: ORDINARY}
