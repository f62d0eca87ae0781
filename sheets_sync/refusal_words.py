"""Reads the service's refusals, and says in our words what they mean.

Google's own sentence may repeat what was written. So only words that belong to Sheets and its interface are let
through, and numbers that are none of anybody's telephone.
"""

import re
from collections.abc import Mapping
from typing import Any

import requests
from google.auth.exceptions import RefreshError

from sheets_sync.sync_errors import (
    Busy,
    Full,
    KeyRefused,
    NoSuchSpreadsheet,
    NotASpreadsheet,
    NotShared,
    RequestRefused,
    RowsMoved,
    SheetFault,
)

_LEFT_OUT = "…"
_LONGEST = 300
_FIGURES = 4
"""Digits of a number that may be told."""
_LIMITS = frozenset({"50000", "10000000", "5000000", "18278"})
"""Sheets' own limits."""
_INVALID = re.compile(r"Invalid requests?\[(\d+)\](?:\.(\w+))?")
_TOKEN = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|\d[\d,]*|.", re.DOTALL)
_VOCABULARY = """
    a about above access account action activate active actual add added admin after again against all allowed
    already also always an and any api append appropriate are argument arguments array as at attempting
    authentication available bad banded banding basic batch be because been before between beyond big body bool
    boolean both bound bounds but by call caller can cannot cell cells character characters chart clear client
    column columns condition conditional contact contain contains content copy correct could count create
    created creation credentials currently data date delete deleted description detail details developer did
    dimension dimensions disabled document documents does doing done double drive duplicate duplicated during
    each edit editor effective either empty enabled end ends enough entered entity entries equal error errors
    exceed exceeded exceeds exist existing exists expected failed failing failure false field fields file filter
    find first following for format formula formulas found from frozen full get google greater grid group had
    has have header high id identifier if impossible in inclusive incorrect increase index inherit input insert
    inserted insufficient internal into invalid is issue it its json key large larger last later least less
    level limit limited limits list locale location long longer lookup make many map mask match matching maximum
    may merge merged message metadata method mime minimum minute missing more most move must name named names
    need negative neither never new next no non none not null number numbers object occurred of office on one
    only open operation option or other out outside over overlap overlaps overwrite owner parameter parse paste
    pattern payload per permission permissions permitted pivot please position possible precondition previous
    problem project properties property protect protected provided query quota range ranges rate reach reached
    read reason receive received reduce refresh remove removed rename repeat request requested requests require
    required requires resource response retry row rows rule same scope scopes second server service set sheet
    sheets short shorter should since size small some sorry sort source specified spreadsheet spreadsheets start
    starts state status still storage string structure style such support supported supporting tab table
    temporarily temporary text than that the them there these third this time timed title to token too true try
    trying type types unable unauthorized unavailable unexpected union unknown unsupported until update updated
    url use used user user's users validation value values verify version view visibility was were when where
    which while whole width will with without write written wrong yet you your
"""
_WORDS = frozenset(_VOCABULARY.split())


def sayable(message: str) -> str:
    """The sentence with everything left out that may have stood in a cell; at most 300 characters."""
    said = "".join(_let_through(token) for token in _TOKEN.findall(message[: 2 * _LONGEST]))
    said = re.sub(rf"{_LEFT_OUT}(?:[\s'\"“”‘’]*{_LEFT_OUT})+", _LEFT_OUT, said)
    return said[:_LONGEST].strip().rstrip(".")


def _let_through(token: str) -> str:
    if token[0].isdigit():
        digits = token.replace(",", "")
        return token if len(digits) <= _FIGURES or digits in _LIMITS else _LEFT_OUT
    if not token[0].isalpha():
        return token if token.isascii() else _LEFT_OUT
    parts = re.findall(r"[A-Z]?[a-z’']+|[A-Z]+", token)
    known = "".join(parts) == token and all(part.casefold().replace("’", "'") in _WORDS for part in parts)
    return token if known else _LEFT_OUT


def named(message: str, sent: Any) -> tuple[int | None, str | None]:
    """(Number, kind) of the request that Google names in a batch, such as (3, "updateCells"); None where it names none.

    `sent` is the body of the call. A batch of one kind is about that kind.
    """
    found = _INVALID.match(message)
    index = int(found[1]) if found else None
    listed = sent.get("requests") if isinstance(sent, Mapping) else None
    kinds = [next(iter(each), "") for each in listed or () if isinstance(each, Mapping)]
    if index is not None and index < len(kinds):
        return index, kinds[index]
    return index, kinds[0] if len(set(kinds)) == 1 else None


_REASONS: tuple[tuple[str, type[RequestRefused], str], ...] = (
    ("50000 characters", RequestRefused, "a cell would hold more than 50,000 characters"),
    (
        "10000000 cells",
        Full,
        "the spreadsheet would hold more than its ten million cells; delete empty rows and columns of your own tabs",
    ),
    ("payload size", RequestRefused, "too much at once"),
    ("exceeds grid limits", RowsMoved, "a cell outside the tab was named; perhaps a column was removed just now"),
    ("no grid with id", RowsMoved, "a tab was deleted just now"),
    ("named range", RequestRefused, "a named range is there already, or no longer"),
)
_PROTECTED = "edit a protected cell or object"
_NO_PERMISSION = "does not have permission"
_NOT_A_SPREADSHEET = "not supported for this document"
_STORAGE = ("storagequotaexceeded", "storage quota")


