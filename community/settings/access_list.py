"""What stands in `people.toml`: who may open the dashboard, who is on duty, whom the site names. No value is echoed."""

import codecs
import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from community.settings.duty_settings import PersonOnDuty, read_duty
from community.settings.hub_contacts import HubContact, read_contacts
from community.settings.settings_model import ListedPerson
from community.tables.roles import OF_ONE_HUB, Duty, Role

_ENTRY = re.compile(r"\s*\[\[\s*[\"']?people[\"']?\s*\]\]")
_KEY = re.compile(r"\s*[\"']?(\w+)[\"']?\s*=")
_NAMED = re.compile(r"[^<>@]*<([^<>]*)>")
_ADDRESS = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]*[^\s@<>,;\".]")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True)
class AccessList:
    """The people who may come in; or nobody, with one line of words for each mistake. And those on duty."""

    people: tuple[ListedPerson, ...] = ()
    mistakes: tuple[str, ...] = ()
    duty: dict[str, PersonOnDuty] = field(default_factory=dict)
    duty_mistakes: tuple[str, ...] = ()
    contacts: tuple[HubContact, ...] = ()
    contact_mistakes: tuple[str, ...] = ()


def read_file(path: Path, hubs: Collection[str]) -> AccessList:
    """The list in this file: UTF-8 with or without a byte order mark, or UTF-16 with one, as editors save them."""
    try:
        raw = path.read_bytes()
    except OSError:
        return AccessList(mistakes=(f"{path.name}: can't be read",))
    wide = raw.startswith(_WIDE)
    try:
        text = raw.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 if wide else raw[: error.start].count(b"\n") + 1
        words = f"{path.name}, line {line}: a letter that is not UTF-8; save the file anew as UTF-8"
        return AccessList(mistakes=(words,))
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        return AccessList(mistakes=(f"{path.name}, line {line}: not TOML",))
    except RecursionError:
        return AccessList(mistakes=(f"{path.name}: not TOML",))
    if strange := sorted(told.keys() - {"people", "duty", "hub_contacts"}):
        line = next((n for n, each in enumerate(text.splitlines(), 1) if strange[0] in each), 1)
        words = f"{path.name}, line {line}: not part of the list; each person begins with [[people]]"
        return AccessList(mistakes=(words,))
    return read_told(told, hubs, file=path.name, text=text)


def read_told(told: Mapping[str, Any], hubs: Collection[str], *, file: str, text: str = "") -> AccessList:
    """The list from `[[people]]`, `[duty.CODE]` and `[[hub_contacts]]`, as they stand in a file."""
    people = read_entries(told.get("people", []), hubs, file=file, text=text)
    duty, mistakes = read_duty(told.get("duty", {}), {person.name for person in people.people}, file=file)
    contacts, wrong = read_contacts(told.get("hub_contacts", []), hubs, file=file)
    return replace(people, duty=duty, duty_mistakes=mistakes, contacts=contacts, contact_mistakes=wrong)


def read_entries(entries: object, hubs: Collection[str], *, file: str, text: str = "") -> AccessList:
    """The list from the entries of `[[people]]`. One mistake leaves nobody on it: half a list would look whole."""
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        return AccessList(mistakes=(f"{file}: each person needs a part of their own, which begins with [[people]]",))
    places = _Places(file, text, len(entries))
    people: list[ListedPerson | None] = []
    mistakes: list[str] = []
    for number, entry in enumerate(entries):
        person, wrong = _person(entry)
        people.append(person)
        mistakes += [f"{places.of(number, field)}: {words}" for field, words in wrong]
    known = [(number, person) for number, person in enumerate(people) if person]
    mistakes += [f"{places.of(number, field)}: {words}" for number, field, words in _crossed(known, hubs, places)]
    return AccessList(mistakes=tuple(mistakes)) if mistakes else AccessList(tuple(person for _, person in known))


def _person(entry: dict[str, Any]) -> tuple[ListedPerson | None, list[tuple[str, str]]]:
    """The person, or None; and what is wrong with which field."""
    tidy = {key: _tidy(value) if isinstance(value, str) else value for key, value in entry.items()}
    wrong: list[tuple[str, str]] = []
    if isinstance(tidy.get("email"), str):
        address = bare_address(tidy["email"])
        if address is None:
            wrong.append(("email", "one email address and nothing else, such as cora@example.org"))
        tidy["email"] = address or ""
    if tidy.get("name") == "":
        wrong.append(("name", "empty"))
    try:
        return (None if wrong else ListedPerson.model_validate(tidy)), wrong
    except ValidationError as error:
        told = error.errors(include_input=False, include_url=False)
        return None, wrong + [(str(each["loc"][0]), each["msg"]) for each in told]


def _tidy(text: str) -> str:
    """The text without invisible characters at its ends, in one form of Unicode."""
    return unicodedata.normalize("NFC", text).strip(" \t\r\n\u00a0\u200b\ufeff")


def bare_address(text: str) -> str | None:
    """The one address in `Cora Field <cora@example.org>` or `mailto:cora@example.org`; None when it is not one.

    Signs that can't be seen come along when it is pasted, and full-width letters from some keyboards: no address that a
    sign-in service tells has either.
    """
    seen = "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf")
    told = _tidy(seen)
    named = _NAMED.fullmatch(told)
    bare = _tidy(named[1] if named else told).removeprefix("mailto:")
    return bare if _ADDRESS.fullmatch(bare) else None


def _crossed(
    known: list[tuple[int, ListedPerson]], hubs: Collection[str], places: "_Places"
) -> Iterator[tuple[int, str, str]]:
    """Mistakes that show only in comparison with other entries or the hubs."""
    names: dict[str, int] = {}
    accounts: dict[str, int] = {}
    for number, person in known:
        # Each decision is kept with a name, and can be undone by the person with that name.
        first = names.setdefault(" ".join(person.name.casefold().split()), number)
        if first != number:
            yield number, "name", f"the same as {places.of(first, 'name')}; each needs a name of their own"
        first = accounts.setdefault(person.email.casefold(), number)
        if first != number:
            yield number, "email", f"the same address as {places.of(first, 'email')}; one address is one person"
        if (person.role in OF_ONE_HUB) != (person.hub is not None):
            yield number, "hub", "a coordinator has a hub, nobody else has"
        elif person.hub and person.hub not in hubs:
            yield number, "hub", "no such hub"
        if person.role is None and person.safeguarding is None:
            yield number, "role", "needs a role, or a duty (safeguarding)"
        if person.safeguarding == Duty.CHAIR and person.role == Role.DIRECTOR:
            yield number, "safeguarding", "the chair hears concerns about the director, so can't be the director"
        if (person.issuer is None) != (person.subject is None):
            yield number, "issuer", "issuer and subject name an account together; give both or neither"


class _Places:
    """The line, counted from 1, of each entry and each of its fields in the file."""

    def __init__(self, file: str, text: str, entries: int) -> None:
        self._file = file
        self._found: list[dict[str, int]] = []
        for number, line in enumerate(text.splitlines(), 1):
            if _ENTRY.match(line):
                self._found.append({"": number})
            elif self._found and (key := _KEY.match(line)):
                self._found[-1].setdefault(key[1], number)
        if len(self._found) != entries:  # written in another of TOML's ways
            self._found = []

    def of(self, number: int, field: str) -> str:
        """The place, such as `people.toml, line 7 (email)`, or the entry's number if the line is unknown."""
        if not self._found:
            return f"{self._file}, people.{number + 1}.{field}"
        lines = self._found[number]
        return f"{self._file}, line {lines.get(field, lines[''])} ({field})"
