"""What happens in a life is written down on the page of whom it befalls, and stands there afterwards."""

import pytest
from streamlit.testing.v1 import AppTest

import community.casework as cw
from community.tables.verbs import Verb
from community.wording import wording
from tests.casework.life import PREPARED, SOON, accident_of, charter_member, key_of, pair_of, referral_of
from tests.casework.office import TODAY, Office
from tests.dashboard.conftest import OpenApp, press, shown


def choose(app: AppTest, what: Verb) -> None:
    box = next(each for each in app.selectbox if each.label == "What has happened?")
    box.set_value(what.value).run()


def answer(app: AppTest, name: str, value: object) -> None:
    """Fill in the field of this name, of the event that is open."""
    fields = [*app.date_input, *app.text_input, *app.text_area, *app.selectbox, *app.multiselect, *app.checkbox]
    (field,) = [each for each in (*fields, *app.number_input) if str(each.key or "").endswith(f"-{name}")]
    field.set_value(value).run()


def resident(office: Office) -> str:
    return str(office.row("needs", office.make_need("phone_call"))["resident_id"])


def test_a_time_away_is_asked_for_its_day_previewed_done_and_undone(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("active", task_type="phone_call")
    need = office.row("needs", office.row("matches", match)["need_id"])
    app = open_app("residents", id=str(need["resident_id"]))
    choose(app, Verb.AWAY)
    assert "Answer this first: Until which day, or about?" in shown(app)
    answer(app, "until", SOON)
    answer(app, "where", "Ward 4")
    assert "1 need that waits: until that day" in shown(app)
    assert "Whom they help is away for a while" in shown(app)
    assert office.row("residents", need["resident_id"])["away_until"] is None
    press(app, "Write down that they are away")
    assert office.row("residents", need["resident_id"])["away_at"] == "Ward 4"
    assert "(Ward 4). Nobody goes there before." in shown(app)
    assert "Write down that they are away" not in [button.label for button in app.button], "no second press"
    press(app, "Undo")
    assert office.row("residents", need["resident_id"])["away_until"] is None


def test_somebody_is_found_by_name_and_the_two_live_together(open_app: OpenApp, office: Office) -> None:
    one, other = resident(office), resident(office)
    name = str(office.row("residents", other)["name"])
    app = open_app("residents", id=one)
    choose(app, Verb.LIVE_TOGETHER)
    answer(app, "other", name)
    next(each for each in app.radio if each.label == "Which one?").set_value(other).run()
    answer(app, "cares", True)
    press(app, "Write down that they live together")
    assert office.row("residents", one)["lives_with"] == other
    said = shown(app)
    assert "Lives with:" in said
    assert "Cares for:" in said


def test_a_code_is_sealed_as_it_is_typed_shown_once_and_the_look_stays(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONCERNS_KEY", "a key of this community, for tests only")
    one = resident(office)
    app = open_app("residents", id=one)
    choose(app, Verb.KEEP_KEY)
    for name, value in {"kind": "key_safe", "code": "4711", "agreed": "At her table"}.items():
        answer(app, name, value)
    press(app, "Write down what we keep")
    assert "4711" not in str(office.everything())
    assert "4711" not in shown(app)
    press(app, "Show the code")
    assert "4711" in shown(app)
    app.run()
    assert "4711" not in shown(app)
    assert "Looked at by" in shown(app)


def test_what_is_kept_of_a_life_stands_on_the_page(open_app: OpenApp, office: Office) -> None:
    key, referral, accident = key_of(office), referral_of(office), accident_of(office)
    page = shown(open_app("residents", id=str(office.row("door_keys", key)["resident_id"])))
    assert "with us, A7" in page
    page = shown(open_app("residents", id=str(office.row("referrals", referral)["resident_id"])))
    assert "Care and Repair" in page
    assert "ask again" in page
    page = shown(open_app("volunteers", id=str(office.row("accidents", accident)["hurt_id"])))
    assert "Dog bite" in page
    assert "the insurer does not know yet" in page
    one, answers = PREPARED[Verb.SUPPORT](office)
    cw.happened(office.director, Verb.SUPPORT, one, answers)
    page = shown(open_app("volunteers", id=one))
    assert "Short tasks, told in writing" in page
    assert "Buddy:" in page


def test_a_pair_a_need_and_an_organisation_have_theirs(open_app: OpenApp, office: Office) -> None:
    pair = pair_of(office)
    cw.happened(office.director, Verb.PLAN_GOODBYE, pair, {"ends_on": SOON})
    cw.happened(office.director, Verb.PAIR_COVER, pair, {"cover": office.make_volunteer()})
    page = shown(open_app("history", id=pair))
    assert "It is planned to end" in page
    assert "agreed to come when the volunteer can’t" in page
    app = open_app("organisations", id=charter_member(office))
    answer(app, "task", "shopping")
    answer(app, "many", 20)
    assert "20 new needs: asked for" in shown(app)
    press(app, "Write the request down")
    assert len(office.book.rows("needs", lambda c: [c.task_type == "shopping"])) == 20
    need = office.make_need("phone_call")
    app = open_app("matches", id=need)
    answer(app, "why", "Nobody drives so far")
    press(app, "Write down that we can’t help")
    assert office.row("needs", need)["closed_reason"] == "unable"


def test_a_round_is_rung_until_everybody_is_accounted_for(open_app: OpenApp, office: Office) -> None:
    assert "Nobody has said so yet" in shown(open_app("ring_round"))
    one = resident(office)
    cw.happened(office.handler, Verb.AT_RISK, one, {"at_risk_in": ["snow"]})
    away = resident(office)
    cw.happened(office.handler, Verb.AT_RISK, away, {"at_risk_in": ["snow"]})
    cw.happened(office.handler, Verb.AWAY, away, {"until": SOON})
    for call in office.book.rows("contacts", lambda c: [c.status == "open"]):
        cw.deal_with_contact(office.handler, call["id"])
    app = open_app("ring_round")
    assert "1 resident in all. 0 rung today, 0 on Today, 1 not put on Today." in shown(app)
    assert "tel:01632960" in shown(app), "the number rings"
    office.set(office.row("residents", one), "not_safe", "ring")
    heeded = shown(open_app("ring_round"))
    assert "tel:" not in heeded.partition("To be rung")[2]
    assert "Do not ring" in heeded
    office.set(office.row("residents", one), "not_safe", None)
    press(app, "Put them all on Today")
    (line,) = [item for item in cw.today(office.director, office.clock()) if item.kind == "tell_them"]
    assert "Snow or ice today" in line.title
    assert line.telephone
    assert "Still to be reached" in shown(app)
    with pytest.raises(cw.NotNow):
        cw.begin_ring_round(office.director, "snow", [one])  # type: ignore[arg-type]
    cw.deal_with_contact(office.director, line.id)
    assert "Everybody is accounted for." in shown(open_app("ring_round"))


def test_what_every_volunteer_and_a_driver_bring_is_named_until_it_was_seen(open_app: OpenApp, office: Office) -> None:
    one = office.make_volunteer()
    assert "driving licence, insurer told that they drive for us and" in shown(open_app("volunteers", id=one))
    for kind in ("identity", "reference", "reference", "conduct", "licence", "insurer", "mot"):
        cw.add_check(office.director, one, kind=kind, seen_on=TODAY)
    assert "Not seen yet" not in shown(open_app("volunteers", id=one))


def test_whoever_was_faster_is_read_before_their_words_are_written_over(open_app: OpenApp, office: Office) -> None:
    one = resident(office)
    app = open_app("residents", id=one)
    choose(app, Verb.LIMIT_CALLS)
    cw.happened(office.coordinator, Verb.LIMIT_CALLS, one, {"limits": "At ten, with Hal"})
    answer(app, "limits", "One call a day")
    press(app, wording().life_event_done[Verb.LIMIT_CALLS])
    assert "Somebody was faster" in shown(app)
    assert office.row("residents", one)["limits"] == "At ten, with Hal"
    press(app, wording().life_event_done[Verb.LIMIT_CALLS])
    assert office.row("residents", one)["limits"] == "One call a day"


def test_a_double_press_asks_once(open_app: OpenApp, office: Office) -> None:
    app = open_app("organisations", id=charter_member(office))
    answer(app, "task", "shopping")
    answer(app, "many", 2)
    (button,) = [each for each in app.button if each.label == wording().life_event_done[Verb.ORGANISATION_ASKS]]
    for _ in range(2):
        button.click().run()
    assert office.book.count("needs") == 2
