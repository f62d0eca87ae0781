"""A list that is brought in again, put right: what changed in it is put right here, and nobody stands twice."""

import pytest

import community.casework as cw
from community.book import Record, Stale, erasure
from community.importing import Fate, ImportPlan, bring_list_in, plan_list
from community.tables.canonical import instant
from tests.casework.office import Office

LIST = """Name,Phone,Email,Postcode,Skills,Notes
Ann Archer,01632 960001,ann@example.org,BA1 5AB,shopping,prefers mornings
Bob Baker,01632 960002,bob@example.org,BA2 1AA,dog walking,
Cat Cooper,,cat@example.org,BS31 1AA,shopping,
"""


def planned(office: Office, text: str, file: str = "volunteers.csv", **more: object) -> ImportPlan:
    return plan_list(office.director, text.encode(), file, "volunteers", basis="consent", **more)  # type: ignore[arg-type]


def test_a_corrected_cell_becomes_a_change_and_is_shown_before(office: Office) -> None:
    bring_list_in(office.director, planned(office, LIST))
    again = planned(office, LIST.replace("960001", "960009").replace("BA2 1AA", "BA1 6AA"), "put right.csv")
    assert again.counts[Fate.CORRECTED] == 2
    shown = {(row.name, each.field, each.was, each.now) for row in again.rows for each in row.corrected}
    assert ("Ann Archer", "telephone", "01632 960001", "01632 960009") in shown
    done = bring_list_in(office.director, again)
    ann, bob, _ = office.book.rows("volunteers", order="name")
    assert (ann["telephone"], bob["postcode"]) == ("01632 960009", "BA1 6AA")
    assert bob["hub"] == "bath_north"  # the place follows the postcode
    cw.undo(office.director, done.id)
    assert office.row("volunteers", ann["id"])["telephone"] == "01632 960001"


def test_a_name_that_was_misspelt_is_put_right_and_makes_no_second_person(office: Office) -> None:
    bring_list_in(office.director, planned(office, LIST))
    again = planned(office, LIST.replace("Bob Baker", "Bob Barker"))
    assert again.counts[Fate.CORRECTED] == 1
    assert again.counts[Fate.BROUGHT_IN] == 0
    bring_list_in(office.director, again)
    assert [row["name"] for row in office.book.rows("volunteers", order="name")] == [
        "Ann Archer", "Bob Barker", "Cat Cooper",
    ]  # fmt: skip


def test_what_somebody_put_right_here_is_not_written_over_by_the_old_list(office: Office) -> None:
    bring_list_in(office.director, planned(office, LIST))
    ann = office.book.rows("volunteers", order="name")[0]
    cw.correct(office.director, "volunteers", ann["id"], "telephone", seen=ann["telephone"], now="01632 960007")
    again = planned(office, LIST)
    assert again.counts[Fate.BROUGHT_IN] == again.counts[Fate.CORRECTED] == 0
    assert not again.rows[0].troubles, "the list says what it always said"
    other = planned(office, LIST.replace("960001", "960008"))
    assert other.counts[Fate.CORRECTED] == 0
    assert [each.words for row in other.rows for each in row.troubles] == [
        "other in the list, but somebody put it right here since. What stands here stays"
    ]


def test_whoever_signed_up_with_the_form_is_recognised_and_keeps_what_they_told(office: Office) -> None:
    own = office.make_volunteer(name="Ann Archer", telephone="01632 960001", email="new@example.org")
    plan = planned(office, LIST)
    ann = plan.rows[0]
    assert (ann.fate, ann.record_id) == (Fate.RECOGNISED, own)
    assert any("differs" in str(each.trouble) for each in ann.troubles)
    bring_list_in(office.director, plan)
    assert office.row("volunteers", own)["email"] == "new@example.org"
    assert len(office.book.rows("volunteers")) == 3


