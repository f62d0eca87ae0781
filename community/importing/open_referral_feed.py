"""A feed in the form of Open Referral UK 3.0, or of what it comes from, as the lines of a list.

https://docs.openreferraluk.org: a page of services, a list of them, or one. Feeds differ in what they fill in and how,
so whatever is not as the standard says is passed over, and nothing in a feed can stop the reading of it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from html import unescape
from typing import Any

from community.importing.list_file import ListFile, ListLine
from community.importing.not_a_list import NotAList
from community.tables.support_vocabulary import ServiceKind
from community.tables.vocabulary import DAYS
from community.wording import clock_words, joined, wording

HEADERS = (
    "ID", "Name", "Type", "Description", "Times", "Cost", "Accessibility", "Website", "Telephone", "Email", "Address",
    "Postcode", "Languages", "Organisation", "Notes",
)  # fmt: skip
"""What the columns are called: words that the guess of columns knows."""
ACTIVE = "active"
MOST_SERVICES = 5_000
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")

Told = Mapping[str, Any]


def is_feed(data: bytes) -> bool:
    """Whether the file is written as a feed is: no list of a spreadsheet begins like this."""
    return bool(re.match(rb'(\xef\xbb\xbf)?\s*(\{\s*["}]|\[\s*[{\]])', data[:200]))


def read_feed(data: bytes) -> ListFile:
    """The services of the feed, a line for each. Raises NotAList."""
    services = list(_distinct(services_of(parsed(data))))
    if not services:
        raise NotAList("There is no service in this feed.")
    if len(services) > MOST_SERVICES:
        raise NotAList(
            f"The feed has more than {MOST_SERVICES:,} services. Ask for a part of it, such as one district."
        )
    there = [each for each in services if _text(each.get("status")) in ("", ACTIVE)]
    lines = [ListLine(1, HEADERS), *(ListLine(number, _cells(each)) for number, each in enumerate(there, 2))]
    closed = len(services) - len(there)
    told = "a feed of services (Open Referral)" + (f", without {closed} that it calls closed" if closed else "")
    return ListFile(tuple(lines), told, of="services")


def parsed(data: bytes) -> Any:
    """What the feed holds. Raises NotAList where it breaks off, or is none."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NotAList(
            "This begins like a feed of services, and breaks off or is damaged. Fetch it once more, and try again."
        ) from None


def services_of(told: Any) -> list[Told]:
    """The services in it: of a page, of a list, or the one that it is. Raises NotAList."""
    found = told
    if isinstance(told, dict):
        alone = [told] if "name" in told else None
        found = next((told[name] for name in ("contents", "content", "services", "data") if name in told), alone)
    if not isinstance(found, list):
        raise NotAList("This is no feed of services: it has no list of them. Its address often ends in /services.")
    return [each for each in found if isinstance(each, dict)]


def _distinct(services: Iterable[Told]) -> Iterator[Told]:
    """Each service once: pages shift while they are read, and the same one then stands on two."""
    seen = set()
    for each in services:
        own = _text(each.get("id"))
        if not own or own not in seen:
            seen.add(own)
            yield each


def _cells(one: Told) -> tuple[str, ...]:
    """The service as the cells of a line, in the order of HEADERS."""
    run_by = _dict(one.get("organization"))
    places = [_dict(each.get("location")) or each for each in _dicts(one.get("service_at_locations"))]
    addresses = [address for place in places for address in _dicts(place.get("addresses"))]
    access = [each for place in places for each in _dicts(place.get("accessibility"))]
    phones = _dicts(one.get("phones")) or [p for place in places for p in _dicts(place.get("phones"))]
    phones = phones or _dicts(run_by.get("phones"))
    name, provider = _text(one.get("name")), _text(run_by.get("name"))
    checked = _text(one.get("assured_date"))[:10]
    told = {
        "ID": _text(one.get("id")),
        "Name": name,
        "Type": _kind(one),
        "Description": _text(one.get("description")) or _text(one.get("summary")),
        "Times": _together((_times(each) for each in _dicts(one.get("schedules"))), "; "),
        "Cost": _together([_text(one.get("fees")), *(_cost(each) for each in _dicts(one.get("cost_options")))], "; "),
        "Accessibility": _together((_text(each.get("description")) for each in access), "; "),
        "Website": _text(one.get("url")) or _text(run_by.get("website")) or _text(run_by.get("url")),
        "Telephone": _together((_text(each.get("number")) for each in phones), "; "),
        "Email": _text(one.get("email")),
        "Address": _address(places, addresses),
        "Postcode": next(filter(None, (_text(each.get("postal_code")) for each in addresses)), ""),
        "Languages": _together((_text(each.get("name")) for each in _dicts(one.get("languages"))), "; "),
        "Organisation": "" if provider == name else provider,
        "Notes": f"Checked there on {checked}" if checked else "",
    }
    return tuple(told[header] for header in HEADERS)


def _kind(one: Told) -> str:
    """The kind of it, where the feed says it in our own words; councils have taxonomies of their own."""
    terms = (_dict(each.get("taxonomy_term")) for each in _dicts(one.get("attributes")))
    found = next((code for term in terms if (code := _text(term.get("code"))) in set(ServiceKind)), None)
    return wording().service_kind[ServiceKind(found)] if found else ""


def _times(schedule: Told) -> str:
    """When it is open, in the feed's own words or from its days and hours."""
    if words := _text(schedule.get("description")):
        return words
    codes = _text(schedule.get("byday")).upper()
    days = [wording().days[day] for day in DAYS if re.search(rf"\b\d?{day[:2].upper()}\b", codes)]
    opens, closes = (_clock(_text(schedule.get(name))) for name in ("opens_at", "closes_at"))
    hours = f"{opens} to {closes}" if opens and closes else opens
    return _together([joined(days) if days else "", hours], ", ")


def _clock(told: str) -> str:
    found = _CLOCK.match(told)
    return clock_words(datetime(2000, 1, 1, int(found[1]), int(found[2]))) if found else ""  # noqa: DTZ001 (a clock's)


def _cost(option: Told) -> str:
    amount = option.get("amount")
    price = f"£{amount:g}" if isinstance(amount, int | float) and 0 < amount < 100_000 else ""
    return _together([_text(option.get("option")), price, _text(option.get("amount_description"))], " ")


def _address(places: Iterable[Told], addresses: Iterable[Told]) -> str:
    lines = [_text(each.get("name")) for each in places]
    lines += [_text(each.get(part)) for each in addresses for part in ("address_1", "address_2", "city")]
    return _together(lines, ", ")


def _together(parts: Iterable[str], sign: str) -> str:
    return sign.join(dict.fromkeys(filter(None, parts)))


def _dict(told: Any) -> Told:
    return told if isinstance(told, dict) else {}


def _dicts(told: Any) -> list[Told]:
    return [each for each in told if isinstance(each, dict)] if isinstance(told, list) else []


def _text(told: Any) -> str:
    """The words on one line, without what a page of the web has between them."""
    if not isinstance(told, str):
        return str(told) if isinstance(told, int) and not isinstance(told, bool) and abs(told) < 10**18 else ""
    plain = unescape(_TAG.sub(" ", told)).encode("utf-8", "replace").decode().replace("\0", " ")
    return " ".join(plain.split())
