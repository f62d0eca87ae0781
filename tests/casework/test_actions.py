"""One registry of actions: each verb and each role is named there, and nowhere as a bare word."""

import ast
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import community.casework as cw
from community.book import Change
from community.casework import training
from community.casework.actions import ACTIONS, BESIDE_THEM, NO_LONGER_WRITTEN, spec, words_when_done
from community.casework.permissions import DUTIES, GRANTS, user_can
from community.casework.unit_of_work import do
from community.tables.roles import Duty, DutyGrant, Grant, Role
from community.tables.row_types import ROW_TYPES
from community.tables.statuses import (
    BookingStatus,
    ComplaintStatus,
    ContactStatus,
    FeedbackStatus,
    ListingStatus,
    LoanStatus,
    MatchStatus,
    MessageStatus,
    NeedStatus,
    PaymentStatus,
    RequestStatus,
    SessionStatus,
)
from community.tables.verbs import FormerVerb, Verb, action_id, verb_of
from community.tables.vocabulary import ReachBy
from tests.casework.for_all_of_them import laid_out
from tests.casework.office import TODAY, Office
from tests.checkout import files, name

FROM_A_STATUS: dict[Verb, Callable[[cw.WorkContext, str, str], object]] = {
    Verb.TRIAGE: lambda d, r, seen: cw.triage(d, r, seen=seen),
    Verb.NO_ANSWER: lambda d, r, seen: cw.no_answer(d, r, seen=seen),
    Verb.CLOSE_REQUEST: lambda d, r, seen: cw.close_request(d, r, "unable", seen=seen),
    Verb.MARK_DUPLICATE: lambda d, r, seen: cw.mark_duplicate(d, r, r, seen=seen),
    Verb.DEAL_WITH_CONTACT: lambda d, c, seen: cw.deal_with_contact(d, c, seen=seen),
    Verb.LOOK_AT: lambda d, m, _: cw.look_at(d, m),
    Verb.APPROVE: lambda d, m, seen: cw.approve(d, m, seen=seen),
    Verb.DECLINE: lambda d, m, seen: cw.decline(d, m, seen=seen),
    Verb.RANG: lambda d, m, seen: cw.rang(d, m, "no", seen=seen),
    Verb.RELEASE: lambda d, m, seen: cw.release(d, m, seen=seen),
    Verb.RESIDENT_TOLD: lambda d, m, seen: cw.resident_told(d, m, seen=seen),
    Verb.DONE: lambda d, m, seen: cw.done(d, m, TODAY, seen=seen),
    Verb.NOT_GIVEN: lambda d, m, seen: cw.not_given(d, m, TODAY, "not_in", seen=seen),
    Verb.OFFER: lambda d, m, seen: cw.offer(d, m, ReachBy.EMAIL, seen=seen),
    Verb.TELL_RESIDENT: lambda d, m, seen: cw.tell_resident(d, m, ReachBy.LETTER, seen=seen),
    Verb.TELL_VOLUNTEER: lambda d, m, seen: cw.tell_volunteer(d, m, ReachBy.EMAIL, seen=seen),
    Verb.AGREE_DAY: lambda d, m, seen: cw.agree_day(d, m, TODAY, seen=seen),
    Verb.CALL_OFF_VISIT: lambda d, m, seen: cw.call_off_visit(d, m, TODAY, seen=seen),
    Verb.NOTE_FEEDBACK: lambda d, m, seen: cw.note_voice(d, m, cw.Voice(5), seen=seen),
    Verb.PASS_ON: lambda d, m, seen: cw.pass_on(d, m, seen=seen),
    Verb.SETTLE_MESSAGE: lambda d, m, seen: cw.settle_message(d, m, arrived=True, seen=seen),
    Verb.END: lambda d, m, seen: cw.end_match(d, m, seen=seen),
    Verb.CANCEL: lambda d, m, seen: cw.cancel(d, m, seen=seen),
    Verb.CLOSE_NEED: lambda d, n, seen: cw.close_need(d, n, "unable", seen=seen),
    Verb.REOPEN_NEED: lambda d, n, seen: cw.reopen_need(d, n, seen=seen),
    Verb.ASK_ERASURE: lambda d, q, seen: cw.ask_erasure(d, q, seen=seen),
    Verb.LOAN_BACK: lambda d, one, seen: cw.loan_back(d, one, TODAY, seen=seen),
    Verb.LOAN_LOST: lambda d, one, seen: cw.loan_lost(d, one, seen=seen),
    Verb.SEE_RECEIPT: lambda d, one, seen: cw.see_receipt(d, one, TODAY, seen=seen),
    Verb.SETTLE_PAYMENT: lambda d, one, seen: cw.settle_payment(d, one, TODAY, seen=seen),
    Verb.APPROVE_ORGANISATION: lambda d, o, seen: cw.approve_organisation(d, o, seen=seen),
    Verb.WITHDRAW_ORGANISATION: lambda d, o, seen: cw.withdraw_organisation(d, o, seen=seen),
    Verb.APPROVE_SERVICE: lambda d, s, seen: cw.approve_service(d, s, seen=seen),
    Verb.WITHDRAW_SERVICE: lambda d, s, seen: cw.withdraw_service(d, s, seen=seen),
    Verb.CHECK_SERVICE: lambda d, s, _: cw.check_service(d, s),
    Verb.APPROVE_ROLE: lambda d, w, seen: cw.approve_role(d, w, seen=seen),
    Verb.WITHDRAW_ROLE: lambda d, w, seen: cw.withdraw_role(d, w, seen=seen),
    Verb.CHECK_ROLE: lambda d, w, _: cw.check_role(d, w),
    Verb.ACKNOWLEDGE_COMPLAINT: lambda d, q, seen: cw.acknowledge_complaint(d, q, seen=seen),
    Verb.ANSWER_COMPLAINT: lambda d, q, seen: cw.answer_complaint(d, q, "We are sorry", seen=seen),
    Verb.SECOND_STAGE: lambda d, q, seen: cw.second_stage(d, q, "Tess Trustee", seen=seen),
    Verb.EXTEND_DATA_REQUEST: lambda d, q, seen: cw.extend_data_request(d, q, TODAY, "Much to find", seen=seen),
    Verb.ANNOUNCE_SESSION: lambda d, s, seen: training.announce_session(d, s, seen=seen),
    Verb.CHANGE_SESSION: lambda d, s, _: training.change_session(d, s, seen={"place": None}, now={"place": "The hall"}),
    Verb.CALL_OFF_SESSION: lambda d, s, seen: training.call_off_session(d, s, seen=seen),
    Verb.SESSION_HELD: lambda d, s, seen: training.session_held(d, s, [], seen=seen),
    Verb.GIVE_PLACE: lambda d, b, seen: training.give_place(d, b, seen=seen),
    Verb.CANCEL_BOOKING: lambda d, b, seen: training.cancel_booking(d, b, seen=seen),
    Verb.CHOOSE_WORDS: lambda d, u, seen: cw.choose_words(d, u, "Thank you.", seen=seen),
    Verb.PRINT_WORDS: lambda d, u, seen: cw.print_words(d, u, "Thank you.", seen=seen),
    Verb.TAKE_OFF_WORDS: lambda d, u, seen: cw.take_off_words(d, u, seen=seen),
}
TABLE_OF = {
    RequestStatus: "help_requests",
    NeedStatus: "needs",
    MatchStatus: "matches",
    ListingStatus: "organisations",
    ContactStatus: "contacts",
    MessageStatus: "messages",
    FeedbackStatus: "feedback",
    LoanStatus: "loans",
    PaymentStatus: "payments",
    ComplaintStatus: "complaints",
    SessionStatus: "sessions",
    BookingStatus: "bookings",
}
WORDS = {str(word) for kind in (Verb, Role, Duty, Grant, DutyGrant) for word in kind}
TAKES_A_WORD = {"do", "act", "decide", "take_match", "user_can", "check_user_can", "can", "may", "state_allows",
                "check_state_allows", "spec", "action_id", "granted", "on_duty", "User", "hidden"}  # fmt: skip
