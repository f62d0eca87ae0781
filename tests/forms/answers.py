"""Answers of invented people, one whole set for each form. No one of them raises a flag."""

from datetime import datetime

HELP: dict[str, list[str]] = {
    "for_whom": ["myself"],
    "tasks": ["food_parcel", "phone_call"],
    "details": ["Bread & milk for two.\nThe door is green."],
    "urgency": ["this_week"],
    "slots": ["mon_morning", "tue_afternoon"],
    "languages": ["english"],
    "name": ["Ada Invented"],
    "telephone": ["0117 496 0001"],
    "email": ["ada@example.org"],
    "address": ["1 Invented Row"],
    "postcode": ["BA1 1AA"],
    "reach_by": ["telephone"],
}
VOLUNTEER: dict[str, list[str]] = {
    "over_18": ["yes"],
    "takes_care": ["no"],
    "in_person": ["yes"],
    "tasks": ["shopping", "dog_walk"],
    "slots": ["sat_morning"],
    "how_many": ["2"],
    "max_distance_km": ["3"],
    "travel": ["walk", "bus"],
    "name": ["Grace Invented"],
    "telephone": ["0117 496 0002"],
    "email": ["grace@example.org"],
    "postcode": ["BA1 1AA"],
    "languages": ["english", "polish"],
    "extra.heard_from": ["a poster"],
    "consent": ["yes"],
}
ORGANISATION: dict[str, list[str]] = {
    "name": ["The Invented Allotment Society"],
    "website": ["allotment.example.org"],
    "what_we_do": ["We grow vegetables & friendships."],
    "signs_charter": ["yes"],
    "commitments": ["notice", "listen"],
    "contact_name": ["Alan Invented"],
    "contact_role": ["Secretary"],
    "telephone": ["0117 496 0003"],
    "postcode": ["BA1 1AA"],
    "may_sign": ["yes"],
}

SERVICE: dict[str, list[str]] = {
    "extra.why": ["new"],
    "name": ["The Invented Soup Kitchen"],
    "kind": ["group"],
    "extra.helps_with": ["company", "food"],
    "what": ["Lunch & a game of cards."],
    "times": ["Wednesday, noon"],
    "place": ["The old school"],
    "postcode": ["BA1 1AA"],
    "cost": ["Free"],
    "public_telephone": ["0117 496 0005"],
    "contact_name": ["Mary Invented"],
    "telephone": ["0117 496 0004"],
}


OFFER: dict[str, list[str]] = {
    "extra.sort": ["space"],
    "name": ["A room for twenty people"],
    "what": ["Chairs & a kettle."],
    "times": ["Weekday evenings"],
    "extra.until": ["24/12/2026"],
    "contact_name": ["Olive Invented"],
    "telephone": ["0117 496 0009"],
    "postcode": ["BA1 1AA"],
}
OPPORTUNITY: dict[str, list[str]] = {
    "extra.organisation": ["The Invented Allotment Society"],
    "name": ["Bean picker"],
    "what": ["Picks beans & sings."],
    "place": ["The long field"],
    "times": ["Saturday mornings"],
    "slots": ["sat_morning"],
    "ends_on": ["24 December 2026"],
    "min_age": ["16"],
    "min_dbs": ["none"],
    "expenses": ["yes"],
    "contact_name": ["Alan Invented"],
    "telephone": ["0117 496 0003"],
    "postcode": ["BA1 1AA"],
}
ENQUIRY: dict[str, list[str]] = {
    "name": ["Ivy Invented"],
    "telephone": ["0117 496 0010"],
    "postcode": ["BA1 1AA"],
    "words": ["Is there a bus & a hat?"],
    "consent": ["yes"],
}


def at(moment: str) -> datetime:
    """The moment of this ISO text."""
    return datetime.fromisoformat(moment)


REFERRAL: dict[str, list[str]] = {
    "referrer_name": ["Nora Invented"],
    "referrer_who": ["District nurse, the invented surgery"],
    "referrer_telephone": ["0117 496 0008"],
    "tasks": ["shopping"],
    "details": ["Eight people at the hostel: bread & milk for each."],
    "urgency": ["this_week"],
    "they_agree": ["yes"],
    "address": ["The Invented Hostel, 1 Nowhere Street"],
    "postcode": ["BA1 1AA"],
}
COMPLAINT: dict[str, list[str]] = {
    "kind": ["complaint"],
    "words": ["Nobody came on Monday & nobody rang."],
    "wants": ["A call before, if they can't come"],
    "name": ["Cora Invented"],
    "telephone": ["0117 496 0007"],
}
BOOKING: dict[str, list[str]] = {
    "name": ["Bea Invented"],
    "email": ["bea@example.org"],
    "telephone": ["0117 496 0006"],
    "access_needs": ["Captions & a break."],
}
NEWSLETTER: dict[str, list[str]] = {"email": ["nell@example.org"], "name": ["Nell"]}
BASE = {
    "help_request": HELP,
    "volunteer": VOLUNTEER,
    "organisation": ORGANISATION,
    "service": SERVICE,
    "booking": BOOKING,
    "complaint": COMPLAINT,
    "referral": REFERRAL,
    "offer": OFFER,
    "opportunity": OPPORTUNITY,
    "enquiry": ENQUIRY,
    "newsletter": NEWSLETTER,
    "newsletter_stop": {"email": ["nell@example.org"]},
}
"""By form, a whole set."""
