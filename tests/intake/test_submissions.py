"""From a form to a row: once, whatever happens on the way."""

import re
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

import pytest

from community.book.erasure import erase
from community.book.record_types import Record
from community.tables.ids import check
from tests.forms.answers import HELP, ORGANISATION, SERVICE, VOLUNTEER
from tests.intake.conftest import ERASURE_KEY, Serve, Service
from tests.intake.walking import OURS, Walker, reference, visit

FORMS = [
    ("/get-help/ask/", "help_requests", HELP, "new"),
    ("/volunteer/join/", "volunteers", VOLUNTEER, "applied"),
    ("/charter/sign/", "organisations", ORGANISATION, "offered"),
    ("/directory/tell-us/", "services", SERVICE, "offered"),
]


def asking(service: Service, **answers: list[str]) -> Walker:
    walker = Walker(f"{service.url}/get-help/ask/", HELP | answers)
    service.clock.pass_by(minutes=3)
    return walker


@pytest.mark.parametrize(("address", "table", "answers", "status"), FORMS)
def test_everybody_who_sees_a_reference_is_in_the_book(
    service: Service, address: str, table: str, answers: dict[str, list[str]], status: str
) -> None:
    walker = Walker(service.url + address, answers)
    service.clock.pass_by(minutes=3)
    shown = walker.to_check().send()
    row = service.book.get(table, shown)
    assert row is not None
    assert check(shown) == shown
    assert (row["by"], row["status"], row["flags"]) == ("web", status, None)
    for column, told in answers.items():
        value = row[column]
        held = value if isinstance(value, str) else f"{value:g}"
        assert held == ("; ".join(sorted(told)) if len(told) > 1 else told[0])


def test_what_we_add_is_there_from_the_beginning(service: Service) -> None:
    row = service.book.get("help_requests", asking(service).to_check().send())
    assert row is not None
    assert (row["channel"], row["hub"] in service.settings.hubs) == ("web", True)
    walker = Walker(f"{service.url}/volunteer/join/", VOLUNTEER)
    service.clock.pass_by(minutes=3)
    volunteer = service.book.get("volunteers", walker.to_check().send())
    assert volunteer is not None
    assert (volunteer["hub"], volunteer["sector"]) == (row["hub"], "BA1 1")
    assert volunteer["easting"] > 0 < volunteer["northing"]
    walker = Walker(f"{service.url}/charter/sign/", ORGANISATION)
    organisation = service.book.get("organisations", walker.to_check().send())
    assert organisation is not None
    assert organisation["signed_on"] == "2026-11-23"


def test_the_last_page_says_how_and_until_when_we_answer(service: Service) -> None:
    walker = asking(service).to_check()
    walker.send()
    assert "We will ring you by Tuesday 24 November, 5 pm." in walker.page.text


def test_a_double_click_is_one_row(service: Service) -> None:
    walker = asking(service).to_check()
    body = walker.filled("send")
    with ThreadPoolExecutor(8) as many:
        pages = list(many.map(lambda _: visit("POST", walker.url, data=body, headers=OURS), range(16)))
    assert len({reference(page.text) for page in pages}) == 1
    assert service.book.count("help_requests") == 1


def test_a_retry_the_next_day_gets_the_same_reference_and_the_same_promise(service: Service) -> None:
    walker = asking(service).to_check()
    body = walker.filled("send")
    first = visit("POST", walker.url, data=body, headers=OURS).text
    service.clock.pass_by(days=1)
    again = visit("POST", walker.url, data=body, headers=OURS).text
    assert reference(again) == reference(first)
    assert "by Tuesday 24 November, 5 pm" in again
    assert service.book.count("help_requests") == 1


def test_an_answer_that_never_arrived_is_found_by_the_retry(service: Service) -> None:
    walker = asking(service).to_check()
    where, body = urlsplit(walker.url), walker.filled("send")
    lost = HTTPConnection(str(where.hostname), where.port, timeout=30)
    head = {"content-type": "application/x-www-form-urlencoded", **OURS}
    lost.request("POST", where.path, urlencode(body, doseq=True), head)
    lost.close()  # the signal is gone before the answer is read
    walker.send()
    assert service.book.count("help_requests") == 1


def test_a_person_who_goes_back_after_sending_and_changes_an_answer_loses_nothing(service: Service) -> None:
    walker = asking(service).to_check()
    check_page = walker.page
    first = walker.send()
    walker.page = check_page  # the browser's back button
    walker.press("help")
    walker.answers = HELP | {"details": ["And eggs, please."]}
    walker.to_check()
    changed_page = walker.page
    second = walker.send()
    assert second != first
    assert "You sent this form before" in walker.page.text
    before, after = service.book.get("help_requests", first), service.book.get("help_requests", second)
    assert before is not None
    assert after is not None
    assert (before["flags"], after["flags"], after["details"]) == (None, "possible_double", "And eggs, please.")
    walker.page = changed_page  # sent twice, this one too
    assert walker.send() == second
    assert service.book.count("help_requests") == 2


