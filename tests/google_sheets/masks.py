"""Field masks: `a.b,c(d,e/f)`, as a tree, and what is left of an answer when only that is asked for."""

import re
from typing import Any

from .errors import violations

Mask = dict[str, "Mask"]  # empty: everything below


def parse(text: str) -> Mask:
    """Return the tree of a mask; raises the service's 400 for one that is not well formed."""
    words = re.findall(r"[A-Za-z0-9_]+|\*|[^\sA-Za-z0-9_]", text)
    mask: Mask = {}
    if words and words != ["*"] and _fields(words, 0, [mask]) != len(words):
        raise _malformed(text)
    return mask


def _malformed(text: str) -> Exception:
    return violations([("", f"Request contains an invalid argument: invalid field mask '{text}'.")])


def _fields(words: list[str], at: int, into: list[Mask]) -> int:
    while True:
        at, ends = _path(words, at, into)
        if at < len(words) and words[at] == "(":
            at = _fields(words, at + 1, ends)
            if at >= len(words) or words[at] != ")":
                return -1
            at += 1
        if at >= len(words) or words[at] != ",":
            return at
        at += 1


def _path(words: list[str], at: int, into: list[Mask]) -> tuple[int, list[Mask]]:
    ends = into
    while at < len(words) and (words[at] == "*" or words[at].isidentifier()):
        ends = [end if words[at] == "*" else end.setdefault(words[at], {}) for end in ends]
        at += 1
        if at >= len(words) or words[at] not in "./":
            return at, ends
        at += 1
    return len(words) + 1, ends


def wanted(mask: Mask | None, name: str) -> Mask | None:
    """Return the mask below a field: {} for all of it, None if the field is not asked for."""
    if mask is None:
        return None
    return mask if not mask else mask.get(name)


def keep(mask: Mask, value: Any) -> Any:
    """Return of an answer what the mask asks for."""
    if not mask:
        return value
    if isinstance(value, list):
        return [keep(mask, item) for item in value]
    if isinstance(value, dict):
        return {name: keep(mask[name], held) if mask[name] else held for name, held in value.items() if name in mask}
    return value


def unknown(mask: Mask, schemas: dict[str, Any], schema: str, path: str = "") -> str | None:
    """Return the first path of a mask that the schema does not have."""
    for name, below in mask.items():
        held = schemas[schema].get("properties", {}).get(name)
        if held is None:
            return path + name
        ref = held.get("$ref") or held.get("items", {}).get("$ref")
        if below and not ref:
            return path + name + "." + next(iter(below))
        if below and (found := unknown(below, schemas, ref, path + name + ".")):
            return found
    return None


def merged(old: dict[str, Any] | None, new: dict[str, Any] | None, mask: Mask) -> dict[str, Any]:
    """Return `old` with the fields that the mask names as they are in `new`: absent there means cleared."""
    if not mask:
        return dict(new or {})
    result = dict(old or {})
    for name, below in mask.items():
        value = (new or {}).get(name)
        if below and (isinstance(value, dict) or isinstance(result.get(name), dict)):
            value = merged(result.get(name), value, below) or None
        if value is None:
            result.pop(name, None)
        else:
            result[name] = value
    return result
