"""Asking and telling by a message in a real browser: the question before it, a refusal in it, and a letter on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

import community.casework as cw
from community.tables.vocabulary import ReachBy
from tests.browser.support import DESK, OpenPage, Ways
from tests.casework.office import Office
from tests.dashboard import serving
from tests.dashboard.serving import assert_clean_everywhere, dashboard, live_office, settled

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Give one live book for all of these tests."""
    made = live_office(tmp_path_factory.mktemp("home"))
    yield made
    made.book.close()


@pytest.fixture(scope="module")
def served(office: Office) -> Iterator[str]:
    """Give the address of the dashboard, started as people start it."""
    with dashboard(office.settings.home) as address:
        yield address


WHOLE = "() => document.documentElement.scrollHeight <= innerHeight"
"""Whether nothing within a frame has to be scrolled."""


def approved(office: Office, **need: object) -> str:
    one = office.make_match("approved", **need)
    volunteer = office.row("volunteers", office.row("matches", one)["volunteer_id"])
    office.set(volunteer, "email", "vera.volunteer.with.a.long.address@neighbours.example.org")
    office.set(office.row("volunteers", volunteer["id"]), "telephone", "07700 900123")
    return one


def test_a_volunteer_is_asked_and_the_words_are_passed_on(
    served: str, open_page: OpenPage, office: Office, ways: Ways
) -> None:
    one = approved(office, details="Bread for Bertie")
    need = office.row("needs", office.row("matches", one)["need_id"])
    telephone = office.row("residents", need["resident_id"])["telephone"]
    office.make_request(name="Bertie Asks", telephone=telephone)
    page = serving.visit(open_page, f"{served}/matches?id={one}", viewport=DESK)
    page.get_by_role("button", name="Ask by text").click()
    question = page.get_by_role("dialog")
    expect(question).to_contain_text("Answer awaited by")
    assert_clean_everywhere(page, "the question before an offer", ways)
    question.get_by_role("button", name="Ask", exact=True).click()
    expect(question.get_by_role("alert")).to_contain_text("may tell who it is for")
    question.get_by_text("A volunteer may read it as it is").click()
    settled(page)
    question.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    settled(page)
    expect(page.get_by_text("to be passed on by text")).to_be_visible()
    assert_clean_everywhere(page, "an offer to be passed on by hand", ways)
    page.get_by_role("button", name="I sent it").click()
    expect(page.get_by_text("sent by text today")).to_be_visible()
    assert office.status(one) == "offered"


def test_today_leads_to_what_is_passed_on(served: str, open_page: OpenPage, office: Office, ways: Ways) -> None:
    one = approved(office)
    cw.offer(office.director, one, "email", seen="approved")  # type: ignore[arg-type]
    office.make_volunteer(name="Una Unreached", email="gone@example.org", unreached="email")
    page = serving.visit(open_page, served, viewport=DESK)
    expect(page.get_by_role("heading", name="Messages to pass on")).to_be_visible()
    expect(page.get_by_role("heading", name="A new address")).to_be_visible()
    assert_clean_everywhere(page, "Today with messages", ways)
    page.locator(f"[class*='st-key-item-message_by_hand-{one}'] a").first.click()
    expect(page.get_by_role("button", name="I sent it")).to_be_visible()


@pytest.mark.long
def test_a_resident_is_told_by_a_letter_that_is_printed_without_the_page_around_it(
    served: str, open_page: OpenPage, office: Office
) -> None:
    one = office.make_match("accepted", name="Lettie Told", address="1 Invented Street")
    page = serving.visit(open_page, f"{served}/matches?id={one}", viewport=DESK)
    assert_clean_everywhere(page, "what to say to the resident")
    page.get_by_role("button", name="Tell them by letter").click()
    question = page.get_by_role("dialog")
    expect(question).to_contain_text("May object until")
    settled(page)
    assert_clean_everywhere(page, "the question before a letter")
    question.get_by_role("button", name="Tell them", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    letter = page.frame_locator("iframe[srcdoc]")
    expect(letter.get_by_text("Lettie Told")).to_be_visible()
    frame = page.frames[-1]
    frame.wait_for_function(WHOLE)
    frame.evaluate("() => { window.print = () => { window.parent.printed = document.body.innerText } }")
    page.get_by_role("button", name="Print the letter").click()
    expect(letter.get_by_text("Lettie Told")).to_be_visible()
    assert "1 Invented Street" in page.evaluate("() => window.printed")
    settled(page)
    assert_clean_everywhere(page, "a letter to print")
    page.get_by_role("button", name="I posted it").click()
    expect(page.get_by_text("The resident may still object until")).to_be_visible()
    settled(page)
    assert_clean_everywhere(page, "a resident who may still object")
    page.get_by_role("button", name="The resident says that it is fine").click()
    expect(page.get_by_role("button", name="Show the message")).to_be_visible()
    settled(page)
    page.get_by_text("Ask the resident how it was").click()
    settled(page)
    assert_clean_everywhere(page, "visits, and how it was")
    page.get_by_role("button", name="Write down what they said").click()
    expect(page.get_by_text("Say how it was, or say something")).to_be_visible()
    words = page.get_by_role("textbox", name="In their words")
    expect(words, "a refusal folds nothing up").to_be_visible()
    words.fill("She was kind")
    words.press("Tab")
    page.get_by_role("button", name="Write down what they said").click()
    done = page.get_by_text("written down how it was")
    expect(done).to_be_visible()
    settled(page)
    at, name = done.bounding_box(), page.get_by_role("heading", level=1).bounding_box()
    assert at is not None
    assert name is not None
    assert at["y"] < name["y"], "what was done stands above the person whom it was about"


@pytest.mark.long
def test_a_letter_is_read_whole_on_a_telephone(served: str, open_page: OpenPage, office: Office) -> None:
    one = office.make_match("accepted", name="Lettie Told", address="1 Invented Street")
    cw.tell_resident(office.director, one, ReachBy.LETTER)
    page = serving.visit(open_page, f"{served}/matches?id={one}", viewport=DESK)
    expect(page.frame_locator("iframe[srcdoc]").get_by_text("Lettie Told")).to_be_visible()
    for width in (360, 320):
        page.set_viewport_size(DESK | {"width": width})
        page.frames[-1].wait_for_function(f"() => innerWidth < {width} && ({WHOLE})()")
