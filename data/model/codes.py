"""Codes of regions that code must know: the three together, and the nation."""

JJJ = "JJJ"
NATION = "000000"