def test_what_was_erased_and_is_sent_again_from_an_old_page_can_be_asked_anew(service: Service) -> None:
    walker = asking(service).to_check()
    old = walker.page
    gone = walker.send()
    at = "2026-11-23T12:00:00.000Z"
    record = [Record("help_requests", gone)]
    service.book.write(lambda c: erase(c, record, by="jo", at=at, secret=ERASURE_KEY))
    walker.page = old
    page = walker.press("send")
    assert page.status_code == 409
    assert "erased from our records" in page.text
    assert service.settings.community.telephone in page.text
    assert "Bread &amp; milk for two." in page.text
    assert service.book.count("help_requests") == 0, "nothing comes back by itself"
    again = walker.send()
    assert again != gone
    row = service.book.get("help_requests", again)
    assert row is not None
    assert row["details"] == HELP["details"][0]


def test_two_people_who_say_the_same_are_two_rows(service: Service) -> None:
    assert asking(service).to_check().send() != asking(service).to_check().send()


def test_a_change_from_the_last_look_comes_straight_back_to_it(service: Service) -> None:
    walker = asking(service).to_check()
    walker.press("reach")
    assert 'value="Ada Invented"' in walker.page.text
    walker.press("continue", HELP | {"name": ["Ada B. Invented"]})
    assert "Check your answers" in walker.page.text
    row = service.book.get("help_requests", walker.send())
    assert row is not None
    assert row["name"] == "Ada B. Invented"


def test_going_back_keeps_what_was_just_typed(service: Service) -> None:
    walker = asking(service)
    walker.press("continue")
    walker.press("back", {"slots": ["fri_evening"]})
    assert "Bread &amp; milk for two." in walker.page.text
    walker.press("continue")
    assert re.search(r'value="fri_evening" checked', walker.page.text)


def test_errors_keep_every_answer_and_say_so_in_the_title(service: Service) -> None:
    walker = asking(service, tasks=[])
    walker.press("continue")
    assert walker.page.status_code == 422
    assert "<title>Error: " in walker.page.text
    assert "Tick what would help." in walker.page.text
    assert "Bread &amp; milk for two." in walker.page.text


def test_a_page_that_no_longer_applies_is_asked_no_more_and_stored_no_more(service: Service) -> None:
    walker = asking(service, for_whom=["somebody_else"], referrer_name=["Alan Invented"]).to_check()
    assert "Alan Invented" in walker.page.text
    walker.press("help")
    walker.answers = walker.answers | {"for_whom": ["myself"]}
    walker.to_check()
    assert "Alan Invented" not in re.sub(r'name="state" value="[^"]*"', "", walker.page.text)
    row = service.book.get("help_requests", walker.send())
    assert row is not None
    assert (row["for_whom"], row["referrer_name"]) == ("myself", None)


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        '=HYPERLINK("http://example.org")',
        "'; DROP TABLE help_requests; --",
        "Ελένη مريم 王小明 👩🏽‍🦽",
        "e\u0301" * 40,
        "Zalgo \u0336\u0336\u0336",
        "x" * 50_000,
        "長い" * 12_000,
    ],
    ids=range(8),
)
def test_hostile_foreign_and_very_long_answers_are_taken_as_they_are(service: Service, words: str) -> None:
    row = service.book.get("help_requests", asking(service, details=[words], name=[words]).to_check().send())
    assert row is not None
    assert row["details"] == row["name"] == words.replace("e\u0301", "é")


def test_no_answer_is_kept_between_us_or_left_in_an_address_and_the_last_page_nowhere(service: Service) -> None:
    walker = asking(service)
    pages = [walker.page]
    walker.to_check()
    pages.append(walker.page)
    walker.send()
    pages.append(walker.page)
    # Only the browser may keep the form's pages, to show them when somebody goes back.
    assert [page.headers["cache-control"] for page in pages] == ["private, no-cache", "private, no-cache", "no-store"]
    for page in pages:
        assert "set-cookie" not in page.headers
    assert [list(page.url.params) for page in pages] == [[], [], ["sent"]]


def test_the_key_outlives_a_restart(serve: Serve) -> None:
    first, second = serve(), serve()
    walker = asking(first).to_check()
    walker.url = walker.url.replace(first.url, second.url)
    assert second.book.get("help_requests", walker.send()) is not None


def test_a_page_signed_by_another_key_keeps_what_was_just_typed_and_begins_anew(serve: Serve) -> None:
    first, second = serve(), serve(environ={"SECRET_KEY": "another" * 5})
    walker = asking(first)
    walker.press("continue")
    walker.url = walker.url.replace(first.url, second.url)
    walker.press("continue", {"slots": ["sun_evening"], "urgency": ["today"]})
    assert "Please look at this page again" in walker.page.text
    assert re.search(r'value="sun_evening" checked', walker.page.text)
    walker.to_check().send()
    assert second.book.count("help_requests") == 1


def test_a_forged_state_writes_nothing(service: Service) -> None:
    walker = asking(service).to_check()
    body = walker.filled("send")
    state = body["state"][0]
    for forged in (state[:-2], state[::-1], "", "e30.x", state + "A", "."):
        page = visit("POST", walker.url, data=body | {"state": [forged]}, headers=OURS)
        assert "cc-reference" not in page.text
    assert service.book.count("help_requests") == 0
