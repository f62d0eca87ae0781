"""What an action of casework leaves to the machine: asked for with the action or not at all, and withdrawn with it."""

import pytest

import community.casework as cw
from community.casework.casework_errors import NotNow
from community.casework.unit_of_work import UnitOfWork, do
from community.jobs import JobView, overview
from community.tables.job_kinds import JobKind, JobState
from community.tables.row_types import VolunteerRow
from community.tables.statuses import VolunteerStatus
from community.tables.verbs import Verb
from tests.casework.office import Office


def pause(office: Office, volunteer: str, *, refused: bool = False) -> str:
    """The id of an action that lets a volunteer rest, and asks for a job about them."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(VolunteerRow, volunteer)
        unit.move(row, VolunteerStatus.PAUSED)
        unit.job(JobKind.PROPOSE, volunteer)
        if refused:
            raise NotNow("Not today.")

    action, _ = do(office.director, Verb.MOVE_VOLUNTEER, work)
    return action.id


def about(office: Office, key: str) -> list[JobView]:
    """The jobs about this record."""
    with office.book.reading() as reader:
        return [each for each in overview(reader, office.clock()) if each.key == key]


def test_an_action_and_its_job_are_written_and_undone_together(office: Office) -> None:
    one = office.make_volunteer()
    action = pause(office, one)
    assert [each.state for each in about(office, one)] == [JobState.WAITING]
    undone = cw.undo(office.director, action)
    assert [each.state for each in about(office, one)] == [JobState.WITHDRAWN]
    cw.undo(office.director, undone.id)
    assert [each.state for each in about(office, one)] == [JobState.WAITING]


def test_an_action_that_is_refused_or_changes_nothing_leaves_no_job(office: Office) -> None:
    one, other = office.make_volunteer(), office.make_volunteer()
    with pytest.raises(NotNow):
        pause(office, one, refused=True)
    assert about(office, one) == []

    def nothing(unit: UnitOfWork) -> None:
        unit.job(JobKind.PROPOSE, other)

    assert do(office.director, Verb.MOVE_VOLUNTEER, nothing)[0].id == ""
    assert about(office, other) == []
