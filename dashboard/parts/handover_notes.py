"""What whoever stands in must know besides the list: danger, what others decide, who is who, what was promised."""

from collections import Counter
from datetime import datetime

import streamlit as st

from community import casework, concerns
from community.casework import WorkContext
from community.settings.public_words import public_words
from community.tables.roles import Role
from community.tables.vocabulary import ConcernRoute
from community.wording import counted, wording
from dashboard import display_words, elements, today_groups


def in_danger(context: WorkContext) -> None:
    """Draw whom to ring where somebody is in danger, and that a concern is raised by everybody."""
    elements.heading("If somebody may come to harm")
    elements.steps(concerns.numbers(context.settings, ConcernRoute.ADULTS))
    if concerns.is_received(context.settings):
        elements.lead(
            "Then press “Raise a concern”, on any record or on Take a call. Only the lead, a deputy or the chair of "
            "the trustees reads it."
        )


def beyond(context: WorkContext, now: datetime) -> None:
    """Draw how much waits that this user may not decide: of other hubs, and for the director alone."""
    counts = casework.beyond_you(context, now)
    if not counts:
        return
    elements.heading("What others decide")
    hubs: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for (kind, hub), many in counts.items():
        if hub is not None and hub != context.user.hub:
            hubs[display_words.hub(context.settings, hub)] += many
        else:
            kinds[today_groups.KINDS[kind][0]] += many
    told = [f"{name}: {many}" for name, many in (*hubs.most_common(), *kinds.most_common())]
    elements.lead(
        f"{counted(counts.total(), 'line')} more. Ask their coordinator, or whoever may do it. While the director is "
        "away, somebody else may be given the role in the list of people."
    )
    elements.reasons(told)


def who_is_who(context: WorkContext) -> None:
    """Draw who works here, with their role, hub and duty."""
    people = context.settings.people
    elements.heading("Who is who")
    told = []
    for person in people:
        role = wording().role[person.role] if person.role else None
        hub = display_words.hub(context.settings, person.hub) if person.hub else None
        duty = wording().safeguarding_duty[person.safeguarding] if person.safeguarding else None
        told.append((person.name, " · ".join(filter(None, [role, hub, duty]))))
    elements.facts("who", told or [(context.settings.community.director, wording().role[Role.DIRECTOR])])


def promises(context: WorkContext) -> None:
    """Draw what callers were promised, and when somebody is here."""
    said = public_words(context.settings.community)
    with st.container(key="card-promises", gap="small"):
        elements.heading("What we promised")
        elements.lead(
            f"A person answers {said['promise']}; whoever said “today”, {said['urgent']} of our opening. We are here "
            f"{said['opening']}. Our number is {context.settings.community.telephone}."
        )
