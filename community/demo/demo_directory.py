"""The organisations of the invented town, and what is offered: the directory, volunteering roles, who asked for one."""

import random
from datetime import datetime, timedelta

from community.casework import approve_organisation, clear_flag, withdraw_organisation
from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_names import words
from community.demo.demo_town import Town
from community.tables.canonical import codes, split
from community.tables.row_types import ColumnName, EnquiryRow, OpportunityRow, OrganisationRow, ServiceRow, VolunteerRow
from community.tables.statuses import EnquiryStatus, ListingStatus
from community.tables.support_vocabulary import HELPS_WITH, ServiceKind
from community.tables.vocabulary import Channel, YesNo

WAITING, BY = 3, Channel.WEB.value
ENQUIRIES = (
    *[EnquiryStatus.ENQUIRED] * 3,
    *[EnquiryStatus.INTRODUCED] * 3,
    *[EnquiryStatus.PLACED] * 2,
    EnquiryStatus.ENDED,
)


def add_services(town: Town) -> None:
    """The directory's entries: the last three still to be looked at, one withdrawn, all others printed."""
    lots = town.lots("services")
    told = words("organisations")["services"]
    organisations = _approved(town)
    for number, printed in enumerate(told):
        waiting = number >= len(told) - WAITING
        runs = lots.choice(organisations) if organisations and lots.random() < 0.6 else None
        member = printed["kind"] == ServiceKind.MEMBER_OFFER
        told_columns = {name: words for name, words in printed.items() if name != "helps_with"}
        values = told_columns | _looked_after(lots, town) | {
            HELPS_WITH: codes(printed.get("helps_with", [])),
            "access": lots.choice(words("organisations")["access"]),
            "place": None if member else lots.choice(words("organisations")["places"]),
            "website": runs.now.website if runs and not member else None,
            "public_telephone": None if member else town.cast.telephone(mobile=False),
            "languages": ["english"],
            "organisation_id": runs.id if runs and not member else None,
        }  # fmt: skip
        service = town.came_in(ServiceRow, values, at=_days_ago(lots, town, 0, 2, waiting=waiting), by=BY)
        if not waiting:
            _approve(lots, town, service, ListingStatus.WITHDRAWN if number == 0 else None)


def add_opportunities(town: Town) -> None:
    """Volunteering roles: the last still to be looked at, one withdrawn, all others printed."""
    lots = town.lots("opportunities")
    told = words("organisations")["opportunities"]
    for number, printed in enumerate(told):
        waiting = number == len(told) - 1
        runs = lots.choice(_approved(town))
        values = printed | _looked_after(lots, town) | {
            "place": lots.choice(words("organisations")["places"]),
            "support": "Somebody shows you everything, and stays the first few times",
            "organisation_id": runs.id,
        }  # fmt: skip
        role = town.came_in(OpportunityRow, values, at=_days_ago(lots, town, 0, 2, waiting=waiting), by=BY)
        if not waiting:
            _approve(lots, town, role, ListingStatus.WITHDRAWN if number == 0 else None)


def add_enquiries(town: Town) -> None:
    """People who asked for a role, some of them volunteers of ours: from those who just asked to one who stopped."""
    lots = town.lots("enquiries")
    roles = [role for role in town.ledger.all(OpportunityRow) if role.now.status == ListingStatus.APPROVED]
    for number, status in enumerate(ENQUIRIES):
        volunteer = lots.choice(town.ledger.all(VolunteerRow)) if number % 3 == 0 else None
        name, home = town.cast.name(), town.home(lots, asking=False)
        own: dict[str, str | None] = {
            "name": name,
            "email": town.cast.email(name),
            "telephone": town.cast.telephone(mobile=True),
            "postcode": home.postcode,
            "hub": home.hub,
        }
        if volunteer is not None:
            own = {column: volunteer.now[column] for column in own} | {"volunteer_id": volunteer.id}
        values = own | {
            "words": lots.choice(words("people")["enquiry"]), "consent": YesNo.YES, "status": EnquiryStatus.ENQUIRED,
            "opportunity_id": lots.choice(roles).id,
        }  # fmt: skip
        at = _days_ago(lots, town, 15, 60, waiting=status == EnquiryStatus.ENQUIRED)
        _lead(lots, town, town.came_in(EnquiryRow, values, at=at, by=BY), status)


