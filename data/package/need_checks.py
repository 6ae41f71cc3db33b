"""Faults of tables that lack what a page names by itself, or what one of their rows names."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from data.model.needs import CODED, NEEDS
from data.package.faults import FIRST_ROW, Fault

Tables = Mapping[str, list[dict[str, Any]]]
# What an operand of a check names: a claim, a region, a tier, a kind of fields. Others are words.
OPERANDS = (
    (re.compile(r"([A-Z]\d+)"), "claims", "claim_id"),
    (re.compile(r"(\d{6}|JJJ)"), "regions", "region_code"),
    (re.compile(r"platforms:(\w+)(?::.*)?"), "tiers", "tier"),
    (re.compile(r"fields:(\w+)"), "plan_fields", "kind"),
)


def need_faults(tables: Tables) -> Iterable[Fault]:
    """Every row that pages need and that is not there; every name that rows use and none has."""
    for need in NEEDS:
        wanted = need.cells.items()
        if not any(all(row[name] == cell for name, cell in wanted) for row in tables[need.table]):
            yield Fault(
                f"tables/{need.table}.csv",
                None,
                "、".join(need.cells),
                "、".join(need.cells.values()),
                f"没有这一行，而{need.use_zh}要用它：请补上这一行，连同属于它的数据",
            )
    yield from _code_faults(tables)
    yield from _operand_faults(tables)


def _code_faults(tables: Tables) -> Iterable[Fault]:
    """Codes that rows use and no codelist names; each once, where it is first used."""
    known = {(row["codelist"], row["code"]) for row in tables["codelists"]}
    for (table, column), codelist in CODED.items():
        for number, row in enumerate(tables[table], start=FIRST_ROW):
            code = row[column]
            if code is not None and (codelist, code) not in known:
                known.add((codelist, code))
                expected = f"codelists.csv 中 {codelist} 没有这个代码：请补上名称，或改用已有的"
                yield Fault(f"tables/{table}.csv", number, column, code, expected)


def _operand_faults(tables: Tables) -> Iterable[Fault]:
    """Operands of checks that name what is not there."""
    for number, row in enumerate(tables["claim_checks"], start=FIRST_ROW):
        for operand in (row["operands"] or "").split(";"):
            for pattern, table, column in OPERANDS:
                found = pattern.fullmatch(operand)
                if found and found[1] not in {one[column] for one in tables[table]}:
                    expected = f"{table}.csv 的 {column} 中没有 {found[1]}：请补上，或改正这里"
                    yield Fault("tables/claim_checks.csv", number, "operands", operand, expected)
