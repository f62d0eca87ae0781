"""A book made before the modules, statuses and actions got the names they have now: nothing of it reads otherwise."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import community.casework as cw
from community import concerns
from community.book import Erased
from community.casework.actions import NO_LONGER_WRITTEN
from community.tables import TABLES
from community.tables.status_machines import MACHINES
from community.tables.statuses import MatchStatus, VolunteerStatus
from community.tables.verbs import Verb
from tests.casework.office import Office
from tests.concerns.duty import LEAD
from tests.earlier.earlier_version import TOLD, WAYS, earlier_office, its_current, its_rows


@pytest.fixture(params=WAYS)
def office(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    with earlier_office(request.param, tmp_path, monkeypatch) as made:
        yield made


def history(office: Office) -> dict[str, list[list[object]]]:
    """The history of each record of which that version told one."""
    return {own: [[e.verb, e.by, e.at, e.undone] for e in cw.history(office.director, own)] for own in TOLD["history"]}


def today(office: Office) -> dict[str, list[list[object]]]:
    """What waits for each of three users. What stands first there is a rule of today's."""
    return {
        user: sorted([i.kind, i.id, i.urgency, i.count] for i in cw.today(getattr(office, user), office.clock.now))
        for user in TOLD["today"]
    }


def test_no_status_of_its_records_is_unknown() -> None:
    stored = {(name, row["status"]) for name in MACHINES for row in its_rows(f"{name}_now")}
    assert stored <= {(name, status) for name, machine in MACHINES.items() for status in machine.statuses}


def test_every_row_and_every_change_says_what_it_said(office: Office) -> None:
    assert office.everything() == {own: row for name in TABLES for own, row in its_current(name).items()}
    changes = {row["id"]: row for row in its_rows("changes")}
    assert {change["id"]: dict(change) for change in office.book.changes()} == changes


def test_today_and_every_history_are_told_as_before(office: Office) -> None:
    assert today(office) == {user: sorted(lines) for user, lines in TOLD["today"].items()}
    assert history(office) == TOLD["history"]


def test_no_verb_is_gone_and_each_action_can_be_undone_by_whom_it_could(office: Office) -> None:
    assert set(TOLD["verbs"]) <= {*Verb, *NO_LONGER_WRITTEN}
    actions = {row["action"] for name in ("changes", *TABLES) for row in its_rows(name)} - {None}
    for user, could in TOLD["undo"].items():
        assert {each for each in actions if cw.user_can_undo(getattr(office, user), each)} == set(could)


def test_a_step_is_taken_and_taken_back(office: Office) -> None:
    before = office.everything()
    match = next(row["id"] for row in its_rows("matches_now") if row["status"] == MatchStatus.APPROVED)
    yes = cw.rang(office.handler, match, "yes", seen=MatchStatus.APPROVED)
    assert office.status(match) == MatchStatus.ACCEPTED
    cw.undo(office.handler, yes.id)
    assert office.everything() == before


def test_a_step_of_that_version_is_taken_back_and_taken_again(office: Office) -> None:
    before = office.everything()
    left = next(row for row in its_rows("changes") if row["now"] == VolunteerStatus.LEFT)
    back = cw.undo(office.director, left["action"])
    assert office.status(left["record_id"]) == left["was"] == VolunteerStatus.READY
    cw.undo(office.director, back.id)
    assert office.everything() == before


def test_a_form_sent_again_is_known_and_an_erased_one_stays_out(office: Office) -> None:
    sent = {row["key"]: row["record_id"] for row in its_rows("submissions")}
    own = sent["form-help-3"]
    received = next(row for row in its_rows("help_requests") if row["id"] == own)
    values = {column.name: received.get(column.name) for column in TABLES["help_requests"].columns}
    assert office.book.append("help_requests", values, by="web", key="form-help-3").id == own
    with pytest.raises(Erased):
        office.book.append("help_requests", values, by="web", key="form-help-90")


def test_its_concerns_open_with_its_key(office: Office) -> None:
    lead = office.desk(cw.User(LEAD, "call_handler", safeguarding="lead"))
    lines = concerns.concerns_for(lead)
    assert {line.status for line in lines} == {row["status"] for row in its_rows("concerns_now")}
    words = {concerns.open_concern(lead, line.id).told["what"] for line in lines}
    assert words == {f"Invented worry {number}" for number in range(5)}
