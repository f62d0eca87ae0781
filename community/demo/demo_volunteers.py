"""The volunteers of the invented town: who they are, what they offer, and how far each has come."""

import random
from datetime import date, timedelta

from community.demo.demo_names import words
from community.demo.demo_town import Town
from community.tables.flags import Flag
from community.tables.row_types import VolunteerRow
from community.tables.statuses import VolunteerStatus
from community.tables.vocabulary import SLOTS, Channel, Travel

# How likely a volunteer is to offer each kind of help; a kind that is not listed: one in five.
OFFERED = {
    "food_parcel": 0.58, "shopping": 0.52, "prescription": 0.52, "phone_call": 0.42, "leaflets": 0.33, "dog_walk": 0.28,
    "small_job": 0.2, "visit": 0.17, "technology": 0.13, "lift": 0.035,
}  # fmt: skip
LANGUAGES = {
    "polish": 0.02,
    "romanian": 0.01,
    "ukrainian": 0.006,
    "arabic": 0.006,
    "cantonese": 0.005,
    "bengali": 0.001,
    "bsl": 0.012,
}
OTHER_LANGUAGES = ("French", "Spanish", "Welsh", "Urdu", "Portuguese", "Punjabi")
STATUSES = {
    VolunteerStatus.READY: 0.68,
    VolunteerStatus.APPLIED: 0.06,
    VolunteerStatus.CHECKING: 0.11,
    VolunteerStatus.PAUSED: 0.06,
    VolunteerStatus.LEFT: 0.06,
    VolunteerStatus.DECLINED: 0.03,
}
NEW = timedelta(days=12)


def joined_on(lots: random.Random, town: Town, share: float) -> date:
    """The day on which the volunteer at this share (0 to 1) of the list joined: most of them in the first fortnight."""
    if share < 0.4:
        day = lots.uniform(0, 4)
    elif share < 0.6:
        day = lots.uniform(4, 7)
    elif share < 0.8:
        day = lots.uniform(7, 14)
    else:
        day = 14 + 138 * ((share - 0.8) / 0.2) + lots.uniform(-3, 3)
    return min(town.calendar.first + timedelta(days=int(max(0, day))), town.calendar.today)


def add_volunteers(town: Town, count: int) -> None:
    """So many volunteers, in the order they joined."""
    lots = town.lots("volunteers")
    for number in range(count):
        day = joined_on(lots, town, (number + 1) / count)
        at = town.calendar.moment(lots, day, 7.5, 22.5)
        answers = _answers(lots, town)
        channel = Channel.WEB if lots.random() < 0.9 else Channel.TELEPHONE
        flags = [lots.choice([Flag.TOO_FAST, Flag.TOO_MANY, Flag.HONEYPOT])] if lots.random() < 0.004 else []
        values = town.submitted("volunteer", answers, channel=channel, at=at, flags=flags)
        by = str(channel) if channel == Channel.WEB else town.call_handler(lots).name
        town.came_in(VolunteerRow, values, at=at, by=by)


def _answers(lots: random.Random, town: Town) -> dict[str, str | list[str] | None]:
    """What one volunteer wrote on the form."""
    chosen = words("people")
    languages = ["english"] * (lots.random() < 0.97) + [code for code, p in LANGUAGES.items() if lots.random() < p]
    languages = languages or [lots.choice(list(LANGUAGES))]
    minor, careful = lots.random() < 0.02, lots.random() < 0.17
    by_phone = lots.random() < (0.55 if careful else 0.08)
    travel = _travel(lots, minor=minor)
    offers = [c for c, t in town.settings.task_types.items() if t.offer]
    tasks = [
        c
        for c in offers
        if lots.random() < OFFERED.get(c, 0.2) and not (by_phone and town.settings.task_types[c].in_person)
    ]
    tasks = [c for c in tasks if not (town.settings.task_types[c].needs_car and Travel.CAR not in travel)]
    name = town.cast.name(languages[:1] if languages[0] != "english" else languages[1:])
    mobile = lots.random() < 0.35
    reach = [way for way, p in (("telephone", 0.5), ("text", 0.3 * mobile), ("email", 0.6)) if lots.random() < p]
    return {
        "over_18": "no" if minor else "yes",
        "takes_care": "yes" if careful else lots.choice(["no", "no", "no", "unsure"]),
        "guardian_name": town.cast.name() if minor else None,
        "guardian_telephone": town.cast.telephone(mobile=True) if minor else None,
        "guardian_consent": lots.choice(["yes", "yes", "no"]) if minor else None,
        "in_person": "no" if by_phone else lots.choices(["yes", "unsure"], [0.94, 0.06])[0],
        "tasks": tasks or ["unsure"],
        "slots": _slots(lots),
        "how_many": lots.choices(["1", "2", "3", "5", "10", "unsure"], [36, 28, 14, 6, 2, 14])[0],
        "max_distance_km": lots.choices(["1", "3", "8", "16", "50"], [12, 38, 28, 13, 9])[0],
        "travel": travel,
        "name": name,
        "telephone": town.cast.telephone(mobile=mobile) if lots.random() < 0.97 else None,
        "email": town.cast.email(name),
        "reach_by": reach,
        "postcode": _postcode(lots, town),
        "languages": languages,
        "languages.other": lots.choice(OTHER_LANGUAGES) if lots.random() < 0.04 else None,
        "about": _about(lots, minor=minor),
        "health_consent": "yes" if careful else None,
        "extra.heard_from": lots.choice(chosen["heard_from"]) if lots.random() < 0.6 else None,
        "consent": "yes",
    }


def _about(lots: random.Random, *, minor: bool) -> str | None:
    if lots.random() > 0.35:
        return None
    return str(lots.choice(words("people")["guardian_about" if minor else "about"]))


def _travel(lots: random.Random, *, minor: bool) -> list[str]:
    chances = (("walk", 0.7), ("cycle", 0.2), ("bus", 0.3), ("car", 0.0 if minor else 0.56))
    return [way for way, p in chances if lots.random() < p] or ["walk"]


def _slots(lots: random.Random) -> list[str]:
    """When they are free: at all times, or some parts of some days; weekday mornings least."""
    if lots.random() < 0.14:
        return ["any"]
    weights = {"morning": 0.28, "afternoon": 0.36, "evening": 0.4}
    some = [slot for slot in SLOTS if lots.random() < weights[slot[4:]] * (1.3 if slot[:3] in ("sat", "sun") else 1.0)]
    return some or [lots.choice(SLOTS)]


def _postcode(lots: random.Random, town: Town) -> str | None:
    """A real postcode, typed as people type it; now and then only a part of one, or none."""
    place = town.home(lots, asking=False)
    told, sector = str(place.postcode), str(place.sector)
    shapes = [told, told.lower(), told.replace(" ", ""), sector, sector.split()[0], None]
    return lots.choices(shapes, [88, 5, 4, 1, 0.6, 1.4])[0]