HOLDS_A_WORD = {"verb", "role", "safeguarding", "duty", "grant", "verb_of"}
READS_AN_ID = {"startswith", "removeprefix", "like", "not_like"}


def bare_words(source: str) -> list[str]:
    """Return one line for each place that passes, or compares with, the code of a verb, a role, a duty or a grant."""
    return [
        f"line {node.lineno}: {word}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call | ast.Compare | ast.Match)
        for word in _told(node)
        if word in WORDS
    ]


def _told(node: ast.Call | ast.Compare | ast.Match) -> list[object]:
    """Return the words that stand where only a verb, a role, a duty or a grant may."""
    if isinstance(node, ast.Call) and _called(node.func) in TAKES_A_WORD:
        return _constants([*node.args, *(each.value for each in node.keywords)])
    if isinstance(node, ast.Call) and _called(node.func) in READS_AN_ID:
        return [str(word).removesuffix("-") for word in _constants(node.args) if str(word).endswith("-")]
    if isinstance(node, ast.Compare) and {_called(each) for each in (node.left, *node.comparators)} & HOLDS_A_WORD:
        return _constants(ast.walk(node))
    if isinstance(node, ast.Match) and _called(node.subject) in HOLDS_A_WORD:
        return _constants(part for case in node.cases for part in ast.walk(case.pattern))
    return []


