"""Reads the service's refusals, and says in our words what they mean."""

from collections.abc import Mapping
from typing import Any

import requests
from google.auth.exceptions import RefreshError

from sheets_sync.google_messages import named, sayable
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
            "the Google Drive of whoever owns the spreadsheet is full; its owner has to delete something there, empty "
            "the bin, or buy room",
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