def _lead(lots: random.Random, town: Town, enquiry: LedgerRecord[EnquiryRow], status: EnquiryStatus) -> None:
    steps = [EnquiryStatus.INTRODUCED, EnquiryStatus.PLACED, EnquiryStatus.ENDED]
    days = {EnquiryStatus.INTRODUCED: "introduced_on", EnquiryStatus.PLACED: "placed_on"}
    for step in steps if status != EnquiryStatus.ENQUIRED else []:
        at = town.calendar.later(lots, enquiry.changed_at, timedelta(days=1), timedelta(days=4))
        day = {days[step]: at.date()} if step in days else {}
        town.write_down(enquiry, town.coordinator(enquiry.now.hub), at, step, **day)
        if step == status:
            return


def _looked_after(lots: random.Random, town: Town) -> dict[str, object]:
    """Who told us about an entry, where it is, and that nobody has looked at it so far."""
    person, home = town.cast.name(), town.home(lots, asking=False)
    return {
        "contact_name": person,
        "telephone": town.cast.telephone(mobile=True),
        "email": town.cast.email(person),
        "postcode": home.postcode,
        "hub": home.hub,
        "status": ListingStatus.OFFERED,
    }


def _days_ago(lots: random.Random, town: Town, least: int, most: int, *, waiting: bool) -> datetime:
    """Some time lately, of what still waits; of all else some time between these days and four months ago."""
    days = lots.randint(0, 2) if waiting else lots.randint(least + 10, most + 100 if least == 0 else most)
    return town.calendar.moment(lots, town.calendar.today - timedelta(days=days), 8, 20)


def _approve(
    lots: random.Random,
    town: Town,
    entry: LedgerRecord[ServiceRow] | LedgerRecord[OpportunityRow],
    then: ListingStatus | None = None,
) -> None:
    at = town.calendar.later(lots, entry.at, timedelta(hours=3), timedelta(days=3))
    town.write_down(entry, town.director, at, ListingStatus.APPROVED, checked_on=at.date())
    if then is not None:
        town.write_down(entry, town.director, town.calendar.now - timedelta(days=3), then)


def _approved(town: Town) -> list[LedgerRecord[OrganisationRow]]:
    return [each for each in town.ledger.all(OrganisationRow) if each.now.status == ListingStatus.APPROVED]


COUNT, WAITING, LEFT = 60, 3, 1


def add_organisations(town: Town) -> None:
    """Sixty: all but the last three approved by the director, those wait for a first look; one has closed since."""
    lots = town.lots("organisations")
    told = words("organisations")
    names = [f"{first} {second}" for first in told["firsts"] for second in told["seconds"]]
    for number, name in enumerate(lots.sample(names, COUNT)):
        waiting = number >= COUNT - WAITING
        days = lots.uniform(0, 1.5) if waiting else lots.uniform(4, 150)
        day = town.calendar.today - timedelta(days=int(days))
        at = town.calendar.moment(lots, day, 8, 20)
        values = town.submitted("organisation", _answers(lots, town, name), channel=Channel.WEB, at=at)
        organisation = town.came_in(OrganisationRow, values, at=at, by=Channel.WEB.value)
        if not waiting:
            at = town.calendar.later(lots, at, timedelta(hours=2), timedelta(days=2))
            for flag in split(organisation.now.flags):
                clear_flag(town.at_work(town.director, at), "organisations", organisation.id, flag)
            approve_organisation(town.at_work(town.director, at), organisation.id)
        if number < LEFT:
            at = town.calendar.later(lots, at, timedelta(hours=20), timedelta(days=3))
            withdraw_organisation(town.at_work(town.director, at), organisation.id, seen=organisation.now.status)


def _answers(lots: random.Random, town: Town, name: str) -> dict[str, str | list[str] | None]:
    person = town.cast.name()
    host = "".join(c for c in name.lower().replace(" ", "-") if c.isascii() and (c.isalnum() or c == "-"))
    promises = list(town.forms["organisation"].questions[ColumnName.COMMITMENTS].options)
    return {
        "name": name,
        "website": f"https://{host}.example.org" if lots.random() < 0.8 else None,
        "what_we_do": lots.choice(words("organisations")["does"]) if lots.random() < 0.85 else None,
        "signs_charter": "yes",
        "commitments": [p for p in promises if lots.random() < 0.8] or promises[:1],
        "contact_name": person,
        "contact_role": lots.choice(words("organisations")["roles"]),
        "telephone": town.cast.telephone(mobile=False) if lots.random() < 0.8 else None,
        "email": town.cast.email(person),
        "postcode": town.home(lots, asking=False).postcode,
        "may_sign": lots.choices(["yes", "unsure"], [96, 4])[0],
    }
