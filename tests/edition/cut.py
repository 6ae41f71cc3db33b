"""Cut the edition that the tests read out of a data package: `python tests/edition/cut.py FOLDER`.

Every table keeps its columns. Indicators are left out unless the overview has a card of them, the
plan, a claim or a scene names them, or a test does (NAMED); what belongs to an indicator left out
goes with it. Boundaries are drawn with fewer points, neighbours still sharing theirs.
"""

import csv
import json
import shutil
import sys
from pathlib import Path
from typing import Any

from shapely import coverage_simplify
from shapely.geometry import mapping, shape
from shapely.geometry.polygon import orient

HERE = Path(__file__).parent
TOLERANCE = 0.03  # degrees, as coverage_simplify takes it
NAMED = [
    "bj_to_jh_tech_contracts", "broadband_users", "capital_to_tianjin", "co2_apparent",
    "co2_power", "co2_steel", "computers_per100", "cons_coke", "cpi_prev100",
    "digital_economy_va", "energy_consumption", "energy_intensity_change", "fai_funds_growth",
    "fai_total", "fiscal_expenditure", "gdp_initial", "gdp_per_capita_v4", "gdp_v3", "gdp_v4",
    "incubators", "ind_enterprises", "ind_profit", "ind_valid_inventions", "inventions_per_10k",
    "jjj_dev_index_2010", "jjj_tech_contract_value", "jjj_va_industry", "listed_companies",
    "output_crude_oil", "output_crude_steel", "output_steel", "patent_grants",
    "pct_applications", "population_urban", "rd_intensity_rev", "registered_unemployed",
    "software_products_revenue", "urbanization_rate", "va_secondary", "zgc_branches_hb",
]  # fmt: skip
Row = dict[str, str]


def table(folder: Path, name: str) -> list[Row]:
    with (folder / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, rows: list[Row]) -> None:
    with (HERE / "tables" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def kept_indicators(folder: Path) -> set[str]:
    """The ids that stay, with whatever their rows refer to."""
    rows = {row["indicator_id"]: row for row in table(folder, "indicators")}
    kept = {name for name, row in rows.items() if row["headline"]} | set(NAMED)
    kept |= {r["target_id"] for r in table(folder, "plan_links") if r["kind"] == "indicator"}
    for name, column in (
        ("claim_checks", "indicator_id"), ("scenes", "indicator_id"), ("scenes", "against_id"),
    ):  # fmt: skip
        kept |= {row[column] for row in table(folder, name)}
    fresh = kept & rows.keys()
    kept = set()
    while fresh:
        kept |= fresh
        parts = ("numerator_id", "denominator_id", "superseded_by")
        fresh = {rows[name][part] for name in fresh for part in parts} & rows.keys() - kept
    return kept


def in_whole(row: Row, kept: set[str], wholes: dict[str, str]) -> Row:
    """The row, part of the nearest whole that stays."""
    whole = row["part_of"]
    while whole and whole not in kept:
        whole = wholes[whole]
    return {**row, "part_of": whole}


def cut_tables(folder: Path) -> None:
    kept = kept_indicators(folder)
    wholes = {row["indicator_id"]: row["part_of"] for row in table(folder, "indicators")}
    for path in sorted((folder / "tables").glob("*.csv")):
        shutil.copy(path, HERE / "tables")
    for name in ("indicators", "observations", "breaks", "national_sums", "province_values"):
        write(name, [row for row in table(folder, name) if row["indicator_id"] in kept])
    roles = ("numerator_id", "denominator_id", "weights_id")
    parts = table(folder, "index_parts")
    parts = [row for row in parts if all(row[role] in {"", *kept} for role in roles)]
    counted = {row["dimension"] for row in parts if row["is_on"] == "true"}
    write("index_parts", [row for row in parts if row["dimension"] in counted])
    dimensions = table(folder, "index_dimensions")
    write("index_dimensions", [row for row in dimensions if row["dimension"] in counted])
    sectors = table(folder, "division_sectors")
    write("division_sectors", [row for row in sectors if row["indicator_id"] in kept])
    named = ("observations", "census_areas", "prefecture_gdp", "index_editions")
    used = {row["source_id"] for name in named for row in table(HERE, name)}
    write("indicators", [in_whole(row, kept, wholes) for row in table(HERE, "indicators")])
    write("sources", [row for row in table(folder, "sources") if row["source_id"] in used])


def cut_shapes(folder: Path) -> None:
    for path in sorted((folder / "geo").glob("*.geojson")):
        collection = json.loads(path.read_text(encoding="utf-8"))
        areas = [shape(feature["geometry"]) for feature in collection["features"]]
        for feature, area in zip(
            collection["features"], coverage_simplify(areas, TOLERANCE), strict=True
        ):
            feature["geometry"] = clockwise(area)
        lines = ",\n".join(
            json.dumps(feature, ensure_ascii=False, separators=(",", ":"))
            for feature in collection["features"]
        )
        text = f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
        (HERE / "geo" / path.name).write_text(text, encoding="utf-8")


def clockwise(area: Any) -> Any:
    """GeoJSON whose outer rings run clockwise, as plotly wants them."""
    parts = [orient(polygon, -1) for polygon in getattr(area, "geoms", [area])]
    rings = [mapping(polygon)["coordinates"] for polygon in parts]
    if len(rings) == 1:
        return {"type": "Polygon", "coordinates": rings[0]}
    return {"type": "MultiPolygon", "coordinates": rings}


if __name__ == "__main__":
    for part in ("tables", "geo"):
        (HERE / part).mkdir(exist_ok=True)
    source = Path(sys.argv[1])
    shutil.copy(source / "datapackage.json", HERE)
    cut_tables(source)
    cut_shapes(source)
