"""The structure of the observations as SDMX-ML 2.1: code lists, concepts, the data structure and
the dataflow, by the SDMX 2.1 schemas (SDMXMessage.xsd)."""

from datetime import datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from data.model.catalog import Catalog
from reports.sdmx.codes import CodeList, code_lists
from reports.sdmx.components import (
    AGENCY,
    ATTRIBUTE,
    COMPONENTS,
    CONCEPTS,
    DIMENSION,
    FLOW,
    OF_ALL,
    STRUCTURE,
    TIME,
    VALUE,
    VERSION,
    Component,
)

ROOT = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/"
MES, STR, COM = (f"{{{ROOT}{name}}}" for name in ("message", "structure", "common"))
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
PREFIXES = {"mes": "message", "str": "structure", "com": "common"}
OWN = {"agencyID": AGENCY, "version": VERSION, "isFinal": "false"}
Names = tuple[str, str]


def structure(catalog: Catalog, now: datetime) -> bytes:
    """The document of an edition, written at this time."""
    for prefix, name in PREFIXES.items():
        ElementTree.register_namespace(prefix, f"{ROOT}{name}")
    root = Element(f"{MES}Structure")
    _header(root, catalog, now)
    within = SubElement(root, f"{MES}Structures")
    _flow(SubElement(within, f"{STR}Dataflows"))
    lists = SubElement(within, f"{STR}Codelists")
    for one in code_lists(catalog):
        _code_list(lists, one)
    _concepts(SubElement(within, f"{STR}Concepts"))
    _data_structure(SubElement(within, f"{STR}DataStructures"))
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _header(root: Element, catalog: Catalog, now: datetime) -> None:
    header = SubElement(root, f"{MES}Header")
    SubElement(header, f"{MES}ID").text = f"{FLOW}_{catalog.digest}"
    SubElement(header, f"{MES}Test").text = "false"
    SubElement(header, f"{MES}Prepared").text = now.isoformat(timespec="seconds")
    SubElement(header, f"{MES}Sender", id=AGENCY)


def _named(parent: Element, tag: str, names: Names, **attributes: str) -> Element:
    """Something with an id and names; a second name only where there is one."""
    found = SubElement(parent, f"{STR}{tag}", attributes)
    for language, text in zip(("zh", "en"), names, strict=True):
        if text:
            SubElement(found, f"{COM}Name", {LANGUAGE: language}).text = text
    return found


def _flow(parent: Element) -> None:
    names = ("京津冀产业协同发展监测：观测值", "Jing-Jin-Ji monitor: observations")
    flow = _named(parent, "Dataflow", names, id=FLOW, **OWN)
    _reference(SubElement(flow, f"{STR}Structure"), STRUCTURE, "datastructure", "DataStructure")


def _code_list(parent: Element, one: CodeList) -> None:
    found = _named(parent, "Codelist", (one.name_zh, one.name_en), id=one.name, **OWN)
    for code in one.codes:
        own = SubElement(found, f"{STR}Code", id=code.code)
        for tag, language, text in (
            ("Name", "zh", code.name_zh),
            ("Name", "en", code.name_en),
            ("Description", "zh", code.meaning_zh),
        ):
            if text:
                SubElement(own, f"{COM}{tag}", {LANGUAGE: language}).text = text


def _concepts(parent: Element) -> None:
    names = ("观测值的概念", "Concepts of the observations")
    scheme = _named(parent, "ConceptScheme", names, id=CONCEPTS, **OWN)
    for one in COMPONENTS:
        _named(scheme, "Concept", (one.name_zh, one.name_en), id=one.name)


def _data_structure(parent: Element) -> None:
    names = ("观测值的数据结构", "Data structure of the observations")
    found = _named(parent, "DataStructure", names, id=STRUCTURE, **OWN)
    within = SubElement(found, f"{STR}DataStructureComponents")
    dimensions = SubElement(within, f"{STR}DimensionList", id="DimensionDescriptor")
    for place, one in enumerate(_of(DIMENSION, TIME), 1):
        tag = "TimeDimension" if one.kind == TIME else "Dimension"
        _component(dimensions, tag, one, position=str(place))
    attributes = SubElement(within, f"{STR}AttributeList", id="AttributeDescriptor")
    for one in _of(ATTRIBUTE, OF_ALL):
        status = "Mandatory" if one.is_required else "Conditional"
        own = _component(attributes, "Attribute", one, assignmentStatus=status)
        related = SubElement(own, f"{STR}AttributeRelationship")
        if one.kind == OF_ALL:
            SubElement(related, f"{STR}None")
        else:
            SubElement(SubElement(related, f"{STR}PrimaryMeasure"), "Ref", id="OBS_VALUE")
    measures = SubElement(within, f"{STR}MeasureList", id="MeasureDescriptor")
    for one in _of(VALUE):
        _component(measures, "PrimaryMeasure", one)


def _of(*kinds: str) -> list[Component]:
    return [one for one in COMPONENTS if one.kind in kinds]


def _component(parent: Element, tag: str, one: Component, **attributes: str) -> Element:
    found = SubElement(parent, f"{STR}{tag}", {"id": one.name, **attributes})
    identity = SubElement(found, f"{STR}ConceptIdentity")
    SubElement(
        identity,
        "Ref",
        {
            "id": one.name,
            "maintainableParentID": CONCEPTS,
            "maintainableParentVersion": VERSION,
            "agencyID": AGENCY,
            "package": "conceptscheme",
            "class": "Concept",
        },
    )
    form = SubElement(found, f"{STR}LocalRepresentation")
    if one.codes:
        _reference(SubElement(form, f"{STR}Enumeration"), one.codes, "codelist", "Codelist")
    else:
        SubElement(form, f"{STR}TextFormat", textType=one.text)
    return found


def _reference(parent: Element, name: str, package: str, kind: str) -> None:
    own = {"id": name, "version": VERSION, "agencyID": AGENCY, "package": package, "class": kind}
    SubElement(parent, "Ref", own)