def _constants(nodes: Iterable[ast.AST]) -> list[object]:
    return [node.value for node in nodes if isinstance(node, ast.Constant)]


def _called(node: ast.expr) -> str:
    if isinstance(node, ast.Call):
        return _called(node.func)
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _sources() -> list[Path]:
    outside = ("tests/", "community/tables/", "community/book/migrations/")
    return [path for path in files("*.py") if not name(path).startswith(outside)]


def test_no_verb_nor_role_is_a_bare_word() -> None:
    found = [f"{name(path)}, {each}" for path in _sources() for each in bare_words(path.read_text(encoding="utf-8"))]
    assert not found, "\n".join(["name it by community/tables/verbs.py or roles.py:", *found])


@pytest.mark.parametrize(
    "source",
    [
        'do(context, "approve", work)',
        'book.act("correct", by=name)',
        'view.may("triage")',
        'User("Dee", "director")',
        'User("Lena", None, safeguarding="lead")',
        'granted(user, "see_the_sheet")',
        'person.role == "coordinator"',
        'done.verb in {"hold", "look_again"}',
        'verb_of(action) == "undo"',
        'action.startswith("triage-")',
        'match entry.verb:\n    case "done" | "end":\n        pass',
    ],
)
def test_a_bare_word_is_seen(source: str) -> None:
    assert bare_words(source) != []


@pytest.mark.parametrize("source", ['act(casework.correct, "needs")', 'key = f"done-{one}"', 'status == "done"'])
def test_a_word_that_is_something_else_is_left_alone(source: str) -> None:
    assert bare_words(source) == []


def test_every_verb_is_an_action_or_named_as_none() -> None:
    assert set(ACTIONS).isdisjoint(BESIDE_THEM)
    assert set(ACTIONS) | set(BESIDE_THEM) == set(Verb)
    assert [verb for verb, action in ACTIONS.items() if action.verb is not verb] == []
    assert (set(GRANTS), set(DUTIES)) == (set(Grant), set(DutyGrant))


def test_every_action_with_statuses_is_tried() -> None:
    assert set(FROM_A_STATUS) == {verb for verb, action in ACTIONS.items() if action.statuses is not None}


