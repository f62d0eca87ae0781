"""The page behind an offer's link: what it says, what each answer does, and all that does nothing."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

import community.casework as cw
from community.tables.row_types import ContactRow, MatchRow, VolunteerRow
from community.tables.statuses import MatchStatus
from intake.link_parts import READ
from tests.intake.answering import PUBLIC, SECRETS, ask, went_out
from tests.intake.conftest import Serve, Service
from tests.intake.visiting import touched
from tests.intake.walking import heading, visit

ONE_TICK = {"sure": "yes"}


@pytest.fixture
def service(serve: Serve) -> Service:
    return serve(environ=PUBLIC)


def answers(service: Service, match: str) -> list[str]:
    with service.book.reading() as reader:
        rows = reader.rows(ContactRow, lambda c: [c.about == match, c.direction == "in"], order="at")
        return [str(row.outcome) for row in rows]


def test_the_link_shows_what_is_asked_and_nothing_about_anybody(service: Service) -> None:
    asked = ask(service)
    page = asked.get()
    assert page.status_code == 200
    assert heading(page.text) == "Could you help?"
    for words in ("near BA1", "Answer by", "Wednesday 25 November, 5 pm", "how to reach them", "0300"):
        assert words in page.text, words
    for to in ("", "yes", "no", "rest"):
        page = asked.get(to)
        found = [secret for secret in (*SECRETS, asked.token, asked.match, asked.volunteer) if secret in page.text]
        assert found == []
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers.get_list("referrer-policy") == ["no-referrer"]
    assert page.headers["cache-control"] == "no-store"
    assert "noindex" in page.headers["x-robots-tag"]
    assert "set-cookie" not in page.headers


def test_words_that_name_the_resident_are_left_out_as_they_are_in_the_message(service: Service) -> None:
    asked = ask(service, details="Bess pulls on her lead")
    assert "Bess pulls" in asked.get().text
    need = asked.office.row("needs", asked.need)
    resident = str(asked.office.row("residents", need["resident_id"])["name"])
    asked.office.set(need, "details", f"Ring the bell twice, {resident} is hard of hearing")
    for to in ("", "yes"):
        assert "Ring the bell" not in asked.get(to).text


def test_what_to_beware_of_is_said_before_a_yes_unless_it_names_somebody(service: Service) -> None:
    asked = ask(service)
    need = asked.office.row("needs", asked.need)
    resident = asked.office.row("residents", need["resident_id"])
    assert "beware" not in asked.get("yes").text
    asked.office.set(resident, "hazards", "A steep stair, and a dog")
    for to in ("", "yes"):
        assert "What to beware of</dt><dd>A steep stair, and a dog" in asked.get(to).text
    known = asked.office.row("residents", need["resident_id"])
    asked.office.set(known, "hazards", f"{resident['name']} smokes in bed")
    assert "beware" not in asked.get("yes").text
    for column, value in {"protected_address": "yes", "hazards": "Ice before 12 Invented Row"}.items():
        asked.office.set(asked.office.row("residents", need["resident_id"]), column, value)
    assert "beware" not in asked.get("yes").text


def test_the_person_is_promised_to_be_told_first(service: Service) -> None:
    asked = ask(service)
    for to in ("", "yes"):
        assert (
            "we first tell the person whom you would help. When they know, we send you a link, or ring you"
            in asked.get(to).text
        )
    done = asked.post(answer="yes", **ONE_TICK).text
    assert (
        done.index("We first tell the person") < done.index("Then we send you a link") < done.index("shows their name")
    )


def test_a_yes_takes_a_second_page_a_tick_and_a_button(service: Service) -> None:
    asked = ask(service)
    assert "I can" in asked.get().text
    assert heading(asked.get("yes").text) == "Can you do this?"
    refused = asked.post(answer="yes")
    assert refused.status_code == 422
    assert "Tick the box" in refused.text
    assert asked.status == MatchStatus.OFFERED
    done = asked.post(answer="yes", **ONE_TICK)
    assert heading(done.text) == "Thank you. You said yes"
    assert asked.status == MatchStatus.ACCEPTED
    assert heading(asked.get().text) == "Thank you. You said yes"
    assert not any(secret in done.text for secret in SECRETS)


def test_other_times_than_they_were_asked_for_are_said_and_no_yes_to_the_old_ones_counts(service: Service) -> None:
    asked = ask(service, slots="mon_morning")
    cw.pass_on(asked.office.director, asked.message)
    service.clock.pass_by(minutes=5)
    page = asked.get("yes").text
    assert "has changed" not in page
    shown = re.search(r'name="when" value="([^"]+)"', page)
    assert shown
    cw.correct(asked.office.director, "needs", asked.need, "slots", seen="mon_morning", now="tue_evening")
    again = asked.post(answer="yes", when=shown[1], **ONE_TICK)
    assert (heading(again.text), asked.status) == ("Can you do this?", MatchStatus.OFFERED)
    assert "When or where help is wanted has changed since we asked you" in again.text
    assert "Tuesday evening" in again.text
    now = re.search(r'name="when" value="([^"]+)"', again.text)
    assert now
    assert asked.post(answer="yes", when=now[1], **ONE_TICK).status_code == 200
    assert asked.status == MatchStatus.ACCEPTED
    service.clock.pass_by(minutes=5)
    assert "has changed" not in asked.get().text
    cw.correct(asked.office.director, "needs", asked.need, "slots", seen="tue_evening", now="wed_evening")
    assert "has changed since you said yes" in asked.get().text


@pytest.mark.parametrize(("why", "kept"), [("far", "Too far"), ("time", "No time that day"), ("unsaid", None)])
def test_a_no_takes_one_touch_whose_reason_is_kept_unless_they_would_rather_not_say(
    service: Service, why: str, kept: str | None
) -> None:
    asked = ask(service)
    assert asked.post(answer="no").status_code == 422
    assert asked.post(answer="no", why="<b>mine</b>").status_code == 422
    assert asked.status == MatchStatus.OFFERED
    done = asked.post(answer="no", why=why)
    assert heading(done.text) == "Thank you for telling us"
    assert "changed your mind, ring us" in done.text
    assert asked.status == MatchStatus.DECLINED
    with service.book.reading() as reader:
        match = reader.get(MatchRow, asked.match)
        assert match is not None
        assert match.ended_reason == kept


def test_somebody_who_wants_a_rest_is_told_for_how_long(service: Service) -> None:
    asked = ask(service)
    assert "30 days" in asked.get("rest").text
    assert "rests too: we tell whoever expects you" in asked.get("rest").text
    assert asked.post(answer="rest").status_code == 422
    done = asked.post(answer="rest", **ONE_TICK)
    assert "We ask you nothing for 30 days" in done.text
    assert asked.status == MatchStatus.DECLINED
    with service.book.reading() as reader:
        volunteer = reader.get(VolunteerRow, asked.volunteer)
        assert volunteer is not None
        assert volunteer.hold_until is not None
        assert volunteer.hold_until[:10] == "2026-12-23"


def test_a_yes_is_taken_back_by_the_same_link_in_two_steps(service: Service) -> None:
    asked = ask(service)
    asked.post(answer="yes", **ONE_TICK)
    assert "I can’t after all" in asked.get().text
    assert "we ring the person" in asked.get("off").text
    assert asked.status == MatchStatus.ACCEPTED
    assert asked.post(answer="off").status_code == 422
    # A no from a page that was open since before the yes asks once more.
    assert heading(asked.post(answer="no", why="far").text) == "Thank you. You said yes"
    assert heading(asked.post(answer="off", **ONE_TICK).text) == "Thank you for telling us"
    assert asked.status == MatchStatus.CANCELLED
    assert answers(service, asked.match) == ["yes", "no"]


def test_one_touch_takes_a_yes_back_once_the_page_was_read(service: Service) -> None:
    asked = ask(service)
    asked.post(answer="yes", **ONE_TICK)
    press = touched(asked.get().text)
    assert asked.post(**press).status_code == 422
    service.clock.pass_by(seconds=READ)
    assert heading(asked.post(**press | {"answer": "rest"}).text) == "Thank you. You said yes"
    other = ask(service)
    for answer in ("yes", "no", "rest"):
        assert other.post(**press | {"answer": answer}).status_code == 422, "one touch is for nothing else"
    assert (asked.status, other.status) == (MatchStatus.ACCEPTED, MatchStatus.OFFERED)
    assert heading(asked.post(**press).text) == "Thank you for telling us"
    assert asked.status == MatchStatus.CANCELLED


def test_two_yeses_at_one_moment_are_one(service: Service) -> None:
    asked = ask(service)
    with ThreadPoolExecutor(8) as pool:
        pages = list(pool.map(lambda _: asked.post(answer="yes", **ONE_TICK), range(8)))
    assert {(page.status_code, heading(page.text)) for page in pages} == {(200, "Thank you. You said yes")}
    assert answers(service, asked.match) == ["yes"]


def test_a_yes_and_a_no_at_one_moment_leave_one_of_the_two(service: Service) -> None:
    asked = ask(service)
    both = ({"answer": "yes"} | ONE_TICK, {"answer": "no", "why": "far"})
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda fields: asked.post(**fields), both))
    said = answers(service, asked.match)
    assert (asked.status, said[-1]) in {("accepted", "yes"), ("declined", "no"), ("cancelled", "no")}


def test_an_offer_that_was_passed_on_but_not_ticked_off_still_opens_after_the_answer(service: Service) -> None:
    asked = ask(service)
    assert service.book.get("messages", asked.message)["status"] == "by_hand"  # type: ignore[index]
    asked.post(answer="yes", **ONE_TICK)
    assert service.book.get("messages", asked.message)["status"] == "sent"  # type: ignore[index]
    assert asked.get().status_code == 200


def test_nothing_is_decided_by_looking_however_often(service: Service) -> None:
    asked = ask(service)
    before = asked.office.everything()
    for to in ("", "?to=yes", "?to=no", "?to=rest", "?to=off", "?answer=yes&sure=yes", "?to=doubted"):
        for method in ("GET", "HEAD"):
            for _ in range(10):
                assert visit(method, asked.url + to).status_code == 200
    assert visit("HEAD", asked.url).content == b""
    assert asked.office.everything() == before


def test_a_message_that_was_forwarded_gives_nothing_away_after_the_yes_either(service: Service) -> None:
    asked = ask(service)
    asked.post(answer="yes", **ONE_TICK)
    cw.resident_told(asked.office.director, asked.match)
    cw.release(asked.office.director, asked.match, seen="active")
    for to in ("", "off"):
        assert not any(secret in asked.get(to).text for secret in SECRETS)


def test_an_offer_that_the_coordinator_settled_meanwhile_says_so(service: Service) -> None:
    asked = ask(service)
    cw.pass_on(asked.office.director, asked.message)
    cw.close_need(asked.office.director, asked.need, "not_wanted")
    page = asked.post(answer="yes", **ONE_TICK)
    assert heading(page.text) == "Thank you. This question is closed"
    assert asked.status != MatchStatus.ACCEPTED


def test_a_volunteer_whom_a_rule_now_forbids_is_asked_to_ring_and_not_told_why(service: Service) -> None:
    asked = ask(service)
    volunteer = asked.office.row("volunteers", asked.volunteer)
    asked.office.set(volunteer, "tasks", "shopping")
    page = asked.post(answer="yes", **ONE_TICK)
    assert "Please ring us about this" in page.text
    assert asked.status == MatchStatus.OFFERED
    assert "hopping" not in page.text


def test_an_answer_within_seconds_of_the_message_counts_for_nothing_and_somebody_rings(service: Service) -> None:
    asked = ask(service, by_itself=True)
    for _ in range(2):  # while the server looks through it
        page = asked.post(answer="yes", **ONE_TICK)
        assert "not counted your answer yet" in page.text
    went_out(asked)
    service.clock.pass_by(seconds=9)
    assert "not counted" in asked.post(answer="no", why="far").text
    assert "not counted" in asked.post(answer="rest", **ONE_TICK).text
    assert asked.status == MatchStatus.OFFERED
    assert len(asked.calls()) == 1
    service.clock.pass_by(seconds=2)
    assert heading(asked.post(answer="yes", **ONE_TICK).text) == "Thank you. You said yes"
    assert asked.status == MatchStatus.ACCEPTED
    assert asked.calls() == []


def test_answers_to_two_offers_within_seconds_are_not_both_believed(service: Service) -> None:
    first = ask(service)
    second = ask(service, volunteer=first.volunteer)
    other = ask(service)
    first.post(answer="yes", **ONE_TICK)
    assert "not counted" in second.post(answer="yes", **ONE_TICK).text
    assert second.status == MatchStatus.OFFERED
    assert len(second.calls()) == 1
    # Somebody else may answer at the same moment.
    assert heading(other.post(answer="yes", **ONE_TICK).text) == "Thank you. You said yes"
    service.clock.pass_by(seconds=6)
    second.post(answer="yes", **ONE_TICK)
    assert second.status == MatchStatus.ACCEPTED
