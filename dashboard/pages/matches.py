"""Matches: one need at a time. Who could help, why, who else; and what follows once somebody is chosen."""

import streamlit as st

from community import casework
from community.book import Row
from community.casework.absences import away, is_covered_for
from community.casework.statuses import LIVE
from dashboard import address, keys, plain, waiting, words
from dashboard.desk import desk, now
from dashboard.door import Shut
from dashboard.parts import agreed, needed, nosuch, proposal, queue, worry

here, at = desk(), now()
nosuch.stop_if_stray("matches", "Matches", "N", "M")
lists = waiting.needs(here)
asked_for = address.record("M")
if asked_for:  # Today links to matches: what is shown is the need of that match
    address.went(id=casework.see(here, "matches", asked_for)["need_id"])
show = needed.choose_list(lists)
todo = lists[show]
shown = queue.current("N", todo)

if shown is None:
    st.title("Matches")
    plain.lead(waiting.EMPTY[show])
    st.stop()

try:
    with casework.looking(here) as sight:
        need = sight.get("needs", shown)
        resident = sight.get("residents", need["resident_id"])
        matches = sight.rows("matches", lambda c: [c.need_id == shown, c.status.in_(LIVE | {"proposed"})])
        people = {m["volunteer_id"]: sight.get("volunteers", m["volunteer_id"]) for m in matches}
        gone = away(sight.reader, at, list(people))
except casework.NotFound as none:
    st.title("Matches")
    st.text(str(none))
    st.stop()

keys.only_about(shown, *(m["id"] for m in matches))
queue.bar("matches", todo, shown, many="needs", people=waiting.residents(here, todo), show=show)
plain.person(resident["name"])
plain.lead(needed.line(here, need, at))
worry.caution(here, next((m for m in matches if m["status"] in LIVE), need))
left, right = st.columns([4, 5], gap="large")


def on_to() -> dict[str, str | None]:
    """Where to go once a proposal is declined: the next need of this list at the click, else this one again."""
    try:
        return {address.ID: queue.after(waiting.needs(desk())[show], str(shown)) or str(shown)}
    except Shut:  # `act` tells whoever may not look any more
        return {}


def card(match: Row) -> None:
    """What is to be done about one match."""
    volunteer = people[match["volunteer_id"]]
    with st.container(key=f"card-{match['id']}"):
        if match["status"] == "proposed":
            proposal.decide(here, match, volunteer, on_to)
        else:
            if is_covered_for(match, gone):
                plain.marks(["Away now. They keep this person; somebody covers for them meanwhile."], "note")
            agreed.steps(here, match, volunteer, resident, at)


with left:
    plain.heading("What is needed")
    needed.facts(here, need, resident, at)
with right:
    # Whoever is away comes last: their cover is what is to be decided.
    for match in sorted(matches, key=lambda m: (is_covered_for(m, gone), m["status"] == "proposed")):
        card(match)
    if need["status"] == "closed":
        plain.marks([f"This need is closed: {words.CLOSED[need['closed_reason']].lower()}"], "done")
    elif len([m for m in matches if m["status"] in LIVE and not is_covered_for(m, gone)]) < (need["people"] or 1):
        proposed = [m for m in matches if m["status"] == "proposed"]
        if not proposed:
            needed.nobody(here, need)
        proposal.others(here, need, proposed[0] if proposed else None)
    needed.ways_out(here, need, at)
    worry.button(here, next((m for m in matches if m["status"] in LIVE), need))
