"""What raising a concern does, and who may open it."""

import pytest
import sqlalchemy as sa

import community.casework as cw
from community import concerns
from community.book.concern_register import SpeakToTheLead
from community.book.erasure import erase
from community.book.record_types import Record, Stale
from community.book.retention_rules import due
from community.concerns import Concern
from community.tables.row_types import ConcernRow
from tests.book.databases import KINDS
from tests.concerns.duty import DEPUTY, LEAD, Duties

on_both = pytest.mark.parametrize("duties", KINDS, indirect=True)
WHAT = "He takes her pension every Friday"


def raised(d: Duties, context: cw.WorkContext | None = None, route: str = "adults", **how: object) -> str:
    told = {"what": WHAT, "danger_now": "no"}
    return concerns.raise_concern(context or d.office.handler, route, told, **how).id  # type: ignore[arg-type]


def opened(d: Duties, one: str) -> Concern:
    return concerns.open_concern(d.lead, one)


@on_both
def test_the_lead_reads_the_words_and_where_they_stood(duties: Duties) -> None:
    request = duties.office.make_request(details="My son hits me", notes=None)
    cw.log_contact(duties.office.handler, request, words="She whispered that he was in the room")
    one = raised(duties, source=("help_requests", request))
    concern = opened(duties, one)
    assert concern.told["what"] == WHAT
    assert {m.words for m in concern.moved} >= {"My son hits me", "She whispered that he was in the room"}
    assert duties.office.row("help_requests", request)["details"] is None
    assert all(c["words"] is None for c in duties.office.book.rows("contacts"))


@pytest.mark.parametrize("left", [None, b"", b"\0" * 43])
def test_no_second_key_is_made_beside_concerns_that_are_sealed(duties: Duties, left: bytes | None) -> None:
    """Neither raising one nor reading makes it: put back, the right one opens all there is."""
    one, file = raised(duties), duties.office.settings.book_home / "concerns_key"
    kept = file.read_bytes()
    file.unlink()
    if left is not None:
        file.write_bytes(left)
    for attempt in (lambda: raised(duties), lambda: opened(duties, one), lambda: concerns.concerns_for(duties.lead)):
        with pytest.raises(concerns.NoConcernsKey, match="Put the file back"):
            attempt()
        assert (file.read_bytes() if file.exists() else None) == left
    file.write_bytes(kept)
    assert opened(duties, one).told["what"] == WHAT


@pytest.mark.parametrize("who", ["director", "coordinator", "handler"])
def test_nobody_opens_a_concern_by_an_ordinary_role(duties: Duties, who: str) -> None:
    one = raised(duties)
    context = getattr(duties.office, who)
    assert concerns.concerns_for(context) == []
    for attempt in (
        lambda: concerns.open_concern(context, one),
        lambda: concerns.reads(context, one),
        lambda: concerns.take_step(context, one, "acknowledged", {}, seen="raised"),
        lambda: concerns.name_record(context, one, one),
    ):
        with pytest.raises((cw.NotFound, cw.NotAllowed)):
            attempt()
    with pytest.raises(cw.NotFound):
        cw.see(context, ConcernRow, one)
    with pytest.raises(cw.NotFound):
        cw.history(context, one)
    assert cw.see_all(context, ConcernRow) == []


@pytest.mark.parametrize("who", ["lead", "deputy", "chair"])
def test_whose_duty_it_is_opens_it_and_each_opening_is_written_down(duties: Duties, who: str) -> None:
    one = raised(duties)
    context: cw.WorkContext = getattr(duties, who)
    assert [line.id for line in concerns.concerns_for(context)] == [one]
    assert concerns.reads(duties.lead, one) == []
    token = duties.office.book.token()
    concerns.open_concern(context, one)
    assert [by for _, by in concerns.reads(duties.lead, one)] == [context.user.name]
    assert duties.office.book.token() == token, "reading makes nobody read the book anew"


def test_nobody_opens_one_about_themselves(duties: Duties) -> None:
    one = raised(duties, works_here=["dan  DEPUTY"])
    assert concerns.concerns_for(duties.deputy) == []
    with pytest.raises(cw.NotFound):
        concerns.open_concern(duties.deputy, one)
    concerns.open_concern(duties.lead, one)


@pytest.mark.parametrize("whom", [LEAD, "Dilys Director", "James Carlin"])
def test_one_about_the_lead_or_the_director_goes_to_the_chair_alone(duties: Duties, whom: str) -> None:
    one = raised(duties, works_here=[whom])
    for context in (duties.lead, duties.deputy):
        assert concerns.concerns_for(context) == []
        with pytest.raises(cw.NotFound):
            concerns.open_concern(context, one)
    assert concerns.open_concern(duties.chair, one).id == one


