"""Each permission tried on the action itself: a hidden button protects nothing."""

from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

import community.casework as cw
from community.book import Append, Arrival
from community.casework.actions import ACTIONS
from community.casework.permissions import GRANTS, granted, user_can, user_can_see_hub
from community.casework.unit_of_work import do
from community.commands.generated_docs.role_docs import COLUMNS
from community.matching import DEFAULT
from community.tables import TABLES
from community.tables.canonical import instant
from community.tables.ids import derive
from community.tables.roles import EVERYONE, LISTED, Duty
from community.tables.row_types import ROW_TYPES, ContactRow, HelpRequestRow, MatchRow
from community.tables.statuses import ContactStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ReachBy
from tests.casework.asking import approved, ask, switch_on, worker
from tests.casework.coming import expected_today
from tests.casework.complaining import acknowledged, answered, complained, data_requested
from tests.casework.directory import ATTEMPTS_AT_ROLES, ATTEMPTS_AT_WORDS
from tests.casework.for_all_of_them import ATTEMPTS_FOR_MANY
from tests.casework.life import ATTEMPTS_AT_LIFE
from tests.casework.office import HUB, TODAY, Office, open_office
from tests.casework.session_attempts import SESSION_ATTEMPTS

Attempt = Callable[[cw.WorkContext], object]


def _need(o: Office) -> str:
    return o.make_need("phone_call")


def _check(o: Office) -> Attempt:
    one = o.make_volunteer()
    return lambda d: cw.add_check(d, one, kind="dbs", level="basic", seen_on=TODAY)


def _pair(o: Office) -> Attempt:
    cw.done(o.director, o.make_match("active", task_type="phone_call"), TODAY, seen="active")
    pair = o.book.rows("pairs")[0]["id"]
    return lambda d: cw.pair_asked(d, pair, date(2027, 1, 1))


def _contact(o: Office) -> Attempt:
    contact = cw.log_contact(o.director, o.make_request(), status="open").ids[0]
    return lambda d: cw.deal_with_contact(d, contact)


def _two_of_one(o: Office) -> Attempt:
    one, other = o.make_volunteer(), o.make_volunteer()
    return lambda d: cw.merge(d, one, other, seen={}, chosen={})


def _resident(o: Office) -> str:
    return str(o.row("needs", _need(o))["resident_id"])


def _lent(o: Office) -> str:
    return cw.lend(o.director, _resident(o), "Heater 7", TODAY).ids[0]


def _closed(o: Office) -> Attempt:
    need = _need(o)
    cw.close_need(o.director, need, "unable")
    return lambda d: cw.reopen_need(d, need)


def _organisation(o: Office) -> str:
    return o.book.append("organisations", {"name": "Chapel Row Choir", "status": "offered"}, by="web").id


def _service(o: Office) -> str:
    return o.book.append("services", {"name": "Soup and Company", "kind": "group", "status": "offered"}, by="web").id


def _printed(o: Office) -> str:
    return o.book.append("services", {"name": "Soup and Company", "kind": "group", "status": "approved"}, by="web").id


def _on(make: Callable[[Office], str], act: Callable[[cw.WorkContext, str], object]) -> Callable[[Office], Attempt]:
    def prepare(office: Office) -> Attempt:
        record = make(office)
        return lambda context: act(context, record)

    return prepare


def _match(status: str) -> Callable[[Office], str]:
    return lambda office: office.make_match(status)


def _another(o: Office) -> Attempt:
    match, other = o.make_match(), o.make_volunteer()
    return lambda d: cw.choose_another(d, match, other)


def _duplicate(o: Office) -> Attempt:
    one, other = o.make_request(), o.make_request()
    return lambda d: cw.mark_duplicate(d, one, other, seen="new")


def _late(o: Office) -> Attempt:
    request = o.make_request(telephone="01632 960222")
    told = ("sheet", "sheet-1", "help_requests", request, "telephone", "old", "new")
    o.book.arrive([word := Arrival("S" * 16, instant(o.clock()), *told)])
    return lambda d: cw.settle_conflict(d, word.id, "ours", seen="01632 960222", reason="I rang her")


def _list(_office: Office) -> Attempt:
    rows = [Append("volunteers", {"name": "Lena Listed", "status": "checking"}, derive("V", "list"))]
    return lambda d: cw.bring_in(d, rows, [], reason="a list")


def _weights(_office: Office) -> Attempt:
    return lambda d: cw.weigh(d, cw.weights_from({"rest": 500}), seen=DEFAULT)


def _interrupted(o: Office) -> str:
    one = ask(switch_on(o), approved(o))
    cw.begin_sending(worker(o), one)
    return one


def _written_to_at_home(o: Office) -> str:
    return o.make_match("accepted", address="1 High Street")


def _written_to(o: Office) -> str:
    match = o.make_match("active")
    o.set(o.row("volunteers", o.row("matches", match)["volunteer_id"]), "telephone", "07700 900123")
    return match


