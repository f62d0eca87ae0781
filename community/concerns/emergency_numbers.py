"""Whom to ring, and what to think of, when somebody may come to harm: 999 first, then the council in the settings."""

from community.settings import Settings
from community.tables.vocabulary import ConcernRoute

DANGER = "Somebody in danger now? Ring 999. If you can’t speak, press 55 when it asks."


def numbers(settings: Settings, route: str) -> list[str]:
    """The lines to show, one number each. Where a number is not set, the words say how to find it."""
    told = settings.safeguarding
    by_day = told.children_telephone if route == ConcernRoute.CHILDREN else told.adults_telephone
    team = "children’s social care" if route == ConcernRoute.CHILDREN else "adult social care"
    lines = [DANGER]
    if by_day:
        lines.append(f"The council, {team}: {by_day}")
    else:
        lines.append(f"Ring the council where the person lives, and ask for {team}.")
    if told.out_of_hours_telephone:
        lines.append(f"The council, evenings, nights and weekends: {told.out_of_hours_telephone}")
    lines.append("A crime, and nobody in danger now? Ring the police on 101.")
    if route == ConcernRoute.CHILDREN:
        lines.append("A child can ring Childline on 0800 1111. It is free, and does not show on the bill.")
    return lines


def prompts(route: str) -> list[str]:
    """What the lead should think of. A person must do each of these; the program sends nothing anywhere."""
    both = [
        "Somebody who helps here may be the cause, and is asked to stop? Ask whether the Disclosure and Barring "
        "Service has to be told: by law it may have to be.",
        "Is it serious for the charity? Tell the Charity Commission. A trustee does it, or agrees to it.",
        "Could there be a claim? Tell the insurer before anybody admits anything.",
        "Who relied on a volunteer that is named? Arrange cover, and give no reason.",
        "Write down who decided, and why, today.",
    ]
    if route == ConcernRoute.CHILDREN:
        return [
            "A child goes to children’s social care, never by the adults’ way.",
            "Somebody who works with children may be the cause? Tell the council’s allegations officer (LADO) within "
            "one working day.",
            *both,
        ]
    return [
        "What does the person want? Can they decide this themselves, now?",
        "You may tell the council without their consent where somebody is at risk of harm. Say why.",
        *both,
    ]
