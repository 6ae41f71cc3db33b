"""What describes the lists to other programs: their structure in SDMX, and a Data Package."""

from collections.abc import Callable, Mapping
from datetime import datetime

import orjson

from analysis import links
from data.model.catalog import Catalog
from reports.sdmx.structure import structure
from serving.files import BEIJING, MIMETYPES, Body
from serving.lists.formats import STRUCTURE_ML
from serving.lists.package import data_package

DOCUMENTS: Mapping[str, Callable[[Catalog], Body]] = {
    links.STRUCTURE: lambda catalog: Body(structure(catalog, datetime.now(BEIJING)), STRUCTURE_ML),
    links.PACKAGE: lambda catalog: Body(orjson.dumps(data_package(catalog)), MIMETYPES["json"]),
}
