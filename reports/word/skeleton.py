"""The package of an empty text document of a design, as bytes: all parts that do not depend on
what is in it. python-docx opens it, and the document is written into it."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from reports.word.design import Design, Face
from reports.word.markup import DECLARED, HEADER, plain, tone
from reports.word.pages import even_footer, header, odd_footer, section
from reports.word.styles import numbering, styles

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
# Part of word/, the ends of its content type and of its relation.
PARTS = (
    ("styles", "styles", "styles"),
    ("numbering", "numbering", "numbering"),
    ("settings", "settings", "settings"),
    ("fontTable", "fontTable", "fontTable"),
    ("footer1", "footer", "footer"),
    ("footer2", "footer", "footer"),
    ("header1", "header", "header"),
)
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
# The roles of the theme's colours: text, grounds, six accents, links.
COLOURS = {
    "dk1": "ink",
    "lt1": "surface",
    "dk2": "body",
    "lt2": "hair",
    "accent1": "beijing",
    "accent2": "tianjin",
    "accent3": "hebei",
    "accent4": "jjj",
    "accent5": "nation",
    "accent6": "tier-zone",
    "hlink": "accent",
    "folHlink": "tier-pilot_zone",
}


def skeleton(design: Design, running: tuple[str, str]) -> bytes:
    """An empty document; `running` is what stands at the left and right above every page."""
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations((("rId1", "officeDocument", "word/document.xml"),)),
        "word/_rels/document.xml.rels": _relations(
            (
                *((f"rId{n}", kind, f"{name}.xml") for n, (name, _, kind) in _numbered()),
                ("rId20", "theme", "theme/theme1.xml"),
            )
        ),
        "word/document.xml": f"{HEADER}<w:document {DECLARED}><w:body>{_section(design)}</w:body>"
        "</w:document>",
        "word/styles.xml": styles(design),
        "word/numbering.xml": numbering(design),
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(design),
        "word/footer1.xml": odd_footer(),
        "word/footer2.xml": even_footer(),
        "word/header1.xml": header(design, *running),
        "word/theme/theme1.xml": theme(design),
    }
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def _numbered() -> list[tuple[int, tuple[str, str, str]]]:
    return list(enumerate(PARTS, start=1))


def _section(design: Design) -> str:
    by_name = {name: f"rId{number}" for number, (name, _, _) in _numbered()}
    head = by_name["header1"] if design.has_head else ""
    return section(design, (by_name["footer1"], by_name["footer2"]), head)


def _types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind, _ in PARTS
    )
    return (
        f'{HEADER}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
        f'{overrides}<Override PartName="/word/theme/theme1.xml" ContentType="{THEME_TYPE}"/>'
        "</Types>"
    )


def _relations(found: tuple[tuple[str, str, str], ...]) -> str:
    each = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, kind, target in found
    )
    return f'{HEADER}<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def settings() -> str:
    """word/settings.xml: left and right pages differ, as in print on both sides."""
    return (
        f'{HEADER}<w:settings {DECLARED}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" '
        'w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" '
        'w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" '
        'w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table(design: Design) -> str:
    """word/fontTable.xml: every typeface by its name, with the one that takes its place."""
    faces = [*design.theme, *(each.face for each in design.types.values()), design.own]
    named = [face for face in faces if not face.is_theme]
    latin = dict.fromkeys(face.latin for face in named)
    chinese = dict.fromkeys(face.chinese for face in named)
    fonts = [_font(name, "", "00", design) for name in latin]
    fonts += [_font(name, design.altered.get(name, ""), "86", design) for name in chinese]
    return f"{HEADER}<w:fonts {DECLARED}>{''.join(fonts)}</w:fonts>"


def _font(name: str, altered: str, charset: str, design: Design) -> str:
    other = f'<w:altName w:val="{plain(altered)}"/>' if altered else ""
    family = "swiss" if name in {face.latin for face in design.theme[:1]} else "roman"
    return (
        f'<w:font w:name="{plain(name)}">{other}<w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family if charset == "00" else "auto"}"/>'
        f'<w:pitch w:val="variable"/></w:font>'
    )


def theme(design: Design) -> str:
    """word/theme/theme1.xml: the two typefaces, and the regions' colours as accents."""
    colours = "".join(
        f'<a:{role}><a:srgbClr val="{tone(named)}"/></a:{role}>' for role, named in COLOURS.items()
    )
    major, minor = (
        _theme_face(*pair) for pair in zip(("major", "minor"), design.theme, strict=True)
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEADER}<a:theme xmlns:a="{DRAWING}" name="京津冀监测"><a:themeElements>'
        f'<a:clrScheme name="京津冀监测">{colours}</a:clrScheme>'
        f'<a:fontScheme name="京津冀监测">{major}{minor}</a:fontScheme>'
        f'<a:fmtScheme name="京津冀监测"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _theme_face(part: str, face: Face) -> str:
    east = plain(face.chinese)
    return (
        f'<a:{part}Font><a:latin typeface="{plain(face.latin)}"/><a:ea typeface="{east}"/>'
        f'<a:cs typeface=""/><a:font script="Hans" typeface="{east}"/></a:{part}Font>'
    )
