"""What is wrong with a store of facts, told to who runs the server before a visitor meets it."""

import logging

from data.cube.contract import StoreAway
from data.model.catalog import Catalog
from data.package.facts import unknown

log = logging.getLogger(__name__)


def say_unknown(catalog: Catalog) -> None:
    """Say which sources and qualifiers a store has that the tables lack. All else runs on: only
    pages of these indicators fail, in the same words."""
    try:
        for sentence in unknown(catalog):
            log.error("数据有误：%s。", sentence)
    except StoreAway as away:
        log.warning("没有核对事实库的来源和限定词（%s）；照常运行。", away)
