"""The page after sending can be reloaded, kept and passed on, and reveals nothing about a person."""

import base64
import re
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx
import pytest

from tests.forms.answers import HELP, ORGANISATION, VOLUNTEER
from tests.intake.conftest import Serve, Service
from tests.intake.walking import OURS, Walker, reference, visit

FORMS = [("/get-help/ask/", HELP), ("/volunteer/join/", VOLUNTEER), ("/charter/sign/", ORGANISATION)]
PHONE = "0300 247 0050"


def post(walker: Walker, button: str) -> httpx.Response:
    """What the service answers, before anybody follows where it leads."""
    return httpx.post(walker.url, data=walker.filled(button), headers=OURS, trust_env=False, timeout=600)


def sent(service: Service, address: str = "/get-help/ask/", answers: dict[str, list[str]] | None = None) -> str:
    """Fill in and send a form; where its last page is."""
    walker = Walker(service.url + address, answers or HELP)
    service.clock.pass_by(minutes=3)
    answer = post(walker.to_check(), "send")
    assert answer.status_code == 303
    assert answer.headers["cache-control"] == "no-store"
    return urljoin(walker.url, answer.headers["location"])


@pytest.mark.parametrize(("address", "answers"), FORMS)
def test_sending_leads_to_a_page_that_shows_the_same_however_often_it_is_loaded(
    service: Service, address: str, answers: dict[str, list[str]]
) -> None:
    where = sent(service, address, answers)
    first = visit("GET", where)
    service.clock.pass_by(days=2)
    assert visit("GET", where).text == first.text
    assert "by Tuesday 24 November, 5 pm" in first.text
    assert urlsplit(where).path == address, "its address is the form's, so that what it loads is where it always is"
    table = {"/get-help/ask/": "help_requests", "/volunteer/join/": "volunteers"}.get(address, "organisations")
    assert service.book.count(table) == 1
    assert service.book.get(table, reference(first.text)) is not None


@pytest.mark.parametrize(("address", "answers"), FORMS)
def test_neither_the_last_page_nor_its_address_holds_anything_personal(
    service: Service, address: str, answers: dict[str, list[str]]
) -> None:
    canary = {
        name: [f"Zwitscher {each}" for each in told]
        for name, told in answers.items()
        if name in ("name", "details", "address", "email", "telephone", "contact_name", "what_we_do", "tasks.other")
    }
    where = sent(service, address, answers | canary | {"languages.other": ["Zwitscher"]})
    [sealed] = parse_qs(urlsplit(where).query)["sent"]
    shown = visit("GET", where)
    opened = base64.urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4))
    for told in (shown.text, where, opened.decode("latin-1")):
        assert not any(each in told for each in ("Zwitscher", "Invented", "496 0001", "BA1 1AA"))
    assert reference(shown.text) not in where, "not even the reference can be read in the address"
    assert shown.headers["cache-control"] == "no-store"


def test_words_that_hang_on_the_answers_are_still_there_after_a_reload(service: Service) -> None:
    where = sent(service, answers=HELP | {"urgency": ["today"], "reach_by": ["email"]})
    page = visit("GET", where).text
    assert "We will email you by Monday 23 November" in page, "today, as they asked, and not the day after"


def test_after_a_week_it_is_shown_no_more_and_says_whom_to_ring(service: Service) -> None:
    where = sent(service)
    service.clock.pass_by(days=8)
    page = visit("GET", where)
    assert page.status_code == 410
    assert "This page is no longer shown" in page.text
    assert PHONE in page.text
    assert "cc-reference" not in page.text


def test_a_forged_address_or_one_of_another_form_or_key_shows_no_reference(serve: Serve) -> None:
    service, other = serve(environ={"SECRET_KEY": "one" * 12}), serve(environ={"SECRET_KEY": "another" * 5})
    where = sent(service)
    forged = [where[:-3], where.replace("sent=", "sent=A"), f"{service.url}/get-help/ask/?sent=%F0%9F%92%A9"]
    forged += [where.replace("/get-help/ask/", "/volunteer/join/"), where.replace(service.url, other.url)]
    for each in forged:
        page = visit("GET", each)
        assert (page.status_code, "cc-reference" in page.text) == (410, False), each


def test_pressing_send_again_from_the_page_before_leads_to_the_same_reference(service: Service) -> None:
    walker = Walker(f"{service.url}/get-help/ask/", HELP).to_check()
    service.clock.pass_by(minutes=3)
    first, again = post(walker, "send"), post(walker, "send")
    pages = [visit("GET", urljoin(walker.url, each.headers["location"])).text for each in (first, again)]
    assert pages[0] == pages[1]
    assert service.book.count("help_requests") == 1


def test_above_each_part_stands_the_way_to_the_part_before_and_above_the_first_the_way_to_the_page(
    serve: Serve, built_site: Path
) -> None:
    walker = Walker(f"{serve(built=built_site).url}/get-help/ask/", HELP)

    def above() -> str:
        head = walker.page.text.split("<main", 1)[1].split("<h1", 1)[0]
        return re.sub(r"\s+", " ", re.sub(r"<button[^>]*aria-hidden.*?</button>", "", head)).strip()

    assert re.search(r'<a href="\.\./">.*Get help</a>', above())
    walker.press("continue")
    assert "<a " not in above()
    assert re.search(r'<button class="cc-back" type="submit" form="answers" name="to" value="back">', above())
    walker.press("back")
    assert "Bread &amp; milk for two." in walker.page.text
    assert re.search(r'value="phone_call" checked', walker.page.text)
    assert "<a " in above()
    walker.to_check()
    assert 'value="back">Previous part</button>' in above()
    walker.send()
    assert re.search(r'<a href="\.\./">.*Get help</a>', above()), "there is nothing left to lose"
