"""Google as a program sees it: each request answered, refused, lost on the way or applied late."""

import contextlib
import json
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from . import drive
from .boxes import Area
from .discovery import SHEETS
from .errors import Refusal, no_key, violations
from .faults import Faults, Rule
from .masks import keep
from .protection import guarded
from .quota import Quota
from .replies import Reply, as_json, page
from .routes import Call, Route, check, find
from .world import World

BAD_GATEWAY = "The server encountered a temporary error and could not complete your request."
LARGEST = 10 * 1024 * 1024
WORDS = {
    "403": "The caller does not have permission",
    "429": "Resource has been exhausted (e.g. check quota).",
    "500": "Internal error encountered.",
    "503": "The service is currently unavailable.",
}


@dataclass(frozen=True)
class Seen:
    """One request in the log: no values, only what was asked and what came of it."""

    method: str
    path: str
    status: int | None  # None: never answered
    fault: str | None


@dataclass
class _Late:
    call: Call
    route: Route
    left: int | None


class Service:
    """The whole stand-in without its HTTP server; every request goes through `handle`, one at a time."""

    def __init__(
        self,
        world: World | None = None,
        clock: Callable[[], float] = time.monotonic,
        *,
        seed: int = 0,
        check_answers: bool = False,
    ) -> None:
        self.world = world or World(seed)
        self.quota = Quota(clock)
        self.faults = Faults(seed)
        self.check_answers = check_answers
        self.delay = 0.0  # seconds until each answer goes out; waited outside of the lock
        self.log: deque[Seen] = deque(maxlen=100_000)
        self.counts: Counter[str] = Counter()
        self.errors: list[BaseException | None] = []  # what failed inside: each is a fault of the stand-in
        self._late: list[_Late] = []

    def handle(self, method: str, target: str, body: bytes) -> Reply:
        """Return what to send back for one request; `target` is its path and query as they came."""
        with self.world.lock:
            self._apply_due()
            rule = self.faults.strike(method, target)
            reply = self._struck(rule, method, target, body) if rule else self._answered(method, target, body)
            status = None if reply.drop or reply.hold else reply.status
            self.log.append(Seen(method, urlsplit(target).path, status, rule.kind if rule else None))
            return reply

    def apply_late(self) -> int:
        """Apply what is still on its way, in its order; return how many requests that were."""
        with self.world.lock:
            waiting, self._late = self._late, []
            for late in waiting:
                self._quietly(late)
            return len(waiting)

    def _apply_due(self) -> None:
        for late in list(self._late):
            if late.left is not None:
                late.left -= 1
                if late.left <= 0:
                    self._late.remove(late)
                    self._quietly(late)

    def _quietly(self, late: _Late) -> None:
        with contextlib.suppress(Refusal):  # nobody is there any more to hear it
            self._apply(late.route, late.call)
        self.counts["late"] += 1

    def _struck(self, rule: Rule, method: str, target: str, body: bytes) -> Reply:
        self.counts[f"fault {rule.kind}"] += 1
        if rule.kind == "lost":
            return self._lost(method, target, body)
        if rule.kind.startswith("applied_then_"):
            self._answered(method, target, body)
            return self._unclear(rule.kind.removeprefix("applied_then_"), rule)
        if rule.kind == "applied_late":
            call = self._call(method, target, body)
            route = find(call)
            if route is not None:
                self._late.append(_Late(call, route, rule.after))
            return self._unclear(rule.answer, rule)
        return self._unclear(rule.kind, rule)

    def _unclear(self, kind: str, rule: Rule) -> Reply:
        if kind == "drop":
            return Reply(drop=True)
        if kind == "timeout":
            return Reply(drop=True, hold=-1 if rule.hold is None else rule.hold)
        if kind in ("502", "html_502"):
            return page(502, "Server Error", BAD_GATEWAY)
        refusal = no_key() if kind == "401" else Refusal(int(kind), WORDS[kind])
        return as_json(refusal.code, refusal.envelope)

    def _lost(self, method: str, target: str, body: bytes) -> Reply:
        """Answer as if all were well; then the rows that were appended are gone: another program, which looked for
        the end of the table at the same time, wrote its own over them and took those away again."""
        books = list(self.world.books.values())
        before = {(book.id, sheet.id): sheet.last_row() for book in books for sheet in book.sheets}
        reply = self._answered(method, target, body)
        for book in books:
            for sheet in book.sheets:
                top = before.get((book.id, sheet.id), 0)
                area = Area(top, max(top, len(sheet.rows)), 0, sheet.column_count)
                sheet.change(area, lambda cell: cell._replace(value=None))
        return reply

    def _handled(self, route: Route, call: Call) -> dict[str, Any]:
        book = self.world.books.get(call.parts[0]) if call.parts else None
        if route.kind == "Read" or book is None or book.id in self.world.private:
            return route.handler(self.world, call)
        before = book.frozen()
        try:
            return guarded(book, lambda: route.handler(self.world, call)) or {}
        except BaseException:
            book.thaw(before)  # half a write is none
            raise

    def _call(self, method: str, target: str, body: bytes) -> Call:
        parts = urlsplit(target)
        query = parse_qs(parts.query, keep_blank_values=True)
        try:
            content = json.loads(body) if body else None
        except ValueError:
            content = body
        return Call(method, parts.path, query, content, raw=body)

    def _answered(self, method: str, target: str, body: bytes) -> Reply:
        if len(body) > LARGEST:
            return page(413, "Request Entity Too Large", "Your client issued a request that was too large.")
        call = self._call(method, target, body)
        try:
            if call.path.startswith(("/drive/", "/upload/drive/")):
                return drive.answer(self.world, call, checked=self.check_answers)
            route = find(call)
            if route is None:
                return page(404, "Not Found", "The requested URL was not found on this server.")
            return as_json(200, self._apply(route, call, counted=True))
        except Refusal as refusal:
            return as_json(refusal.code, refusal.envelope)

    def _apply(self, route: Route, call: Call, *, counted: bool = False) -> dict[str, Any]:
        if counted:
            self.quota.use(route.kind)
            self.counts[route.kind.lower()] += 1
        if isinstance(call.body, bytes):
            raise violations([("", "Invalid JSON payload received. Unexpected token.")])
        check(route, call)
        answer = self._handled(route, call)
        if route.kind == "Write" and call.parts:
            self.world.changed(self.world.book(call.parts[0]))
        if self.check_answers and (faults := SHEETS.faults(route.answer, answer)):
            raise AssertionError(f"{call.method} {call.path} is answered wrongly: {faults}")
        return answer if route.masked else keep(call.mask(), answer)
