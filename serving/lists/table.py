"""Every list of the API: to add one is to add a row."""

from dataclasses import asdict

from analysis import links
from analysis.pages import PAGES, Page
from analysis.plan import address as plan_address
from reports import areas, claims, evaluation, evaluation_rows, place_lists, places, progress
from reports import changes as changed
from reports import plan_chains as chain_rows
from reports import plan_parts as part_rows
from reports.latest import LatestRow
from reports.official_names import NAME_COLUMNS, NameRow
from reports.published import PUBLISHED_COLUMNS, PublishedRow
from reports.records import COLUMNS, Record
from reports.resources import RESOURCE_COLUMNS, ResourceRow
from serving.api_keys import MEASURE
from serving.lists import changes, indicators, latest, names, plan, values
from serving.lists import places as found_places
from serving.lists.formats import JSON, WITH_BOOK, WITH_SDMX
from serving.lists.listed import COUNT, SAID, TEXT, TEXTS, Listed

ONLY_JSON = (JSON,)
SHOWN = PAGES[Page.INDICATORS].keys
REGION, THEME, SPAN = "region", "theme", ("from", "to")
OF_PLAN = (REGION, THEME, *SPAN)
OF_PLACES, OF_AREAS = PAGES[Page.PLATFORMS].keys, PAGES[Page.AREAS].keys
OF_EVALUATION, OF_CHANGES = PAGES[Page.EVALUATION].keys, PAGES[Page.CHANGES].keys
OF_FACTS = (REGION, MEASURE, *plan_address.KEYS)
A_SERIES = {"$ref": "#/components/schemas/Series"}
SERIES = {"title": TEXT, "filters": TEXT, "series": {"type": "array", "items": A_SERIES}}
FACTS = {"title": TEXT, "filters": TEXT, "note": TEXT, "count": COUNT}
COUNTED, NEWEST = {"count": COUNT}, {"count": COUNT, "notes": TEXTS}
TWO = {**SAID, "headline": TEXT, "from_version": TEXT, "from_digest": TEXT}

