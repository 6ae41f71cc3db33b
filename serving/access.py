"""Who asks, and what they may do: a name from a trusted proxy, a role from a table, else nothing.

The proxy signs people in and says who it is in two headers, which are believed only from its own
address (TRUSTED_PROXIES). Without one everybody reads and nobody writes; ACCESS=open, for one
machine or a trial, lets everybody write and says so in the log.
"""

import ipaddress
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

from flask import Flask, Request, Response, request

from analysis.pages import REPORT_KINDS
from data.editions.ledger import DONE, REFUSED, Ledger, Record
from data.editions.roles import Role, Roles
from serving.responses import json_response

log = logging.getLogger(__name__)

USER, GROUPS = "X-Remote-User", "X-Remote-Groups"
NAME = "monitor-name"  # the cookie of who works on a machine that is open
OPEN = "open"
READING = ("GET", "HEAD", "OPTIONS")
EVERYBODY = None  # may send this: nothing is written by it
LONGEST = 80  # characters of a name
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

# Every route that takes something, by its rule and method, with the role that may send it.
WRITES: Mapping[tuple[str, str], Role | None] = {
    ("/_dash-update-component", "POST"): EVERYBODY,
    ("/present/preview", "POST"): EVERYBODY,
    ("/present.pptx", "POST"): EVERYBODY,
    **{(f"/reports.{kind}", "POST"): EVERYBODY for kind in REPORT_KINDS},  # own text goes with it
    ("/api/v1/briefings/<name>", "PUT"): Role.READER,
    ("/api/v1/briefings/<name>", "DELETE"): Role.READER,
    ("/api/v1/briefings/<name>/scenes", "POST"): Role.READER,
}
UNKNOWN = "没有保存：登录后方可保存。"
CLOSED = "没有保存：本站只供阅读。登录后方可保存；单机试用可请管理员以 ACCESS=open 启动。"
LACKING = "没有保存：您没有这项权限，请与管理员联系。"


class WrongProxies(ValueError):
    """TRUSTED_PROXIES, or another list of networks, cannot be read."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: `name` "" where nobody is known; `regions` the slugs an editor works for, none:
    all; `address` where the question came from."""

    name: str
    roles: frozenset[Role]
    regions: tuple[str, ...]
    address: str

    def may(self, role: Role) -> bool:
        """Whether the role is among theirs; an admin has every one."""
        return role in self.roles or Role.ADMIN in self.roles


@dataclass(frozen=True)
class Access:
    """Who may do what on this site, and the ledger of what they did."""

    proxies: tuple[Network, ...]
    is_open: bool
    roles: Roles
    ledger: Ledger
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))

    @property
    def is_closed(self) -> bool:
        """Whether nobody can write."""
        return not (self.is_open or self.proxies)

    def visitor(self, asked: Request | None = None) -> Visitor:
        """Who asks; of the request that is being answered, unless another is given."""
        found = asked or request
        address = found.remote_addr or ""
        if self.is_open:
            return Visitor(_name(found.cookies.get(NAME, "")), frozenset(Role), (), address)
        user = _name(found.headers.get(USER, "")) if self._is_trusted(address) else ""
        if not user:
            return Visitor("", frozenset(), (), address)
        listed = found.headers.get(GROUPS, "").replace(";", ",").split(",")
        granted = self.roles.of(user, {_name(group) for group in listed} - {""})
        regions = tuple(dict.fromkeys(r for grant in granted for r in grant.regions))
        is_for_all = any(grant.role != Role.READER and not grant.regions for grant in granted)
        roles = frozenset({Role.READER, *(grant.role for grant in granted)})
        return Visitor(user, roles, () if is_for_all else regions, address)

    def may_preview(self, environ: dict[str, Any]) -> bool:
        """Whether a request may see what is not published yet."""
        visitor = self.visitor(Request(environ))
        return visitor.may(Role.EDITOR) or visitor.may(Role.APPROVER)

    def _is_trusted(self, address: str) -> bool:
        try:
            return any(ipaddress.ip_address(address) in network for network in self.proxies)
        except ValueError:
            return False

    def put_down(self, visitor: Visitor, action: str, subject: str, **said: str) -> None:
        """A row of the ledger: what was done or refused. Raises OSError."""
        row = {"before": "", "after": "", "outcome": DONE, "note": "", **said}
        at = self.now().astimezone(UTC).isoformat(timespec="seconds")
        self.ledger.append(Record(at, visitor.name, visitor.address, action, subject[:200], **row))


def networks(setting: str, name: str = "TRUSTED_PROXIES") -> tuple[Network, ...]:
    """The addresses and networks of a setting of this name, apart by commas or spaces. Raises
    WrongProxies."""
    try:
        return tuple(map(ipaddress.ip_network, setting.replace(",", " ").split()))
    except ValueError as error:
        raise WrongProxies(f"{name}：应为 IP 地址或网段，以逗号分隔（{error}）") from error


def guard(server: Flask, access: Access) -> None:
    """Nothing is taken that WRITES does not know, or from whom may not; what was written and what
    was refused is put down. What failed stays what it was where it cannot be."""

    @server.before_request
    def refuse() -> Response | None:
        if request.method in READING or request.url_rule is None:
            return None
        rule = request.url_rule.rule, request.method
        needed = WRITES.get(rule, Role.ADMIN)
        visitor = access.visitor()
        if needed is EVERYBODY or visitor.may(needed):
            return None
        unknown = CLOSED if access.is_closed else UNKNOWN
        return json_response({"error": LACKING if visitor.name else unknown}, 403)

    @server.after_request
    def put_down(response: Response) -> Response:
        if request.method in READING or request.url_rule is None:
            return response
        if WRITES.get((request.url_rule.rule, request.method), Role.ADMIN) is not EVERYBODY:
            _put_down(access, response)
        return response


def _put_down(access: Access, response: Response) -> None:
    try:
        _write_row(access, response)
    except OSError:
        if response.status_code < 400:
            raise  # nothing is done without a row
        log.exception("一次未成的写入没有记入台账。")


def _write_row(access: Access, response: Response) -> None:
    said = response.get_json(silent=True) if response.is_json else None
    after = said if isinstance(said, dict) else {}
    sent = request.get_json(silent=True) if request.is_json else None
    before = sent if isinstance(sent, dict) else request.args
    access.put_down(
        access.visitor(),
        f"{request.method} {request.url_rule}",
        str((request.view_args or {}).get("name", "")),
        before=str(before.get("revision", ""))[:40],
        after=str(after.get("revision", ""))[:40],
        outcome=DONE if response.status_code < 400 else REFUSED,
        note=str(response.status_code),
    )


def _name(found: str) -> str:
    """A name as a header has it: Latin-1 bytes of UTF-8, or percent-encoded; without what is
    not for reading."""
    with suppress(UnicodeError):
        found = found.encode("latin-1").decode()
    kept = "".join(letter for letter in unquote(found) if letter.isprintable())
    return kept.strip()[:LONGEST]


def say(access: Access) -> None:
    """Say at the start how the site stands."""
    if access.is_open:
        log.warning("ACCESS=open：任何人都可以保存汇报、发布数据；只宜用于单机或试用。")
    elif access.is_closed:
        log.warning("未设置 TRUSTED_PROXIES：本站只供阅读，不接受保存；单机试用可设 ACCESS=open。")