def test_a_concern_from_the_public_form_about_the_person_who_runs_the_hub_goes_to_the_chair(duties: Duties) -> None:
    concern = {"what": WHAT, "harm_by": "runs_it"}
    one = concerns.raise_concern(duties.office.handler, "adults", concern).id
    assert concerns.concerns_for(duties.lead) == []
    assert [line.id for line in concerns.concerns_for(duties.chair)] == [one]


@pytest.mark.parametrize("written", ["Mrs Lena Lead, from your office", "LEAD, Lena", "Léna  Lead.", "by lena lead"])
@pytest.mark.parametrize("harm_by", ["volunteer", "unsure", None])
def test_a_person_named_on_the_public_form_in_other_words_does_not_open_it(
    duties: Duties, written: str, harm_by: str | None
) -> None:
    told = {"what": WHAT, "harm_by": harm_by, "harm_by_name": written}
    one = concerns.raise_concern(duties.office.handler, "adults", told).id
    assert concerns.concerns_for(duties.lead) == []
    assert concerns.open_concern(duties.chair, one).id == one


def test_a_name_that_is_only_in_part_the_leads_keeps_nobody_out(duties: Duties) -> None:
    told = {"what": WHAT, "harm_by": "volunteer", "harm_by_name": "Lena Leadbetter"}
    one = concerns.raise_concern(duties.office.handler, "adults", told).id
    assert concerns.open_concern(duties.lead, one).id == one


def test_if_nobody_may_open_a_concern_the_person_who_raises_it_is_told_whom_to_ring(duties: Duties) -> None:
    people = duties.office.settings.people
    without = duties.office.settings.model_copy(
        update={"people": tuple(p for p in people if p.name != "Charlie Chair")}
    )
    context = cw.WorkContext(duties.office.book, without, duties.office.handler.user, None, duties.office.clock)
    with pytest.raises(cw.NotNow, match="999"):
        concerns.raise_concern(context, "adults", {"what": WHAT}, works_here=[LEAD])
    assert duties.office.book.rows("concerns") == []


def test_a_named_volunteer_gets_no_offers_at_once_and_the_lead_sees_who_relied_on_them(duties: Duties) -> None:
    o = duties.office
    match = o.make_match("active", name="Rita Relies")
    volunteer = o.row("matches", match)["volunteer_id"]
    o.set(o.row("volunteers", volunteer), "how_many", 5)
    need = o.make_need()
    o.propose()
    proposed = o.book.rows("matches", lambda c: [c.need_id == need, c.status == "proposed"])
    assert [m["volunteer_id"] for m in proposed] == [volunteer]
    one = raised(duties, source=("volunteers", volunteer))
    assert o.book.rows("matches", lambda c: [c.need_id == need, c.status == "proposed"]) == []
    o.propose()
    assert o.book.rows("matches", lambda c: [c.need_id == need, c.status == "proposed"]) == []
    assert cw.could_be_asked(o.director, need) == []
    for attempt in (
        lambda: cw.choose(o.director, need, volunteer),
        lambda: cw.release(o.director, match, seen="active"),
    ):
        with pytest.raises(cw.NotNow, match="Speak to the lead"):
            attempt()
    (relies,) = concerns.who_relies(duties.lead, opened(duties, one))
    assert (relies.match_id, relies.resident) == (match, "Rita Relies")
    finish(duties, one)
    o.propose()
    assert o.book.rows("matches", lambda c: [c.need_id == need, c.status == "proposed"]) != []


def test_from_a_match_the_volunteer_is_named_only_when_somebody_says_so(duties: Duties) -> None:
    match = duties.office.make_match("active")
    volunteer = duties.office.row("volunteers", duties.office.row("matches", match)["volunteer_id"])
    one = raised(duties, source=("matches", match))
    assert cw.speak_to_the_lead(duties.office.handler, duties.office.row("matches", match))
    assert not cw.speak_to_the_lead(duties.office.handler, volunteer)
    concerns.name_record(duties.lead, one, volunteer["id"])
    assert cw.speak_to_the_lead(duties.office.handler, volunteer)


def test_what_others_see_is_that_they_speak_to_the_lead_first(duties: Duties) -> None:
    o = duties.office
    need = o.row("needs", o.make_need(details="Bess bites"))
    request, resident = o.row("help_requests", need["request_id"]), o.row("residents", need["resident_id"])
    other = o.row("help_requests", o.make_request())
    assert not cw.speak_to_the_lead(o.handler, request)
    one = raised(duties, source=("help_requests", request["id"]))
    for row in (request, need, resident):
        assert cw.speak_to_the_lead(o.handler, row)
    assert not cw.speak_to_the_lead(o.handler, other)
    assert o.row("needs", need["id"])["details"] is None
    finish(duties, one)
    assert not cw.speak_to_the_lead(o.handler, request)


