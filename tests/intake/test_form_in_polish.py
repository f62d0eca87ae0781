"""Asking for help and joining in Polish, as a browser without scripts does: the same row, in other words."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from community.casework import ReceiptFacts
from community.messages.receipt_texts import receipt_words
from community.messages.short_texts import segments
from community.settings import load
from community.tables.row_types import HelpRequestRow, VolunteerRow
from community.tables.vocabulary import ReachBy
from community.wording import flag_name, language_of, written_in
from tests.checkout import ROOT
from tests.forms.answers import HELP, VOLUNTEER
from tests.intake.conftest import Serve, Service
from tests.intake.walking import OURS, Walker, visit

READ = '\n[languages.pl]\nread_by = "somebody who speaks it"\n'
ASK, JOIN = "/pl/get-help/ask/", "/pl/volunteer/join/"
ENGLISH = re.compile(r"\b(the|you|your|and|please|what|back|continue|ring|send)\b", re.IGNORECASE)
Started = Callable[..., Service]


@pytest.fixture
def start(serve: Serve, tmp_path: Path) -> Started:
    """A service whose settings end with these lines."""

    def start(lines: str = READ, demo: str = "no", **more: str) -> Service:
        file = tmp_path / "own.toml"
        file.write_text((ROOT / "community.toml").read_text("utf-8") + lines, "utf-8")
        return serve(environ={"COMMUNITY_TOML": str(file), "DEMO": demo} | more)

    return start


def not_polish(html: str) -> list[str]:
    """The pieces of a page that read as English, or are marked as such, other than names and emergency words."""
    main = html[html.index("<main") :]
    marked = re.findall(r'lang="en-GB">', main)
    words = re.sub(r"<span lang=\"en-GB\">.*?</span>(?=</li>|</p>)|<[^>]+>|Bread.*|The door.*|3SG, the B", " ", main)
    return ENGLISH.findall(words) + marked


def walked(service: Service, address: str, answers: dict[str, list[str]]) -> tuple[list[str], str]:
    """Every page on the way, and the reference at its end."""
    walker, pages = Walker(service.url + address, answers), []
    for _ in range(12):
        pages.append(walker.page.text)
        if 'value="send"' in walker.page.text:
            break
        assert walker.press("continue").status_code == 200, walker.page.text
    service.clock.pass_by(minutes=3)
    sent = walker.send()
    return [*pages, walker.page.text], sent


@pytest.mark.parametrize(
    ("address", "answers", "row", "start_words", "end_words"),
    [
        (ASK, HELP, HelpRequestRow, "Poproś o pomoc", "Zadzwonimy najpóźniej: wtorek 24 listopada, 17:00."),
        (JOIN, VOLUNTEER, VolunteerRow, "Dołącz do nas", "najpóźniej: wtorek 24 listopada, 17:00."),
    ],
)
def test_the_whole_way_is_polish_and_the_row_is_that_of_the_english_form(
    start: Started,
    address: str,
    answers: dict[str, list[str]],
    row: type[HelpRequestRow] | type[VolunteerRow],
    start_words: str,
    end_words: str,
) -> None:
    service = start()
    pages, reference = walked(service, address, answers)
    assert [page[:200] for page in pages if '<html lang="pl">' not in page] == []
    found = {number: words for number, page in enumerate(pages) if (words := not_polish(page))}
    assert found in ({}, {0: ['lang="en-GB">']}), "nothing but what is to be done in danger"
    assert start_words in pages[0]
    assert "Sprawdź swoje odpowiedzi" in pages[-2]
    assert end_words in pages[-1]
    assert "Dalsze rozmowy i wiadomości są zwykle po angielsku." in pages[-1]
    _, english = walked(service, address.removeprefix("/pl"), answers)
    polish, other = (service.book.get(row.TABLE, each) for each in (reference, english))
    own = {"id", "at", "key", "flags", "changed_at"}
    assert {name: value for name, value in dict(polish).items() if name not in own} == {
        name: value for name, value in dict(other).items() if name not in own
    }
    assert set((polish["flags"] or "").split("; ")) - set((other["flags"] or "").split("; ")) == {"written_in_pl"}


def test_errors_are_polish_and_every_answer_stays(start: Started) -> None:
    service = start()
    walker = Walker(service.url + ASK, {"details": ["Proszę o chleb. Śnieg!"]})
    assert walker.press("continue").status_code == 422
    assert "<title>Błąd: " in walker.page.text
    assert "Trzeba coś poprawić" in walker.page.text
    assert walker.page.text.count("Zaznacz, co by pomogło. „Coś innego” też wystarczy.") == 2
    assert "Proszę o chleb. Śnieg!" in walker.page.text
    assert "There is something" not in walker.page.text
    walker.answers = HELP | {"telephone": [], "email": [], "address": []}
    for _ in range(4):
        walker.press("continue")
    assert "Podaj jeden sposób kontaktu: numer telefonu, adres e-mail albo adres pocztowy." in walker.page.text
    foreign = visit("POST", service.url + ASK, data={"to": ["continue"]}, headers={"sec-fetch-site": "cross-site"})
    assert foreign.status_code == 403
    assert "Prosimy wypełnić formularz na naszej stronie" in foreign.text


def test_the_words_for_an_emergency_stand_in_both_languages(start: Started) -> None:
    service = start()
    first = visit("GET", service.url + ASK).text
    assert "najpierw zadzwoń pod 999" in first
    assert '<span lang="en-GB">If somebody is in danger or very ill, ring 999 first.</span>' in first
    walker = Walker(service.url + ASK, HELP | {"details": ["Nie mam siły. Chcę umrzeć."]})
    worried = walker.press("continue").text
    assert "Czy ktoś jest w niebezpieczeństwie?" in worried
    assert "Wysłuchają, o cokolwiek chodzi." in worried
    assert "They listen, whatever it is." in worried
    assert worried.count('href="tel:116123"') == 2


def test_those_who_read_it_see_that_it_is_in_polish() -> None:
    assert flag_name(written_in("pl")) == "Filled in in Polish"


@pytest.mark.parametrize(
    ("lines", "demo", "status"),
    [("", "no", 404), ("", "yes", 404), ("\n[languages.pl]\n", "no", 404), ("\n[languages.pl]\n", "yes", 200)],
)
def test_a_language_is_off_unless_somebody_has_read_it_or_the_town_is_invented(
    start: Started, lines: str, demo: str, status: int
) -> None:
    assert visit("GET", start(lines, demo).url + ASK).status_code == status


def test_a_trial_says_that_it_is_one_in_the_language_of_the_page(serve: Serve, tmp_path: Path) -> None:
    (tmp_path / "built/pl/contact").mkdir(parents=True)
    for name in ("index.html", "pl/contact/index.html"):
        (tmp_path / "built" / name).write_text("<html><main><p>Words</p></main></html>", "utf-8")
    own = tmp_path / "own.toml"
    own.write_text((ROOT / "community.toml").read_text("utf-8") + "\n[languages.pl]\n", "utf-8")
    trial = serve(built=tmp_path / "built", environ={"COMMUNITY_TOML": str(own), "DEMO": "yes"})
    assert "This is a trial with invented people." in visit("GET", f"{trial.url}/").text
    polish = visit("GET", f"{trial.url}/pl/contact/").text
    assert "To wersja próbna ze zmyślonymi osobami." in polish
    assert "invented" not in polish


def test_a_page_drawn_before_the_language_was_on_is_not_lost(start: Started) -> None:
    service = start()
    answer = visit("POST", service.url + ASK, data={"tasks": ["shopping"], "to": ["continue"]}, headers=OURS)
    assert "Prosimy spojrzeć na tę stronę jeszcze raz" in answer.text
    assert "Please look" not in answer.text


def test_a_communitys_own_words_go_first_and_what_it_has_no_words_for_is_marked_as_english(start: Started) -> None:
    words = '[languages.pl.words]\n"Somebody to do my shopping" = "Zakupy dla mnie"\n'
    bins = '[task_types.bins]\nname = "Bins"\nask = "My bins put out"\ngroup = "safety"\ndbs = "none"\ndbs_why = "x"\n'
    page = visit("GET", start(READ + words + bins).url + ASK).text
    assert "Zakupy dla mnie" in page
    assert '<span lang="en-GB">My bins put out</span>' in page


@pytest.mark.parametrize("way", [ReachBy.EMAIL, ReachBy.TEXT])
def test_the_copy_of_the_receipt_is_polish_where_the_form_was(way: ReachBy) -> None:
    by = datetime(2026, 11, 24, 17, tzinfo=UTC)
    flags = f"postcode_missing; {written_in('pl')}"
    said = receipt_words(load({}), ReceiptFacts(way, "R-7K3Q-F2MX-4", False, by, language_of(flags)))
    assert "wtorek 24 listopada, 17:00" in said.text
    assert "R-7K3Q-F2MX-4" in said.text
    assert not ENGLISH.findall(said.text)
    assert way == ReachBy.EMAIL or segments(said.text) <= 2
    assert language_of("postcode_missing") is None


def test_on_googles_website_the_page_says_that_the_questions_are_english(start: Started) -> None:
    google = '\n[google_forms.help_request]\naddress = "https://forms.gle/abc"\n'
    page = visit("GET", start(READ + google).url + ASK).text
    assert "Pytania są tam po angielsku." in page
    assert "https://forms.gle/abc" in page


def test_the_switch_leads_away_from_a_form_only_before_anything_is_answered(serve: Serve, tmp_path: Path) -> None:
    html = (
        '<html><head><title>x</title></head><body><span id="page-switch"><a class="switch" href="../../pl/">Polski</a>'
        '</span><main><h1 id="page-title"></h1><div data-form="help_request"></div></main></body></html>'
    )
    built = tmp_path / "built" / "get-help" / "ask"
    built.mkdir(parents=True)
    (built / "index.html").write_text(html, "utf-8")
    walker = Walker(serve(built=tmp_path / "built").url + "/get-help/ask/", HELP)
    assert 'class="switch"' in walker.page.text
    assert 'class="switch"' not in walker.press("continue").text
    assert 'class="switch"' not in walker.press("back").text
