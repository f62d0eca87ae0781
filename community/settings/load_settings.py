"""Loads the settings. All mistakes are reported together, and no value is echoed."""

import json
import os
import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import SecretStr, ValidationError

from community.errors import UserFacingError
from community.settings import access_list
from community.settings.message_settings import PLAIN_ADDRESS
from community.settings.settings_model import PROGRAM, Settings
from community.tables.vocabulary import DBS_LEVELS

# A folder is allowed, as on GitHub Pages; a user name, a query or a fragment is not.
_PUBLIC_URL = re.compile(r"https?://[A-Za-z0-9.\-\[\]:]+(/[^?#\s]*)?")
SHORTEST_KEY = 32
"""Characters: what can't be guessed, and what no example or placeholder is."""
NO_KEY = (
    f"needs {SHORTEST_KEY} characters or more, made by a machine: "
    'python -c "import secrets; print(secrets.token_urlsafe(32))"'
)


class SettingsError(UserFacingError):
    """Some settings are wrong; the words name each of them and repeat no value."""


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """The checked settings. Raises SettingsError, which names the place of every mistake but not its value.

    `people.toml` in the data folder lists who may open the dashboard. It is a separate file because it holds addresses.
    Without it the list in the secrets counts, which survive where the disk does not. A mistake in the list shuts only
    the dashboard: the public forms read these settings too, and go on.
    """
    env = os.environ if environ is None else environ
    mistakes: list[str] = []
    public = Path(env.get("COMMUNITY_TOML") or PROGRAM / "community.toml")
    told = _toml(public, mistakes, required=True)
    home = Path(env.get("COMMUNITY_HOME") or PROGRAM / "data").expanduser()
    secrets = _secrets(env, mistakes)
    listed = home / "people.toml"
    hubs = told.get("hubs", {})
    if listed.exists():
        people = access_list.read_file(listed, hubs)
    else:
        people = access_list.read_told(secrets, hubs, file="the secrets")
    kept = (env.get("BOOK_KEPT_IN") or str(secrets.get("BOOK_KEPT_IN", ""))).strip().lower() or "here"
    secret_key = env.get("SECRET_KEY") or str(secrets.get("SECRET_KEY", ""))
    key = env.get("GOOGLE_SERVICE_ACCOUNT") or _section(secrets, "gcp_service_account")
    way_in = env.get("DASHBOARD_SECRET") or None
    if way_in and len(way_in) < SHORTEST_KEY:
        mistakes.append(f"DASHBOARD_SECRET: {NO_KEY}")
    if secret_key and len(secret_key) < SHORTEST_KEY:
        mistakes.append(f"SECRET_KEY: {NO_KEY}")
    url = env.get("DATABASE_URL") or None
    if url and not url.startswith(("postgresql://", "postgres://", "postgresql+psycopg://", "sqlite:///")):
        mistakes.append("DATABASE_URL: must start with postgresql:// (the value is not shown)")
    public_url = (env.get("PUBLIC_URL") or "").strip().rstrip("/") or None
    if public_url and not _PUBLIC_URL.fullmatch(public_url):
        mistakes.append("PUBLIC_URL: a whole address, such as https://community.example.org")
    mistakes += _of_persons(told, listed.name)
    if mistakes:
        raise _error(mistakes)
    try:
        settings = Settings.model_validate(
            told
            | {
                "people": people.people,
                "people_mistakes": people.mistakes,
                "duty": people.duty,
                "duty_mistakes": people.duty_mistakes,
                "hub_contacts": people.contacts,
                "hub_contact_mistakes": people.contact_mistakes,
                "home": home.absolute(),
                "site_told": Path(env["COMMUNITY_SITE"]).absolute() if env.get("COMMUNITY_SITE") else None,
                "database_url": SecretStr(url) if url else None,
                "secret_key": SecretStr(secret_key) if secret_key else None,
                "concerns_key": SecretStr(env["CONCERNS_KEY"]) if env.get("CONCERNS_KEY") else None,
                "backup_key": SecretStr(env["BACKUP_KEY"]) if env.get("BACKUP_KEY") else None,
                "dashboard_secret": SecretStr(way_in) if way_in else None,
                "email_user": _either("EMAIL_USER", env, secrets),
                "email_password": _either("EMAIL_PASSWORD", env, secrets),
                "return_user": _either("RETURN_USER", env, secrets),
                "return_password": _either("RETURN_PASSWORD", env, secrets),
                "text_key": _either("TEXT_KEY", env, secrets),
                "login": "auth" in secrets,
                "demo": _yes("DEMO", env, default=_nothing_yet(url, kept, home), mistakes=mistakes),
                "kept_in_sheet": kept == "sheet",
                "public_url": public_url,
                "trusted_proxy": _yes("TRUSTED_PROXY", env, default=False, mistakes=mistakes),
                "sheet_id": (env.get("SHEET_ID") or str(secrets.get("SHEET_ID", ""))).strip() or None,
                "google_service_account": SecretStr(key) if key else None,
                "sheets_api_root": env.get("SHEETS_API_ROOT") or None,
            }
        )
    except ValidationError as error:
        mistakes += [f"{_place(e['loc'])}: {e['msg']}" for e in error.errors(include_input=False, include_url=False)]
        raise _error(mistakes) from None
    mistakes += [] if kept in {"here", "sheet"} else ["BOOK_KEPT_IN: here or sheet"]
    mistakes += _crossed(settings)
    if mistakes:
        raise _error(mistakes)
    return settings


