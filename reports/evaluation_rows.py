"""A row of the evaluation's long table: one number, what it is, whose, of which year."""

from dataclasses import dataclass

from reports.columns import Columns, FileColumn

# What a row is, in words, by its kind.
KINDS = {
    "ratio": "两地之比",
    "measure": "指标值",
    "share": "占三地比重",
    "cv": "变异系数",
    "cv_weighted": "变异系数（人口加权）",
    "theil": "泰尔指数",
    "sector_share": "行业比重",
    "quotient": "区位商",
    "krugman": "专业化指数（Krugman）",
    "similarity": "结构相似系数",
    "official": "官方指数，当期公布",
    "official_before": "官方指数，同一期所含的上年数值",
    "index": "自算指数",
    "dimension": "自算指数的维度",
    "band_low": "自算指数的下限",
    "band_high": "自算指数的上限",
    "other_choice": "自算指数的另一算法",
    "contribution": "对上一年变动的贡献",
    "contribution_since": "对基期以来变动的贡献",
    "effect": "取法对末年的影响",
    "link": "组成项的对数变动（按希望的方向）",
    "measure_formula": "度量的算法",
    "measure_input": "度量所用指标",
    "part_formula": "组成项的算法",
    "part_dimension": "组成项的维度",
    "part_input": "组成项所用指标",
    "weight": "维度权重（按比例使用）",
    "published": "公布值",
    "break": "口径调整",
}


@dataclass(frozen=True, slots=True)
class EvaluationRow:
    """One number: its `kind` (a key of KINDS), id and name of what it is of, the region, and what
    it is set against (`base`: a region's code, an edition, the year before a break) or made of (an
    indicator, a form, a dimension); None
    where there is no number, and `note` says why or what must be known."""

    kind: str
    item: str
    name: str
    region_code: str
    region: str
    base: str
    year: int
    value: float | None
    unit: str
    note: str

    @property
    def kind_name(self) -> str:
        """What it is, in words."""
        return KINDS[self.kind]


COLUMNS: Columns = (
    FileColumn("类别", 30, ("kind", "kind_name")),
    FileColumn("编号", 26, "item"),
    FileColumn("名称", 34, "name"),
    FileColumn("地区代码", 10, "region_code"),
    FileColumn("地区", 10, "region"),
    FileColumn("对照", 12, "base"),
    FileColumn("年份", 8, "year"),
    FileColumn("数值", 18, "value"),
    FileColumn("单位", 12, "unit"),
    FileColumn("说明", 60, "note"),
)
