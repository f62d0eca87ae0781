"""What is noted of a life beside help: household, risks, animals, keys, accidents, referrals, support."""

from collections.abc import Iterable
from datetime import datetime

import streamlit as st

from community import casework, concerns
from community.casework import WorkContext
from community.errors import UserFacingError
from community.tables.canonical import split
from community.tables.row_types import AccidentRow, DoorKeyRow, ResidentRow, VolunteerRow
from community.tables.statuses import DoorKeyStatus
from community.tables.support_vocabulary import DoorKeyKind
from community.tables.verbs import Verb
from community.wording import first_upper, joined, status_words, wording
from dashboard import display_words, elements, page_address
from dashboard.parts import life_event_view, referral_view, show_more
from dashboard.work_session import refuse, work_context


def of_resident(context: WorkContext, resident: ResidentRow, now: datetime) -> None:
    """Draw what is noted of a resident, with the people of their household."""
    risks = joined([wording().at_risk_in.get(code, code) for code in split(resident.at_risk_in)], "or")
    noted = [("Ring them in", risks), ("Animals", resident.animals), ("Whom to ask where they live", resident.staff)]
    elements.facts("life", [(label, words) for label, words in noted if words])
    _people(context, "Lives with", split(resident.lives_with))
    _people(context, "Cares for", split(resident.cares_for))
    together = split(resident.lives_with)
    near = casework.see_all(context, ResidentRow, lambda c: [c.id.in_(together)]) if together else []
    _people(context, "Cared for by", [each.id for each in near if resident.id in split(each.cares_for)])
    kin = casework.see_all(context, VolunteerRow, lambda c: [c.kin_of.is_not(None)])
    _people(context, "Family who volunteer here", [each.id for each in kin if resident.id in split(each.kin_of)])
    if resident.organisation_id:
        _people(context, "Stands for an organisation", [resident.organisation_id])
    _keys(context, resident, now)
    referral_view.of_resident(context, resident, now)
    _accidents(context, resident.id, now)


def of_volunteer(context: WorkContext, volunteer: VolunteerRow, now: datetime) -> None:
    """Draw what supports a volunteer, their buddy, whom they support, and whose family they are."""
    if volunteer.support_needs:
        elements.facts("support", [("What they need to volunteer well", volunteer.support_needs)])
    _people(context, "Buddy", [volunteer.buddy_id] if volunteer.buddy_id else [])
    theirs = casework.see_all(context, VolunteerRow, lambda c: [c.buddy_id == volunteer.id])
    _people(context, "Buddy of", [each.id for each in theirs if each.buddy_id])
    _people(context, "Family of the resident", split(volunteer.kin_of))
    _accidents(context, volunteer.id, now)


def _people(context: WorkContext, title: str, ids: Iterable[str]) -> None:
    names = casework.names_of(context, ids)
    for one, name in names.items():
        if name is not None:
            with st.container(key=f"life-{title}-{one}", horizontal=True, vertical_alignment="center"):
                elements.lead(f"{title}:")
                page_address.open_record(one, name)


def _keys(context: WorkContext, resident: ResidentRow, now: datetime) -> None:
    keys = casework.see_all(context, DoorKeyRow, lambda c: [c.resident_id == resident.id])
    if keys:
        elements.heading("Keys")
    for key in show_more.first("keys", sorted(keys, key=lambda each: each.status != DoorKeyStatus.HELD)):
        with st.container(key=f"card-{key.id}", gap="small"):
            st.text(first_upper(wording().door_key_kind.get(key.kind or "", "key")))
            who = f"with {casework.name_of(context, key.held_by) or 'a volunteer'}" if key.held_by else None
            back = f"on {display_words.day(key.back_on, now)}" if key.back_on else None
            stands = " ".join(filter(None, [status_words("door_keys", key.status), back]))
            elements.lead(", ".join(filter(None, [stands, who, key.label, key.kept_at])))
            if key.kind == DoorKeyKind.KEY_SAFE and key.status == DoorKeyStatus.HELD:
                _code(context, key, now)
            life_event_view.section(context, key, "This key")
    show_more.button("keys", len(keys))


def _code(context: WorkContext, key: DoorKeyRow, now: datetime) -> None:
    """Draw the button that shows a code once, and who looked at it so far."""
    if not casework.can(context.user, Verb.KEY_OUT, key):
        return
    st.button("Show the code", key=f"code-{key.id}", on_click=_show, args=(key.id,))
    elements.lead("That you looked is written down. Say it on the telephone only.")
    shown = st.session_state.pop(f"shown-{key.id}", None)
    if shown is not None:
        elements.message(shown)
    looks = casework.looks_at_code(context, key.id)
    if looks:
        said = [f"{by}, {display_words.when(at, now)}" for at, by in looks[:3]]
        elements.lead(f"Looked at by {'; '.join(said)}")


def _show(key_id: str) -> None:
    try:
        here = work_context()
        st.session_state[f"shown-{key_id}"] = casework.open_code(here, key_id, concerns.seal_of(here.settings))
    except UserFacingError as why:
        refuse(str(why))


def _accidents(context: WorkContext, person_id: str, now: datetime) -> None:
    rows = casework.see_all(context, AccidentRow, lambda c: [c.hurt_id == person_id], order="-at")
    if rows:
        elements.heading("Accidents")
    for row in show_more.first("accidents", rows):
        with st.container(key=f"card-{row.id}", gap="small"):
            kind = first_upper(wording().accident_kind.get(row.kind or "", "accident"))
            st.text(f"{kind}, {display_words.day(row.happened_on, now)}")
            told = f"insurer told {display_words.day(row.insurer_told_on, now)}" if row.insurer_told_on else None
            insurer = told or "the insurer does not know yet"
            number = f"number {row.insurer_reference}" if row.insurer_reference else None
            elements.lead(", ".join(filter(None, [status_words("accidents", row.status), insurer, number])))
            noted = [("What happened", row.what), ("Who looks after whom", row.looked_after), ("Outcome", row.outcome)]
            elements.facts(f"accident-{row.id}", [(label, words) for label, words in noted if words])
            life_event_view.section(context, row, "This accident")
    show_more.button("accidents", len(rows))
