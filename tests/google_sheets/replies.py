"""What goes back on a connection."""

import json
from dataclasses import dataclass
from typing import Any


@dataclass
class Reply:
    """One answer. `drop` closes the connection without a word; `hold` keeps it open in silence first: so many
    seconds, or, with -1, until the program hangs up."""

    status: int = 200
    content: bytes = b""
    kind: str = "application/json; charset=UTF-8"
    drop: bool = False
    hold: float = 0.0


def as_json(status: int, content: Any) -> Reply:
    """Return an answer in JSON."""
    return Reply(status, json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())


def page(status: int, title: str, words: str) -> Reply:
    """Return an answer as a web page, as Google's front door gives one when what is behind it does not answer."""
    html = (
        f"<!DOCTYPE html>\n<html lang=en>\n<title>Error {status} ({title})!!1</title>\n"
        f"<p><b>{status}.</b> <ins>That’s an error.</ins>\n<p>{words} <ins>That’s all we know.</ins>\n"
    )
    return Reply(status, html.encode(), "text/html; charset=UTF-8")
