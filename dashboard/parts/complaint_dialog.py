"""Taking down a complaint, or a request about somebody's own data, while they are there."""

import secrets

import streamlit as st

from community import casework, concerns, forms
from community.casework import WorkContext
from community.casework.permissions import user_can
from community.tables.flags import Flag
from community.tables.message_codes import COMPLAINT_KINDS
from community.tables.roles import Duty, Role
from community.tables.row import Row
from community.tables.row_types import ColumnName, ComplaintValues
from community.tables.verbs import Verb
from community.tables.vocabulary import CONCERN_ROUTES, ConcernRoute, YesNo
from community.wording import first_upper, spoken, wording
from dashboard import elements, open_dialog, shortcuts, take_call
from dashboard.parts import dialogs

DIALOG = "complaint"
NO_RECORD = "complaint-call"
"""What the dialog is about where the caller has no record."""
_PREFIX = "complains-"
_COMPLAINT = {ColumnName.HARM_BY: concerns.DIRECTOR}
_REACH = (ColumnName.NAME, ColumnName.TELEPHONE, ColumnName.EMAIL)
_TYPED = (ColumnName.KIND, ColumnName.WORDS, ColumnName.WANTS, *_REACH)


def button(context: WorkContext, row: Row | None = None) -> None:
    """Draw the button, and its questions once it is pressed; where no complaint is kept, what to do instead."""
    if not user_can(context.user, Verb.TAKE_COMPLAINT):
        return
    about = row.id if row is not None else NO_RECORD
    if context.settings.kept_in_sheet:
        with st.expander("A complaint?"):
            not_kept()
        return
    st.button("A complaint", key=f"complaint-{about}", shortcut=shortcuts.key("M"), on_click=open_dialog.open_dialog,
              args=(about, DIALOG))  # fmt: skip
    if open_dialog.dialog_about(about) == DIALOG:
        _ask(context, row)


def not_kept() -> None:
    """Draw what to do with a complaint where none is kept."""
    elements.lead("Complaints are not kept here. Write it on paper, say when they hear from us, and tell the director.")


def _ask(context: WorkContext, row: Row | None) -> None:
    known = {name: row.get(name) or "" if row is not None else "" for name in _REACH}

    def fields() -> None:
        elements.lead("Listen, say that you are sorry that it happened, and read back to them what you wrote.")
        kinds = wording().complaint_kind
        st.radio("What is it?", COMPLAINT_KINDS, format_func=lambda code: first_upper(kinds[code]),
                 key=f"{_PREFIX}kind", horizontal=True)  # fmt: skip
        director = st.checkbox("It is about the director", key=f"{_PREFIX}director")
        if director:
            if not _chair_opens(context):
                elements.marks([casework.who_hears_of_director(context.settings)], "alarm")
                if any(person.safeguarding == Duty.CHAIR for person in context.settings.people):
                    elements.lead("Was somebody harmed? “Raise a concern” and name the director: the chair opens it.")
                return
            elements.marks(["It is sealed: the chair of the trustees alone opens it, and never the director."], "note")
        st.text_area("What do they say? In their own words", key=f"{_PREFIX}words", height=110)
        st.text_input("What would they like to happen? (optional)", key=f"{_PREFIX}wants")
        who, number = st.columns(2)
        who.text_input("Their name", known[ColumnName.NAME], key=f"{_PREFIX}name", autocomplete="off")
        number.text_input("Number to ring back", known[ColumnName.TELEPHONE], key=f"{_PREFIX}telephone",
                          autocomplete="off")  # fmt: skip
        st.text_input("Email (optional)", known[ColumnName.EMAIL], key=f"{_PREFIX}email", autocomplete="off")
        harmed = st.checkbox("Somebody was harmed, or may be", key=f"{_PREFIX}harm")
        if harmed and concerns.is_received(context.settings):
            elements.marks([concerns.numbers(context.settings, ConcernRoute.ADULTS)[0]], "alarm")
            elements.lead("It goes to the chair as a report of harm." if director else
                          "What they say goes to the safeguarding lead first, and is kept nowhere else.")  # fmt: skip
            st.radio("Who?", CONCERN_ROUTES, format_func=wording().concern_route.__getitem__, key=f"{_PREFIX}route",
                     horizontal=True)  # fmt: skip
        elif harmed:
            elements.steps(concerns.numbers(context.settings, ConcernRoute.ADULTS))
        elements.lead(_promise(context, as_concern=harmed and director))

    about, call = row.id if row is not None else None, take_call.call_key()
    key = str(st.session_state.setdefault(f"{_PREFIX}key", secrets.token_hex(16)))
    dialogs.show("A complaint", fields, "Keep the complaint", _take,
                 lambda: {"about": about, "key": key, "call": call, **_read()})  # fmt: skip


