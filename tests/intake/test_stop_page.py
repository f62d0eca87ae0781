"""The STOP link: one button for people, one press for mail programs, and no account for either."""

from datetime import timedelta

import httpx
import pytest

from community.book import Change
from community.links import link_keys, path, sign
from community.tables.canonical import LONDON
from community.tables.link_purposes import Purpose
from community.tables.row_types import MessageRow, VolunteerRow
from community.tables.statuses import MessageStatus
from community.tables.verbs import Verb
from community.wording import weekday_words
from tests.book.test_erasing import erase_whom
from tests.browser.support import DESK, PHONE, OpenPage, assert_axe_clean_light_and_dark, assert_no_sideways_scroll
from tests.intake.answering import PUBLIC, SECRETS, Asked, ask
from tests.intake.conftest import Serve, Service
from tests.intake.walking import visit
from tests.site.test_large_letters import WRONG

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def service(serve: Serve) -> Service:
    return serve(environ=PUBLIC)


def stop_link(asked: Asked) -> str:
    until = asked.service.clock.now + timedelta(days=700)
    return asked.service.url + path(
        Purpose.STOP, sign(link_keys(asked.service.settings), Purpose.STOP, asked.message, until)
    )


def stopped(asked: Asked) -> str | None:
    row = asked.service.book.get(VolunteerRow, asked.volunteer)
    assert row is not None
    return row.stopped


def test_looking_stops_nothing_and_the_button_does(service: Service) -> None:
    asked = ask(service)
    row = service.book.get(MessageRow, asked.message)
    assert row is not None
    sent = Change("messages", asked.message, "status", row.status, MessageStatus.SENT)
    service.book.act(Verb.CORRECT, by="test", changes=[sent])
    link = stop_link(asked)
    for method in ("GET", "HEAD", "GET"):
        page = visit(method, link)
        assert page.status_code == 200
    assert "Send me no more emails" in page.text
    assert not any(secret in page.text for secret in SECRETS)
    assert stopped(asked) is None
    assert visit("POST", link, data={"other": "x"}).status_code == 200
    assert stopped(asked) is None
    for _ in range(2):
        page = visit("POST", link, data={"stop": "yes"})
        assert "We send you no more emails" in page.text
    assert stopped(asked) == "email"
    assert page.headers["referrer-policy"] == "no-referrer"
    # The answer to what was asked already is still taken.
    assert asked.get().status_code == 200


def test_the_page_of_another_link_leads_on_to_it_without_naming_a_link(service: Service) -> None:
    asked = ask(service)
    page = asked.get()
    assert '<a href="?to=stop">Stop or pause our messages to you</a>' in page.text
    link = f"{asked.url}?to=stop"
    page = visit("GET", link)
    assert "Send me no more emails" in page.text
    assert "messages to you" not in page.text
    assert stopped(asked) is None
    for _ in range(2):
        page = visit("POST", link, data={"stop": "yes"})
        assert "We send you no more emails" in page.text
    assert stopped(asked) == "email"
    assert visit("GET", f"{asked.url[:-3]}abc?to=stop").status_code == 404


def test_a_volunteer_is_asked_nothing_before_the_day_that_they_choose(service: Service) -> None:
    asked, other = ask(service), ask(service)
    today = service.clock.now.astimezone(LONDON).date()
    for link in (f"{asked.url}?to=stop", stop_link(asked)):
        for typed in ("", "soon", today.isoformat(), (today + timedelta(days=400)).isoformat()):
            page = visit("POST", link, data={"answer": "not-now", "until": typed})
            assert (page.status_code, "Error" in page.text) == (422, True), typed
    assert asked.office.row("volunteers", asked.volunteer)["hold_until"] is None
    day = today + timedelta(days=20)
    page = visit("POST", f"{asked.url}?to=stop", data={"answer": "not-now", "until": day.strftime("%d/%m/%Y")})
    assert f"We ask you nothing before {weekday_words(day)}" in page.text
    assert asked.office.row("volunteers", asked.volunteer)["hold_until"][:10] == day.isoformat()
    assert (asked.status, other.status) == ("declined", "offered"), "their own question is answered with no"
    assert stopped(asked) is None
    earlier = today + timedelta(days=5)
    page = visit("POST", f"{asked.url}?to=stop", data={"answer": "not-now", "until": earlier.isoformat()})
    assert f"before {weekday_words(day)}" in page.text, "the later day stays"


@pytest.mark.parametrize("encoding", ["plain", "in parts"])
def test_a_mail_program_stops_them_with_one_post_that_leads_nowhere(service: Service, encoding: str) -> None:
    asked = ask(service)
    sent = {"data": ONE_CLICK} if encoding == "plain" else {"files": {name: (None, v) for name, v in ONE_CLICK.items()}}
    with httpx.Client(trust_env=False, timeout=600) as client:
        answer = client.post(stop_link(asked), **sent)  # type: ignore[arg-type]
    assert answer.status_code == 200
    assert stopped(asked) == "email"


def test_a_link_that_stops_nothing_is_the_page_of_every_link_that_does_not_open(service: Service) -> None:
    asked, gone = ask(service), ask(service)
    erase_whom(service.book, gone.volunteer)
    closed = visit("GET", asked.url[:-1])
    for link in (stop_link(gone), stop_link(asked)[:-1], f"{service.url}/stop/{asked.token}"):
        for page in (visit("GET", link), visit("POST", link, data=ONE_CLICK)):
            assert (page.status_code, page.content) == (404, closed.content)
    assert stopped(asked) is None
    # The other way round it opens nothing either.
    assert visit("GET", stop_link(asked).replace("/stop/", "/offer/")).status_code == 404


def test_parts_are_read_for_one_click_only_and_no_further_than_that_needs(service: Service) -> None:
    asked = ask(service)
    parts = {"files": {"answer": (None, "yes"), "sure": (None, "yes")}}
    assert visit("POST", asked.url, **parts).status_code == 415
    assert visit("POST", stop_link(asked), files={"x": (None, "y" * 5_000)}).status_code == 413
    assert visit("POST", stop_link(asked), content=b"\x00", headers={"content-type": "multipart/form-data"}).is_success
    for told in ("multipart/form-data; b*", "multipart/form-data;;;; b*"):
        assert visit("POST", stop_link(asked), content=b"x", headers={"content-type": told}).status_code == 415
    assert stopped(asked) is None


@pytest.mark.browser
def test_by_thumb_without_a_script_in_the_look_of_the_site(
    serve: Serve, built_site: object, open_page: OpenPage
) -> None:
    asked = ask(serve(built=built_site, environ=PUBLIC))
    page = open_page(stop_link(asked), javascript=False)
    page.get_by_role("button", name="Send me no more emails").click()
    page.wait_for_load_state("load")
    assert page.locator("h1").inner_text() == "No more emails"
    assert stopped(asked) == "email"
    other = ask(asked.service)
    page = open_page(stop_link(other), javascript=False)
    page.get_by_role("button", name="Pause until then").click()
    page.wait_for_load_state("load")
    assert "Write the day as" in page.locator("main").inner_text()
    page = open_page(stop_link(other), bypass_csp=True)
    for viewport in (DESK, PHONE):
        page.set_viewport_size(viewport)
        assert_axe_clean_light_and_dark(page, colours_of="main")
        assert_no_sideways_scroll(page)
    page.add_style_tag(content="html { font-size: 200% !important; }")
    assert page.evaluate(WRONG) == []
