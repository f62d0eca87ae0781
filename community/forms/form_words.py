"""Words that several forms share, each said once: flags, DBS levels, days."""

from community.tables.flags import Flag

FLAGS: dict[str, str] = {
    Flag.CRISIS_WORDS: "Words that may mean danger: read them first, and speak to them before anything else",
    Flag.POSTCODE_MISSING: "No postcode",
    Flag.POSTCODE_ODD: "This does not look like a postcode",
    Flag.POSTCODE_UNKNOWN: "We do not know this postcode",
    Flag.POSTCODE_SEVERAL: "Several postcodes in one answer: the first was taken",
    Flag.POSTCODE_OUTSIDE: "This postcode is outside our hubs",
    Flag.SECTOR_ONLY: "Only the first part of a postcode",
    Flag.OUTWARD_ONLY: "Only the first half of a postcode",
    Flag.WARD_MISSING: "The postcode's ward is not known",
    Flag.PLACES_UNREADABLE: "The list of postcodes could not be read: look the postcode up",
    Flag.TELEPHONE_ODD: "This does not look like a telephone number",
    Flag.NO_TELEPHONE: "They have no telephone",
    Flag.TEXT_TO_LANDLINE: "They asked for texts and gave a landline: it may not take them",
    Flag.NO_FIXED_ABODE: "No fixed address: ask where a letter or a visitor finds them",
    Flag.EMAIL_ODD: "This does not look like an email address",
    Flag.UNDER_18: "Under 18: never alone in anybody's home",
    Flag.NO_GUARDIAN_CONSENT: "Under 18, and no parent or guardian has agreed yet",
    Flag.AT_RISK: "Over 70 or at higher risk: in person only where they asked for it, and never inside a home",
    Flag.NO_AGREEMENT: "Nobody has told us that the resident agrees: ask them yourself. Nothing is held back meanwhile",
    Flag.CANNOT_AGREE: "They may not be able to decide this: write down who decides for them, and why",
    Flag.HEALTH_UNASKED: "Something about health, and no word that we may keep it: ask them",
    Flag.NOT_SIGNED: "Did not say that they sign the charter: ask before you approve",
    Flag.MAY_NOT_SIGN: "May not be allowed to sign for the organisation",
    Flag.HONEYPOT: "The hidden field was filled in: perhaps a machine",
    Flag.TOO_FAST: "Filled in faster than people read",
    Flag.TOO_MANY: "Many forms from one connection: a library, a day centre, or a machine",
    Flag.OUTSIDE_WORDS: "An answer that is not one of ours: read it",
    Flag.LONG_ANSWER: "A very long answer: read it to the end",
    Flag.NO_WAY_TO_REACH: "No way to get in touch can be read: look for one in the words",
    Flag.ANSWER_MISSING: "Something that we must know was left empty",
    Flag.NUMBER_FROM_GOOGLE: "Google made a number or a day of their words: look at their row in the tab of answers",
    Flag.TIME_ODD: "When it came could not be read: the time is that of taking it in",
    Flag.POSSIBLE_DOUBLE: "Sent before with other answers: the two may be one",
    Flag.TYPED_IN_SHEET: "Typed into the spreadsheet",
    Flag.COPIED_IN_SHEET: "Copied from another row of the spreadsheet, then changed",
}

CHECKS: dict[str, str] = {
    "none": "No check needed",
    "basic": "Basic DBS check",
    "standard": "Standard DBS check",
    "enhanced": "Enhanced DBS check",
    "enhanced_barred": "Enhanced DBS check with the barred list",
}

DAYS: dict[str, str] = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
PARTS: dict[str, str] = {"morning": "Morning", "afternoon": "Afternoon", "evening": "Evening"}


def slots_in_words(slots: list[str]) -> str:
    """The slots as people read them, one line a day: `Monday: morning, evening`. Words outside the list come last."""
    lines = []
    for day, name in DAYS.items():
        parts = [part for part in PARTS if f"{day}_{part}" in slots]
        if parts:
            lines.append(f"{name}: {'all day' if len(parts) == len(PARTS) else ', '.join(parts)}")
    known = {f"{day}_{part}" for day in DAYS for part in PARTS}
    return "\n".join(lines + [slot for slot in slots if slot not in known])
