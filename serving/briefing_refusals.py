"""Why a briefing is not read or written, as the API says it."""

import errno
import logging
from collections.abc import Iterable
from typing import Any

from flask import Response

from analysis import query
from data.briefings.file import BrokenBriefing, DamagedBriefing
from data.briefings.owners import NotTheirs
from data.briefings.store import NoBriefing, StaleBriefing
from data.model.scenes import FRAMES, LAYOUTS, SCALES
from serving import asking
from serving.responses import json_response

log = logging.getLogger(__name__)

FULL = "没有保存：服务器磁盘已满，原有内容不变，请与管理员联系"


class Refused(Exception):
    """The request cannot be met; `status` and `content` are the answer."""

    def __init__(self, status: int, content: object) -> None:
        super().__init__(status)
        self.status, self.content = status, content


def refusal(error: Exception) -> Response:
    """Why a request was not met, as the API says it."""
    match error:
        case Refused():
            return json_response(error.content, error.status)
        case NoBriefing():
            return json_response({"error": f"没有名为“{str(error)[:40]}”的汇报"}, 404)
        case NotTheirs():
            said = f"这份汇报由“{error.owner}”保存，只有本人或管理员可以改动；可另存为新的名字"
            return json_response({"error": said}, 403)
        case StaleBriefing():
            return json_response({"error": _stale(error.current), "revision": error.current}, 409)
        case DamagedBriefing():
            return json_response({"errors": list(_faults(error))}, 422)
        case BrokenBriefing():
            return json_response({"errors": list(_faults(error))}, 400)
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            log.error("汇报没有保存：磁盘已满。", exc_info=error)
            return json_response({"error": asking.with_number(FULL)}, 507)
    raise error


def _stale(current: str) -> str:
    if not current:
        return "这份汇报已删除或尚未建立"
    return "这份汇报已被修改，请重新打开后再改"


def wrong(error: str, key: str, value: str, *allowed: str) -> Refused:
    """The refusal of one value of what was sent."""
    fault = query.Fault(error, key, value[:200], allowed)
    return Refused(400, {"errors": [fault.as_json()]})


def _faults(broken: BrokenBriefing) -> Iterable[dict[str, Any]]:
    """The faults as the API sends them: the whole sentence, key, value, and what is allowed."""
    allowed = {"layout": tuple(LAYOUTS), "scale": SCALES, "frame": FRAMES}
    for fault in broken.faults:
        key = fault.column or ""
        yield query.Fault(str(fault), key, fault.value or "", allowed.get(key, ())).as_json()
