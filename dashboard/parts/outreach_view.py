"""The parts of the page Outreach: how far each street is covered, sharing out, and one round with its results."""

from collections import defaultdict
from collections.abc import Sequence

import streamlit as st

from community import casework, forms
from community.casework import OutreachResult, OutreachRound, WorkContext, listed_user
from community.casework.permissions import user_can
from community.tables.flags import Flag
from community.tables.ids import derive
from community.tables.row_types import ColumnName, HouseholdRow, VolunteerRow
from community.tables.statuses import VolunteerStatus
from community.tables.support_vocabulary import RoundWay
from community.tables.verbs import Verb
from community.wording import counted, spoken
from dashboard import display_words, elements, page_address, take_call
from dashboard.parts import show_more
from dashboard.shared_resources import house
from dashboard.work_session import act, refused

_MOST = 12
_JUST_SAID = "outreach-said"
_BUTTONS = {
    OutreachResult.NO_ANSWER: "No answer",
    OutreachResult.FINE: "Needs nothing now",
    OutreachResult.REFUSED: "Never again, please",
    OutreachResult.MOVED: "Moved away",
}
_WITH_WORDS = {
    OutreachResult.HELP: "Wants help: make a request",
    OutreachResult.VOLUNTEERS: "Would volunteer, and agrees that we keep this",
}


def coverage(context: WorkContext, rows: Sequence[HouseholdRow]) -> None:
    """Draw how far it has come, in all and by street."""
    spoken, tried, leaflets = casework.how_reached(rows)
    elements.lead(
        f"{counted(len(rows), 'household')}: {spoken:,} spoken to, {tried:,} tried without an answer, {leaflets:,} "
        "with a leaflet."
    )
    streets: dict[tuple[str, str | None], list[HouseholdRow]] = defaultdict(list)
    for row in rows:
        streets[casework.street_of(row.address) or "No street told", row.hub].append(row)
    with st.expander("By street"):
        lines = []
        for (street, hub), homes in sorted(streets.items(), key=lambda each: (each[0][1] or "~", each[0][0])):
            spoken, tried, leaflets = casework.how_reached(homes)
            where = f"{street}, {display_words.hub(context.settings, hub)}"
            lines.append((where, f"{spoken} of {len(homes)}", str(tried), str(leaflets)))
        elements.table("Coverage", ("spoken to", "no answer yet", "leaflets"), lines)


def share(context: WorkContext, way: RoundWay, rows: Sequence[HouseholdRow]) -> None:
    """Draw the choice of who goes, and the button that shares these households out."""
    if not rows or not casework.can(context.user, Verb.SHARE_OUT, rows[0]):
        return
    calls = way is RoundWay.CALL
    elements.heading("Share out calls" if calls else "Share out leaflets")
    elements.lead(
        f"{counted(len(rows), 'household')} {'to ring' if calls else 'without one'}. A street goes to one person as a "
        "whole, and to its Street Champion if you choose them."
    )
    people = [listed_user(context.settings, person) for person in context.settings.people]
    here = sorted({context.user.name, *(one.name for one in people if user_can(one, Verb.OUTREACH))})
    st.multiselect("Who works here", here, key=f"callers-{way}", placeholder="Choose")
    near = {(row.postcode or "").replace(" ", "").upper()[:-2] for row in rows}
    ready = casework.see_all(
        context,
        VolunteerRow,
        lambda c: [c.status == VolunteerStatus.READY, c.sector.in_(sorted(near)) | c.champion_of.is_not(None)],
        order="name",
    )
    volunteers = {row.id: row.name or row.id for row in ready}
    st.multiselect("Volunteers who live there, or are Street Champions", list(volunteers), placeholder="Choose",
                   format_func=volunteers.__getitem__, key=f"volunteers-{way}")  # fmt: skip
    st.button("Share out by street", key=f"share-{way}", on_click=_share, args=(way, [row.id for row in rows]))