@on_both
def test_retention_and_erasure_wait_while_it_is_open(duties: Duties) -> None:
    o = duties.office
    need = o.row("needs", o.make_need())
    cw.close_need(o.director, need["id"], "unable")
    one = raised(duties, source=("residents", need["resident_id"]))
    o.clock.pass_(days=365 * 3)

    def try_to_erase(connection: sa.Connection) -> None:
        record = Record("residents", need["resident_id"])
        erase(connection, [record], by="test", at="2030-01-01T00:00:00.000Z", secret=b"x" * 32)

    with o.book.reading() as reader:
        assert due(reader, o.clock()) == []
    with pytest.raises(SpeakToTheLead):
        o.book.write(try_to_erase)
    finish(duties, one)
    with o.book.reading() as reader:
        assert {d.id for d in due(reader, o.clock())} >= {need["resident_id"], need["id"]}
    o.book.write(try_to_erase)


def finish(d: Duties, one: str) -> None:
    concerns.take_step(d.lead, one, "acknowledged", {}, seen="raised")
    said = {"danger": "no", "wishes": "She wants him to stay", "council": "yes", "why": "We rang at noon"}
    concerns.take_step(d.lead, one, "decided", said, seen="acknowledged")
    concerns.take_step(d.deputy, one, "closed", {"why": "The council has it"}, seen="decided")


def test_each_step_has_a_name_a_time_and_its_reasons(duties: Duties) -> None:
    one = raised(duties)
    with pytest.raises(cw.NotNow, match="too early"):
        concerns.take_step(duties.lead, one, "closed", {"why": "x"}, seen="raised")
    finish(duties, one)
    steps = opened(duties, one).steps
    assert [(s.what, s.by) for s in steps] == [
        ("raised", "Hal Handler"), ("acknowledged", LEAD), ("decided", LEAD), ("closed", DEPUTY),
    ]  # fmt: skip
    assert steps[2].told["wishes"] == "She wants him to stay"
    assert sorted(s.at for s in steps) == [s.at for s in steps]


def test_a_decision_without_reasons_is_not_written_down(duties: Duties) -> None:
    one = raised(duties)
    concerns.take_step(duties.lead, one, "acknowledged", {}, seen="raised")
    with pytest.raises(cw.NotNow, match="wishes"):
        concerns.take_step(
            duties.lead, one, "decided", {"danger": "no", "why": "x", "wishes": " "}, seen="acknowledged"
        )
    with pytest.raises(Stale):
        concerns.take_step(duties.deputy, one, "acknowledged", {}, seen="raised")


def test_the_person_who_raised_it_learns_who_acknowledged_it_and_when_and_nothing_else(duties: Duties) -> None:
    one = raised(duties)
    assert [(mine.id, mine.acknowledged) for mine in concerns.mine(duties.office.handler)] == [(one, None)]
    concerns.take_step(duties.lead, one, "acknowledged", {}, seen="raised")
    (mine,) = concerns.mine(duties.office.handler)
    step = mine.acknowledged
    assert step is not None
    assert step.by == LEAD
    assert concerns.mine(duties.office.coordinator) == []


def test_where_no_lead_is_on_the_list_or_a_spreadsheet_keeps_the_book_nothing_is_kept(duties: Duties) -> None:
    nobody = duties.office.settings.model_copy(update={"people": ()})
    sheet = duties.office.settings.model_copy(update={"kept_in_sheet": True})
    for settings in (nobody, sheet):
        assert not concerns.is_received(settings)
        context = cw.WorkContext(duties.office.book, settings, duties.office.handler.user, None, duties.office.clock)
        with pytest.raises(cw.NotNow, match="999"):
            concerns.raise_concern(context, "adults", {"what": WHAT})


def test_nobody_takes_back_that_a_concern_was_raised_or_answered(duties: Duties) -> None:
    one = raised(duties)
    concerns.take_step(duties.lead, one, "acknowledged", {}, seen="raised")
    actions = {c["action"] for c in duties.office.book.changes(table="concerns")}
    for action in actions:
        for context in (*duties.ordinary, duties.lead):
            with pytest.raises(cw.NotFound):
                cw.undo(context, action)


@on_both
def test_closed_concerns_go_after_the_period_that_the_settings_name(duties: Duties) -> None:
    o, one = duties.office, raised(duties)
    finish(duties, one)
    opened(duties, one)
    for months, due_now in ((71, []), (73, [one])):
        o.clock.now = o.clock.now.replace(year=2026 + months // 12, month=11)
        o.clock.pass_(days=31 * (months % 12))
        with o.book.reading() as reader:
            assert concerns.past_keeping(reader, o.settings, o.clock()) == due_now
    o.book.write(lambda connection: concerns.remove_concerns(connection, [one], at="2033-01-01T00:00:00.000Z"))
    assert o.book.rows("concerns") == []
    assert o.book.changes(table="concerns", where=lambda c: [c.now.is_not(None), c.field != "void"]) == []