def _chair_opens(context: WorkContext) -> bool:
    """Whether a complaint about the director is kept here, sealed for the chair: never by the director themselves."""
    told = [concerns.Named("works_here", context.settings.community.director)]
    by_director = context.user.role == Role.DIRECTOR
    return (
        not by_director
        and concerns.is_received(context.settings)
        and concerns.somebody_may_open(context.settings, told)
    )


def _promise(context: WorkContext, *, as_concern: bool) -> str:
    if as_concern:
        minutes = context.settings.safeguarding.reply_within_minutes
        return f"Tell them: a person replies within {spoken(minutes, 'minute')}, counted while somebody is here."
    waits = context.settings.complaints
    return (
        f"Tell them: within {spoken(waits.acknowledge_days, 'working_day')} we say that we have it, and we answer "
        f"within {spoken(waits.answer_days, 'working_day')} of that. A question about their own data is answered "
        f"within {spoken(waits.data_days, 'day')}, or a month where that is shorter."
    )


def _read() -> dict[str, object]:
    state = st.session_state
    told = {name: state.get(f"{_PREFIX}{name}") or None for name in _TYPED}
    told[ColumnName.HARM] = YesNo.YES if state.get(f"{_PREFIX}harm") else YesNo.NO
    return {"told": told, "route": state.get(f"{_PREFIX}route"), "director": bool(state.get(f"{_PREFIX}director"))}


def _take(
    context: WorkContext,
    told: ComplaintValues,
    route: str | None,
    about: str | None,
    key: str,
    call: str,
    *,
    director: bool = False,
) -> object:
    """Write it down. Where somebody was harmed, the lead has it first: the words leave with the concern."""
    harmed = told.get(ColumnName.HARM) == YesNo.YES and concerns.is_received(context.settings)
    if director and _chair_opens(context):
        # Harm is a concern that the chair answers at once; all else is a complaint, and has its time.
        goes = (route or "", {"at_risk_reach": about}) if harmed else (ConcernRoute.ADULTS, _COMPLAINT)
        concerns.raise_concern(context, goes[0], _sealed(told) | goes[1],
                               works_here=[context.settings.community.director])  # fmt: skip
        _forget()
        return casework.finish_call(context, about, call) if about is not None else None
    if harmed and not director:
        concerns.raise_concern(context, route or "", _sealed(told) | ({"at_risk_reach": about} if about else {}))
    danger = not harmed and forms.crisis_words.signs_in(*(str(told.get(name) or "") for name in ("words", "wants")))
    done = casework.take_complaint(context, told, key=key, about=about, call=call, sealed=harmed, of_director=director,
                                   flags=[Flag.CRISIS_WORDS] if danger else [])  # fmt: skip
    _forget()
    return done


def _sealed(told: ComplaintValues) -> dict[str, str | None]:
    """What they say, as a concern keeps it."""
    words, wants, name, telephone, email = (
        str(told.get(column) or "").strip() for column in ("words", "wants", "name", "telephone", "email")
    )
    said = f"{words}\n\nThey would like: {wants}" if words and wants else words
    reach = ", ".join(filter(None, [name, telephone, email]))
    return {
        "what": said, "when_safe": f"A complaint by {reach or 'somebody'}", "reporter_name": name,
        "reporter_telephone": telephone, "reporter_email": email,
    }  # fmt: skip


def _forget() -> None:
    for name in [name for name in st.session_state if str(name).startswith(_PREFIX)]:
        del st.session_state[name]
