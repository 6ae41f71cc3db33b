"""The page of the evaluation and its parts, by the terms that people look for."""

from analysis import links
from analysis.evaluation.others import METHODS
from analysis.pages import PAGES, Page
from analysis.search.entry import Entry
from data.model.catalog import Catalog

# Panels of the page by their ids, what each is found as, and further words that belong to it.
PARTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("gaps", "两地差距", ("两地之比", "差距扩大", "差距缩小", "京冀", "津冀", "京津")),
    ("measures", "泰尔指数和变异系数", ("差距的各项度量", "极差")),
    ("division", "区位商和专业化指数", ("分工", "专业化", "结构相似系数", "Krugman")),
    ("official", "官方指数", ("京津冀区域发展指数",)),
    ("open-index", "自算指数", ("协同指数",)),
    ("what-if", "自算指数的构成", ("维度权重", "各项贡献", "计算方法")),
    ("watch", "回落清单", ()),
    ("others", "耦合协调度", ("为什么不用",)),
)
NAME = PAGES[Page.EVALUATION].name
CONTEXT = "页面"


def evaluation(catalog: Catalog) -> list[Entry]:
    """The page, and each of its parts; the watch list by its signs too, the part on other methods
    by each of them."""
    more = {
        "watch": tuple(sign.name_zh for sign in catalog.watch_signs),
        "others": tuple(said[0] for said, _ in METHODS),
    }
    parts = (
        Entry(links.evaluation(panel), (name,), NAME, others=(*others, *more.get(panel, ())))
        for panel, name, others in PARTS
    )
    return [Entry(links.page(Page.EVALUATION), (NAME,), CONTEXT), *parts]
