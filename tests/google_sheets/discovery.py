"""The service's own description of itself, as google-api-python-client ships it: bodies and answers must fit it."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

_NUMERIC = ("integer", "number")
_NUMBERS = {"int32": "TYPE_INT32", "int64": "TYPE_INT64", "double": "TYPE_DOUBLE", "float": "TYPE_FLOAT"}


class Discovery:
    """One discovery document."""

    def __init__(self, name: str) -> None:
        document = files("googleapiclient") / "discovery_cache" / "documents" / f"{name}.json"
        self.document: dict[str, Any] = json.loads(document.read_text(encoding="utf-8"))
        self.schemas: dict[str, Any] = self.document["schemas"]

    def faults(self, schema: str, body: Any, path: str = "") -> list[tuple[str, str]]:
        """Return (field, description) for everything in a body that the schema does not allow, in Google's words.

        Numbers written as text become numbers in the body itself: JSON of protocol buffers may write them so.
        """
        found: list[tuple[str, str]] = []
        self._check({"$ref": schema}, body, path, found)
        return found

    def parameters(self, *path: str) -> dict[str, Any]:
        """Return the query parameters that a method takes, such as ("spreadsheets", "values", "get")."""
        *resources, method = path
        at = self.document
        for name in resources:
            at = at["resources"][name]
        return {**self.document["parameters"], **at["methods"][method].get("parameters", {})}

    def _check(self, kind: dict[str, Any], value: Any, path: str, found: list[tuple[str, str]]) -> None:
        if value is None or _is_text_cell(kind, value):  # for JSON of protocol buffers null is the same as absent
            return
        if "$ref" in kind:
            kind = self.schemas[kind["$ref"]]
        name = kind.get("type")
        if name == "object":
            self._object(kind, value, path, found)
        elif name == "array":
            self._array(kind, value, path, found)
        elif name != "any" and not _fits(kind, value):
            found.append((path, f"Invalid value at '{path}' ({_type(kind)}), {json.dumps(value)}"))

    def _object(self, kind: dict[str, Any], value: Any, path: str, found: list[tuple[str, str]]) -> None:
        if not isinstance(value, dict):
            words = f"Invalid value at '{path}' (type.googleapis.com/google.apps.sheets.v4.{kind.get('id', 'Struct')})"
            found.append((path, f"{words}, {json.dumps(value)}"))
            return
        fields, others = kind.get("properties", {}), kind.get("additionalProperties")
        for field, held in value.items():
            if field in fields:
                self._check(fields[field], held, f"{path}.{_snake(field)}" if path else _snake(field), found)
                if isinstance(held, str) and fields[field].get("type") in _NUMERIC and _fits(fields[field], held):
                    value[field] = int(held) if fields[field]["type"] == "integer" else float(held)
            elif others is not None:
                self._check(others, held, f"{path}[{field}]", found)
            else:
                at = f" at '{path}'" if path else ""
                found.append((path, f'Invalid JSON payload received. Unknown name "{field}"{at}: Cannot find field.'))

    def _array(self, kind: dict[str, Any], value: Any, path: str, found: list[tuple[str, str]]) -> None:
        items = kind["items"]
        lists = items.get("type") == "array"
        for index, item in enumerate(value if isinstance(value, list) else [value]):
            at = f"{path}[{index}]" if isinstance(value, list) else path
            if lists and not isinstance(item, list):
                words = f"Invalid value at '{at}' (type.googleapis.com/google.protobuf.ListValue), {json.dumps(item)}"
                found.append((at, words))
            elif lists and items["items"].get("type") == "any":
                continue  # a list of values: nothing to look into, and there may be a million of them
            elif not isinstance(value, list):
                found.append((path, f"Invalid value at '{path}' ({_type(kind)}), {json.dumps(value)}"))
            else:
                self._check(items, item, at, found)


def _is_text_cell(kind: dict[str, Any], value: Any) -> bool:
    """Tell quickly of most cells of most bodies that nothing is wrong with them."""
    if kind.get("$ref") != "CellData" or not isinstance(value, dict) or len(value) > 1:
        return False
    if not value:
        return True
    entered = value.get("userEnteredValue")
    return isinstance(entered, dict) and len(entered) == 1 and isinstance(entered.get("stringValue"), str)


@cache
def _snake(field: str) -> str:
    """Return a field's name as the service's own messages spell it."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in field)


def _type(kind: dict[str, Any]) -> str:
    if "enum" in kind:
        return "TYPE_ENUM"
    return _NUMBERS.get(kind.get("format", ""), f"TYPE_{str(kind.get('type', 'any')).upper()}")


def _fits(kind: dict[str, Any], value: Any) -> bool:
    name = kind.get("type")
    if name == "string":
        return isinstance(value, str) and ("enum" not in kind or value in kind["enum"])
    if name == "boolean":
        return isinstance(value, bool)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return False
    try:
        number = float(value)
        return name == "number" or number.is_integer()
    except ValueError:
        return False


@cache
def discovery(name: str) -> Discovery:
    """Return a discovery document by its file name, such as "drive.v3"."""
    return Discovery(name)


SHEETS = discovery("sheets.v4")
