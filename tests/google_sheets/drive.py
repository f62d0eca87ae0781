"""The Drive calls gspread makes: find, create, copy, delete, export and share files."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from . import masks
from .describe import CALLER
from .discovery import discovery
from .errors import Refusal
from .export import TYPES, exported, import_csv
from .replies import Reply, as_json
from .routes import Call
from .world import FOLDER, SPREADSHEET, World

Answer = dict[str, Any]
PAGE = 100


class DriveRefusal(Refusal):
    """A refusal in the shape of Drive, which is older than that of Sheets."""

    def __init__(self, code: int, message: str, reason: str) -> None:
        super().__init__(code, message)
        self.reason = reason

    @property
    def envelope(self) -> Answer:
        one = {"domain": "global", "reason": self.reason, "message": self.message}
        return {"error": {"code": self.code, "message": self.message, "errors": [one]}}


def _file(world: World, key: str) -> Answer:
    if key not in world.files or key in world.private:
        raise DriveRefusal(404, f"File not found: {key}.", "notFound")
    return world.files[key]


def _matches(file: Answer, query: str) -> bool:
    """Tell whether a file fits a search: conditions on name, mimeType, trashed and parents joined by `and`."""
    for condition in re.split(r"\s+and\s+", query.strip()) if query.strip() else []:
        if match := re.fullmatch(r"(name|mimeType)\s*(=|!=|contains)\s*['\"](.*)['\"]", condition):
            name, sign, words = match.groups()
            held, words = str(file[name]), words.replace("\\'", "'")
            fits = words.lower() in held.lower() if sign == "contains" else (held == words) == (sign == "=")
        elif match := re.fullmatch(r"['\"]([^'\"]*)['\"] in parents", condition):
            fits = match[1] in file["parents"]
        elif match := re.fullmatch(r"trashed\s*=\s*(true|false)", condition):
            fits = match[1] == "false"  # what is deleted here is gone
        else:
            raise DriveRefusal(400, "Invalid Value", "invalid")
        if not fits:
            return False
    return True


def _list(world: World, call: Call) -> Answer:
    options = call.options()
    found = [file for key, file in world.files.items() if key not in world.private]
    found = [file for file in found if _matches(file, options.get("q", ""))]
    found.sort(key=lambda file: str(file["modifiedTime"]), reverse=True)
    start, size = int(options.get("pageToken") or 0), int(options.get("pageSize") or PAGE)
    more = {"nextPageToken": str(start + size)} if start + size < len(found) else {}
    short = ("kind", "id", "name", "mimeType")
    fields = options.get("fields", "")
    page = found[start : start + size]
    files = page if fields else [{name: file[name] for name in short} for file in page]
    return {"kind": "drive#fileList", "incompleteSearch": False} | more | {"files": files}


def _create(world: World, call: Call) -> Answer:
    given = call.body or {}
    name = given.get("name") or "Untitled"
    if given.get("mimeType") == FOLDER:
        key = world.add_folder(name)
    else:
        book = world.create(name, locale="en_US")
        book.properties["timeZone"] = "Etc/GMT"
        key = book.id
    _place(world, key, given)
    return world.files[key]


def _place(world: World, key: str, given: Answer) -> None:
    for parent in given.get("parents") or []:
        if parent != "root":
            _file(world, parent)
    world.files[key]["parents"] = given.get("parents") or ["root"]
    owner = {"emailAddress": CALLER, "kind": "drive#permission", "role": "owner", "type": "user"}
    world.files[key]["permissions"] = [owner | {"id": _permission_id(owner)}]


def _get(world: World, call: Call) -> Answer:
    file = _file(world, call.parts[0])
    short = ("kind", "id", "name", "mimeType")
    return file if call.query.get("fields") else {name: file[name] for name in short}


def _update(world: World, call: Call) -> Answer:
    file, given = _file(world, call.parts[0]), call.body or {}
    if given.get("name"):
        file["name"] = given["name"]
        if call.parts[0] in world.books:
            world.books[call.parts[0]].properties["title"] = given["name"]
    options = call.options()
    gone = set(filter(None, options.get("removeParents", "").split(",")))
    new = list(filter(None, options.get("addParents", "").split(",")))
    file["parents"] = [*(one for one in file["parents"] if one not in gone), *new]
    file["modifiedTime"] = world.now()
    return file


def _copy(world: World, call: Call) -> Answer:
    source, given = _file(world, call.parts[0]), call.body or {}
    made = world.copy(call.parts[0], given.get("name") or f"Copy of {source['name']}")
    world.files[made.id]["name"] = made.properties["title"]
    _place(world, made.id, {"parents": given.get("parents") or source["parents"]} | given)
    return world.files[made.id]


def _delete(world: World, call: Call) -> None:
    _file(world, call.parts[0])
    world.remove(call.parts[0])


def _export(world: World, call: Call) -> Reply:
    _file(world, call.parts[0])
    kind = call.options().get("mimeType", "")
    if kind not in TYPES:
        raise DriveRefusal(400, "The requested conversion is not supported.", "badRequest")
    return Reply(200, exported(world.book(call.parts[0]), kind), kind)


def _permission_id(given: Answer) -> str:
    who = f"{given.get('type')} {given.get('emailAddress') or given.get('domain') or ''}"
    return "anyone" if given.get("type") == "anyone" else str(int.from_bytes(who.encode()[-8:], "big"))


def _permissions(world: World, call: Call) -> Answer:
    return {"kind": "drive#permissionList", "permissions": _file(world, call.parts[0])["permissions"]}


def _share(world: World, call: Call) -> Answer:
    file, given = _file(world, call.parts[0]), call.body or {}
    if not given.get("role") or not given.get("type"):
        raise DriveRefusal(400, "The permission type and role fields are required.", "required")
    kept = {name: given[name] for name in ("type", "role", "emailAddress", "domain") if given.get(name)}
    held = {"kind": "drive#permission", "id": _permission_id(given)} | kept
    file["permissions"] = [one for one in file["permissions"] if one["id"] != held["id"]] + [held]
    return held


def _unshare(world: World, call: Call) -> None:
    file = _file(world, call.parts[0])
    kept = [one for one in file["permissions"] if one["id"] != call.parts[1]]
    if len(kept) == len(file["permissions"]):
        raise DriveRefusal(404, f"Permission not found: {call.parts[1]}.", "notFound")
    file["permissions"] = kept


def _comments(world: World, call: Call) -> Answer:
    return {"kind": "drive#commentList", "comments": _file(world, call.parts[0]).get("comments", [])}


def _comment(world: World, call: Call) -> Answer:
    comments = _file(world, call.parts[0]).setdefault("comments", [])
    comments.append((call.body or {}) | {"id": f"comment{len(comments) + 1}"})
    return {"kind": "drive#comment", "id": comments[-1]["id"]}


def _upload(world: World, call: Call) -> Answer:
    file = _file(world, call.parts[0])
    import_csv(world.book(call.parts[0]), call.raw.decode("utf-8"))
    file["modifiedTime"] = world.now()
    return {"kind": "drive#file", "id": file["id"], "title": file["name"], "mimeType": SPREADSHEET}


_FILE = "/drive/v3/files/([^/]+)"
ROUTES: tuple[tuple[str, str, Callable[[World, Call], Any], str], ...] = (  # the last is the schema of the answer
    ("GET", "/drive/v3/files", _list, "FileList"),
    ("POST", "/drive/v3/files", _create, "File"),
    ("GET", _FILE, _get, "File"),
    ("PATCH", _FILE, _update, "File"),
    ("DELETE", _FILE, _delete, ""),
    ("POST", f"{_FILE}/copy", _copy, "File"),
    ("GET", f"{_FILE}/export", _export, ""),
    ("GET", f"{_FILE}/permissions", _permissions, "PermissionList"),
    ("POST", f"{_FILE}/permissions", _share, "Permission"),
    ("DELETE", f"{_FILE}/permissions/([^/]+)", _unshare, ""),
    ("GET", f"{_FILE}/comments", _comments, "CommentList"),
    ("POST", f"{_FILE}/comments", _comment, "Comment"),
    ("PUT", "/upload/drive/v2/files/([^/]+)", _upload, ""),
)


def answer(world: World, call: Call, *, checked: bool = False) -> Reply:
    """Return the answer to a Drive request; `checked` against the service's description. What is asked is not: Drive,
    which is older than Sheets, takes no offence at fields it does not know."""
    for verb, pattern, handler, schema in ROUTES:
        match = re.fullmatch(pattern, call.path)
        if match and verb == call.method:
            call.parts = tuple(unquote(part) for part in match.groups())
            made = handler(world, call)
            if isinstance(made, Reply):
                return made
            if checked and schema and (faults := discovery("drive.v3").faults(schema, made)):
                raise AssertionError(f"{call.method} {call.path} is answered wrongly: {faults}")
            return Reply(204) if made is None else as_json(200, masks.keep(call.mask(), made))
    raise DriveRefusal(404, "Not Found", "notFound")
