"""Who somebody may be: the question at triage, and records of similar people. Only a person joins records."""

from datetime import datetime

import streamlit as st

from community import casework
from community.book import Row
from community.casework import NEW_RESIDENT, Candidate, Candidates, KnownAs, WorkContext
from community.identity import same_name
from community.settings import Settings
from community.tables.row_types import HelpRequestRow
from community.tables.verbs import Verb
from community.wording import first_upper, joined, spoken, status_words
from dashboard import display_words, elements, page_address

FACTS = {"telephone": "telephone number", "email": "email address", "name": "name", "postcode": "postcode"}
PARTS = {
    "resident": "resident",
    "referrer": "asked for somebody",
    "volunteer": "volunteer",
    "guardian": "parent or guardian of a volunteer",
    "emergency": "emergency contact of somebody",
    "contact": "signed the charter",
}
MOST = 5


def unprompted(settings: Settings) -> str:
    """What is said of a caller who asks about somebody who may be known."""
    return (
        "If they ask about somebody, themselves too: say nothing, not even that we know them, until they have told you "
        f"{spoken(settings.calls.facts_first, 'fact')} unasked, such as the number, address or date of a visit."
    )


def who(context: WorkContext, request: HelpRequestRow, found: Candidates, now: datetime) -> None:
    """Draw the known residents who may be this person, the help they had, and the choice between them where unsure."""
    if request.resident_id:
        return
    if not found.candidates:
        elements.lead("Nobody with this telephone number or email address, or this name and postcode, is known yet.")
        return
    with st.container(key="card-known", border=True, gap="small"):
        elements.heading("Is it somebody we know?", 3)
        elements.lead(unprompted(context.settings))
        for each in found.candidates:
            st.text(named(context, each))
            elements.lead(_common(each, request) + _had(context, each, now))
        choices = {each.resident_id: f"Yes: {named(context, each)}" for each in found.candidates}
        st.selectbox(
            "Is it the same person? Ask, if you can’t tell.", [*choices, NEW_RESIDENT], index=0 if found.sure else None,
            format_func=lambda choice: choices.get(choice, "No: somebody new"), key=f"who-{request.id}",
            placeholder="Choose: we are not sure",
        )  # fmt: skip


def named(context: WorkContext, candidate: Candidate) -> str:
    """The candidate's name and place; for another hub's resident, which hub to ask."""
    if not candidate.in_sight:
        return f"Somebody known to {display_words.hub(context.settings, candidate.hub)}"
    return f"{candidate.name or 'No name given'}, {candidate.sector or 'place unknown'} ({candidate.resident_id})"


def also_known(context: WorkContext, row: Row, now: datetime) -> None:
    """Draw who else the people in this record may be, each with the way there."""
    found = casework.known_as(context, row.table, row.id)
    for each in found[:MOST]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"known-{each.of}-{each.id}-{each.part}"):
            elements.marks([_known(context, each, now)], "note")
            page = page_address.page_of(each.id)
            if each.in_sight and page != page_address.HISTORY:
                page_address.link(page, f"Look at {elements.plain(each.name, each.id)}", each.id)
    if found:
        elements.lead(f"Nothing is joined. Ask them, and decide. {unprompted(context.settings)}")


def twice(context: WorkContext, row: Row) -> None:
    """Draw the records that may be this very person once more, and a field to find another, each led to side by side.

    Only for those who may join them. Somebody who is a volunteer and a resident stays two records.
    """
    if not casework.can(context.user, Verb.MERGE, row):
        return
    found = [each for each in casework.known_twice(context, row.table, row.id) if each.in_sight]
    for each in found[:MOST]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"twice-{each.id}"):
            elements.marks([f"Perhaps the same person twice: {each.name or 'no name given'} ({each.id}). "
                            f"Alike: {joined([FACTS[fact] for fact in each.same])}."], "note")  # fmt: skip
            _side_by_side(row, each.id, each.name)
    with st.expander("Two records of one person"):
        typed = st.text_input("Who is the other? A name, a number or a place", key=f"twice-{row.id}")
        for other in casework.find(context, typed).records if typed.strip() else ():
            if other.row.table == row.table and other.row.id != row.id and other.about is None:
                with st.container(horizontal=True, vertical_alignment="center", key=f"other-{other.row.id}"):
                    _side_by_side(row, other.row.id, other.name)
                    elements.lead(other.row.id)


def _side_by_side(row: Row, other: str, name: str | None) -> None:
    label = f"Look at both: {elements.plain(name, other)}"
    page_address.link("merge", label, row.id, **{page_address.WITH: other})


def _known(context: WorkContext, each: KnownAs, now: datetime) -> str:
    whose = {"guardian": "The parent or guardian", "referrer": "The person who asks"}.get(each.of, "")
    begins = f"{whose} may be known already" if whose else "May be known already"
    who = each.name or "no name given"
    if not each.in_sight:
        who = f"somebody of {display_words.hub(context.settings, each.hub)}, whom that hub can tell you about"
    status = (
        f", {status_words(each.table, each.status)} (last changed {display_words.when(each.since, now)})"
        if each.status
        else ""
    )
    same = joined([FACTS[fact] for fact in each.same])
    return f"{begins}: {who}, {PARTS[each.part]}{status}. Alike: {same}."


def _common(candidate: Candidate, request: HelpRequestRow) -> str:
    what = []
    for fact in candidate.same:
        near = fact == "name" and candidate.in_sight and not same_name(candidate.name, request.name)
        what.append("nearly the same name" if near else f"the same {FACTS[fact]}")
    return f"{first_upper(joined(what))}."


def _had(context: WorkContext, candidate: Candidate, now: datetime) -> str:
    if not candidate.in_sight:
        return " That hub can tell you more."
    if not candidate.had:
        return " No help so far."
    each = (
        f"{display_words.task(context.settings, need.task_type)} "
        f"(asked {display_words.when(need.asked_at or need.at, now)}, {status_words('needs', need.status)})"
        for need in candidate.had
    )
    return f" Help before: {'; '.join(each)}."
