"""The check sign of a 统一社会信用代码 (GB 32100—2015)."""

SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # without I, O, Z, S, V
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
LENGTH = len(WEIGHTS) + 1


def check_sign(body: str) -> str:
    """The last sign of a code by its first 17 (GB 32100—2015, annex A: 31 less the weighted sum of
    the signs' values modulo 31). Raises ValueError for a sign that no code has."""
    total = sum(SIGNS.index(sign) * weight for sign, weight in zip(body, WEIGHTS, strict=True))
    return SIGNS[-total % len(SIGNS)]


def is_credit_code(code: str) -> bool:
    """Whether a code has 18 signs of the standard, the last of which fits the others."""
    if len(code) != LENGTH or set(code) - set(SIGNS):
        return False
    return check_sign(code[:-1]) == code[-1]
