from collections.abc import Callable
from typing import Any

import pytest

import community.casework as cw
from community.tables import TABLES
from community.tables.row_types import ROW_TYPES, CheckRow, ContactRow, HelpRequestRow, VolunteerRow
from community.tables.status_machines import MACHINES
from tests.casework.office import ELSEWHERE, HUB, TODAY, Office


def two_hubs(office: Office) -> tuple[str, str]:
    """The same things in two hubs: each table gets rows of both. The matches under way."""
    made = []
    for hub in (None, ELSEWHERE):
        told = {} if hub is None else {"hub": hub}
        need = office.make_need("phone_call", **told)
        volunteer = office.make_volunteer(**told)
        match = cw.choose(office.director, need, volunteer).ids[0]
        cw.rang(office.director, match, "yes", seen="approved")
        cw.done(office.director, match, TODAY, seen="accepted")
        made.append(match)
    return made[0], made[1]


@pytest.mark.parametrize(
    "table",
    ["help_requests", "residents", "needs", "matches", "visits", "pairs", "contacts", "volunteers", "checks"],
)
def test_a_coordinator_sees_the_rows_of_their_hub_and_no_others(office: Office, table: str) -> None:
    two_hubs(office)
    everything = {r["id"] for r in cw.see_all(office.director, ROW_TYPES[table])}
    ours = {r["id"] for r in cw.see_all(office.coordinator, ROW_TYPES[table])}
    theirs = {r["id"] for r in cw.see_all(office.neighbour, ROW_TYPES[table])}
    assert len(ours) == len(theirs) == 1
    assert ours | theirs == everything
    for one in theirs:
        with pytest.raises(cw.NotFound):
            cw.see(office.coordinator, ROW_TYPES[table], one)
        with pytest.raises(cw.NotFound):
            cw.history(office.coordinator, one)


def test_a_volunteer_of_another_hub_is_seen_while_proposed_or_matched_here(office: Office) -> None:
    volunteer = office.make_volunteer(hub=ELSEWHERE)
    with pytest.raises(cw.NotFound):
        cw.see(office.coordinator, VolunteerRow, volunteer)
    need = office.make_need()
    match = office.book.append(
        "matches", {"need_id": need, "volunteer_id": volunteer, "status": "proposed"}, by="matching"
    ).id
    assert cw.see(office.coordinator, VolunteerRow, volunteer)["name"]
    cw.decline(office.coordinator, match)
    with pytest.raises(cw.NotFound):
        cw.see(office.coordinator, VolunteerRow, volunteer)


def test_what_a_hub_does_beside_help_is_its_own_and_the_directory_is_everybody_s(office: Office) -> None:
    """The lists are the definition: a new table fails here until somebody decides who sees it."""
    of_a_hub = ("bookings", "enquiries", "referrals", "loans", "payments", "shifts", "households", "accidents")
    of_all = ("services", "opportunities", "sessions", "subscribers")
    kept = {"hub": HUB, "name": "Etta", "delete_by": "2027-02-10"}
    ids = {}
    for table in (*of_a_hub, *of_all):
        known = {name: value for name, value in kept.items() if name in TABLES[table].by_name}
        start = next(iter(MACHINES[table].starts))
        session = {"session_id": ids["sessions"]} if table == "bookings" and "sessions" in ids else {}
        ids[table] = office.book.append(table, known | session | {"status": start}, by="web").id
    seen = {
        name: {table for table in ids if cw.see_all(desk, ROW_TYPES[table])}
        for name, desk in (
            ("director", office.director), ("ours", office.coordinator), ("theirs", office.neighbour),
            ("handler", office.handler),
        )
    }  # fmt: skip
    assert seen["director"] == seen["ours"] == set(ids)
    assert seen["theirs"] == set(of_all)
    for table in of_a_hub:
        with pytest.raises(cw.NotFound):
            cw.see(office.neighbour, ROW_TYPES[table], ids[table])
        with pytest.raises(cw.NotFound):
            cw.history(office.neighbour, ids[table])
    newsletter = cw.see_all(office.handler, ROW_TYPES["subscribers"])[0]
    assert newsletter["name"] is None
    money = cw.see_all(office.handler, ROW_TYPES["payments"])[0]
    assert money["pence"] is None


def test_only_the_director_sees_complaints(office: Office) -> None:
    office.book.append("complaints", {"name": "Etta", "words": "Nobody came", "status": "received"}, by="web")
    assert len(cw.see_all(office.director, ROW_TYPES["complaints"])) == 1
    for desk in (office.coordinator, office.handler, office.neighbour):
        assert cw.see_all(desk, ROW_TYPES["complaints"]) == []


def test_a_message_is_seen_by_the_hub_of_what_it_is_about(office: Office) -> None:
    ours, theirs = two_hubs(office)
    for match in (ours, theirs):
        to_whom = office.row("matches", match)["volunteer_id"]
        told = {"about": match, "to_whom": to_whom, "kind": "offer", "way": "email", "status": "sent"}
        office.book.append("messages", told, by="messages")
    assert [row["about"] for row in cw.see_all(office.coordinator, ROW_TYPES["messages"])] == [ours]
    assert [row["about"] for row in cw.see_all(office.neighbour, ROW_TYPES["messages"])] == [theirs]