_request = Office.make_request
ATTEMPTS: dict[str, Callable[[Office], Attempt]] = {
    "triage": _on(_request, lambda d, r: cw.triage(d, r, seen="new")),
    "close_request": _on(_request, lambda d, r: cw.close_request(d, r, "unable", seen="new")),
    "mark_duplicate": _duplicate,
    "no_answer": _on(_request, lambda d, r: cw.no_answer(d, r, seen="new")),
    "hold": _on(_request, lambda d, r: cw.hold(d, "help_requests", r, d.clock() + timedelta(days=1), seen="new")),
    "log_contact": _on(_request, cw.log_contact),
    "deal_with_contact": _contact,
    "clear_flag": _on(_request, lambda d, r: cw.clear_flag(d, "help_requests", r, "too_fast")),
    "correct": _on(_request, lambda d, r: cw.correct(d, "help_requests", r, "address", seen=None, now="1 High Street")),
    "settle": _late,
    "give_to_hub": _on(_request, lambda d, r: cw.give_to_hub(d, r, HUB, seen="new")),
    "safe_contact": _on(
        Office.make_volunteer, lambda d, v: cw.keep_contact_safe(d, v, seen={}, now={"not_safe": ["ring"]})
    ),
    "merge": _two_of_one,
    "lend": _on(_resident, lambda d, p: cw.lend(d, p, "Heater 7", TODAY)),
    "loan_back": _on(_lent, lambda d, one: cw.loan_back(d, one, TODAY)),
    "loan_lost": _on(_lent, cw.loan_lost),
    "look_again": _on(_match("approved"), lambda d, m: cw.snooze(d, m, "not_rung", d.clock() + timedelta(days=14))),
    "look_at": _on(_match("proposed"), cw.look_at),
    "approve": _on(_match("proposed"), cw.approve),
    "choose_another": _another,
    "decline": _on(_match("proposed"), cw.decline),
    "rang": _on(_match("approved"), lambda d, m: cw.rang(d, m, "yes", seen="approved")),
    "release": _on(_match("active"), lambda d, m: cw.release(d, m, seen="active")),
    "resident_told": _on(_match("accepted"), cw.resident_told),
    "done": _on(_match("active"), lambda d, m: cw.done(d, m, TODAY, seen="active")),
    "not_given": _on(_match("active"), lambda d, m: cw.not_given(d, m, TODAY, "not_in", seen="active")),
    "offer": _on(approved, lambda d, m: cw.offer(d, m, ReachBy.EMAIL, seen="approved")),
    "tell_resident": _on(_written_to_at_home, lambda d, m: cw.tell_resident(d, m, ReachBy.LETTER)),
    "tell_volunteer": _on(_written_to, lambda d, m: cw.tell_volunteer(d, m, ReachBy.TEXT, seen="active")),
    "agree_day": _on(_match("active"), lambda d, m: cw.agree_day(d, m, TODAY)),
    "call_off_visit": _on(expected_today, lambda d, m: cw.call_off_visit(d, m, TODAY, seen="active")),
    "note_feedback": _on(_match("active"), lambda d, m: cw.note_voice(d, m, cw.Voice(5), seen="active")),
    "pass_on": _on(lambda o: ask(o, approved(o)), cw.pass_on),
    "settle_message": _on(_interrupted, lambda d, m: cw.settle_message(d, m, arrived=True)),
    "end": _on(_match("active"), lambda d, m: cw.end_match(d, m, seen="active")),
    "cancel": _on(_match("approved"), lambda d, m: cw.cancel(d, m, seen="approved")),
    "close_need": _on(_need, lambda d, n: cw.close_need(d, n, "unable")),
    "reopen_need": _closed,
    "pair_asked": _pair,
    "move_volunteer": _on(Office.make_volunteer, lambda d, v: cw.move_volunteer(d, v, "paused", seen="ready")),
    "induct": _on(lambda o: o.make_volunteer(inducted_on=None), lambda d, v: cw.induct(d, v, TODAY)),
    "add_check": _check,
    "bring_in": _list,
    "weigh": _weights,
    "approve_organisation": _on(_organisation, cw.approve_organisation),
    "withdraw_organisation": _on(_organisation, lambda d, o: cw.withdraw_organisation(d, o, seen="offered")),
    "add_service": lambda _: lambda d: cw.add_service(d, {"name": "Soup and Company", "kind": "group"}, ["company"]),
    "approve_service": _on(_service, cw.approve_service),
    "withdraw_service": _on(_service, lambda d, s: cw.withdraw_service(d, s, seen="offered")),
    "check_service": _on(_printed, cw.check_service),
    "take_complaint": _on(_request, lambda d, r: cw.take_complaint(d, {"words": "Nobody came"}, key="one", about=r)),
    "acknowledge_complaint": _on(complained, cw.acknowledge_complaint),
    "extend_data_request": _on(
        data_requested, lambda d, q: cw.extend_data_request(d, q, TODAY + timedelta(days=60), "Ten years of paper")
    ),
    "answer_complaint": _on(acknowledged, lambda d, q: cw.answer_complaint(d, q, "We are sorry")),
    "second_stage": _on(answered, lambda d, q: cw.second_stage(d, q, "Tess Trustee")),
    **SESSION_ATTEMPTS | ATTEMPTS_AT_LIFE | ATTEMPTS_AT_WORDS | ATTEMPTS_AT_ROLES | ATTEMPTS_FOR_MANY,
}