def _share(way: RoundWay, ids: Sequence[str]) -> None:
    state = st.session_state
    act(casework.share_out, way, ids, state.get(f"callers-{way}", []), state.get(f"volunteers-{way}", []))


def round_id(one: OutreachRound) -> str:
    """What names a round in the address: a code, and nobody's name."""
    return derive("H", "round", one.way, one.who)


def one_round(context: WorkContext, one: OutreachRound) -> None:
    """Draw a round door by door, to work from or to print; of leaflets no names and no numbers."""
    if one.way == RoundWay.LEAFLET:
        elements.lead("Streets and doors alone: a leaflet needs no names. To print it, press Ctrl and P.")
        for row in one.homes:
            elements.line([row.address or "", row.postcode or ""])
        st.button("All have a leaflet", type="primary", key="leaflets-done", on_click=act,
                  args=(casework.leaflets_done, [row.id for row in one.homes]))  # fmt: skip
        return
    elements.lead(
        f"Say first: “This is {context.settings.community.name}. We ring our neighbours to ask whether everything is "
        "all right, and whether they need anything.” If they want no call, it never happens again. To print it, press "
        "Ctrl and P, and shred the sheet in the evening."
    )
    with st.container(key="screen-round"):
        for row in show_more.first("homes", one.homes, _MOST):
            with st.container(key=f"card-{row.id}", gap="small"):
                elements.person(row.name, unnamed="No name told", level=2)
                elements.line([*_reach(row), _tries(row)], row.telephone)
                _results(context, row)
        show_more.button("homes", len(one.homes), _MOST)
    with st.container(key="printed-round"):
        elements.table(
            "Who is to be rung", ("What they say",),
            [(" · ".join([row.name or "No name told", *_reach(row), _tries(row)]), "") for row in one.homes],
        )  # fmt: skip


def _reach(row: HouseholdRow) -> list[str]:
    return [each for each in (row.telephone, row.address, row.postcode) if each]


def _tries(row: HouseholdRow) -> str:
    tried = int(row.tried or 0)
    often = {1: "once", 2: "twice"}.get(tried) or spoken(tried, "time")
    return f"rung {often}, no answer" if tried else "not rung yet"


def _results(context: WorkContext, row: HouseholdRow) -> None:
    with st.container(horizontal=True, key=f"results-{row.id}"):
        for result, label in _BUTTONS.items():
            st.button(label, key=f"{result}-{row.id}", on_click=act,
                      args=(casework.write_outreach_result, row.id, result), kwargs={"seen": row.status})  # fmt: skip
    with st.expander("They want help, or would volunteer"):
        words = st.text_area("What they say", key=f"words-{row.id}", height=80)
        _danger(context, words, row.id)
        with st.container(horizontal=True, key=f"joins-{row.id}"):
            for result, label in _WITH_WORDS.items():
                st.button(label, key=f"{result}-{row.id}", on_click=_joins, args=(row.id, result, row.status))


def _joins(household_id: str, result: OutreachResult, seen: str) -> None:
    words = st.session_state.get(f"words-{household_id}")
    flags = [Flag.CRISIS_WORDS] if forms.crisis_words.signs_in(words) else []
    act(casework.write_outreach_result, household_id, result, words=words, flags=flags, seen=seen)
    if flags and not refused():
        st.session_state[_JUST_SAID] = page_address.did(), words


def just_said(context: WorkContext) -> None:
    """Draw whom to ring for the household of the last call, if its words may mean danger: its card is gone by now."""
    action, words = st.session_state.get(_JUST_SAID, (None, None))
    if action and action == page_address.did():
        _danger(context, words, "just-said")


def _danger(context: WorkContext, words: str | None, key: str) -> None:
    said = {ColumnName.DETAILS: [words or ""]}
    take_call.danger(house().forms[take_call.HELP], said, context.settings.community, f"danger-{key}")
