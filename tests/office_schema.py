"""Office files against the schemas and the semantic rules of the Open XML SDK, which is what Office
itself reads by (openxml-audit): a file without a fault opens without being repaired."""

from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from openxml_audit.context import ValidationContext
from openxml_audit.schema.validator import SchemaValidator

FORMAT = FileFormat.OFFICE_2019
WHOLE, PARTS = OpenXmlValidator(file_format=FORMAT), SchemaValidator()


def faults(content: bytes) -> list[str]:
    """All that is wrong in a file, whichever it is: its parts, what they are to each other, ids."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(content)
        return [_said(one) for one in WHOLE.validate(path).errors]


def part_faults(xml: bytes) -> list[str]:
    """All that is wrong in a part alone, such as a chart, by its schema."""
    context = ValidationContext(package=None, file_format=FORMAT, max_errors=0, strict=True)
    part = SimpleNamespace(xml=etree.fromstring(xml), uri="/part.xml")
    return [_said(one) for one in PARTS.validate_part(part, context)]


def _said(one: object) -> str:
    return f"{getattr(one, 'part_uri', '')} {getattr(one, 'path', '')} {one.description}"
