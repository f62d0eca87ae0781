"""Writes a submission to the book. A receipt means that the row is on disk."""

import asyncio
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from community.book import Book, BookUnavailable, KeyReused, Receipt
from community.concerns import Seal
from community.forms import Form, Submission, decided
from community.forms.posted_values import values
from community.tables.canonical import Value, moment
from community.tables.flags import Flag
from community.tables.vocabulary import Channel
from intake.concern_pages import ADDED, ROUTES, is_concern
from intake.form_state import FormState

_log = structlog.get_logger(__name__)
DOUBLE = Flag.POSSIBLE_DOUBLE


@dataclass(frozen=True)
class Sent:
    """The submission in the book: its reference, when it came, and whether it was sent before with other answers."""

    reference: str
    came: datetime
    values: dict[str, Value] = field(repr=False)
    twice: bool = False


async def send(
    book: Book,
    form: Form,
    state: FormState,
    *,
    now: datetime,
    secret: str,
    seal: Seal | None = None,
    about: Mapping[str, Value] | None = None,
) -> Sent:
    """The row of this state, written now or found where it was written before.

    The same key with other answers comes from somebody who went back and changed something after sending. That is kept
    as a row of its own, flagged, under a key that follows from both, so that its copies are one row too.
    `about`: columns that say which record the row belongs to. Raises BookUnavailable, and Erased when what was sent
    with this key has been erased since.
    """
    asked, _ = values(form, state.answers)
    told = asked | ADDED.get(form.form, {})
    flags = state.checked.flags if state.checked else ()
    submission = Submission(told, flags, (), state.checked.place if state.checked else None)
    twice = False
    try:
        receipt = await _write(book, form, submission, state.key, now, seal, about)
    except KeyReused:
        twice = True
        again = Submission(told, tuple(sorted({*flags, DOUBLE})), (), submission.place)
        receipt = await _write(book, form, again, f"{state.key}-{_digest(told, secret)}", now, seal, about)
    came = now if receipt.new else await asyncio.to_thread(_came, book, form.table, receipt.id, now)
    # That somebody may be in danger is for the people at the hub, not for a log.
    noted = [flag for flag in flags if flag != Flag.CRISIS_WORDS]
    if not is_concern(form):  # that somebody told of harm stands in no log either
        _log.info("form_sent", form=form.form, id=receipt.id, new=receipt.new, twice=twice, flags=noted)
    return Sent(receipt.id, came, told, twice)


def _came(book: Book, table: str, reference: str, now: datetime) -> datetime:
    """The time at which the row came. The row is safe already, so this does not fail if the book can't be read now."""
    try:
        row = book.get(table, reference)
    except BookUnavailable:
        return now
    return moment(row.at) if row else now


async def _write(
    book: Book,
    form: Form,
    submission: Submission,
    key: str,
    now: datetime,
    seal: Seal | None,
    about: Mapping[str, Value] | None,
) -> Receipt:
    ours = decided(form, submission, channel=Channel.WEB, now=now)
    # A postcode says which hub it is before the record does that the form is about.
    row: dict[str, object] = {
        **submission.values,
        **(about or {}),
        **{name: value for name, value in ours.items() if value is not None},
    }
    if is_concern(form):
        if seal is None:
            raise BookUnavailable("There is no key to seal this with, so it is not kept.")
        row = seal.row(row | {"route": ROUTES[form.form]}, key=key)
    return await asyncio.wrap_future(book.submit(form.table, row, by=Channel.WEB, key=key))


def _digest(told: dict[str, Value], secret: str) -> str:
    """A keyed hash that tells one set of answers from another, without letting anyone guess them."""
    text = json.dumps(told, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace")
    return hashlib.blake2b(text, key=secret.encode()[:64], digest_size=10).hexdigest()
