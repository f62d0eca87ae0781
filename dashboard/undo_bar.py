"""The bar that says what was done last and about whom, with the undo button."""

import contextlib
from functools import partial

import streamlit as st

from community import casework
from community.book import Row
from community.casework import WorkContext
from community.casework.actions import words_when_done
from community.tables.row_types import (
    CheckRow,
    ContactRow,
    FeedbackRow,
    HouseholdRow,
    MatchRow,
    MessageRow,
    NeedRow,
    VisitRow,
    VolunteerRow,
)
from community.tables.statuses import MessageStatus
from community.tables.verbs import FormerVerb, Verb, verb_of
from community.tables.vocabulary import ReachBy
from community.wording import counted, first_lower, wording
from dashboard import display_words, elements, open_dialog, page_address, shortcuts
from dashboard.elements import lead
from dashboard.parts import dialogs
from dashboard.work_session import act, now, refused

_ASKED = "undo"
_KNOW = {
    "given": "was told on the telephone whom it is for and how to reach them.",
    "agreed": "said yes on the telephone, and was told whom it is for and how to reach them.",
    "comes": "was told who comes.",
    "turned": "was told of it by telephone since.",
    "wait": "was told that the resident knows who comes.",
    "said_yes": "said yes.",
    "link_back": "was sent the way to name and address.",
    "called_off": "was asked, and reckons to be needed.",
}
_PASS_ON: dict[Verb | FormerVerb, str] = {
    Verb.OFFER: "; now send them the words",
    Verb.TELL_RESIDENT: "; now pass the words on",
    Verb.TELL_VOLUNTEER: "; now send them the words",
    Verb.RESIDENT_TOLD: "; now send the volunteer their link",
    Verb.PASS_ON: "; now send the volunteer their link",
    Verb.SETTLE_MESSAGE: "; now pass the words on",
}


def bar(context: WorkContext) -> None:
    """Draw the last action in the address: whom it was about, what was done, and the button that takes it back.

    It stands above the record that it was about; on a page about somebody else, it stands at the foot. The browser's
    Back may bring an old address again, so an action that was overtaken since is not reported as if it still held.
    """
    action = page_address.did()
    done = casework.done_by(context, action) if action else None
    if done is None or not casework.action_still_stands(context, done.action):
        return
    place = contextlib.nullcontext() if _is_shown(context, done) else st.bottom
    with place, st.container(horizontal=True, vertical_alignment="center", key="did"):
        who = whose(done) or next(iter(done.records), None)
        lead(said(done.verb, who, _back(context, done) or _to_pass_on(context, done), _moved(context, done)))
        if casework.user_can_undo(context, done.action):
            label = "Undo" if done.verb is not Verb.UNDO else "Do it again"
            press = (
                partial(ask, done.action) if is_known(context, done.action) else partial(_undo, context, done.action)
            )
            st.button(label, key="undo", shortcut=shortcuts.key("U"), on_click=press)


FOR_MANY = frozenset({Verb.HOLD, Verb.INDUCT, Verb.CORRECT, Verb.ADD_CHECK, Verb.GIVE_TO_HUB, Verb.LOG_CONTACT})
"""Verbs that are written down for many volunteers at once: then they are counted, not named."""
_MANY: tuple[tuple[Verb, type[Row], str], ...] = (
    (Verb.WRITE_TO_MANY, MessageRow, "volunteer"),
    (Verb.SHARE_OUT, HouseholdRow, "household"),
    (Verb.OUTREACH, HouseholdRow, "household"),
    (Verb.PACK, MatchRow, "parcel"),
)
"""What else is done for many at once, and what is counted then."""


def is_known(context: WorkContext, action: str) -> bool:
    """Whether somebody heard of it by telephone or may have read it, or more was built upon it: its undo asks first."""
    back = casework.would_take_back(context, action)
    return bool(back.told or back.read or len(back.steps) > 1)


def ask(action: str) -> None:
    """Open the question before an undo, for `on_click`, because somebody was told of the action."""
    open_dialog.open_dialog(action, _ASKED)


def question(context: WorkContext) -> None:
    """Draw the question before an undo, with who was told and must hear of it; nothing where nobody pressed undo."""
    action, name = st.session_state.get(open_dialog.DIALOG, ("", ""))
    if name != _ASKED:
        return
    back = casework.would_take_back(context, action)
    heard = bool(back.told or back.read)
    if not heard and len(back.steps) == 1:
        open_dialog.close_dialog()
        return
    dialogs.show(
        "What was told can’t be untold" if heard else "More was built upon it",
        lambda: _knows(context, back),
        "Take it back, and put it on Today" if heard else "Take all of it back",
        casework.undo,
        lambda: {"action_id": action},
    )


def _knows(context: WorkContext, back: casework.TakenBack) -> None:
    told, read = back.told, back.read
    if later := list(dict.fromkeys(words_when_done(verb_of(step)) for step in reversed(back.steps[:-1]))):
        elements.lead(f"What came after it is taken back with it: {'; '.join(map(first_lower, later))}.")
    for each in told:
        who = casework.see_person(context, each.who)
        elements.marks([f"{who.name or 'Somebody'} {_KNOW[each.what]}"], "alarm")
    for message in read:
        who = casework.see_person(context, message.to_whom)
        elements.marks([f"{who.name or 'Somebody'} may have read our message."], "alarm")
    if read:
        elements.lead(
            "A message that has gone can’t be called back. Words that take it back are put on Today, under “Messages "
            "to pass on”: you look at them, and send them."
        )
    if told:
        elements.lead("Taking it back does not change what they know. “Ring them” is put on Today, until somebody has.")


