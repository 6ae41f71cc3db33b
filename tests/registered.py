"""Registers made up in tests: no firm is called so, and no code of theirs was ever given out."""

import csv
import json
import random
import shutil
from dataclasses import replace

from data.cube.memory import MemoryCube
from data.cube.register import REGISTER
from data.model.credit_codes import check_sign
from data.model.register import Register

HEADER = (
    "code", "name_zh", "kind", "area_code", "chain_id", "stage", "industry", "size", "status",
    "started", "ended", "value", "value_year",
)  # fmt: skip
AREAS = (
    "110101", "110105", "110108", "110115", "120101", "120116", "130100", "130102", "130109",
    "130202", "130600", "130602", "131002",
)  # fmt: skip
CHAINS = ("nev", "biomedicine", "robotics")
STAGES = ("rnd", "parts", "product", "application", "services")


def credit_code(number):
    """A code whose last sign fits; its body says that it is made up."""
    body = f"91000000MADE{number:05d}"
    return body + check_sign(body)


def entity(number, **said):
    """A row of the table, as its text."""
    row = {
        "code": credit_code(number), "name_zh": f"虚构企业{number:04d}", "kind": "enterprise",
        "area_code": "110108", "chain_id": "robotics", "stage": "product", "industry": "C34",
        "size": "small", "status": "operating", "started": "2020-05", "ended": "",
        "value": "1200.5", "value_year": "2024",
    }  # fmt: skip
    return {**row, **said}


def entities(count, seed=0):
    """So many rows, spread over areas, links and years as chance would have it."""
    chance = random.Random(seed)
    return [
        entity(
            number,
            kind="project" if number % 4 == 0 else "enterprise",
            **({"code": f"2024-000000-34-03-{number:06d}", "name_zh": f"虚构项目{number:04d}"}
               if number % 4 == 0 else {}),
            area_code=chance.choice(AREAS),
            chain_id=chance.choice(CHAINS),
            stage=chance.choice(STAGES),
            started=str(chance.randint(2012, 2025)),
            value=str(chance.randint(1, 90_000)),
        )
        for number in range(count)
    ]  # fmt: skip


def cube_row(row):
    """A row as the cube has it."""
    return (
        row["kind"], row["area_code"], f"{row['area_code'][:2]}0000", row["chain_id"],
        row["stage"], row["industry"], row["size"], row["status"],
        int((row["started"] or "0")[:4]), int(row["value_year"] or 0),
        float(row["value"]) if row["value"] else None,
    )  # fmt: skip


def registered(catalog, rows):
    """The catalog with a register of these rows."""
    cube = MemoryCube(REGISTER, [cube_row(row) for row in rows])
    return replace(catalog, register=Register(cube, is_held=True))


def write_register(package, rows):
    """Put rows into the table of a data package."""
    with (package / "tables" / "register.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADER, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def package_with(edition, folder, rows):
    """A copy of the edition with a register, in a folder."""
    shutil.copytree(edition, folder)
    write_register(folder, rows)
    descriptor = folder / "datapackage.json"
    found = json.loads(descriptor.read_text(encoding="utf-8"))
    descriptor.write_text(json.dumps({**found, "version": "2026-12-01"}, ensure_ascii=False))
    return folder
