"""Name and address are shown only in the browser in which somebody proved who they are, and only for a while."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import sqlalchemy as sa
import structlog
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import community.casework as cw
from community.book.read_log import reads_of_records
from community.tables.vocabulary import ReachBy
from tests.intake.answering import PUBLIC
from tests.intake.conftest import Serve, Service
from tests.intake.visiting import (
    ADDRESS,
    HOME,
    NUMBER,
    PLAIN,
    POSTCODE,
    SECRETS,
    TELEPHONE,
    Visiting,
    on_the_way,
    token_of,
)
from tests.intake.walking import heading, visit

SHOWN = ("Rita Resident", TELEPHONE, f"{ADDRESS}, {HOME}", "The key under the pot")


@pytest.fixture
def service(serve: Serve) -> Service:
    return serve(environ=PLAIN)


def gives_away(words: str) -> list[str]:
    return [secret for secret in SECRETS if secret in words]


def reads(one: Visiting) -> list[str]:
    with one.service.book.reading() as reader:
        return [str(row.what) for row in reads_of_records(reader.connection, [one.match])]


def test_a_right_proof_leads_on_to_name_and_address_and_the_read_is_written_down(service: Service) -> None:
    one = on_the_way(service)
    asks = one.get()
    assert "your postcode, or the last four digits" in asks.text.lower()
    assert "set-cookie" not in asks.headers
    answer = one.post(answer="prove", proof="ba15aw")
    assert (answer.status_code, answer.content) == (303, b"")
    assert gives_away(str(answer.headers)) == []
    assert reads(one) == []
    page = one.get()
    assert [words for words in SHOWN if words not in page.text] == []
    assert f'href="tel:{TELEPHONE.replace(" ", "")}"' in page.text
    assert (page.headers["cache-control"], page.headers["referrer-policy"]) == ("no-store", "no-referrer")
    assert "noindex" in page.headers["x-robots-tag"]
    one.get()
    assert reads(one) == ["details", "details"]
    # A HEAD and the second pages show nothing, so nothing is read.
    assert gives_away("".join(one.get(to).text for to in ("given", "nobody", "off"))) == []
    with_cookie = visit("HEAD", one.url, headers={"cookie": f"proved={one.cookies['proved']}"})
    assert (with_cookie.status_code, reads(one)) == (200, ["details", "details"])


def test_the_cookie_is_for_this_link_and_browser_and_says_nothing(serve: Serve) -> None:
    for environ, secure in ((PLAIN, False), (PUBLIC, True), ({"PUBLIC_URL": "https://town.example.org/help"}, True)):
        one = on_the_way(serve(environ=environ))
        (told,) = one.post(answer="prove", proof=POSTCODE).headers.get_list("set-cookie")
        value, *attributes = told.split("; ")
        folder = "/help" if environ["PUBLIC_URL"].endswith("/help") else ""
        wanted = {"HttpOnly", "SameSite=strict", "Max-Age=1800", f"Path={folder}/visit/{one.token}"}
        assert set(attributes) == wanted | ({"Secure"} if secure else set())
        assert not any(each in value for each in (one.message, one.match, one.volunteer, one.token, *SECRETS))


def test_a_link_that_was_passed_on_shows_nobody(service: Service) -> None:
    one = on_the_way(service)
    one.prove()
    friend = one.elsewhere()
    for to in ("", "given", "nobody", "off", "thanks"):
        assert gives_away(friend.get(to).text) == []
    assert "Show name and address" in friend.get().text
    assert "Rita" in one.get().text


def test_only_our_own_cookie_of_this_link_opens_it_and_only_for_half_an_hour(service: Service) -> None:
    one, other = on_the_way(service), on_the_way(service)
    one.prove()
    other.prove()
    real, of_another = one.cookies["proved"], other.cookies["proved"]
    until, seal = real.split(".")
    last = "a" if seal[-5] != "a" else "b"
    forged = (
        of_another,
        f"{int(until) + 60}.{seal}",
        f"{until}.{seal[:-5]}{last}{seal[-4:]}",
        until,
        seal,
        "",
        "ä.b",
        ".",
    )
    for value in forged:
        page = visit("GET", one.url, headers={"cookie": f"proved={value}".encode()})
        assert gives_away(page.text) == [], value
    assert "Rita" in visit("GET", one.url, headers={"cookie": f"proved={real}"}).text
    service.clock.pass_by(minutes=30)
    assert gives_away(visit("GET", one.url, headers={"cookie": f"proved={real}"}).text) == []
    assert "Show name and address" in one.get().text


def spelled(postcode: str) -> st.SearchStrategy[str]:
    """The postcode as people type it: small or large letters, blanks anywhere around and between."""
    letters = [st.sampled_from([sign.lower(), sign.upper()]) for sign in postcode.replace(" ", "")]
    gap = st.sampled_from(["", " ", "  "])
    return st.builds(
        lambda signs, between, around: around + "".join(signs[:-3]) + between + "".join(signs[-3:]) + around,
        st.tuples(*letters), gap, gap,
    )  # fmt: skip


def last_digits(number: str) -> st.SearchStrategy[str]:
    """At least the last four digits, with blanks or signs between them."""
    digits = number.replace(" ", "")
    return st.builds(
        lambda many, between: between.join(digits[-many:]), st.integers(4, len(digits)), st.sampled_from(["", " ", "-"])
    )


EASY = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_however_they_spell_it_the_right_proof_is_taken_and_those_of_others_are_not(service: Service) -> None:
    one, other = on_the_way(service), on_the_way(service)

    @EASY
    @given(st.one_of(spelled(POSTCODE), last_digits(NUMBER)))
    def is_taken(said: str) -> None:
        assert one.elsewhere().post(answer="prove", proof=said).status_code == 303

    @EASY
    @given(st.one_of(spelled(HOME), last_digits(TELEPHONE), st.text(max_size=8)))
    def is_not_taken(said: str) -> None:
        answer = other.elsewhere().post(answer="prove", proof=said)
        assert "set-cookie" not in answer.headers
        assert answer.status_code in (303, 422)

    is_taken()
    is_not_taken()
    with service.book.reading() as reader:
        (proved,) = reader.connection.execute(
            sa.text("SELECT count(*) FROM matches_now WHERE proved_at IS NOT NULL")
        ).one()
    assert proved == 1


def test_wrong_proofs_say_the_same_whatever_was_wrong_and_five_close_the_page_for_a_day(service: Service) -> None:
    one = on_the_way(service)
    said = ("9999", "BA9 9ZZ", "0777", "960 777", HOME)
    pages = [one.post(answer="prove", proof=each) for each in said]
    assert [page.status_code for page in pages] == [422] * 4 + [303]
    assert len({page.text.replace(each, "…") for page, each in zip(pages[:4], said[:4], strict=True)}) == 1
    for page in (one.get(), one.prove(POSTCODE), one.prove("1234")):
        assert heading(page.text) == "Please ring us"
        assert gives_away(page.text) == []
    assert ["could not prove" in line for line in one.lines()] == [True]
    service.clock.pass_by(days=1)
    assert "Rita" in one.prove().text


def test_ten_guesses_at_one_moment_are_ten_guesses(service: Service) -> None:
    one = on_the_way(service)
    guesses = [f"{number:04}" for number in range(119, 128)] + ["0123"]
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda said: one.elsewhere().post(answer="prove", proof=said), guesses))
    assert gives_away("".join(answer.text for answer in answers).replace("0123", "")) == []
    assert reads(one).count("wrong_proof") == 5
    assert ["could not prove" in line for line in one.lines()] == [True]
    assert heading(one.get().text) == "Please ring us"


def test_a_program_that_fills_in_nothing_or_any_word_locks_nobody_out(service: Service) -> None:
    one = on_the_way(service)
    for said in ("", "test", " ", "John Smith", "a@b.example", "123"):
        for _ in range(2):
            assert one.post(answer="prove", proof=said).status_code == 422
    assert one.post(answer="prove").status_code == 422
    assert reads(one) == []
    assert "Rita" in one.prove().text


def test_an_open_page_shows_nothing_more_once_the_help_has_ended_or_the_proof_was_taken_back(service: Service) -> None:
    one, ended = on_the_way(service), on_the_way(service)
    for each in (one, ended):
        assert "Rita" in each.prove().text
    proof = next(e.action for e in cw.history(one.office.director, one.match) if e.verb == "prove_who")
    cw.undo(one.office.director, proof)
    link = one.office.row("messages", one.message)
    assert (link["status"], bool(link["sent_at"])) == ("withdrawn", True), "that they had it stays, and it is closed"
    for page in (one.get(), one.prove(), one.elsewhere().prove()):
        assert gives_away(page.text) == []
    anew = cw.tell_volunteer(one.office.director, one.match, ReachBy.EMAIL, seen="active").ids[0]
    assert "Rita" in replace(one.elsewhere(), message=anew, token=token_of(service, anew)).prove().text
    cw.cancel(ended.office.director, ended.match, seen="active")
    page = ended.get()
    assert (heading(page.text), gives_away(page.text)) == ("Thank you", [])
    for to in ("given", "off"):
        assert heading(ended.get(to).text) == "Thank you"
    assert heading(ended.prove().text) == "Thank you"


def test_what_now_forbids_it_is_explained_by_a_person(service: Service) -> None:
    one = on_the_way(service)
    one.office.set(one.office.row("volunteers", one.volunteer), "tasks", "shopping")
    page = one.prove()
    assert "Please ring us about this" in page.text
    assert gives_away(page.text) == []
    assert "shopping" not in page.text.lower()


def test_nothing_of_the_two_stands_in_a_log_an_address_or_a_job(service: Service) -> None:
    one = on_the_way(service, by_itself=True)
    with structlog.testing.capture_logs() as logged:
        one.prove("9999")
        page = one.prove(NUMBER)
        assert "Rita" in page.text
        service.clock.pass_by(minutes=1)
        one.send(answer="given", on="2026-11-23", worried="yes", sure="yes")
    assert {line["event"] for line in logged} >= {"visit_proof", "details_shown", "visit_reported"}
    assert [each for each in (*SECRETS, one.token, "9999") if each in str(logged)] == []
    assert gives_away(str(page.url)) == []
    with service.book.reading() as reader:
        jobs = reader.connection.execute(sa.text("SELECT * FROM jobs")).all()
    assert jobs
    assert gives_away(str(jobs)) == []
