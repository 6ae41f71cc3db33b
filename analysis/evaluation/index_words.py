"""What is said of our own index in words: titles, what the reader changed and what that does, how
it is computed, and what it cannot say."""

from analysis.evaluation.bands import ALPHA, DRAWS
from analysis.evaluation.what_if import FIRST_YEAR, READ, WhatIf
from analysis.series.quantities import MINUS, number, rounded

NAME = "自算指数"
DECIMALS = 1
NO_DESIGN = "本版数据没有自算指数的组成项。"
FORMULA = (
    "每项的变动取对数，按希望的方向取正；同一维度各项取平均，各维度按权重平均，逐年连乘。",
    "只用前后两年三地都有数值、其间没有口径调整的项；缺值或口径调整的年份去掉该环，不补不接。",
    "每年至少要有一半维度可以计算。各项贡献以对数计，相加恰为指数变动；点数按对数平均折算。",
    f"权重不同：各维度权重随机取 {DRAWS:,} 组（狄利克雷分布，α={ALPHA:g}），取其 5%—95%。",
)
LIMITS = (
    "没有数值的项，视同与所在维度的其他项同步变动。",
    "各维度权重相等是一种选择；权重不同时的范围以阴影表示。",
    "只反映变动，不反映水平；水平的差距见与河北之比。",
    "各项同时向好不等于相互协调，也不说明原因。",
    "自算指数不是官方指数，与官方指数的数值不可相减。",
)
CANNOT = "只反映变动，不反映水平，也不说明原因；自算指数不是官方指数，与官方指数的数值不可相减。"


def title(year: int, value: float, weights: tuple[float, float]) -> str:
    """自算指数：2024 年 143.0（权重不同时 135.1—151.5）."""
    low, high = (level(one) for one in weights)
    return f"{NAME}：{year} 年 {level(value)}（权重不同时 {low}—{high}）"


def subtitle(count: int, base: int) -> str:
    """What the line is: 链式几何，22 项，2014 年=100；…"""
    return f"链式几何，{count} 项，{base} 年=100；缺值与口径调整处去掉该环，不补不接"


def level(value: float) -> str:
    """A level of the index as it is read."""
    return number(value, DECIMALS)


def moved(points: float) -> str:
    """A difference in points as it is read, with its sign: +1.2, −0.3, 0.0."""
    text = number(abs(points), DECIMALS)
    if not rounded(points, DECIMALS):
        return text
    return f"{'+' if points > 0 else MINUS}{text}"


def result(chosen: WhatIf, year: int, usual: float | None, value: float) -> str:
    """What the changes do to the last year: 2024 年由 143.0 变为 141.2; "" without changes."""
    if chosen == WhatIf():
        return ""
    if chosen.is_rescaled_only:
        return f"只是换算基期，走势不变：{year} 年为 {level(value)}"
    if usual is None:
        return f"{year} 年为 {level(value)}"
    if level(usual) == level(value):
        return f"{year} 年仍为 {level(value)}"
    base = f"（均以 {chosen.base} 年为 100）" if chosen.base != FIRST_YEAR else ""
    return f"{year} 年由 {level(usual)} 变为 {level(value)}{base}"


def no_index(chosen: WhatIf) -> str:
    """Why no index can be computed."""
    if chosen == WhatIf():
        return "本版数据没有足够的数值，指数无法计算。"
    if chosen.trust == READ:
        return "取自发布机构页面或文件的数值不足，指数无法计算。"
    return "所选的组成项不足以计算指数。"
