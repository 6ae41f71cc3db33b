"""What the words of a register's file stand for, from the tables of an edition."""

from collections import Counter

from data.imports.register_file import Names
from data.model.areas import PREFECTURE
from data.model.catalog import Catalog


def names_of(catalog: Catalog) -> Names:
    """Areas of the three regions by code, by name where only one has it, and by the name behind
    that of the prefecture or province (石家庄市长安区); chains, stages and industries by id and
    name."""
    own = {region.region_code for region in catalog.provinces}
    areas = [
        area
        for area in catalog.areas.by_code.values()
        if area.level not in ("nation", "aggregate") and catalog.areas.province_of(area.code) in own
    ]
    by_code = catalog.areas.by_code
    count = Counter(area.name_zh for area in areas)
    found = {area.code: area.code for area in areas}
    for area in areas:
        above = [by_code[code] for code in catalog.areas.above(area.code) if code in found]
        if count[area.name_zh] == 1:
            found[area.name_zh] = area.code
        for one in above:
            found[f"{one.name_zh}{area.name_zh}"] = area.code
            if one.level == PREFECTURE:
                found[f"{by_code[one.parent].name_zh}{one.name_zh}{area.name_zh}"] = area.code
    plan = catalog.plan
    chains = {one.chain_id: one.chain_id for one in plan.chains}
    chains |= {one.name_zh: one.chain_id for one in plan.chains}
    chains |= {one.later_zh: one.chain_id for one in plan.chains if one.later_zh}
    stages = {one.stage: one.stage for one in plan.stages}
    stages |= {one.name_zh: one.stage for one in plan.stages}
    industries = {name: code for (kind, code), name in catalog.names.items() if kind == "industry"}
    return Names(found, chains, stages, industries)