def test_every_action_is_tried() -> None:
    assert set(ATTEMPTS) == {verb for verb, action in ACTIONS.items() if action.roles & EVERYONE}


def test_nobody_who_works_here_does_what_only_a_link_or_the_program_does(
    office: Office, subtests: pytest.Subtests
) -> None:
    before = office.everything()
    outsider = office.desk(cw.User("Una Outsider", None))
    for verb in (verb for verb, action in ACTIONS.items() if not action.roles & EVERYONE):
        for context in (office.director, office.coordinator, office.handler, outsider):
            with subtests.test(str(verb), role=str(context.user.role)):
                with pytest.raises(cw.NotAllowed):
                    do(context, verb, lambda unit: unit.add(ContactRow, {"status": ContactStatus.OPEN}))
                assert office.everything() == before


def test_each_role_may_do_what_the_table_says_and_nothing_else(tmp_path: Path, subtests: pytest.Subtests) -> None:
    for verb, prepare in ATTEMPTS.items():
        with subtests.test(verb), closing(open_office(tmp_path / verb)) as office:
            attempt, roles = prepare(office), ACTIONS[Verb(verb)].roles
            desks = {"director": office.director, "coordinator": office.coordinator, "call_handler": office.handler}
            # Those who may not are tried first: a refusal leaves everything as it was for those who may.
            refused = [(desk, cw.NotAllowed) for role, desk in desks.items() if role not in roles]
            # Of a trustee no line says anything.
            outsiders = [office.desk(cw.User("Una Outsider", role)) for role in (None, "trustee")]  # type: ignore[arg-type]
            refused += [(outsider, cw.NotAllowed) for outsider in outsiders]
            if "coordinator" in roles:
                refused.append((office.neighbour, cw.NotFound))  # another hub's records
            before = office.everything()
            for desk, refusal in refused:
                with pytest.raises(refusal):
                    attempt(desk)
                assert office.everything() == before, desk.user
            attempt(next(desk for role, desk in reversed(desks.items()) if role in roles))


def test_each_coordinator_acts_on_their_own_hub_s_records(tmp_path: Path, subtests: pytest.Subtests) -> None:
    for verb, prepare in ATTEMPTS.items():
        if "coordinator" in ACTIONS[Verb(verb)].roles:
            with subtests.test(verb), closing(open_office(tmp_path / verb)) as office:
                prepare(office)(office.coordinator)


def test_a_coordinator_without_a_hub_sees_and_does_nothing(office: Office) -> None:
    lost = office.desk(cw.User("Lost", "coordinator", None))
    request = office.make_request(hub=None)
    with pytest.raises(cw.NotFound):
        cw.triage(lost, request, seen="new")
    assert cw.see_all(lost, HelpRequestRow) == []


def test_a_button_is_shown_where_the_action_would_be_done(office: Office) -> None:
    match = office.row("matches", office.make_match())
    assert cw.can(office.coordinator.user, "approve", match)
    assert not cw.can(office.handler.user, "approve", match)
    assert not cw.can(office.coordinator.user, "rang", match)
    cw.approve(office.coordinator, match["id"])
    match = office.row("matches", match["id"])
    assert not cw.can(office.coordinator.user, "approve", match)
    assert cw.can(office.handler.user, "rang", match)


@pytest.mark.parametrize("duty", [None, "lead", "deputy", "chair"])
def test_somebody_without_a_role_sees_no_hub_and_no_record_and_does_nothing(office: Office, duty: Duty) -> None:
    office.make_request()
    match = office.make_match("active")
    outsider = office.desk(cw.User("Una Outsider", None, safeguarding=duty))
    assert not user_can_see_hub(outsider.user, HUB)
    assert not user_can_see_hub(outsider.user, None)
    assert not any(granted(outsider.user, grant) for grant in GRANTS)
    for table in TABLES:
        assert cw.see_all(outsider, ROW_TYPES[table]) == []
    assert cw.today(outsider, office.clock()) == []
    assert cw.latest_actions(outsider) == []
    with pytest.raises(cw.NotFound):
        cw.see(outsider, MatchRow, match)
    with pytest.raises(cw.NotFound):
        cw.history(outsider, match)


def test_an_action_without_a_decision_is_granted_to_nobody(office: Office) -> None:
    for question in (granted, user_can):
        with pytest.raises(KeyError):
            question(office.director.user, "read_everything")


def test_every_role_that_works_here_has_a_column_in_the_list_of_who_may_do_what() -> None:
    assert {role for role, _ in COLUMNS} == LISTED
