"""Volunteering roles at organisations, as strangers may read them: the page, and Volunteering Data for other programs.

https://standard.volunteeringdata.io: an Organisation has an Activity, that a Role and a Session, as JSON-LD.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid5

from community import forms
from community.book import Reader
from community.publish.further_pages import way_from
from community.publish.markdown_escaping import anchor, link, text
from community.publish.open_referral import OURS, write_json
from community.publish.public_figures import signed_and_approved
from community.publish.service_markdown import OUR_NUMBER, last_checked_words
from community.publish.service_pages import LongList, by_place, list_pages
from community.settings import Settings
from community.tables import TABLES
from community.tables.canonical import split
from community.tables.listing_days import is_open_role
from community.tables.row_types import OpportunityRow, OrganisationRow
from community.tables.statuses import ListingStatus
from community.tables.support_vocabulary import ROLE_OF
from community.tables.vocabulary import SLOTS, DbsLevel, YesNo
from community.wording import day_words, wording

PUBLIC = tuple(column.name for column in TABLES[OpportunityRow.TABLE].columns if column.public)
"""The columns of a role that may be printed. Beside them are read its hub, its organisation and the last check."""
FILE, FOLDER = "roles.json", "volunteering-data"
_LIST = "volunteer/roles/"
FORM = "enquiry"
"""The form in which somebody asks for a role. Without it, people ring."""
_EXPENSES: dict[str, str] = {YesNo.YES: "Paid back to you", YesNo.NO: "Not paid"}
_TERMS = "https://ns.volunteeringdata.io/"
_NONE_YET = (
    "No organisation has told us of a role just now. That changes often. "
    "Ring us on [%telephone%](tel:%dial%), and we tell you who looks for somebody."
)


@dataclass(frozen=True)
class RoleListing:
    """One role as strangers may read it."""

    id: str
    told: OpportunityRow
    """Its public columns, and no others."""
    run_by: OrganisationRow | None
    """The organisation, if it signed the charter."""
    said: str | None
    """The organisation as the form was told it, to be printed."""
    hub: str | None
    checked_on: date | None
    overdue: bool


def role_listings(reader: Reader, settings: Settings, today: date) -> list[RoleListing]:
    """The approved roles that may still be asked for, by name."""
    rows = reader.rows(OpportunityRow, lambda c: [c.status == ListingStatus.APPROVED, c.name.is_not(None)])
    signed = {str(each.id): each for each in signed_and_approved(reader)}
    found = [
        RoleListing(
            id=row.id,
            told=OpportunityRow.of({name: row[name] for name in PUBLIC}),
            run_by=signed.get(row.organisation_id or ""),
            said=row[ROLE_OF],
            hub=row.hub if row.hub in settings.hubs else None,
            checked_on=None if row.checked_on is None else date.fromisoformat(row.checked_on),
            overdue=settings.directory.is_overdue(row.checked_on, today),
        )
        for row in rows
        if is_open_role(row, today.isoformat())
    ]
    return sorted(found, key=lambda each: (str(each.told.name).casefold(), each.id))


def role_pages(found: Sequence[RoleListing], settings: Settings) -> dict[str, str]:
    """By file name, the list of roles by place, the pages on which it goes on, and the same for other programs."""
    parts = tuple(part for part in by_place(found, settings) if part.entries)
    listed = LongList(_LIST, "Volunteering roles", parts, "By place", _entries, _NONE_YET)
    return {
        **list_pages("roles.md", listed, settings),
        FILE: json.dumps(volunteering_data(found, settings), ensure_ascii=False, sort_keys=True, indent=1) + "\n",
    }


# --- the page --------------------------------------------------------------------------------------------------------


def _entries(found: Sequence[RoleListing], settings: Settings, page: int) -> Iterator[str]:
    asked = forms.load(settings).get(FORM)
    form = (way_from(_LIST, page, 1) or "./") if asked and not forms.is_off(asked, settings) else None
    yield '<ul class="services">'
    for each in found:
        yield from _entry(each, settings, form)
    yield "</ul>"


def _entry(each: RoleListing, settings: Settings, form: str | None) -> Iterator[str]:
    row, run_by = each.told, each.run_by
    yield '<li class="service" data-entry itemscope itemtype="https://schema.org/JobPosting">'
    yield '<meta itemprop="employmentType" content="VOLUNTEER">'
    yield f'<h3 class="service__name" id="{each.id.lower()}" itemprop="title">{text(str(row.name))}</h3>'
    if row.what:
        yield f'<p itemprop="description">{text(row.what)}</p>'
    signatory = anchor(str(run_by.name), run_by.website) if run_by else text(each.said or "")
    facts = [
        ("With", f'<span itemprop="hiringOrganization">{signatory}</span>' if signatory else ""),
        ("When", text(row.times or "")),
        ("Where", f'<span itemprop="jobLocation">{text(row.place)}</span>' if row.place else ""),
        ("Area", text(settings.hubs[each.hub].name) if each.hub else ""),
        ("Age", f"{row.min_age} or over" if row.min_age else ""),
        ("Check", text(wording().dbs.get(row.min_dbs or "", ""))),
        ("Expenses", _EXPENSES.get(row.expenses or "", "")),
        ("Support", text(row.support or "")),
        ("Ask by", _until(row.ends_on)),
    ]  # fmt: skip
    yield "<dl>"
    yield from (f"<div><dt>{name}</dt><dd>{words}</dd></div>" for name, words in facts if words)
    yield "</dl>"
    about = f'<span class="visually-hidden">: {text(str(row.name))}</span>'
    if form is not None:
        yield f'<p><a class="cc-button" href="{form}interested/?for={each.id.lower()}">I’m interested{about}</a></p>'
        yield f"<p>Or ring us: {OUR_NUMBER}</p>"
    else:
        yield f"<p>Interested? Ring us: {OUR_NUMBER}</p>"
    yield f'<p class="service__checked">{last_checked_words(each.checked_on, overdue=each.overdue)}</p>'
    yield "</li>"


def _until(told: str | None) -> str:
    if told is None:
        return ""
    return f'<time itemprop="validThrough" datetime="{told}">{day_words(date.fromisoformat(told))}</time>'


# --- for other programs ----------------------------------------------------------------------------------------------


def volunteering_data(found: Sequence[RoleListing], settings: Settings) -> dict[str, Any]:
    """The roles in the terms of the standard, as one graph of organisations. What is not public is not in it."""
    graph = []
    for each in found:
        run_by = each.run_by
        if run_by:
            theirs = {"name": run_by.name, "website": link(run_by.website), "description": run_by.what_we_do}
        else:
            theirs = {"name": each.said}
        activity = {"type": "Activity", "id": _id(each, "activity"), "title": each.told.name, **_of(each, settings)}
        number = _id(each, "organisation", run_by.id if run_by else each.said)
        named = {"type": "Organisation", "id": number, **theirs}
        graph.append(_filled(named | {"activity": [_filled(activity)]}))
    coded = {term: {"@type": "@id"} for term in ("requirement", "reward", "time")}
    dated = {"publishEndDate": {"@type": "http://www.w3.org/2001/XMLSchema#date"}}
    words = {"@vocab": _TERMS, "id": "@id", "type": "@type", "graph": "@graph", **coded, **dated}
    return {"@context": words, "graph": graph}


def _of(each: RoleListing, settings: Settings) -> dict[str, Any]:
    row = each.told
    there = ", ".join(filter(None, [row.place, settings.hubs[each.hub].name if each.hub else None]))
    role = {
        "type": "Role",
        "id": _id(each, "role"),
        "title": row.name,
        "description": row.what,
        "commitment": row.times,
        "minimumAge": row.min_age,
        "applyLink": settings.public_url and f"{settings.public_url.rstrip('/')}/{_LIST}#{each.id.lower()}",
        "requirement": [f"{_TERMS}DBSCheck"] if row.min_dbs and row.min_dbs != DbsLevel.NONE else None,
        "reward": [f"{_TERMS}ExpensesReimbursed"] if row.expenses == YesNo.YES else None,
    }
    session = {
        "type": "Session",
        "id": _id(each, "session"),
        "location": {"type": "Location", "id": _id(each, "location"), "name": there} if there else None,
        "time": [f"{_TERMS}{_half_day(slot)}" for slot in split(row.slots) if slot in SLOTS],
    }
    return {
        "description": row.what,
        "publishEndDate": row.ends_on,
        "role": [_filled(role)],
        "session": [_filled(session)] if there or session["time"] else None,
    }


def _half_day(slot: str) -> str:
    """A half-day of ours in the standard's words: `mon_evening` is `MondayEvening`."""
    day, part = slot.split("_")
    return f"{wording().days[day]}{part.title()}"


def _filled(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value not in (None, "", [])}


def _id(each: RoleListing, part: str, of: str | None = None) -> str:
    return f"urn:uuid:{uuid5(OURS, f'{each.id if of is None else of} {part}')}"


def write(site: Path, source: Path) -> None:
    """Put the roles for other programs into the built site, from what publishing wrote."""
    if source.is_file():
        (site / FOLDER).mkdir(exist_ok=True)
        write_json(site / FOLDER / "roles.jsonld", json.loads(source.read_text(encoding="utf-8")))
