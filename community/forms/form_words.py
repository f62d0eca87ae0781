"""Words that several forms share, each said once: flags, DBS levels, days."""

FLAGS: dict[str, str] = {
    "crisis_words": "Words that may mean danger: read them first, and speak to them before anything else",
    "postcode_missing": "No postcode",
    "postcode_odd": "This does not look like a postcode",
    "postcode_unknown": "We do not know this postcode",
    "postcode_several": "Several postcodes in one answer: the first was taken",
    "postcode_outside": "This postcode is outside our hubs",
    "sector_only": "Only the first part of a postcode",
    "outward_only": "Only the first half of a postcode",
    "ward_missing": "The postcode's ward is not known",
    "places_unreadable": "The list of postcodes could not be read: look the postcode up",
    "telephone_odd": "This does not look like a telephone number",
    "no_telephone": "They have no telephone",
    "text_to_landline": "They asked for texts and gave a landline: it may not take them",
    "no_fixed_abode": "No fixed address: ask where a letter or a visitor finds them",
    "email_odd": "This does not look like an email address",
    "under_18": "Under 18: never alone in anybody's home",
    "no_guardian_consent": "Under 18, and no parent or guardian has agreed yet",
    "at_risk": "Over 70 or at higher risk: in person only where they asked for it, and never inside a home",
    "no_agreement": "Nobody has told us that the resident agrees: ask them yourself. Nothing is held back meanwhile",
    "cannot_agree": "They may not be able to decide this: write down who decides for them, and why",
    "health_unasked": "Something about health, and no word that we may keep it: ask them",
    "not_signed": "Did not say that they sign the charter: ask before you approve",
    "may_not_sign": "May not be allowed to sign for the organisation",
    "honeypot": "The hidden field was filled in: perhaps a machine",
    "too_fast": "Filled in faster than people read",
    "too_many": "Many forms from one connection: a library, a day centre, or a machine",
    "outside_words": "An answer that is not one of ours: read it",
    "long_answer": "A very long answer: read it to the end",
    "no_way_to_reach": "No way to get in touch can be read: look for one in the words",
    "answer_missing": "Something that we must know was left empty",
    "number_from_google": "Google made a number or a day of their words: look at their row in the tab of answers",
    "time_odd": "When it came could not be read: the time is that of taking it in",
    "possible_double": "Sent before with other answers: the two may be one",
    "typed_in_sheet": "Typed into the spreadsheet",
    "copied_in_sheet": "Copied from another row of the spreadsheet, then changed",
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
