"""Which spreadsheet, and the key that opens it: read from the settings, and checked before anything is asked."""

import ipaddress
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from google.auth.credentials import AnonymousCredentials, Credentials
from google.oauth2 import service_account

from community.errors import UserFacingError
from community.settings import Settings

SCOPE = "https://www.googleapis.com/auth/spreadsheets"
"""The one thing asked for. Google's libraries would ask for all of Drive."""
_ID = re.compile(r"[A-Za-z0-9_-]+")


class NotConnected(UserFacingError):
    """The settings name no spreadsheet, or no key that could open it."""


@dataclass(frozen=True)
class SpreadsheetAccess:
    """One spreadsheet and its key. `root` is where a stand-in answers instead of Google; then there is no key."""

    spreadsheet_id: str
    key: dict[str, Any] | None = field(repr=False)
    root: str | None = None

    @property
    def address(self) -> str:
        """The address that the spreadsheet has to be shared with."""
        return str(self.key["client_email"]) if self.key else "the stand-in's address"

    def credentials(self) -> Credentials:
        """What each request is signed with. Raises NotConnected when the key is damaged."""
        if self.key is None:
            return AnonymousCredentials()  # type: ignore[no-untyped-call] # google-auth leaves this one untyped
        try:
            return service_account.Credentials.from_service_account_info(  # type: ignore[no-any-return,no-untyped-call]
                self.key, scopes=[SCOPE]
            )
        except (ValueError, TypeError):
            raise NotConnected(
                "The key in GOOGLE_SERVICE_ACCOUNT is damaged: its private part can't be read. Give the whole file, "
                "just as Google made it."
            ) from None


def connection(settings: Settings) -> SpreadsheetAccess:
    """The spreadsheet that the settings name, and its key.

    Raises NotConnected, with what to do, when one is missing or can't be right; no value is repeated.
    """
    spreadsheet = _spreadsheet(settings.sheet_id)
    given = settings.google_service_account
    if settings.sheets_api_root is not None:
        if given is not None:
            raise NotConnected(
                "SHEETS_API_ROOT names a stand-in, and a stand-in must not be given a real key. Remove SHEETS_API_ROOT "
                "to reach Google, or GOOGLE_SERVICE_ACCOUNT to try things out."
            )
        return SpreadsheetAccess(spreadsheet, None, _loopback(settings.sheets_api_root))
    if given is None:
        raise NotConnected(
            "There is no key for the spreadsheet. Put the text of the service account's key file, or where the file "
            "is, into GOOGLE_SERVICE_ACCOUNT."
        )
    made = SpreadsheetAccess(spreadsheet, _key(given.get_secret_value()))
    made.credentials()
    return made


def _spreadsheet(told: str | None) -> str:
    if not told:
        raise NotConnected(
            "No spreadsheet is named. Put its address, or the part between /d/ and /edit, into SHEET_ID."
        )
    inside = re.search(r"/d/([^/?#]+)", told)
    found = inside[1] if inside else told
    if not _ID.fullmatch(found):
        raise NotConnected("SHEET_ID is no spreadsheet's id. It is the part of its address between /d/ and /edit.")
    return found


def _loopback(root: str) -> str:
    parts = urlsplit(root)
    try:
        here = parts.hostname == "localhost" or ipaddress.ip_address(parts.hostname or "").is_loopback
        here = here and (parts.port or 0) >= 0
    except ValueError:
        here = False
    if parts.scheme != "http" or not here or parts.username is not None:
        raise NotConnected(
            "SHEETS_API_ROOT is for trying things out: it must be an address of this machine, such as "
            "http://127.0.0.1:8900. Remove it to reach Google."
        )
    return root.rstrip("/")


def _key(told: str) -> dict[str, Any]:
    """The key from its text, or from the file at this path."""
    text = told.strip()
    if not text.startswith("{"):
        try:
            text = Path(text).expanduser().read_text("utf-8")
        except (OSError, RuntimeError, ValueError):
            raise NotConnected(
                "GOOGLE_SERVICE_ACCOUNT names a file that can't be read. Is it there, and may this program open it?"
            ) from None
    try:
        key = json.loads(text)
    except ValueError:
        key = None
    if not isinstance(key, dict):
        raise NotConnected(
            "The key in GOOGLE_SERVICE_ACCOUNT is not whole. It is a file that begins with { and ends with }: give all "
            "of it."
        )
    if key.get("type") != "service_account" or not key.get("client_email"):
        raise NotConnected(
            "The key in GOOGLE_SERVICE_ACCOUNT is not a service account's. In Google Cloud, open IAM, Service "
            "Accounts, Keys, and make a key of the kind JSON."
        )
    return key
