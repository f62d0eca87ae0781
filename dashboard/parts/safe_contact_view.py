"""How to be in touch with somebody safely: the words before their number, and the fields that write them down."""

from zlib import crc32

import streamlit as st

from community import casework
from community.book import Row
from community.casework import SafeContact, WorkContext
from community.casework.permissions import on_duty
from community.tables.canonical import split
from community.tables.message_codes import SafeWay
from community.tables.roles import Duty, DutyGrant
from community.tables.row_types import HelpRequestRow, MatchRow, ResidentRow, VolunteerRow
from community.tables.statuses import AGREED
from community.tables.verbs import Verb
from community.tables.vocabulary import YesNo
from community.wording import as_labels, wording
from dashboard import elements
from dashboard.parts import leak_warning, life_event_view
from dashboard.work_session import act

TITLE = "How to be in touch safely"
Person = ResidentRow | VolunteerRow
_WORDS = {
    "safe_when": "When is it safe? (optional)",
    "say_instead": "If somebody else answers, we say (optional)",
    "emergency_name": "Whom to ring if something happens to them (optional)",
    "emergency_telephone": "That person’s number (optional)",
}
_HELP = {"say_instead": "Such as: It is the library, about a book. Messages say it in place of our name, too."}
_OF_A_HOME = {
    "door_word": "The word that they chose for the door (optional)",
    "hazards": "What must a visitor beware of? (optional)",
}


def first(context: WorkContext, row: Row) -> SafeContact:
    """Draw what to heed before anybody rings, writes or goes there. Returns it; it is empty where nothing was noted."""
    found = casework.safe_contact_for(context, row)
    elements.marks(found.words, "alarm")
    elements.marks(found.also, "note")
    return found


def may_ring(context: WorkContext, row: Row) -> bool:
    """Whether nothing says that these people are not to be rung: then a number may be a link."""
    texts = isinstance(row, ResidentRow | HelpRequestRow) and row.text_only == YesNo.YES
    return not texts and SafeWay.RING not in casework.safe_contact_for(context, row).unsafe


def emergency(person: Person, *, called: str = "them") -> None:
    """Draw whom to ring if something happens to this person; nothing where nobody was named."""
    whom = " · ".join(filter(None, [person.emergency_name, person.emergency_telephone]))
    elements.facts(f"emergency-{person.id}", [(f"If something happens to {called}, ring", whom)] if whom else [])


def of_volunteer(match: MatchRow, volunteer: VolunteerRow) -> None:
    """Draw whom to ring if something happens to a volunteer who goes to see somebody, or is late home."""
    if match.status in AGREED:
        emergency(volunteer, called="the volunteer")


def of_request(context: WorkContext, request: HelpRequestRow) -> None:
    """Draw the section of the resident who asks, once it is known who that is and they are within sight."""
    if request.resident_id is None:
        return
    try:
        section(context, casework.see(context, ResidentRow, request.resident_id))
    except casework.NotFound:
        return


def section(context: WorkContext, person: Person) -> None:
    """Draw what else is noted for those who visit or worry, and the fields that change it and the words of `first`."""
    emergency(person)
    if isinstance(person, ResidentRow):
        noted = [("Word at the door", person.door_word), ("Beware", person.hazards)]
        elements.facts(f"home-{person.id}", [(label, words) for label, words in noted if words])
    if casework.can(context.user, Verb.SAFE_CONTACT, person):
        with st.expander(TITLE):
            _fields(context, person)
    life_event_view.section(context, person)


def _fields(context: WorkContext, person: Person) -> None:
    elements.lead("Whoever is to ring, write or visit reads this first. What is not safe for them?")
    unsafe, ways = split(person.not_safe), as_labels(wording().safe_way)
    with st.container(key=f"unsafe-{person.id}", gap=None):
        for way in SafeWay:
            st.checkbox(f"Do not: {ways[way].lower()}", way in unsafe, key=_key(person, way))
    for name, label in _WORDS.items():
        st.text_input(label, person[name] or "", key=_key(person, name), help=_HELP.get(name))
    if isinstance(person, ResidentRow):
        word, beware = _OF_A_HOME.values()
        st.text_input(word, person.door_word or "", key=_key(person, "door_word"))
        st.text_area(beware, person.hazards or "", key=_key(person, "hazards"), height=80)
        elements.lead("Volunteers read what to beware of before they say yes, so name nobody in it.")
        said = st.session_state.get(_key(person, "hazards"))
        leak_warning.ask(context, person.id, said if said != person.hazards else None)
    _protection(context, person)
    st.button("Write this down", key=f"safe-{person.id}", on_click=_write, args=(person,))


def _protection(context: WorkContext, person: Person) -> None:
    """Draw the tick that protects the address, and who sees it then."""
    protected = person.protected_address == YesNo.YES
    lead = on_duty(context.user, DutyGrant.TELL_PROTECTED_ADDRESSES)
    st.checkbox("Their address is protected", protected, key=_key(person, "protected_address"),
                disabled=protected and not lead)  # fmt: skip
    elements.lead(
        "Then only the safeguarding lead sees address and postcode in this dashboard, tells them to a volunteer by "
        "telephone, and ends the protection. The area, such as BA1 5, stays."
    )
    settings = context.settings
    if settings.sheet_id:
        elements.marks(["It still stands in the spreadsheet: whoever opens the spreadsheet sees it."], "note")
    if not settings.demo and all(each.safeguarding != Duty.LEAD for each in settings.people):
        words = "Nobody is named as safeguarding lead, so nobody could look it up. Name one first."
        elements.marks([words], "alarm" if protected else "note")


def _write(person: Person) -> None:
    state = st.session_state
    names = [*_WORDS, *(_OF_A_HOME if isinstance(person, ResidentRow) else ())]
    now: dict[str, object] = {name: state.get(_key(person, name)) or None for name in names}
    now |= {
        "not_safe": [way for way in SafeWay if state.get(_key(person, way))],
        "protected_address": YesNo.YES if state.get(_key(person, "protected_address")) else None,
    }
    seen = {name: person[name] for name in now}
    stays = leak_warning.may_stay(person.id, state.get(_key(person, "hazards")))
    act(casework.keep_contact_safe, person.id, seen=seen, now=now, as_it_is=stays)


def _key(person: Person, name: str) -> str:
    """The key of a field, which begins anew whenever what stands there changes: an undo must not leave old words in it.

    A change of anything else leaves what somebody has just typed.
    """
    stands = name in split(person.not_safe) if name in set(SafeWay) else person.get(name)
    return f"safe-{name}-{person.id}-{crc32(str(stands).encode()):x}"
