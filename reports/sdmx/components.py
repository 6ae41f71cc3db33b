"""What an observation has in SDMX: its dimensions, its value, its attributes, and where each takes
its codes from. Rows and structure are written from this one table."""

from dataclasses import dataclass

AGENCY, FLOW, VERSION = "JJJ_MONITOR", "OBSERVATIONS", "1.0"
STRUCTURE, CONCEPTS = "DSD_OBSERVATIONS", "CS_OBSERVATIONS"
FLOW_ID = f"{AGENCY}:{FLOW}({VERSION})"
DIMENSION, TIME, VALUE, ATTRIBUTE, OF_ALL = "dimension", "time", "value", "attribute", "of_all"
MISSING = "O"  # of SDMX CL_OBS_STATUS: a value that there is none of, without a reason


@dataclass(frozen=True, slots=True)
class Component:
    """A column of an observation: what it is (`kind`; `of_all`: an attribute of all of them), its
    names, the list its codes are of ("": plain values of the type `text`)."""

    name: str
    kind: str
    name_zh: str
    name_en: str
    codes: str = ""
    text: str = "String"
    is_required: bool = False


COMPONENTS = (
    Component("FREQ", DIMENSION, "频率", "Frequency", "CL_FREQ"),
    Component("INDICATOR", DIMENSION, "指标", "Indicator", "CL_INDICATOR"),
    Component("REF_AREA", DIMENSION, "地区", "Reference area", "CL_AREA"),
    Component("SCALE", DIMENSION, "数值形式", "Form of the value", "CL_SCALE"),
    Component("TIME_PERIOD", TIME, "期间（季、月自年初累计）", "Time period",
              text="ObservationalTimePeriod"),
    Component("OBS_VALUE", VALUE, "数值", "Observation value", text="Double"),
    Component("OBS_STATUS", ATTRIBUTE, "数据状态", "Observation status", "CL_OBS_STATUS",
              is_required=True),
    Component("UNIT_MEASURE", ATTRIBUTE, "单位", "Unit of measure", is_required=True),
    Component("DECIMALS", ATTRIBUTE, "小数位数", "Decimals", text="Integer"),
    Component("QUALIFIER", ATTRIBUTE, "限定词", "Word that qualifies the value"),
    Component("AS_OF", ATTRIBUTE, "时点（非年末）", "Point in time other than the end of the year"),
    Component("IS_COMPUTED", ATTRIBUTE, "是否计算", "Computed, not published", text="Boolean"),
    Component("FORMULA", ATTRIBUTE, "计算公式", "Formula"),
    Component("TRUST", ATTRIBUTE, "可信度", "How far the value is trusted", "CL_TRUST"),
    Component("SOURCE", ATTRIBUTE, "来源", "Source"),
    Component("PUBLISHER", ATTRIBUTE, "发布单位", "Publisher"),
    Component("COMMENT_OBS", ATTRIBUTE, "备注", "Comment"),
    Component("DATA_VERSION", OF_ALL, "数据版本", "Version of the data", is_required=True),
    Component("MARK", OF_ALL, "密级标识", "Mark of the site"),
)  # fmt: skip