def test_an_action_is_refused_from_each_status_that_the_registry_does_not_name(
    office: Office, subtests: pytest.Subtests
) -> None:
    match = office.make_match()
    for listed in ("organisations", "services", "opportunities"):
        office.book.append(listed, {"name": "Chapel Row Choir", "status": "offered"}, by="web")
    office.make_booking(office.make_session())
    cw.log_contact(office.director, office.row("matches", match)["need_id"], status="open")
    cw.lend(office.director, office.book.rows("residents")[0]["id"], "Heater 7", TODAY)
    cw.take_complaint(office.director, {"words": "Nobody came"}, key="one")
    laid_out(office)
    told = {"about": match, "to_whom": office.row("matches", match)["volunteer_id"], "kind": "offer", "way": "email"}
    office.book.append("messages", told | {"status": "queued"}, by="Cora")
    said = {"about": match, "words": "Thank you.", "may_publish": "without_name", "status": "given"}
    office.book.append("feedback", said, by="web")
    before = office.everything()
    for verb, attempt in FROM_A_STATUS.items():
        allowed = ACTIONS[verb].statuses or frozenset()
        (kind,) = {type(status) for status in allowed}
        table = {"service": "services", "role": "opportunities"}.get(verb.rpartition("_")[2], TABLE_OF[kind])
        one = office.book.rows(table)[0]
        for status in kind:
            with subtests.test(str(verb), status=str(status)):
                row = ROW_TYPES[table].of({**one, "status": status})
                assert cw.can(office.director.user, verb, row) == (status in allowed)
                if status not in allowed:
                    office.set(office.row(table, one["id"]), "status", status)
                    with pytest.raises(cw.NotNow):
                        attempt(office.director, one["id"], status)
        office.set(office.row(table, one["id"]), "status", one["status"])
        assert office.everything() == before, verb


def test_nobody_may_do_what_is_no_action(office: Office, subtests: pytest.Subtests) -> None:
    before = office.everything()
    for verb in BESIDE_THEM:
        with subtests.test(str(verb)):
            with pytest.raises(KeyError):
                user_can(office.director.user, verb)
            with pytest.raises(KeyError):
                do(office.director, verb, lambda unit: unit.add("contacts", {"way": "telephone", "status": "open"}))
            assert office.everything() == before
            with pytest.raises(KeyError):
                spec(verb)


def test_an_action_s_id_tells_its_verb(subtests: pytest.Subtests) -> None:
    for verb in Verb:
        with subtests.test(str(verb)):
            assert verb_of(action_id(verb)) is verb
            assert verb_of(action_id(verb, "A1")) is verb_of(f"{verb}-A1") is verb
            assert words_when_done(verb)


def test_what_an_earlier_program_wrote_is_read_and_nobody_goes_by_it(office: Office) -> None:
    match = office.make_match("proposed")
    change = Change("matches", match, "ended_reason", None, "Moved house")
    old = office.book.act("set_reason", by="Cora Coordinator", changes=[change]).id
    (newest, *_) = cw.latest_actions(office.director)
    assert (newest.action, newest.verb, words_when_done(newest.verb)) == (old, "set_reason", "Set reason")
    assert isinstance(newest.verb, FormerVerb)
    assert "set_reason" in {entry.verb for entry in cw.history(office.director, match)}
    assert not cw.user_can_undo(office.coordinator, old), "nothing says who may do it"
    with pytest.raises(cw.NotAllowed):
        cw.undo(office.coordinator, old)
    cw.undo(office.director, old)
    assert office.row("matches", match)["ended_reason"] is None


def test_an_action_that_nobody_does_any_more_is_shown_and_can_still_be_taken_back(office: Office) -> None:
    assert not set(NO_LONGER_WRITTEN) & set(Verb)
    request = office.make_request()
    flag = Change("help_requests", request, "flags", None, "too_fast")
    old = office.book.act("add_flag", by="Hal Handler", changes=[flag]).id
    (entry, _) = cw.history(office.handler, request)
    assert (entry.verb, words_when_done(verb_of(old))) == ("add_flag", "Add flag")
    assert entry.words == ("Flags: Filled in faster than people read",)
    assert not cw.user_can_undo(office.neighbour, old), "another hub's"
    assert not cw.user_can_undo(office.desk(cw.User("Hew Handler", "call_handler")), old), "a colleague's"
    assert cw.user_can_undo(office.coordinator, old)
    cw.undo(office.handler, old)
    assert office.row("help_requests", request)["flags"] is None
