"""What is opened once for each process: settings, book, places, forms, and the matching."""

import contextlib
import threading
from dataclasses import dataclass, field, replace
from pathlib import Path

import streamlit as st

from community import forms
from community.book import Book
from community.book.demo_flag import is_invented
from community.casework import WorkContext, ahead_made_within, board_made_within, make_ready_to_find
from community.concerns import NoConcernsKey, keep_apart_again
from community.forms import Form
from community.matching import warm
from community.places import Places
from community.runtime.book_opening import book_address, open_book
from community.settings import Settings, load

_warming, _boards = threading.Lock(), threading.Lock()


@dataclass(frozen=True)
class House:
    """What every page needs, for every user."""

    settings: Settings
    book: Book
    places: Places
    forms: dict[str, Form] = field(repr=False)
    invented: bool
    """Whether everybody in the book is made up."""


def house() -> House:
    """The open book and what belongs to it. Raises UserFacingError where there is no book, or the settings are wrong.

    The settings are read anew at each run, so that a change to the list of people counts at once. The book is opened
    anew when another file has taken its place, as happens with a new invented town.
    """
    settings = load()
    address = book_address(settings)
    key = (address, *_which(address), settings.model_dump_json(exclude={"people"}))
    opened = _opened(key, settings)
    return replace(opened, settings=settings)


def warm_matching() -> None:
    """Load the matching while the first page is drawn, so that nobody waits for it on the second; once a process."""
    if _warming.acquire(blocking=False):
        threading.Thread(target=warm, name="matching").start()


def begin_boards(context: WorkContext) -> None:
    """Work out the boards and the weeks ahead, and read everybody, while the first page is read; once for all."""
    if _boards.acquire(blocking=False):
        make_ready_to_find(context)
        for keep_seen in (False, True):
            board_made_within(context, 0, keep_seen=keep_seen)
        ahead_made_within(context, 0)


def _which(address: str) -> tuple[int, int]:
    """What tells this file from another of the same name; zeros for a database server."""
    path = Path(address)
    if "://" in address or not path.exists():
        return (0, 0)
    found = path.stat()
    return (found.st_dev, found.st_ino)


@st.cache_resource(show_spinner=False, max_entries=1, on_release=lambda opened: opened.book.close())
def _opened(key: tuple[object, ...], _settings: Settings) -> House:  # noqa: ARG001 - Streamlit tells houses apart by it
    book = open_book(_settings)
    with contextlib.suppress(NoConcernsKey):  # after a restore; the page of concerns says what is missing
        book.write(lambda connection: keep_apart_again(_settings, connection))
    places = Places.open(_settings.home, _settings.hubs)
    return House(_settings, book, places, forms.load(_settings), is_invented(book))
