"""Checks of the machine and how it is reached: data folder, disk space, clock, time zones, places, public address."""

import os
import shutil
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from community.commands.health import HealthFinding
from community.errors import UserFacingError
from community.forms import FormsError
from community.forms import load as load_forms
from community.places import AreaFileError, Places, read_areas
from community.settings import Settings

# How the usual services name the folders that they copy to other machines.
CLOUD_NAMES = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "icloud",
    "com~apple~clouddocs",
    "mobile documents",
    "cloudstorage",
    "nextcloud",
)
_LITTLE, _TOO_LITTLE = 1_000_000_000, 100_000_000
_PROGRAM_IS_YOUNGER_THAN = datetime.fromisoformat("2026-11-01T00:00:00+00:00")


def look(settings: Settings, now: datetime) -> Iterator[HealthFinding]:
    """All findings that need no book."""
    folder = settings.book_home
    if not folder.exists():
        yield HealthFinding("data folder", "think", "There is none yet. `init` or `demo` makes it.")
    else:
        yield _permissions(folder)
        yield _room(folder)
    yield from _people(settings)
    yield _cloud(folder)
    yield _places(settings)
    yield _zones()
    if now < _PROGRAM_IS_YOUNGER_THAN:
        yield HealthFinding("clock", "wrong", "This machine's clock is years behind. Set it before anybody works.")


def forms(settings: Settings) -> Iterator[HealthFinding]:
    """Whether the forms can be drawn: what the settings say of them, and a community's own questions."""
    try:
        load_forms(settings)
    except FormsError as error:
        yield HealthFinding("forms", "wrong", str(error))
        return
    own = f" Questions of your own: {', '.join(settings.extra_questions)}." if settings.extra_questions else ""
    yield HealthFinding("forms", "well", f"They are in order.{own}")


def _people(settings: Settings) -> Iterator[HealthFinding]:
    for mistake in settings.hub_contact_mistakes:
        yield HealthFinding("contacts", "wrong", f"{mistake}. The site does not name them until it is mended.")
    if settings.people_mistakes:
        words = "Nobody on it can open the dashboard until it is mended. " + "; ".join(settings.people_mistakes) + "."
        yield HealthFinding("list of people", "wrong", words)


def _permissions(folder: Path) -> HealthFinding:
    if not os.access(folder, os.W_OK):
        return HealthFinding(
            "data folder", "wrong", "This program may not write to it. Give it to the user who runs this."
        )
    open_ = [p.name for p in (folder, *folder.iterdir()) if p.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)]
    if os.name == "posix" and open_:
        names = ", ".join(sorted(open_)[:5])
        return HealthFinding(
            "data folder", "think", f"Others on this machine may look in. Close it: chmod go-rwx for {names}."
        )
    return HealthFinding("data folder", "well", "Only its owner may look in.")


def _room(folder: Path) -> HealthFinding:
    free = shutil.disk_usage(folder).free
    words = f"{free / 1e9:.1f} GB are free."
    if free < _TOO_LITTLE:
        return HealthFinding("room", "wrong", f"{words} Nothing can be saved when it is full. Make room now.")
    return HealthFinding("room", "think" if free < _LITTLE else "well", words)


def _cloud(folder: Path) -> HealthFinding:
    parts = [part.lower() for part in folder.resolve().parts]
    found = next((name for name in CLOUD_NAMES for part in parts if name in part), None)
    if found is None:
        return HealthFinding("cloud drive", "well", "No cloud drive seems to copy the data folder.")
    return HealthFinding(
        "cloud drive",
        "wrong",
        f"A cloud drive ({found}) copies the data folder. It can tear a book in use and sends people's data elsewhere. "
        "Set COMMUNITY_HOME to a folder outside.",
    )


def _places(settings: Settings) -> HealthFinding:
    try:
        if settings.places.areas:
            read_areas(settings.home / settings.places.areas, settings.hubs)
        return HealthFinding("places", "well", Places.open(settings.home, settings.hubs).source)
    except AreaFileError as why:
        return HealthFinding("places", "wrong", f"The areas are drawn from postcodes meanwhile. {why}")
    except (UserFacingError, OSError):
        return HealthFinding("places", "wrong", "The list of postcodes can't be read. Import it again: places import.")


def _zones() -> HealthFinding:
    try:
        summer = ZoneInfo("Europe/London").utcoffset(datetime(2026, 7, 1))  # noqa: DTZ001 (the zone is asked about it)
    except ZoneInfoNotFoundError:
        summer = None
    if summer == timedelta(hours=1):
        return HealthFinding("time zones", "well", "London's summer time is known.")
    return HealthFinding("time zones", "wrong", "London's time is not known here. Install what requirements.txt lists.")


_HERE = {"localhost", "127.0.0.1", "::1"}


def public_address(settings: Settings) -> Iterator[HealthFinding]:
    """Whether the forms know the public address, so that no browser is taken for another site's."""
    address = urlsplit(settings.public_url or "")
    if settings.public_url is None and settings.trusted_proxy:
        words = (
            "There is a proxy, and no PUBLIC_URL. Set it to the address that people type. Unless the proxy passes on "
            "Host or X-Forwarded-Host, older browsers can't send a form."
        )
        yield HealthFinding("public address", "think", words)
    elif settings.public_url is None:
        words = "None is set. Before others than you use the site, set PUBLIC_URL to the address that they type."
        yield HealthFinding("public address", "well", words)
    elif address.scheme != "https" and address.hostname not in _HERE:
        words = "It has no https, so others can read along what people write. Put a proxy with a certificate in front."
        yield HealthFinding("public address", "think", words)
    else:
        yield HealthFinding("public address", "well", "The pages name it, and forms from it are taken.")
