"""All the files the stand-in holds, and who may see them."""

import pickle
import threading
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from .errors import not_found, not_shared
from .spreadsheet import Spreadsheet

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
FOLDER = "application/vnd.google-apps.folder"
SPREADSHEET = "application/vnd.google-apps.spreadsheet"


class World:
    """The spreadsheets by their ids, what Drive knows of each, and one lock for all of it."""

    def __init__(self, seed: int = 0) -> None:
        self.books: dict[str, Spreadsheet] = {}
        self.files: dict[str, dict[str, Any]] = {}
        self.private: set[str] = set()
        self.lock = threading.RLock()
        self._lots = Random(seed)
        self._ticks = 0

    def now(self) -> str:
        """Return the time for Drive's stamps: a second later each time it is asked."""
        self._ticks += 1
        moment = datetime.fromtimestamp(1_790_000_000 + self._ticks, UTC)
        return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")

    def create(
        self, title: str = "Untitled spreadsheet", spreadsheet_id: str | None = None, locale: str = "en_GB"
    ) -> Spreadsheet:
        """Return a new spreadsheet with one empty tab, as a person makes one and shares it."""
        with self.lock:
            key = spreadsheet_id or self.fresh_id()
            book = self.books[key] = Spreadsheet(key, title, locale)
            self._file(key, title, SPREADSHEET)
            return book

    def add_folder(self, name: str, key: str | None = None) -> str:
        """Return the id of a new Drive folder."""
        with self.lock:
            key = key or self.fresh_id()
            self._file(key, name, FOLDER)
            return key

    def _file(self, key: str, name: str, mime_type: str) -> None:
        stamp = self.now()
        self.files[key] = {
            "kind": "drive#file",
            "id": key,
            "name": name,
            "mimeType": mime_type,
            "createdTime": stamp,
            "modifiedTime": stamp,
            "parents": ["root"],
            "permissions": [],
        }

    def fresh_id(self) -> str:
        """Return an id as Google makes them: 44 letters and figures."""
        return "1" + "".join(self._lots.choices(_LETTERS, k=43))

    def book(self, key: str) -> Spreadsheet:
        """Return a spreadsheet; raises the 404 or 403 of the service."""
        if key in self.private:
            raise not_shared()
        if key not in self.books:
            raise not_found()
        return self.books[key]

    def copy(self, key: str, title: str) -> Spreadsheet:
        """Return a copy of a whole spreadsheet under an id of its own."""
        return self.take(self.book(key), title)

    def take(self, source: Spreadsheet, title: str) -> Spreadsheet:
        """Return a copy of a spreadsheet, which may be another world's, under an id of its own."""
        made = self.create(title, locale=source.properties["locale"])
        made.become(source)
        made.properties["title"] = title
        return made

    def changed(self, book: Spreadsheet) -> None:
        """Take down that a spreadsheet was changed, for Drive."""
        self.files[book.id]["modifiedTime"] = self.now()
        self.files[book.id]["name"] = book.properties["title"]

    def remove(self, key: str) -> None:
        """Delete a file for good."""
        self.books.pop(key, None)
        self.files.pop(key, None)

    def save(self, path: Path) -> None:
        """Write everything to a file, whole or not at all."""
        with self.lock:
            kept = {name: value for name, value in self.__dict__.items() if name != "lock"}
            part = path.with_name(path.name + ".part")
            part.write_bytes(pickle.dumps(kept))
            part.replace(path)

    def load(self, path: Path) -> None:
        """Take everything from a file that `save` wrote."""
        with self.lock:
            self.__dict__.update(pickle.loads(path.read_bytes()))  # noqa: S301 - the file is the stand-in's own
