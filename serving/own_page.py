"""Who may write: the product's own pages, under a name that is the product's own.

A page elsewhere is known by what browsers say of its origin. A name of another's that is made to
point here (DNS rebinding) has an origin equal to its host, so the host is looked at too: an address
in digits cannot be made to point elsewhere, a name must be known.
"""

import ipaddress
import socket
from collections.abc import Collection
from urllib.parse import urlsplit

from flask import request

from serving.responses import JSON

SETTING = "ALLOWED_HOSTS"
HEADER = "X-Jing-Jin-Ji"  # what our scripts send with every write: no form elsewhere can
OURS = "1"  # what it says


def names(setting: str, listens_on: str) -> frozenset[str]:
    """The host names that writes may be sent to: those of the setting (apart by commas or spaces;
    ".example.org" stands for all below it), and this machine's: localhost, what it is called,
    and the name it listens on."""
    machine = socket.gethostname()
    own = ("localhost", machine, machine.partition(".")[0], listens_on)
    found = (*setting.replace(",", " ").split(), *own)
    return frozenset(name.lower().rstrip(".") for name in found if name)


def refusal(allowed: Collection[str]) -> str:
    """Why the request may not write, in words; "" if it may."""
    host = _name(request.host)
    if not _is_own(host, allowed):
        return (
            f"没有保存：这里不认得网站地址中的主机名“{host[:80]}”，"
            f"请管理员把它写入环境变量 {SETTING}（多个用逗号分开），再重新启动"
        )
    site = request.headers.get("Sec-Fetch-Site")
    origin = urlsplit(request.headers.get("Origin", "")).netloc
    is_own = site == "same-origin" if site is not None else origin == request.host
    if not is_own or request.headers.get(HEADER) != OURS:
        return "只接受本站页面的请求"
    if request.method != "DELETE" and request.mimetype != JSON:
        return "内容应为 JSON（Content-Type: application/json）"
    return ""


def _name(host: str) -> str:
    """The name of a host with its port, "" where it is none."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_own(host: str, allowed: Collection[str]) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        above = (host[at:] for at, letter in enumerate(host) if letter == ".")
        return host in allowed or any(name in allowed for name in above)
    return True