def test_somebody_who_may_be_the_same_is_named_comes_in_and_is_flagged(office: Office) -> None:
    own = office.make_volunteer(name="Annie Archer", telephone="01632 960001")
    plan = planned(office, LIST)
    (double,) = plan.rows[0].doubles
    assert (double.record_id, double.name, double.same) == (own, "Annie Archer", ("telephone", "name"))
    bring_list_in(office.director, plan)
    (row,) = office.book.rows("volunteers", lambda c: [c.name == "Ann Archer"])
    assert "may_be_known" in row["flags"]


def test_a_row_can_be_left_out_by_hand_and_is_not_lost(office: Office) -> None:
    plan = planned(office, LIST, without=[2])
    assert (plan.rows[0].number, plan.rows[0].fate) == (2, Fate.SET_ASIDE)
    bring_list_in(office.director, plan)
    assert len(office.book.rows("volunteers")) == 2


def test_the_same_person_twice_in_a_list_with_other_answers_is_set_aside(office: Office) -> None:
    plan = planned(office, LIST + "Ann Archer,01632 960001,,,leaflets,\n")
    assert plan.rows[-1].fate == Fate.SET_ASIDE
    assert plan.rows[-1].repeats == 2


def test_what_was_erased_is_not_taken_in_again(office: Office) -> None:
    bring_list_in(office.director, planned(office, LIST))
    ann = office.book.rows("volunteers", order="name")[0]
    who, at = [Record("volunteers", ann["id"])], instant(office.clock())
    office.book.write(lambda c: erasure.erase(c, who, by="Dilys Director", at=at, secret=b"secret"))
    plan = planned(office, LIST)
    assert plan.rows[0].fate == Fate.SET_ASIDE
    bring_list_in(office.director, plan)
    assert len(office.book.rows("volunteers")) == 2


def test_a_field_that_somebody_changed_since_the_preview_is_not_written_over(office: Office) -> None:
    bring_list_in(office.director, planned(office, LIST))
    again = planned(office, LIST.replace("960001", "960009"))
    ann = office.book.rows("volunteers", order="name")[0]
    cw.correct(office.director, "volunteers", ann["id"], "telephone", seen=ann["telephone"], now="01632 960007")
    before = office.everything()
    with pytest.raises(Stale):
        bring_list_in(office.director, again)
    assert office.everything() == before


@pytest.mark.parametrize("desk", ["coordinator", "handler"])
def test_only_the_director_brings_in_a_list_or_sees_what_it_would_bring(office: Office, desk: str) -> None:
    with pytest.raises(cw.NotAllowed):
        plan_list(getattr(office, desk), LIST.encode(), "volunteers.csv", "volunteers")
    plan = planned(office, LIST)
    with pytest.raises(cw.NotAllowed):
        bring_list_in(getattr(office, desk), plan)
    assert office.book.rows("volunteers") == []


@pytest.mark.parametrize(
    ("first", "other"),
    [("ANN Example", "Bob Example"), ("Harry Example", "Harriet Example"), ("Mary Smith", "JO Smith")],
)
def test_a_couple_with_one_telephone_stays_two_when_a_number_passes_from_one_to_the_other(
    first: str, other: str, office: Office
) -> None:
    """Numbers of a list are given anew once somebody has left."""
    of_one = f"Name,Volunteer no,Phone\n{first},17,01632 960001\n"
    bring_list_in(office.director, planned(office, of_one))
    plan = planned(office, of_one.replace(first, other))
    assert plan.counts[Fate.BROUGHT_IN] == 1
    bring_list_in(office.director, plan)
    assert sorted(str(row["name"]) for row in office.book.rows("volunteers")) == sorted([first, other])


@pytest.mark.parametrize(
    ("first", "other"), [("Elizabeth Example", "Lisa Example"), ("Harry Example", "Hattie Example")]
)
def test_whoever_has_another_form_of_a_name_and_the_same_telephone_is_asked_about_and_corrects_nobody(
    first: str, other: str, office: Office
) -> None:
    of_one = f"Name,Phone\n{first},01632 960001\n"
    bring_list_in(office.director, planned(office, of_one))
    (row,) = planned(office, of_one.replace(first, other)).rows
    assert (row.fate, [each.name for each in row.doubles]) == (Fate.BROUGHT_IN, [first])