def a_guest(office: Office, **told: Any) -> tuple[str, str]:
    """Another hub's volunteer who is proposed for a need of ours: the two ids."""
    guest = office.make_volunteer(hub=ELSEWHERE, notes="Rings after six", **told)
    need = office.make_need()
    pair = {"need_id": need, "volunteer_id": guest, "status": "proposed"}
    return guest, office.book.append("matches", pair, by="matching").id


def test_of_another_hub_s_volunteer_only_name_sector_and_hub_are_told_until_they_are_to_be_rung(office: Office) -> None:
    guest, _ = a_guest(office, about="Likes dogs")
    cw.log_contact(office.neighbour, guest, words="Prefers mornings")
    cw.move_volunteer(office.neighbour, guest, "checking", seen="ready", reason="A private reason")
    cw.move_volunteer(office.neighbour, guest, "ready", seen="checking")
    # Who is not ready is proposed no more: this is the next proposal.
    match = office.book.append(
        "matches", {"need_id": office.make_need(), "volunteer_id": guest, "status": "proposed"}, by="matching"
    ).id
    told = TABLES["volunteers"].by_name.keys()

    def shown() -> set[str]:
        (row,) = cw.see_all(office.coordinator, VolunteerRow, lambda c: [c.id == guest])
        return {name for name in told if row[name] is not None}

    assert shown() == {"name", "sector", "hub", "status"}
    assert cw.see_all(office.coordinator, CheckRow) == []
    assert cw.see_all(office.coordinator, ContactRow, lambda c: [c.about == guest]) == []
    assert all(entry.reason is None for entry in cw.history(office.coordinator, guest))
    cw.approve(office.coordinator, match)
    assert shown() == {"name", "sector", "hub", "status", "telephone"}
    cw.rang(office.coordinator, match, "yes", seen="approved")
    cw.done(office.coordinator, match, TODAY, seen="accepted")
    assert shown() == {"name", "sector", "hub", "status"}


def test_another_hub_s_volunteer_is_not_a_coordinator_s_to_change(office: Office) -> None:
    guest, match = a_guest(office)
    theirs = office.make_match(hub=ELSEWHERE)
    row = cw.see(office.coordinator, VolunteerRow, guest)
    soon = office.clock.now.replace(day=28)
    before = office.everything()
    writes: list[Callable[[], object]] = [
        lambda: cw.move_volunteer(office.coordinator, guest, "left", seen="ready"),
        lambda: cw.induct(office.coordinator, guest, TODAY),
        lambda: cw.add_check(office.coordinator, guest, kind="identity", seen_on=TODAY),
        lambda: cw.hold(office.coordinator, "volunteers", guest, soon, seen="ready"),
        lambda: cw.correct(office.coordinator, "volunteers", guest, "telephone", seen=None, now="01632 960000"),
        lambda: cw.clear_flag(office.coordinator, "volunteers", guest, "under_18"),
    ]
    for write in writes:
        with pytest.raises(cw.NotAllowed):
            write()
    assert office.everything() == before
    assert office.status(theirs) == office.status(match) == "proposed"
    for verb in ("move_volunteer", "induct", "add_check", "hold", "correct"):
        assert not cw.can(office.coordinator.user, verb, row)
        assert cw.can(office.neighbour.user, verb, cw.see(office.neighbour, VolunteerRow, guest))
    moved = cw.move_volunteer(office.neighbour, guest, "paused", seen="ready")
    assert not cw.user_can_undo(office.coordinator, moved.id)


@pytest.mark.parametrize("role", ["coordinator", "call_handler"])
def test_columns_that_a_role_may_not_see_are_empty(office: Office, role: str) -> None:
    two_hubs(office)
    context = office.coordinator if role == "coordinator" else office.handler
    for table in TABLES.values():
        for row in cw.see_all(context, ROW_TYPES[table.name]):
            shown = {c.name for c in table.columns if row[c.name] is not None}
            assert shown <= {c.name for c in table.columns if c.see and role in c.see}


def test_a_call_handler_sees_no_checks_and_no_notes(office: Office) -> None:
    volunteer = office.make_volunteer(notes="Difficult on Mondays")
    check = office.book.rows("checks")[0]["id"]
    assert cw.see_all(office.handler, CheckRow) == []
    with pytest.raises(cw.NotFound):
        cw.see(office.handler, CheckRow, check)
    assert cw.see(office.handler, VolunteerRow, volunteer)["notes"] is None
    assert cw.see(office.coordinator, VolunteerRow, volunteer)["notes"] == "Difficult on Mondays"


def test_conditions_order_and_limit_work_through_these_eyes(office: Office) -> None:
    first, second, third = (office.make_request(hub=h) for h in (None, "bath_north", "bath_north"))
    found = cw.see_all(office.coordinator, HelpRequestRow, lambda c: [c.status == "new"], order="-at", limit=1)
    assert [r["id"] for r in found] == [third]
    assert [r["id"] for r in cw.see_all(office.handler, HelpRequestRow)] == [first, second, third]
