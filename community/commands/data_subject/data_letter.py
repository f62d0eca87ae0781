"""What we hold about a person, as text that they can read."""

import json
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from community.settings import Community
from community.tables import TABLES

_TIMES = {"at": "Came in", "changed_at": "Last changed", "by": "Written by"}


def letter(told: Mapping[str, Any], community: Community) -> str:
    """The text, 100 letters wide. `told` is what `everything` returns, with the time it was made."""
    parts = [
        f"What {community.name} keeps about {told['person']}",
        f"Made on {told['made_at'][:10]}. Run by {community.run_by}. Questions or corrections: {community.telephone}, "
        f"{community.email}. How long we keep each thing, and why, is on the privacy page of our website.",
    ]
    parts += map(_record, told["records"])
    if told["changes"]:
        parts.append("\n".join(["What was decided, and when", *map(_decision, told["changes"])]))
    if told["may_be_the_same_person"]:
        parts += ["May be the same person", _MAYBE, *map(_record, told["may_be_the_same_person"])]
    if told["mentions"]:
        where = [f"  {m['id']}, {m['field']}: same {', '.join(m['same'])}" for m in told["mentions"]]
        parts += ["Spoken of in words, for whoever sends this to look at", _WORDS, "\n".join(where)]
    return "\n\n".join(textwrap.fill(p, 100) if "\n" not in p else p for p in parts) + "\n"


_MAYBE = (
    "Nobody has said whose requests these are. They give the same telephone number, or the same name and postcode, or "
    "were closed as repeating a request above."
)
_WORDS = (
    "These fields of other people's records speak of the same name, number or email address. Look at each, add what is "
    "about this person, and take this list out."
)


def _record(record: Mapping[str, Any]) -> str:
    lines = [_title(record), *_values(record["table"], record["now"])]
    first = {k: v for k, v in record["received"].items() if record["now"].get(k) != v and k not in ("action", "by")}
    if first:
        lines += ["", "  As it first came in:", *_values(record["table"], first)]
    return "\n".join(lines)


def _title(record: Mapping[str, Any]) -> str:
    taken_back = " (taken back)" if record["now"].get("void") else ""
    return f"{TABLES[record['table']].means}: {record['now']['id']}{taken_back}"


def _values(table: str, row: Mapping[str, Any]) -> Iterator[str]:
    for name, value in row.items():
        if name in _TIMES:
            yield _line(_TIMES[name], value)
        elif name == "extra":
            yield from (_line(question, answer) for question, answer in json.loads(value).items())
        elif name in TABLES[table].by_name:
            yield _line(TABLES[table][name].means, value)


def _line(label: str, value: object) -> str:
    return textwrap.indent(f"{label}: {value}", "    ").replace("    ", "  ", 1)


def _decision(change: Mapping[str, Any]) -> str:
    was, now = change.get("was", "nothing"), change.get("now", "nothing")
    why = f" ({change['reason']})" if change.get("reason") else ""
    return f"  {change['at'][:16].replace('T', ' ')} UTC, {change['by']}: {change['field']} from {was} to {now}{why}"
