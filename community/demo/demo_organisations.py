"""The organisations that signed the charter of the invented town. None of them exists."""

import random
from datetime import timedelta

from community.casework import approve_organisation, clear_flag, withdraw_organisation
from community.demo.demo_names import words
from community.demo.demo_town import Town
from community.tables.canonical import split
from community.tables.row_types import ColumnName, OrganisationRow
from community.tables.vocabulary import Channel

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
