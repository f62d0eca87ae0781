"""The directory for other programs: Open Referral UK 3.0, as files that any web host can serve.

https://docs.openreferraluk.org: `/services` is a paged list, `/services/ID` one service with all that belongs to it. A
telephone number has no place in the profile; it stands where the international standard has it (HSDS 3.0, `phones`).
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from community.publish.markdown_escaping import link
from community.publish.service_listings import ServiceListing
from community.settings import Settings
from community.tables.canonical import split
from community.tables.support_vocabulary import ServiceKind
from community.wording import language_words, wording

FILE = "services.json"
"""All services, as publishing writes them; the building of the site makes the rest of it."""
FOLDER = "open-referral"
PER_PAGE = 50
PROFILE = "https://docs.openreferraluk.org"
_THERE = "active"
"""The standard's word for a service that is open; whatever is not, is not published."""
OURS = UUID("8f1c2a3e-6b0d-5c3f-9d55-0b6f0a6c2d11")
"""Ids of the standard follow from ours by this, so that an entry keeps its id for good."""
_ONE_TO_ONE = (
    "id",
    "organization_id",
    "name",
    "description",
    "url",
    "email",
    "status",
    "fees",
    "assured_date",
    "alert",
)


def services_json(found: Sequence[ServiceListing], settings: Settings) -> str:
    """Every service with all that belongs to it, one on each line, in a list."""
    lines = [json.dumps(_service(each, settings), ensure_ascii=False, sort_keys=True) for each in found]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def write(site: Path, source: Path) -> None:
    """Write the files of the standard into the built site, from what publishing wrote; none where there is nothing."""
    if not source.is_file():
        return
    services: list[dict[str, Any]] = json.loads(source.read_text(encoding="utf-8"))
    folder = site / FOLDER
    (folder / "services").mkdir(parents=True)
    write_json(folder / "index.json", {"version": "HSDS-UK 3.0", "profile": PROFILE})
    pages = [services[at : at + PER_PAGE] for at in range(0, len(services), PER_PAGE)] or [[]]
    for number, page in enumerate(pages, 1):
        told = {
            "total_items": len(services),
            "total_pages": len(pages),
            "page_number": number,
            "size": len(page),
            "first_page": number == 1,
            "last_page": number == len(pages),
            "empty": not page,
            "contents": [_in_the_list(each) for each in page],
        }
        write_json(folder / "services" / f"page-{number}.json", told)
        if number == 1:
            write_json(folder / "services.json", told)
    for each in services:
        write_json(folder / "services" / f"{each['id']}.json", each)


def _in_the_list(service: dict[str, Any]) -> dict[str, Any]:
    return {name: service[name] for name in (*_ONE_TO_ONE, "organization") if name in service}


def _service(each: ServiceListing, settings: Settings) -> dict[str, Any]:
    row, own, run_by = each.told, _id(each, "service"), _id(each, "organization")
    # Who runs it is not printed, so the provider is told by the name of what it provides.
    provider = {"id": run_by, "name": each.name, "description": row.what or each.name}
    told: dict[str, Any] = {
        "id": own,
        "organization_id": run_by,
        "organization": provider,
        "name": each.name,
        "description": row.what,
        "url": link(row.website),
        "email": row.public_email if row.public_email and "@" in row.public_email else None,
        "status": _THERE,
        "fees": row.cost,
        "assured_date": each.checked_on.isoformat() if each.checked_on else None,
        "alert": "This may be different now: nobody has checked it for a while." if each.overdue else None,
        "phones": [{"id": _id(each, "phone"), "number": row.public_telephone}] if row.public_telephone else None,
        "schedules": [{"id": _id(each, "times"), "service_id": own, "description": row.times}] if row.times else None,
        "cost_options": [{"id": _id(each, "cost"), "service_id": own, "option": row.cost}] if row.cost else None,
        "languages": [
            {"id": _id(each, f"language {code}"), "service_id": own, "name": language_words([code])}
            for code in split(row.languages)
        ],
        "attributes": [_kind(each, own)],
        "service_areas": [
            {"id": _id(each, "area"), "service_id": own, "name": settings.hubs[each.hub].name}
        ] if each.hub else None,
        "service_at_locations": [_location(each, own)] if row.place else None,
    }  # fmt: skip
    return {name: value for name, value in told.items() if value not in (None, [])}


def _kind(each: ServiceListing, own: str) -> dict[str, Any]:
    """What it is, in our own words; by its code a feed of ours is read again."""
    term = str(uuid5(OURS, f"kind {each.kind}"))
    words = wording().service_kind[ServiceKind(each.kind)]
    return {
        "id": _id(each, "kind"),
        "link_id": own,
        "link_type": "service",
        "taxonomy_term_id": term,
        "taxonomy_term": {"id": term, "code": each.kind, "name": words, "description": words},
    }


def _location(each: ServiceListing, own: str) -> dict[str, Any]:
    there = _id(each, "location")
    where: dict[str, Any] = {"id": there, "location_type": "physical", "name": each.told.place}
    if each.told.access:
        where["accessibility"] = [{"id": _id(each, "access"), "description": each.told.access}]
    return {"id": _id(each, "at"), "service_id": own, "location_id": there, "location": where}


def _id(each: ServiceListing, part: str) -> str:
    return str(uuid5(OURS, f"{each.id} {part}"))


def write_json(path: Path, told: object) -> None:
    """Write it as other programs read it, whatever the machine's own letters and line ends."""
    path.write_text(json.dumps(told, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8", newline="\n")