class Protected(NotShared):
    """A range that we have to write to is protected, for us as well."""


def answer_of(response: requests.Response) -> Mapping[str, Any]:
    """The `error` of an answer, or nothing when it is a page for people, as a 502 often is."""
    try:
        error = response.json()["error"]
    except (ValueError, KeyError, TypeError):
        return {}
    return error if isinstance(error, dict) else {"message": str(error)}


def is_quota(response: requests.Response) -> bool:
    """Whether we only asked too often. Nothing was done, so it may be asked again, reads and writes alike."""
    return response.status_code == 429 or (
        response.status_code == 403
        and bool({"RATE_LIMIT_EXCEEDED", "RESOURCE_EXHAUSTED"} & {*_reasons(answer_of(response))})
    )


def refusal(response: requests.Response, address: str, *, read: bool = False, sent: Any = None) -> SheetFault:
    """The fault that an answer of 400 to 499 stands for.

    `address` is whom the spreadsheet should be shared with, `sent` the body of the call.
    """
    error, status = answer_of(response), response.status_code
    message = str(error.get("message", ""))
    if status == 401:
        return key_refused()
    if status == 404:
        return NoSuchSpreadsheet(
            "There is no spreadsheet with this id. Compare SHEET_ID with the spreadsheet's address: it is the part "
            "between /d/ and /edit. Was it deleted, or moved to the bin?"
        )
    said = message.lower().replace(",", "")
    if _PROTECTED in said:
        return Protected(protected_words(address, []))
    if _NOT_A_SPREADSHEET in said:
        return NotASpreadsheet(
            "This is an Excel file (.xlsx) that Google only shows, and no Google spreadsheet. Open it, "
            "choose File, Save as Google Sheets, share the new spreadsheet, and put its address into SHEET_ID."
        )
    if any(sign in said or sign in map(str.lower, _reasons(error)) for sign in _STORAGE):
        return Full(
            status,
            "the Google Drive of the spreadsheet's owner is full; the owner has to delete something there, empty the "
            "bin, or buy room",
        )
    if status == 403:
        return _forbidden(error, message, address)
    index, asked = named(message, sent)
    known = ((kind, words) for sign, kind, words in _REASONS if sign in said)
    found = next(known, None)
    if found:
        return found[0](status, found[1], index, read=read)
    words = f"{'the question' if read else 'it'} does not suit the spreadsheet"
    return RequestRefused(status, words, index, read=read, said=sayable(message), kind=asked)


def protected_words(address: str, names: list[str]) -> str:
    """What to do about protected ranges, with their names where they are known."""
    which = f" ({'; '.join(names)})" if names else ""
    return (
        f"A part of the spreadsheet is protected{which}, so nothing was written. Open Data, Protect sheets and ranges, "
        f"and either remove the protection or let {address} edit there."
    )


def key_refused(error: RefreshError | None = None) -> KeyRefused:
    """What to do about a key that Google does not take."""
    if error is not None and "short-lived" in str(error):
        return KeyRefused(
            "Google does not take the key because this machine's clock is wrong. Set the clock, then try again."
        )
    return KeyRefused(
        "Google does not take the key: it was revoked, has expired, or its service account is gone. In Google Cloud, "
        "open IAM, Service Accounts, Keys, make a new key, and put it into GOOGLE_SERVICE_ACCOUNT."
    )


def gave_up(why: str) -> Busy:
    """What to say after about five minutes in vain. `why`: quota, trouble or distance."""
    reasons = {
        "quota": "Google's limit of requests for a minute was reached again and again. Does another program use "
        "the same key?",
        "trouble": "Google Sheets did not answer as it should for about five minutes.",
        "distance": "Google could not be reached for about five minutes. Is this machine connected to the internet?",
    }
    return Busy(f"{reasons[why]} Nothing is lost: what waits is sent the next time.")


def _forbidden(error: Mapping[str, Any], message: str, address: str) -> NotShared:
    reasons = _reasons(error)
    if "SERVICE_DISABLED" in reasons or "has not been used in project" in message:
        return NotShared(
            "The Google Sheets API is switched off for the key's project. In Google Cloud, open APIs and Services, "
            "Library, choose Google Sheets API, press Enable, and wait a few minutes."
        )
    if "ACCESS_TOKEN_SCOPE_INSUFFICIENT" in reasons or "insufficient authentication scopes" in message:
        return NotShared("The key was made for something else and may not open spreadsheets. Use a service account's.")
    words = (
        f"The spreadsheet is not shared with this program. Open it, press Share, enter {address}, choose Editor, and "
        "press Send."
    )
    if _NO_PERMISSION in message:
        return NotShared(words)
    return NotShared(f"Google does not let this program in. Perhaps: {words} Google’s own words: “{sayable(message)}”")


def _reasons(error: Mapping[str, Any]) -> list[str]:
    details = error.get("details")
    listed = details if isinstance(details, list) else []
    older = error.get("errors")  # as Drive tells it
    listed = [*listed, *(older if isinstance(older, list) else [])]
    return [str(error.get("status"))] + [str(d.get("reason")) for d in listed if isinstance(d, dict)]