_APART = {"duty": "holds addresses and numbers", "hub_contacts": "names people"}


def _of_persons(told: Mapping[str, Any], file: str) -> list[str]:
    """What stands in the public settings though it is about people."""
    return [
        f"{part}: stands in {file} in the data folder, because it {why}" for part, why in _APART.items() if part in told
    ]


def _toml(path: Path, mistakes: list[str], *, required: bool) -> dict[str, Any]:
    try:
        return _parsed(path.read_text("utf-8"))
    except FileNotFoundError:
        if required:
            mistakes.append(f"{path.name}: there is no such file")
    except tomllib.TOMLDecodeError as error:
        wrong = "this stands twice" if re.search("twice|overwrite", str(error)) else "not TOML"
        mistakes.append(f"{path.name}: {str(error).split('(at')[-1].strip(' )') or 'not TOML'}: {wrong}")
    except (OSError, UnicodeDecodeError):
        mistakes.append(f"{path.name}: can't be read")
    return {}


@lru_cache(maxsize=4)
def _parsed(text: str) -> dict[str, Any]:
    """What the TOML says; nobody changes it. Kept, because the dashboard asks with each press."""
    return tomllib.loads(text)


def _secrets(env: Mapping[str, str], mistakes: list[str]) -> dict[str, Any]:
    """Streamlit's secrets, which on free hosting are the only place for a key. The nearer file is used."""
    if named := env.get("COMMUNITY_SECRETS"):
        return _toml(Path(named), mistakes, required=True)
    for folder in (".", os.path.expanduser("~")):  # noqa: PTH111 (pathlib's raises where there is no home)
        path = Path(folder, ".streamlit", "secrets.toml")
        if os.access(path, os.R_OK):
            return _toml(path, mistakes, required=False)
    return {}


def _either(name: str, env: Mapping[str, str], secrets: Mapping[str, Any]) -> SecretStr | None:
    """A secret from the environment or else from the file of secrets; None where neither has it."""
    value = (env.get(name) or str(secrets.get(name, ""))).strip()
    return SecretStr(value) if value else None


def _section(secrets: Mapping[str, Any], name: str) -> str | None:
    """A section of the secrets as JSON text, or None. Dates in it, which a key never has, are text."""
    return json.dumps(secrets[name], default=str) if name in secrets else None


def _yes(name: str, env: Mapping[str, str], *, default: bool, mistakes: list[str]) -> bool:
    word = env.get(name, "").strip().lower()
    if word in {"yes", "true", "1", "on"}:
        return True
    if word in {"no", "false", "0", "off"}:
        return False
    if word:
        mistakes.append(f"{name}: yes or no")
    return default


def _nothing_yet(url: str | None, kept: str, home: Path) -> bool:
    """Whether there is no live book, so that the invented town is shown. One kept in a sheet is there all the time."""
    return url is None and kept != "sheet" and not (home / "book.db").exists()


def _kept(settings: Settings) -> list[str]:
    """What a book that is kept in a spreadsheet needs, and what it can't go with."""
    if not settings.kept_in_sheet:
        return []
    wrong = {
        "needs SHEET_ID": settings.sheet_id is None,
        "the invented town never goes into a spreadsheet, so no DEMO=yes": settings.demo,
        "a book in a database is kept there, so no DATABASE_URL": settings.database_url is not None,
    }
    return [f"BOOK_KEPT_IN=sheet: {words}" for words, holds in wrong.items() if holds]


def _logins(settings: Settings) -> list[str]:
    """What email and texts need that no file of public settings may hold."""
    mistakes = []
    if (settings.email_user is None) != (settings.email_password is None):
        mistakes.append("EMAIL_USER and EMAIL_PASSWORD: one is set without the other")
    if (settings.return_user is None) != (settings.return_password is None):
        mistakes.append("RETURN_USER and RETURN_PASSWORD: one is set without the other")
    if settings.messages.return_server and settings.return_login is None:
        mistakes.append("messages.return_server: needs RETURN_USER and RETURN_PASSWORD")
    if settings.messages.email and not (
        settings.messages.reply_to or PLAIN_ADDRESS.fullmatch(settings.community.email)
    ):
        mistakes.append("messages.reply_to: is needed, because community.email is no plain email address")
    if settings.messages.text and settings.text_key is None:
        mistakes.append("messages.text: needs TEXT_KEY")
    return mistakes


def _crossed(settings: Settings) -> list[str]:
    """Mistakes that show only when two settings are seen together."""
    mistakes: list[str] = [*_kept(settings), *_logins(settings)]
    owner: dict[str, str] = {}
    for code, hub in settings.hubs.items():
        mistakes += [f"hubs.{code}.wards: {ward} is in {owner[ward]} too" for ward in hub.wards if ward in owner]
        owner |= dict.fromkeys(hub.wards, code)
    for code, task in settings.task_types.items():
        if DBS_LEVELS.index(task.min_dbs) > DBS_LEVELS.index(task.dbs):
            mistakes.append(f"task_types.{code}.dbs_required: above the eligible level: the law does not let us ask")
        if task.ask is None and task.offer is None:
            mistakes.append(f"task_types.{code}: needs ask or offer, or nobody ever sees it")
    return mistakes


def _place(loc: tuple[int | str, ...]) -> str:
    return ".".join(str(part + 1 if isinstance(part, int) else part) for part in loc)


def _error(mistakes: list[str]) -> SettingsError:
    return SettingsError("The settings need mending:\n" + "\n".join(f"  - {m}" for m in mistakes))
