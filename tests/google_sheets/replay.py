"""Recorded exchanges of the real service, played to the stand-in one by one.

Ids are mapped as they first appear. A recording begins after Drive made its spreadsheet, so each one is made with the
title that the recording first gives it.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from .service import Service

Exchange = dict[str, Any]
IDS = ("spreadsheetId", "sheetId", "namedRangeId", "protectedRangeId")


class Outcome(NamedTuple):
    """What came of one exchange; `why` is empty when the answers are the same."""

    recording: str
    number: int
    request: str
    why: str


class Replay:
    """One recording, played to a service of its own."""

    def __init__(self, recording: Path) -> None:
        self.name = recording.stem
        self.exchanges: list[Exchange] = json.loads(recording.read_text(encoding="utf-8"))
        self.service = Service(check_answers=True)
        self.ours: dict[tuple[str, str], Any] = {}  # (kind of id, recorded id) to the stand-in's own

    def outcomes(self) -> Iterator[Outcome]:
        """Play the recording and yield what came of each exchange."""
        for number, exchange in enumerate(self.exchanges):
            self._prepare(number, exchange)
            target, body = self._target(exchange), self._mapped(exchange["body"])
            content = json.dumps(body).encode() if body is not None else b""
            reply = self.service.handle(exchange["method"], target, content)
            answer = json.loads(reply.content)
            self._learn(exchange["answer"], answer)
            expected = self._mapped(exchange["answer"])
            why = ""
            if reply.status != exchange["status"]:
                why = f"status {reply.status} instead of {exchange['status']}"
            elif answer != expected:
                why = difference(expected, answer)
            kinds = ", ".join(kind for one in (exchange["body"] or {}).get("requests", []) for kind in one)
            short = re.sub(r"/v4/spreadsheets/[\w-]{20,}", "", exchange["path"])
            yield Outcome(self.name, number, f"{exchange['method']} {short} {kinds}".strip(), why)

    def _prepare(self, number: int, exchange: Exchange) -> None:
        """Make the spreadsheet that Drive made before the recording began."""
        key = _key(exchange)
        if ("spreadsheetId", key) in self.ours or exchange["status"] == 404:
            return
        title, locale, zone = "Untitled", "en_US", "Etc/GMT"
        for later in self.exchanges[number:]:
            if _key(later) == key and "properties" in later["answer"]:
                title = later["answer"]["properties"]["title"]
                break
        book = self.service.world.create(title, locale=locale)
        book.properties["timeZone"] = zone
        self.ours["spreadsheetId", key] = book.id
        if exchange["status"] == 403:
            self.service.world.private.add(book.id)

    def _target(self, exchange: Exchange) -> str:
        key = _key(exchange)
        path = exchange["path"].replace(key, str(self.ours.get(("spreadsheetId", key), key)), 1)
        match = re.fullmatch(r"(.*/values/)(.*?)(:append|:clear)?", path, re.DOTALL)
        if match and (match[3] is None or exchange["method"] == "POST"):
            path = match[1] + quote(match[2], safe="") + (match[3] or "")
        query = urlencode([(name, value) for name, value in exchange["query"]])
        return path + (f"?{query}" if query else "")

    def _mapped(self, value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: self._mapped(held, key) for key, held in value.items()}
        if isinstance(value, list):
            return [self._mapped(held, name) for held in value]
        if name in IDS:
            return self.ours.get((name, str(value)), value)
        if name == "spreadsheetUrl":
            return re.sub(r"/d/([\w-]+)/", lambda m: f"/d/{self.ours.get(('spreadsheetId', m[1]), m[1])}/", value)
        return value

    def _learn(self, recorded: Any, ours: Any) -> None:
        """Take down which of our ids stands where the recording has one of its own."""
        if isinstance(recorded, dict) and isinstance(ours, dict):
            for name in recorded.keys() & ours.keys():
                if name in IDS:
                    self.ours.setdefault((name, str(recorded[name])), ours[name])
                self._learn(recorded[name], ours[name])
        elif isinstance(recorded, list) and isinstance(ours, list):
            for one, other in zip(recorded, ours, strict=False):
                self._learn(one, other)


def _key(exchange: Exchange) -> str:
    match = re.match(r"/v4/spreadsheets/([\w-]+)", exchange["path"])
    return match[1] if match else ""


def difference(expected: Any, answer: Any, path: str = "") -> str:
    """Return the first place where two answers differ, without what stands there."""
    if isinstance(expected, dict) and isinstance(answer, dict):
        for name in sorted(expected.keys() | answer.keys()):
            if name not in expected or name not in answer:
                return f"{path}.{name} is {'missing' if name in expected else 'too much'}"
            if expected[name] != answer[name]:
                return difference(expected[name], answer[name], f"{path}.{name}")
    if isinstance(expected, list) and isinstance(answer, list):
        for index, (one, other) in enumerate(zip(expected, answer, strict=False)):
            if one != other:
                return difference(one, other, f"{path}[{index}]")
        return f"{path} has {len(answer)} instead of {len(expected)}"
    return f"{path} differs"
