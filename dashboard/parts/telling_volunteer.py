"""Telling the volunteer whom they help, once the resident knows: by telephone, or by the link that they get."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from community import casework, messages
from community.book import Action
from community.casework import WorkContext
from community.errors import UserFacingError
from community.identity import phone_numbers
from community.links import door_word
from community.tables.message_codes import MessageKind
from community.tables.row_types import MatchRow, MessageRow, ResidentRow, VolunteerRow
from community.tables.statuses import AGREED, MessageStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome, Direction
from community.wording import counted, moment_words, wording
from dashboard import display_words, elements, sync_banner
from dashboard.parts import contact_ways
from dashboard.work_session import act

_RELEASED = "released"
_GONE = frozenset({MessageStatus.BOUNCED, MessageStatus.WITHDRAWN})
"""Statuses of a message by which the volunteer has no link."""


def draw(
    context: WorkContext,
    match: MatchRow,
    volunteer: VolunteerRow,
    resident: ResidentRow,
    found: Sequence[MessageRow],
    now: datetime,
) -> None:
    """Draw how this volunteer learns name and address, or until when they wait; nothing before the resident knows."""
    with casework.looking(context) as visible:
        opens = casework.opens_at(visible.reader, context.settings, match)
    if opens is None or not casework.can(context.user, Verb.RELEASE, match):
        return
    elements.heading("Tell the volunteer", 3)
    if opens > now:
        _wait(match, resident, opens)
        return
    linked = any(m.kind == MessageKind.RESIDENT_KNOWS and m.status not in _GONE for m in found)
    if linked:
        elements.lead("Name and address stand behind their link. They open once the volunteer has said who they are.")
        elements.lead(_read(casework.details_read(context, match.id), now))
    _by_telephone(context, match, linked=linked, rung=bool(phone_numbers(volunteer.telephone)))
    if not linked:
        _by_link(context, match, volunteer)
    _if_they_ring(volunteer)


def _wait(match: MatchRow, resident: ResidentRow, opens: datetime) -> None:
    """Draw until when the resident may object, and what to press if they say on the telephone that it is fine."""
    elements.marks([f"The resident may still object until {moment_words(opens)}."], "note")
    elements.lead("Until then the volunteer learns neither name nor address. If it can’t wait, ring the resident.")
    st.button("The resident says that it is fine", key=f"fine-{match.id}", on_click=act,
              args=(casework.log_contact, match.id),
              kwargs={"with_whom": resident.id, "direction": Direction.IN, "outcome": ContactOutcome.YES})  # fmt: skip


def _read(times: Sequence[datetime], now: datetime) -> str:
    if not times:
        return "Not opened so far."
    return f"Opened {counted(len(times), 'time')}, last {display_words.when(times[0], now)}."


def _by_telephone(context: WorkContext, match: MatchRow, *, linked: bool, rung: bool) -> None:
    """Draw the words with name and address once they were asked for, or the button that asks for them.

    `rung`: we have a number to ring the volunteer on.
    """
    one = match.id
    whose, message = st.session_state.get(_RELEASED, (None, None))
    if whose == one and message is not None:
        elements.message(message)
    elif whose == one:
        _give_when_saved(context, match)
    else:
        given = " again" if match.released_at else ""
        what = "name, telephone number and address"
        ring = f"Ring them: {what} go to the volunteer now." if rung else f"Tell them {what} once they are in touch."
        elements.lead(f"{f'Or ring them, and tell them {what}.' if linked and rung else ring} That is written down.")
        with st.container(horizontal=True, key=f"decisions-release-{one}"):
            st.button(f"Show the message{given}", key=f"release-{one}",
                      type="secondary" if linked or match.released_at else "primary",
                      on_click=_release, args=(one, match.status))  # fmt: skip


def _by_link(context: WorkContext, match: MatchRow, volunteer: VolunteerRow) -> None:
    """Draw a button for each way of sending them their link; nothing where no server of ours would open it."""
    settings = context.settings
    if settings.kept_in_sheet or settings.public_url is None:
        return
    if not casework.can(context.user, Verb.TELL_VOLUNTEER, match):
        return
    ways = [w.way for w in casework.ways_to_ask(context, match.id) if w.by_itself or messages.goes_to(volunteer, w.way)]
    if ways:
        elements.lead("Or send them their link. Behind it they say who they are, and read name and address.")
    with st.container(horizontal=True, key=f"decisions-link-{match.id}"):
        for way in ways:
            st.button(f"Send them their link by {wording().way[way]}", key=f"link-{way}-{match.id}", on_click=act,
                      args=(casework.tell_volunteer, match.id, way), kwargs={"seen": match.status})  # fmt: skip


def _if_they_ring(volunteer: VolunteerRow) -> None:
    """Draw what to ask somebody who rings us and says that they are this volunteer."""
    held = [("Postcode", volunteer.postcode), ("Telephone", volunteer.telephone)]
    with st.expander("If they ring us"):
        elements.lead("Ask for their postcode first, or for the last four digits of their number. We hold:")
        elements.facts(f"proof-{volunteer.id}", [(label, told) for label, told in held if told])
        if not any(told for _, told in held):
            elements.lead(
                "Neither, as far as you may see it. Tell them nothing yet, and write to the address that we have."
            )


def shown_on_today(context: WorkContext, match_id: str | None) -> None:
    """Draw the words that were just asked for on a line of Today, with the number to ring: their line has gone."""
    if match_id is None or st.session_state.get(_RELEASED, (None, None))[0] != match_id:
        return
    match = next(iter(casework.see_all(context, MatchRow, lambda c: [c.id == match_id])), None)
    message = _shown_now(match_id)
    if match is None or match.status not in AGREED or (match.released_at is None and message is not None):
        return  # taken back or over since, or somebody else looks
    volunteer = casework.see_person(context, match.volunteer_id)
    with st.container(key=f"card-given-{match_id}"):
        elements.heading("Tell the volunteer now")
        elements.person(volunteer.name, level=2)
        contact_ways.ways(context, volunteer)
        if message is None:
            _give_when_saved(context, match)
        else:
            elements.message(message)


def _release(match_id: str, seen: str) -> None:
    act(give, match_id, seen)


def _shown_now(match_id: str) -> str | None:
    """The words released for this match while the page was open, if any."""
    whose, message = st.session_state.get(_RELEASED, (None, None))
    return message if whose == match_id else None


def _give_when_saved(context: WorkContext, match: MatchRow) -> None:
    """Show a message that was asked for before its release was saved for good, or keep waiting."""
    try:
        give(context, match.id, match.status)
    except UserFacingError as no_more:
        st.session_state.pop(_RELEASED)
        elements.marks([str(no_more)], "alarm")
        return
    message = _shown_now(match.id)
    if message is None:
        behind = {match.id, match.need_id, match.volunteer_id}
        sync_banner.until_saved(context, behind, str(casework.NotSaved()))
    else:
        elements.message(message)


def give(context: WorkContext, match_id: str, seen: str) -> Action | None:
    """Release, and keep the words for this page; None, and no words, while the release is not saved for good."""
    try:
        released = casework.release(context, match_id, seen=seen)
    except casework.NotSaved:
        st.session_state[_RELEASED] = (match_id, None)
        return None
    # Whoever opens the door, or the telephone, asks for the password; a volunteer without it stands outside.
    word = released.own_door_word or door_word(context.settings, match_id)
    password = [wording().phrase["say_password"].format(word=word)] if word else []
    st.session_state[_RELEASED] = (match_id, "\n".join([released.words, *password]))
    return released.action
