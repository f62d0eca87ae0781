"""Whom to ring where somebody may come to harm: 999 first, then the council, by the settings of this community."""

from community.settings import Settings

DANGER = "Somebody in danger now? Ring 999. If you can’t speak, press 55 when it asks."


def numbers(settings: Settings, route: str) -> list[str]:
    """The lines to show, one number each. Where a number is not set, the words say how to find it."""
    told = settings.safeguarding
    by_day = told.children_telephone if route == "children" else told.adults_telephone
    team = "children’s social care" if route == "children" else "adult social care"
    lines = [DANGER]
    if by_day:
        lines.append(f"The council, {team}: {by_day}")
    else:
        lines.append(f"Ring the council where the person lives, and ask for {team}.")
    if told.out_of_hours_telephone:
        lines.append(f"The council, evenings, nights and weekends: {told.out_of_hours_telephone}")
    lines.append("A crime, and nobody in danger now? Ring the police on 101.")
    if route == "children":
        lines.append("A child can ring Childline on 0800 1111. It is free, and does not show on the bill.")
    return lines
