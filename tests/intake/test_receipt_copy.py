"""A copy of the receipt: once, to whoever has just sent a form, at the address that they gave in it."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import httpx
import pytest

import community.casework as cw
from community.book import BookUnavailable
from community.tables.row_types import MessageRow
from tests.checkout import ROOT
from tests.forms.answers import HELP, ORGANISATION, VOLUNTEER
from tests.intake.answering import office_of
from tests.intake.conftest import Serve, Service
from tests.intake.walking import OURS, Walker, reference, visit

BOTH = """
[messages]
email = true
sender_address = "help@town.example.org"
email_server = "localhost"
text = true
[messages.text_service]
url = "http://127.0.0.1:9/"
"""
MOBILE = {"telephone": ["07700 900777"]}
FOR_ANOTHER = {
    "for_whom": ["somebody_else"],
    "they_agree": ["yes"],
    "referrer_name": ["Rufus Referrer"],
    "referrer_telephone": ["07700 900888"],
    "referrer_email": ["rufus@example.org"],
}
Started = Callable[..., Service]


@pytest.fixture
def start(serve: Serve, tmp_path: Path) -> Started:
    """A service whose settings end with these lines."""

    def start(lines: str = BOTH, **more: str) -> Service:
        file = tmp_path / "own.toml"
        file.write_text((ROOT / "community.toml").read_text("utf-8") + lines, "utf-8")
        secrets = {"EMAIL_USER": "town", "EMAIL_PASSWORD": "invented", "TEXT_KEY": "k" * 20}
        return serve(environ={"COMMUNITY_TOML": str(file)} | secrets | more)

    return start


def last_page(
    service: Service, answers: dict[str, list[str]] | None = None, address: str = "/get-help/ask/", minutes: int = 3
) -> tuple[str, str]:
    """Where the last page of a form is that was sent so, and the page."""
    walker = Walker(service.url + address, answers or HELP | MOBILE)
    service.clock.pass_by(minutes=minutes)
    walker.to_check()
    answer = httpx.post(walker.url, data=walker.filled("send"), headers=OURS, trust_env=False, timeout=600)
    where = urljoin(walker.url, answer.headers["location"])
    return where, visit("GET", where).text


def buttons(page: str) -> list[str]:
    return re.findall(r'name="copy" value="(\w+)"', page)


def press(where: str, way: str, headers: dict[str, str] = OURS) -> httpx.Response:
    return visit("POST", where, data={"copy": way}, headers=headers)


def copies(service: Service) -> list[MessageRow]:
    return service.book.rows(MessageRow)


def goes_to(service: Service) -> list[str | None]:
    with service.book.reading() as reader:
        return [cw.receipt_goes_to(reader, each) for each in copies(service)]


@pytest.mark.parametrize(
    ("address", "answers"), [("/get-help/ask/", HELP | MOBILE), ("/volunteer/join/", VOLUNTEER | MOBILE)]
)
@pytest.mark.parametrize(("way", "said"), [("email", "email address"), ("text", "mobile number")])
def test_one_press_sends_one_copy_and_the_page_stays_what_it_was(
    start: Started, address: str, answers: dict[str, list[str]], way: str, said: str
) -> None:
    service = start()
    where, page = last_page(service, answers, address)
    assert buttons(page) == ["email", "text"]
    for _ in range(2):
        pressed = press(where, way)
        assert pressed.status_code == 200
        assert f"If we can, we send a copy to the {said} that you gave us." in pressed.text
    press(where, "text" if way == "email" else "email")
    again = visit("GET", where)
    assert buttons(again.text) == []
    assert reference(again.text) == reference(page)
    (copy,) = copies(service)
    assert (copy.kind, copy.way, copy.status) == ("receipt", way, "queued")
    assert copy.about == copy.to_whom == reference(page)
    assert goes_to(service) == ["+447700900777" if way == "text" else answers["email"][0]]


def test_no_page_shows_where_it_goes(start: Started) -> None:
    where, page = last_page(start())
    for told in (page, press(where, "email").text):
        assert not [each for each in ("ada@", "900777", "Ada") if each in told]


def test_who_asks_for_another_gets_it_themselves(start: Started) -> None:
    service = start()
    where, page = last_page(service, HELP | MOBILE | FOR_ANOTHER)
    assert buttons(page) == ["email", "text"]
    press(where, "email")
    assert goes_to(service) == ["rufus@example.org"]
    where, page = last_page(service, HELP | MOBILE | FOR_ANOTHER | {"referrer_email": [], "referrer_telephone": []})
    assert buttons(page) == []
    press(where, "email")
    assert len(copies(service)) == 1, "never to the person whom they ask for"


@pytest.mark.parametrize(
    ("changed", "ways"),
    [
        ({}, ["email"]),
        ({"email": []}, []),
        ({"email": ["ask my son"], **MOBILE}, ["text"]),
        ({"email": ["ada@example"], "telephone": ["07700 9007"]}, []),
    ],
)
def test_only_what_surely_reaches_them_is_offered(
    start: Started, changed: dict[str, list[str]], ways: list[str]
) -> None:
    service = start()
    where, page = last_page(service, HELP | changed)
    assert buttons(page) == ways
    for way in {"email", "text", "letter", "telephone", "", "💩"} - set(ways):
        press(where, way)
    assert copies(service) == []


@pytest.mark.parametrize(("lines", "ways"), [("", []), (BOTH.replace("text = true", ""), ["email"])])
def test_only_what_is_switched_on_is_offered(start: Started, lines: str, ways: list[str]) -> None:
    service = start(lines)
    where, page = last_page(service)
    assert buttons(page) == ways
    press(where, "text")
    assert copies(service) == []


def test_other_forms_have_no_copy(start: Started) -> None:
    service = start()
    where, page = last_page(service, ORGANISATION | MOBILE | {"email": ["alan@example.org"]}, "/charter/sign/")
    assert buttons(page) == []
    press(where, "email")
    assert copies(service) == []


def test_what_a_program_may_have_sent_makes_us_write_to_nobody(start: Started) -> None:
    service = start()
    where, page = last_page(service, minutes=0)
    assert buttons(page) == []
    press(where, "email")
    assert copies(service) == []


def said_of_the_copy(page: str) -> str:
    return page.partition('<h2 id="copy">')[2].partition("</p>")[0]


def test_nobody_is_flooded_by_forms_in_their_name_and_no_page_tells_how_many_there_were(start: Started) -> None:
    service = start()
    pages = []
    for name in ("ada", "ada+1", "Ada+two", "ada+", "ada"):
        where, page = last_page(service, HELP | MOBILE | {"email": [f"{name}@example.org"]})
        assert buttons(page) == ["email", "text"]
        pages += [press(where, "email").text, visit("GET", where).text]
    assert len({said_of_the_copy(page) for page in pages}) == 1
    assert [copy.status for copy in copies(service)] == ["queued"] * 3 + ["withdrawn"] * 2
    press(where, "text")
    assert len(copies(service)) == 5, "it counts as asked for"
    service.clock.pass_by(hours=12)
    where, _ = last_page(service)
    assert "It leaves us on Tuesday 24 November, 8 am." in press(where, "email").text
    assert copies(service)[-1].status == "withdrawn"
    service.clock.pass_by(hours=12)
    assert "It leaves" not in visit("GET", where).text
    press(last_page(service)[0], "email")
    assert [copy.status for copy in copies(service)[-2:]] == ["withdrawn", "queued"]


@pytest.mark.parametrize(
    ("column", "value"),
    [("stopped", "email"), ("unreached", "email"), ("not_safe", "ring;email"), ("not_safe", "text"),
     ("safe_when", "Tuesdays;email")],
)  # fmt: skip
def test_a_form_of_anybody_makes_us_write_to_nobody_on_record_who_wants_it_not(
    start: Started, column: str, value: str
) -> None:
    way = value.rpartition(";")[2]
    service = start()
    office = office_of(service)
    need = office.make_need(name="Rita", telephone="01632 960001, 07700 900777")
    resident = office.row("residents", str(office.row("needs", need)["resident_id"]))
    volunteer = office.row("volunteers", office.make_volunteer(telephone="07700 900999", email="vera@example.org"))
    office.set(resident, "email", "ADA@example.org")
    for person in (resident, volunteer):
        office.set(office.row(person.table, person.id), column, value)
    hers = {"email": ["vera@example.org"], "telephone": ["07700 900999"]}
    theirs = {"email": ["bea@example.org"], "telephone": ["07700 900888"]}
    pages = []
    for answers in (MOBILE, hers, theirs):
        where, page = last_page(service, HELP | answers)
        assert buttons(page) == ["email", "text"]
        pages.append(said_of_the_copy(press(where, way).text))
    assert len(set(pages)) == 1
    assert [copy.status for copy in copies(service)] == ["withdrawn", "withdrawn", "queued"]
    other = "text" if way == "email" else "email"
    press(last_page(service)[0], other)
    assert copies(service)[-1].status == ("withdrawn" if column == "safe_when" else "queued"), "the other way is open"


def test_only_the_page_itself_may_ask(start: Started) -> None:
    service = start()
    where, _ = last_page(service)
    other = {"sec-fetch-site": "cross-site"}
    assert press(where, "email", other).status_code == 403
    for forged in (where[:-3], where.replace("sent=", "sent=A"), where.replace("get-help/ask", "volunteer/join")):
        assert press(forged, "email").status_code == 410
    service.clock.pass_by(days=8)
    assert press(where, "email").status_code == 410
    assert copies(service) == []


def test_a_press_does_not_let_the_page_be_shown_for_longer(start: Started) -> None:
    service = start()
    where, _ = last_page(service)
    service.clock.pass_by(days=5)
    led = httpx.post(where, data={"copy": "email"}, headers=OURS, trust_env=False, timeout=600).headers["location"]
    service.clock.pass_by(days=3)
    assert visit("GET", urljoin(where, led)).status_code == 410


def test_an_address_that_somebody_here_put_right_is_not_written_to(start: Started) -> None:
    service = start()
    where, page = last_page(service)
    office = cw.WorkContext(service.book, service.settings, cw.User("Dilys", "director"), None, service.clock)
    cw.correct(office, "help_requests", reference(page), "email", seen="ada@example.org", now="else@example.org")
    press(where, "email")
    assert goes_to(service) == ["ada@example.org"]


def test_who_was_answered_already_needs_no_copy(start: Started) -> None:
    service = start()
    where, page = last_page(service)
    office = cw.WorkContext(service.book, service.settings, cw.User("Dilys", "director"), None, service.clock)
    cw.no_answer(office, reference(page), seen="new")
    assert buttons(visit("GET", where).text) == []


def test_at_night_the_page_says_when_it_leaves(start: Started) -> None:
    service = start()
    service.clock.pass_by(hours=12)
    where, _ = last_page(service)
    assert "It leaves us on Tuesday 24 November, 8 am." in press(where, "email").text
    service.clock.pass_by(hours=12)
    assert "It leaves" not in visit("GET", where).text


def test_a_copy_that_did_not_arrive_is_not_said_to_be_on_its_way(start: Started) -> None:
    service = start()
    where, _ = last_page(service)
    press(where, "email")
    worker = cw.WorkContext(service.book, service.settings, cw.User("messages", "worker"), None, service.clock)
    (copy,) = copies(service)
    cw.begin_sending(worker, copy.id)
    cw.note_delivery(worker, copy.id, "by_hand", None)
    assert "We could not send a copy." in visit("GET", where).text
    assert copies(service)[0].status == "withdrawn", "it is nobody's to pass on"
    director = cw.WorkContext(service.book, service.settings, cw.User("Dilys", "director"), None, service.clock)
    assert not [line for line in cw.today(director, service.clock()) if "message" in line.title]


def test_the_receipt_is_shown_even_if_the_book_can_t_be_asked(start: Started, monkeypatch: pytest.MonkeyPatch) -> None:
    service = start()
    where, page = last_page(service)

    def shut(*_: object, **__: object) -> None:
        raise BookUnavailable("the disk is full")

    monkeypatch.setattr(service.book, "reading", shut)
    monkeypatch.setattr(service.book, "decide", shut)
    shown = visit("GET", where)
    assert reference(shown.text) == reference(page)
    assert buttons(shown.text) == []
    pressed = press(where, "email")
    assert pressed.status_code == 503
    assert "We have your form." in pressed.text
