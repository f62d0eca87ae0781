"""Training on demand: questions marked without a script, who passed is written down, and a code anybody can check."""

import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import httpx
import pytest

from community.casework import training
from community.forms.training_modules import MAY_BE_WRONG, TrainingModule, training_modules
from community.tables.row_types import BookingRow
from tests.intake.answering import office_of
from tests.intake.conftest import Serve, Service
from tests.intake.walking import OURS, heading, visit

MODULES = training_modules()
WELCOME = MODULES["welcome"]
PAGE, CHECK = "/training/welcome/", "/training/check/"


@pytest.fixture
def service(serve: Serve, built_site: Path) -> Service:
    return serve(built=built_site)


def answers(module: TrainingModule, wrong: int = 0) -> dict[str, str]:
    """Answers of which the first so many are wrong."""
    asked = enumerate(module.questions, 1)
    return {
        module.field(number): question.right
        if number > wrong
        else next(code for code in question.options if code != question.right)
        for number, question in asked
    }


def send(service: Service, page: str = PAGE, **told: str) -> httpx.Response:
    return visit("POST", service.url + page, data=told, headers=OURS)


def code_of(page: str) -> str:
    found = re.search(r'class="cc-reference">([^<]+)<', page)
    assert found, page
    return unescape(found[1])


def test_each_module_has_a_page_whose_questions_are_marked_there(service: Service) -> None:
    for name, module in MODULES.items():
        page = f"/training/{name.replace('_', '-')}/"
        drawn = visit("GET", service.url + page).text
        assert all(question.ask in unescape(drawn) for question in module.questions), name
        assert "checked" not in drawn.partition("cc-form")[2].partition("</form>")[0]
        assert heading(send(service, page, **answers(module)).text) == f"You passed: {module.name}"


def test_a_question_without_an_answer_is_named_and_the_others_are_kept(service: Service) -> None:
    told = answers(WELCOME)
    del told["q2"]
    page = send(service, **told, name="Bea <b>Canary</b>")
    assert page.status_code == 422
    assert "<title>Error: " in page.text
    assert page.text.count('href="#q') == 1
    assert 'href="#q2"' in page.text
    assert page.text.count(" checked") == len(WELCOME.questions) - 1
    assert "Bea &lt;b&gt;Canary&lt;/b&gt;" in page.text
    assert not service.book.rows("bookings")


def test_whoever_is_wrong_too_often_reads_why_and_tries_again_and_nothing_is_written(service: Service) -> None:
    page = send(service, **answers(WELCOME, MAY_BE_WRONG + 1), name="Bea Canary")
    assert page.status_code == 200
    assert f"{len(WELCOME.questions) - 2} of {len(WELCOME.questions)} right" in page.text
    assert WELCOME.questions[0].why in unescape(page.text)
    assert "Mark my answers" in page.text
    assert "Certificate</h2>" not in page.text
    assert not service.book.rows("bookings")
    nearly = send(service, **answers(WELCOME, MAY_BE_WRONG))
    assert heading(nearly.text).startswith("You passed")
    assert WELCOME.questions[0].why in unescape(nearly.text)
    assert "Certificate</h2>" not in nearly.text, "nobody gave a name"
    assert not service.book.rows("bookings")


def test_whoever_gives_a_name_is_written_down_once_and_a_known_reference_says_nothing_more(service: Service) -> None:
    office = office_of(service)
    bea = office.make_volunteer(name="Bea Canary")
    pages = [
        send(service, **answers(WELCOME, 1), name="bea  CANARY", reference=reference, key=f"KEY{number}")
        for number, reference in enumerate((bea, "V-0000-0000-0", "nonsense", ""))
        for _ in range(2)
    ]
    shown = {re.sub(r"\s+", " ", page.text.partition("<main")[2].partition("</main>")[0]) for page in pages}
    assert len(shown) == 1, "the page is the same whether or not somebody is known"
    rows = service.book.rows(BookingRow)
    assert len(rows) == 4
    assert {(row.status, row.result, row.passed_on) for row in rows} == {("passed", 80, "2026-11-23")}
    assert [row.volunteer_id for row in rows].count(bea) == 1
    send(service, **answers(WELCOME), name="Somebody Else", reference=bea, key="OTHER")
    (other,) = service.book.rows(BookingRow, lambda c: [c.name == "Somebody Else"])
    assert other.volunteer_id is None, "a reference alone is nobody’s proof"
    (session,) = service.book.rows("sessions")
    assert (session["id"], session["name"]) == (training.module_id("welcome"), WELCOME.name)
    assert training.open_sessions(office.director) == [], "a module is not a session to be booked"


def test_a_code_says_module_and_day_to_whoever_has_the_name_and_nothing_to_others(service: Service) -> None:
    page = send(service, **answers(WELCOME), name="Bea Canary").text
    code = code_of(page)
    assert "Bea Canary" in page
    assert "What the hub does" not in page, "what is printed is the certificate, not all that there was to read"
    assert "anary" not in code
    service.clock.now += timedelta(days=400)
    for typed, name in ((code, "Bea Canary"), (code.lower().replace("-", " "), "  bea CANARY ")):
        said = send(service, CHECK, code=typed, name=name).text
        assert "Yes, this is one of ours" in said
        assert "Welcome and induction” on 23 November 2026" in said
    wrong = "7" if code[-1] != "7" else "8"
    for typed, name in ((code, "Bob Canary"), (code[:-1] + wrong, "Bea Canary"), ("WE-000-00000-00000", "Bea Canary")):
        said = send(service, CHECK, code=typed, name=name).text
        assert "don’t belong together" in said
        assert "2026" not in said.partition("<main")[2].partition("cc-form")[0]
    for told in ({"code": code}, {"name": "Bea Canary"}):
        assert send(service, CHECK, **told).status_code == 422


def test_a_code_of_one_module_is_none_of_another(service: Service) -> None:
    code = code_of(send(service, **answers(WELCOME), name="Bea Canary").text)
    assert "don’t belong together" in send(service, CHECK, code="SA" + code[2:], name="Bea Canary").text


def test_nothing_is_taken_from_another_site(service: Service) -> None:
    there = {"sec-fetch-site": "cross-site"}
    page = visit("POST", service.url + PAGE, data=answers(WELCOME) | {"name": "Bea"}, headers=there)
    assert page.status_code == 403
    assert not service.book.rows("bookings")


def test_looking_writes_nothing_and_no_page_is_kept(service: Service) -> None:
    page = visit("GET", f"{service.url}{PAGE}?q1=hub&name=Bea")
    assert page.headers["cache-control"] == "no-store"
    assert "Bea" not in page.text
    assert not service.book.rows("bookings")