def whose(done: casework.RecentAction) -> str | None:
    """Whom the action was about; of a list, and of corrections from the spreadsheet taken back together, how many."""
    if done.verb is Verb.BRING_IN and len(done.records) > 1:
        return counted(len(done.records), "record")
    for verb, kind, noun in _MANY:
        if done.verb is verb and (many := len(_of(kind, done))) > (verb is not Verb.WRITE_TO_MANY):
            return counted(many, noun)
    if done.verb in FOR_MANY and (many := len(_volunteers(done))) > 1:
        return counted(many, "volunteer")
    return f"{done.corrections} corrections from the spreadsheet" if done.corrections > 1 else done.who


def said(verb: Verb | FormerVerb, who: str | None, more: str = "", told: str | None = None) -> str:
    """What was done, beginning with whom it was about: `Ada Asks: accepted.`"""
    words_ = told or words_when_done(verb)
    sentence = f"{who}: {first_lower(words_)}" if who else words_
    return f"{sentence}{more}."


def _back(context: WorkContext, done: casework.RecentAction) -> str:
    """When a record that was put aside comes back, in words."""
    if done.verb not in {Verb.NO_ANSWER, Verb.HOLD, Verb.LOOK_AGAIN}:
        return ""
    for one in done.records:
        if until := casework.waits_until(context, one):
            return f" until {display_words.when(until, now())}"
    return ""


def _to_pass_on(context: WorkContext, done: casework.RecentAction) -> str:
    """That the action left words for a person to pass on: an offer by hand, or the undo of one that was read."""
    ids = [one for one in done.records if casework.row_type_of(one) is MessageRow]
    messages = casework.see_all(context, MessageRow, lambda c: [c.id.in_(ids)]) if ids else []
    if not any(each.status == MessageStatus.BY_HAND for each in messages):
        return ""
    if done.verb is Verb.WRITE_TO_MANY:
        return "; some are to be passed on by hand"
    if _is_letter(context, done):
        return "; now print it, and post it"
    return _PASS_ON.get(done.verb, "; tell them: words to pass on are ready")


def _moved(context: WorkContext, done: casework.RecentAction) -> str | None:
    """What was done, where the verb alone does not say it: a volunteer's status now, a letter; None otherwise."""
    if done.verb is Verb.TELL_RESIDENT and _is_letter(context, done):
        return "The resident gets a letter that says who comes"
    one = next((one for one in done.records if casework.row_type_of(one) is VolunteerRow), None)
    if done.verb is not Verb.MOVE_VOLUNTEER or one is None:
        return None
    return wording().volunteer_moved.get(casework.see(context, VolunteerRow, one).status)


def _is_letter(context: WorkContext, done: casework.RecentAction) -> bool:
    found = casework.see_all(context, MessageRow, lambda c: [c.id.in_(_of(MessageRow, done))])
    return any(message.way == ReachBy.LETTER for message in found)


def _is_shown(context: WorkContext, done: casework.RecentAction) -> bool:
    """Whether the page shows what the action was about: the record, its resident, or a match's need or volunteer.

    A message, a visit, and what a resident says of the help are shown with their match.
    """
    shown = page_address.record()
    if shown is None or shown in done.records:
        return shown is not None
    if casework.row_type_of(shown) is NeedRow and casework.see(context, NeedRow, shown).resident_id in done.records:
        return True
    matches: list[str | None] = [*_of(MatchRow, done)]
    if about := _of(MessageRow, done):
        matches += [m.about for m in casework.see_all(context, MessageRow, lambda c: [c.id.in_(about)])]
    if visits := _of(VisitRow, done):
        matches += [v.match_id for v in casework.see_all(context, VisitRow, lambda c: [c.id.in_(visits)])]
    if said := _of(FeedbackRow, done):
        matches += [f.about for f in casework.see_all(context, FeedbackRow, lambda c: [c.id.in_(said)])]
    found = casework.see_all(context, MatchRow, lambda c: [c.id.in_(filter(None, matches))]) if matches else []
    return any(shown in {match.need_id, match.volunteer_id} for match in found)


def _of(kind: type[Row], done: casework.RecentAction) -> list[str]:
    return [one for one in done.records if casework.row_type_of(one) is kind]


def _volunteers(done: casework.RecentAction) -> list[str]:
    """What the action wrote about volunteers: their records, or one check or call for each."""
    return max((_of(kind, done) for kind in (VolunteerRow, CheckRow, ContactRow)), key=len)


def _undo(context: WorkContext, action: str) -> None:
    """Undo the action, and show the record it was about where this page shows such records."""
    act(casework.undo, action)
    shown = st.query_params.get(page_address.ID, "")
    if not refused():
        touched = next(
            (done.records for done in casework.latest_actions(context, 3) if done.action == page_address.did()), ()
        )
        again = shown if shown in touched else next((one for one in touched if one[:1] == shown[:1]), None)
        page_address.went(**({page_address.ID: again} if again else {}))