SERIES_LISTS = (
    Listed(links.RESOURCES, "resources", "Resource", "信息资源目录", (THEME,), ResourceRow,
           RESOURCE_COLUMNS, indicators.resources, formats=WITH_BOOK),
    Listed(links.CATALOGUE, "indicators", "Indicator", "指标目录", (THEME,), None, (),
           indicators.indicators, COUNTED, formats=ONLY_JSON, as_entry=dict,
           named=indicators.NAMES),
    Listed(links.ROWS, "observations", "Observation", "视图数值", SHOWN, Record, COLUMNS,
           values.observations, SERIES, formats=WITH_SDMX, is_indented=True),
    Listed(links.VALUES, "values", "PublishedValue", "全部公布值", (REGION, THEME), PublishedRow,
           PUBLISHED_COLUMNS, values.published, formats=WITH_SDMX),
    Listed(links.NEWEST, "latest", "LatestValue", "主要指标最新进度", (REGION,), LatestRow, (),
           latest.newest, NEWEST, formats=ONLY_JSON, as_entry=asdict),
)  # fmt: skip
PLAN_LISTS = (
    Listed(links.PROGRESS, "facts", "Fact", "方案措施的进展", OF_FACTS, progress.FactRow,
           progress.FACT_COLUMNS, plan.progress, FACTS, is_indented=True),
    Listed(links.NAMES, "names", "OfficialName", "官方名单", (REGION,), NameRow, NAME_COLUMNS,
           names.official_names, COUNTED),
    Listed(links.PLAN, "parts", "PlanPart", "方案的重点任务与保障措施", OF_PLAN,
           part_rows.PartRow, part_rows.PART_COLUMNS, plan.parts),
    Listed(links.PLAN_MEASURES, "measures", "PlanMeasure", "方案措施", (REGION, THEME),
           part_rows.MeasureRow, part_rows.MEASURE_COLUMNS, plan.measures),
    Listed(links.PLAN_GOALS, "goals", "PlanGoal", "方案的目标、定位与原则", (),
           part_rows.GoalRow, part_rows.GOAL_COLUMNS, plan.goals),
    Listed(links.PLAN_LINKS, "links", "PlanLink", "方案各项措施的依据", (THEME,),
           chain_rows.LinkRow, chain_rows.LINK_COLUMNS, plan.speaking),
    Listed(links.PLAN_CHAINS, "chains", "PlanChain", "方案的重点产业链", (REGION,),
           chain_rows.ChainRow, chain_rows.CHAIN_COLUMNS, plan.chains),
    Listed(links.PLAN_NODES, "nodes", "PlanNode", "产业链环节", (REGION,), chain_rows.NodeRow,
           chain_rows.NODE_COLUMNS, plan.nodes),
    Listed(links.CLAIMS, "claims", "Claim", "方案数字及核对", (REGION, THEME),
           claims.CheckedClaim, claims.CHECKED_COLUMNS, plan.claims),
    Listed(links.CLAIM_CHECKS, "checks", "ClaimCheck", "方案数字的逐项核对", (REGION, THEME),
           claims.CheckRow, claims.CHECK_COLUMNS, plan.checks),
)  # fmt: skip
PLACE_LISTS = (
    Listed(links.PLACES, "platforms", "Platform", "产业合作平台", OF_PLACES, places.PlaceRow,
           places.PLACE_COLUMNS, found_places.platforms),
    Listed(links.PLACE_INDUSTRIES, "industries", "PlatformIndustry", "各产业的平台数", OF_PLACES,
           places.IndustryRow, places.INDUSTRY_COLUMNS, found_places.industries),
    Listed(links.PLACE_FLOWS, "flows", "Flow", "北京流向津冀的技术合同", SPAN, places.FlowRow,
           places.FLOW_COLUMNS, found_places.flows),
    Listed(links.PLACE_LISTS, "lists", "PlatformList", "平台名录", (), place_lists.ListRow,
           place_lists.LIST_COLUMNS, found_places.lists),
    Listed(links.PLACE_STATEMENTS, "statements", "PlatformStatement", "平台名录的依据", (),
           place_lists.StatementRow, place_lists.STATEMENT_COLUMNS, found_places.statements),
    Listed(links.AREAS, "counties", "AreaCounty", "县（市、区）的行业比重与区位商", OF_AREAS,
           areas.CountyRow, areas.COUNTY_COLUMNS, found_places.counties),
    Listed(links.AREA_SHIFT, "shift", "AreaShift", "两次普查的行业比重", OF_AREAS,
           areas.ShiftRow, areas.SHIFT_COLUMNS, found_places.shift),
    Listed(links.AREA_PRODUCTS, "products", "AreaProduct", "设区市地区生产总值", OF_AREAS,
           areas.ProductYear, areas.PRODUCT_COLUMNS, found_places.products),
    Listed(links.EVALUATION, "rows", "EvaluationRow", "协同评价的全部数字", OF_EVALUATION,
           evaluation_rows.EvaluationRow, evaluation_rows.COLUMNS, found_places.evaluated),
    Listed(links.WATCHED, "watch", "WatchRow", "回落清单", OF_EVALUATION, evaluation.WatchRow,
           evaluation.WATCH_COLUMNS, found_places.watched),
)  # fmt: skip
CHANGE_LISTS = (
    Listed(links.CHANGES, "values", "ChangedValue", "两版之间的数值变动", OF_CHANGES,
           changed.ValueRow, changed.VALUE_COLUMNS, changes.values, TWO, is_of_editions=True),
    Listed(links.CHANGED_MARKS, "marks", "ChangedMark", "两版之间的标注变动", OF_CHANGES,
           changed.MarkRow, changed.MARK_COLUMNS, changes.marks, TWO, is_of_editions=True),
    Listed(links.CHANGED_SENTENCES, "sentences", "ChangedSentence", "两版之间的表述变动",
           OF_CHANGES, changed.SentenceRow, changed.SENTENCE_COLUMNS, changes.sentences, TWO,
           is_of_editions=True),
    Listed(links.CHANGED_ITEMS, "items", "ChangedItem", "两版之间的条目变动", OF_CHANGES,
           changed.ItemRow, changed.ITEM_COLUMNS, changes.items, TWO, is_of_editions=True),
)  # fmt: skip
LISTS: tuple[Listed, ...] = (*SERIES_LISTS, *PLAN_LISTS, *PLACE_LISTS, *CHANGE_LISTS)
