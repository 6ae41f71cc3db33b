"""The register of enterprises and projects at the desk: a file of it that came in, what a draft
changes in it, its template and its rows."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from analysis import links
from components.desk.ids import deed, form
from components.desk.intake import MERGE, SKIP, faults_parts
from components.desk.parts import button, message, unchanged_text
from data.imports.register_file import RegisterFile
from data.imports.register_merging import FACTOR, RegisterChanges, RegisterMerged

WHOLE = "register-whole"  # that what the file lacks has ended
NAME = "企业和项目登记表"
TEMPLATE, ROWS = "register-template.xlsx", "register.xlsx"
HOW = "企业和项目登记表另有模板，填写后同样在草稿中上传；页面和文件只用它的合计，少于 3 个的不列。"


def file_parts(found: RegisterFile, done: RegisterMerged, absent: int) -> list[Any]:
    """What a file says, and what it would change; `absent`: how many of the draft's entities, not
    ended, it does not list."""
    told = f"识别为：{NAME}，{len(found.entries) + _rows(found)} 行"
    parts: list[Any] = [message(told, "info"), *faults_parts(found.faults)]
    if not found.entries:
        return [*parts, html.P("没有可并入的行。")]
    if absent:
        label = f"文件是完整名册：其中没有的 {absent} 个企业和项目记为注销或终止"
        parts.append(dbc.Checkbox(id=form(WHOLE), label=label, value=False))
    if found.faults:
        label = f"有误的 {_rows(found)} 行不并入，只并入其余各行"
        parts.append(dbc.Checkbox(id=form(SKIP), label=label, value=False))
    told = f"与草稿相比：{counts_text(_counts(done))}{unchanged_text(done.unchanged)}。"
    return [
        *parts,
        html.P(told),
        html.Div([button("并入草稿", deed(MERGE))], className="desk-row"),
    ]


def _rows(found: RegisterFile) -> int:
    """The rows that have a fault."""
    return len({one.cell.ref.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for one in found.faults})


def _counts(done: RegisterMerged) -> Mapping[str, Sequence[str]]:
    return {"新增": done.new, "变更": done.changed, "注销或终止": done.ended}


def counts_text(counts: Mapping[str, Sequence[str]]) -> str:
    """新增 3 个，变更 2 个."""
    parts = [f"{word} {len(found)} 个" for word, found in counts.items() if found]
    return "，".join(parts) or "没有变化"


def merged_text(done: RegisterMerged) -> str:
    """What was taken in."""
    return f"{NAME}：{counts_text(_counts(done))}"


def changes_parts(found: RegisterChanges) -> list[Any]:
    """What a draft changes in the register, in a sentence; names and codes are not told, for who
    reviews a draft need not be who may have the rows."""
    if not found.is_any:
        return []
    said = {
        "新增": found.new,
        "变更": found.changed,
        "注销或终止": found.ended,
        "删去": found.removed,
    }
    return [html.P(f"{NAME}：{counts_text(said)}。")]


def questions_of(found: RegisterChanges) -> dict[str, tuple[str, str]]:
    """What is asked of a draft's register, by keys: what of, and what is to be looked at."""
    asked = {
        "renamed": (found.renamed, "代码相同而名称不同，请核对是否更名、代码有无误填"),
        "moved": (found.moved, "改了类别、所在地、产业链或环节，请核对"),
        "jumped": (
            found.jumped,
            f"数值与此前相差 {FACTOR} 倍以上，请核对计量单位是否为万元",
        ),
        "removed": (found.removed, "不再列出：注销或终止的应改状态，不应删行"),
    }
    return {
        f"register-{name}-{len(codes)}": (f"{NAME}：{len(codes)} 个", text)
        for name, (codes, text) in asked.items()
        if codes
    }


def template_parts(may_have_rows: bool) -> list[Any]:
    """The register's template, and its rows for who may have them."""
    ways = [html.A(f"下载{NAME}模板", href=links.desk(TEMPLATE))]
    if may_have_rows:
        ways.append(html.A("下载现行登记表（逐条，记入台账）", href=links.desk(ROWS)))
    return [html.P(HOW, className="mt-3 mb-1"), html.Div(ways, className="desk-row")]
