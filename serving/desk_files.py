"""Files of the desk: its styles, the template to fill in, and what comes in piece by piece."""

import base64
import binascii
import logging
from functools import cache
from pathlib import Path
from typing import Any

from dash import Dash
from flask import Response, request
from werkzeug.wrappers import Response as BaseResponse

from callbacks.desk.desk import Desk
from components import custom_properties
from components.desk.template import ALL, EVERY, FREQUENCIES, FREQUENCY, THEME
from data.editions.deeds import Refused
from data.editions.uploads import NoUpload
from reports.template import template, template_csv, template_rows
from serving import desk_register
from serving.responses import json_response, offer
from serving.statics import bootstrap_css

log = logging.getLogger(__name__)

STYLES = ("core/tokens.css", "changes/changes.css", "desk/desk.css")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


def register(app: Dash, desk: Desk, assets: Path) -> None:
    """The styles, the templates, and files that come in."""
    desk_register.register(app, desk)

    @app.server.get("/styles.css")
    def styles() -> BaseResponse:
        answer = Response(_styles(assets), mimetype="text/css")
        answer.add_etag()
        return answer.make_conditional(request)

    @app.server.get("/template.<kind>")
    def filled_template(kind: str) -> Response | tuple[str, int]:
        return _template(desk, kind, request.args.get(THEME, ALL), request.args.get(FREQUENCY, "A"))

    @app.server.post("/upload")
    def upload() -> Response:
        """A piece of a file: id ("" for the first), byte at which it begins, base64."""
        try:
            desk.allowed("upload", "")
            return json_response(_piece(desk, request.get_json(silent=True)), 200)
        except (Refused, NoUpload) as refused:
            return json_response({"error": str(refused)}, 403)
        except OSError as error:
            log.error("a piece of a file could not be written", exc_info=error)
            return json_response({"error": "服务器没有写成，请与管理员联系"}, 507)


def _template(desk: Desk, kind: str, theme: str, frequency: str) -> Response | tuple[str, int]:
    """The template as a file to keep."""
    if kind not in ("xlsx", "csv"):
        return "没有这种格式的模板。", 404
    catalog = desk.catalog(desk.base())
    chosen = [name for name, row in catalog.indicators.items() if theme in (ALL, row.theme)]
    if not chosen or frequency not in FREQUENCIES:
        return "没有这个主题或频率。", 404
    rows = template_rows(catalog, chosen, frequency)
    content = template(catalog, rows) if kind == "xlsx" else template_csv(rows)
    answer = Response(content, content_type=XLSX if kind == "xlsx" else CSV)
    subject = EVERY if theme == ALL else catalog.themes[theme].name_zh
    told = f"{subject}_{FREQUENCIES[frequency]}_{catalog.version}.{kind}"
    plain = f"jjj-template-{theme}-{frequency}-{catalog.version}.{kind}"
    return offer(answer, plain, f"京津冀监测_填报模板_{told}")


def _piece(desk: Desk, body: Any) -> dict[str, Any]:
    match body:
        case {"id": str(upload_id), "place": int(place), "content": str(content)} if place >= 0:
            try:
                piece = base64.b64decode(content, validate=True)
            except (binascii.Error, ValueError) as error:
                raise NoUpload("文件没有传完整，请重新上传") from error
            upload_id = upload_id or desk.uploads.begin()
            return {"id": upload_id, "place": desk.uploads.append(upload_id, place, piece)}
    raise NoUpload("请求格式不正确")


@cache
def _styles(assets: Path) -> str:
    own = [(assets / name).read_text(encoding="utf-8") for name in STYLES]
    bootstrap = bootstrap_css().read_text(encoding="utf-8")
    return "\n".join([bootstrap, custom_properties.PAGES, *own])
