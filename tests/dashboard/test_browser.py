"""What only a real browser shows: focus, shortcuts, dialogs, the address after a reload, and where requests go."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

import community.casework as cw
from tests.browser.support import (
    DESK,
    PHONE,
    OpenPage,
    Ways,
    assert_no_sideways_scroll,
    double_letters,
    third_parties,
)
from tests.casework.office import Office
from tests.commands.processes import until
from tests.dashboard import serving
from tests.dashboard.serving import assert_clean_everywhere, settled

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


@pytest.fixture
def office(live_dashboard: tuple[Office, str]) -> Office:
    """Give one live book for all of these tests: each makes its own people and goes to them by their numbers."""
    return live_dashboard[0]


@pytest.fixture
def visit(live_dashboard: tuple[Office, str], open_page: OpenPage) -> Visit:
    """Give a function that opens a page of the dashboard and waits until it is drawn."""
    served = live_dashboard[1]

    def visited(path: str, **options: object) -> Page:
        return serving.visit(open_page, served + path, **{"viewport": DESK} | options)

    return visited


def at_triage(page: Page) -> Page:
    """Wait for the buttons too: their part of Streamlit comes a moment after the words."""
    page.get_by_role("button", name="Accept").wait_for()
    return page


def press(page: Page, key: str) -> None:
    """Press a key when all is drawn: before its button is there, it does nothing."""
    settled(page)
    page.keyboard.press(key)


def say_nobody_is_at_risk(page: Page) -> None:
    """Press what has to be said first: from now on, 1 accepts."""
    press(page, "n")
    expect(page.get_by_text("Said: nobody is at risk")).to_be_visible()
    settled(page)


def open_duplicate(page: Page) -> None:
    """Press a button with a dialog. Keys that were pressed before, and must not do anything, would have done it."""
    page.get_by_role("button", name="Duplicate").click()
    expect(page.get_by_role("dialog")).to_contain_text("Which request does it repeat?")


def test_a_request_goes_through_triage_by_keyboard_alone(visit: Visit, office: Office) -> None:
    first, second = office.make_request(name="Ada Asks"), office.make_request(name="Bea Asks")
    page = at_triage(visit(f"/triage?id={first}"))
    expect(page.locator("h1")).to_have_text("Ada Asks")
    press(page, "1")
    expect(page.get_by_text("Say so first")).to_be_visible()
    say_nobody_is_at_risk(page)
    press(page, "1")
    expect(page.locator("h1")).not_to_have_text("Ada Asks")
    assert office.status(first) == "triaged"
    press(page, "u")
    expect(page.locator("h1")).to_have_text("Ada Asks")
    assert (office.status(first), office.status(second)) == ("new", "new")


@pytest.mark.long
def test_the_name_of_the_first_page_leads_to_it(visit: Visit) -> None:
    page = visit("/today")
    expect(page.locator("h1")).to_have_text("Today")
    assert page.get_by_text("Page not found").count() == 0
    assert page.get_by_test_id("stSidebarNav").get_by_text("Today").count() == 1


@pytest.mark.long
def test_a_shortcut_does_nothing_while_somebody_types(visit: Visit, office: Office) -> None:
    request = office.make_request(tasks=["shopping"])
    page = at_triage(visit(f"/triage?id={request}"))
    say_nobody_is_at_risk(page)
    typed = page.get_by_role("textbox", name="What a volunteer may read first")
    typed.press_sequentially("1 loaf, 3 eggs, h")
    expect(page.get_by_role("dialog")).to_have_count(0)
    typed.press("Tab")
    open_duplicate(page)
    assert office.status(request) == "new"


@pytest.mark.long
def test_a_shortcut_does_nothing_behind_an_open_dialog_and_escape_closes_it(visit: Visit, office: Office) -> None:
    request = office.make_request()
    page = at_triage(visit(f"/triage?id={request}"))
    say_nobody_is_at_risk(page)
    press(page, "3")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(page.locator("[role=dialog]:focus-within")).to_have_count(1)
    press(page, "1")
    press(page, "u")
    press(page, "Escape")
    expect(dialog).to_have_count(0)
    expect(page.get_by_label("Shortcut 1")).to_be_visible()
    assert office.status(request) == "new"
    press(page, "1")
    until(lambda: office.status(request) == "triaged")


@pytest.mark.long
def test_shortcuts_can_be_switched_off_and_stay_off_after_a_reload(visit: Visit, office: Office) -> None:
    request = office.make_request()
    page = at_triage(visit(f"/triage?id={request}"))
    say_nobody_is_at_risk(page)
    page.get_by_text("Keyboard shortcuts").click()
    page.wait_for_url("**shortcuts_on=false**")
    expect(page.get_by_label("Shortcut 1")).to_have_count(0)
    press(page, "1")
    page.reload()
    at_triage(settled(page))
    expect(page.get_by_label("Shortcut 1")).to_have_count(0)
    page.get_by_role("button", name="Nobody is at risk").click()
    expect(page.get_by_text("Said: nobody is at risk")).to_be_visible()
    press(page, "1")
    open_duplicate(page)
    assert office.status(request) == "new"


@pytest.mark.long
def test_a_reload_shows_the_same_person_though_a_link_led_there(visit: Visit, office: Office) -> None:
    # Others of the same name may stand beside her, from the tests before; nobody else is called Una.
    una = office.make_request(name="Una Asks", urgency="today")
    office.make_request(name="Dora Asks")
    page = at_triage(visit(f"/triage?id={una}"))
    expect(page.locator("h1")).to_have_text("Una Asks")
    page.get_by_role("link", name="Next").click()
    expect(page.locator("h1")).not_to_have_text("Una Asks")
    second = page.locator("h1").inner_text()
    expect(page).to_have_url(re.compile(f"id=(?!{una})"))
    settled(page)
    page.reload()
    settled(page)
    expect(page.locator("h1")).to_have_text(second)


@pytest.mark.parametrize(
    "across", [pytest.param(19, id="its box"), pytest.param(200, id="its name", marks=pytest.mark.long)]
)
def test_a_line_opens_the_person_who_stood_on_it_though_somebody_came_in_since(
    visit: Visit, office: Office, across: int
) -> None:
    for name in ("Vera Third", "Vera Second", "Vera First"):
        office.make_volunteer(name=name)
    page = visit("/volunteers")
    grid = page.locator("[data-testid=stDataFrame] canvas").first
    expect(grid.locator("td", has_text="Vera Second").first).to_be_attached()
    office.make_volunteer(name="Vera Newcomer")
    box = grid.bounding_box()
    assert box is not None
    heading, line = 36, 35
    page.mouse.click(box["x"] + across, box["y"] + heading + 1.5 * line)
    expect(page.locator("h1.person")).to_have_text("Vera Second")


def test_what_somebody_wrote_is_neither_drawn_nor_fetched(visit: Visit, office: Office) -> None:
    hostile = "<img src=http://evil.example/a.png> ![x](http://evil.example/b.png) <script>alert(1)</script> $a$ :tada:"
    request = office.make_request(name=hostile, details=hostile, address=hostile, access_needs=hostile)
    volunteer = office.make_volunteer(name=hostile, about=hostile)
    match = office.make_match(name=hostile)
    page = visit("/")
    elsewhere = third_parties(page)
    for path in ("/", f"/triage?id={request}", f"/matches?id={match}", f"/volunteers?id={volunteer}", "/volunteers"):
        page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2] + path)
        settled(page)
        assert page.locator("[data-testid=stMain] img[src*=evil]").count() == 0
        # The one script is ours, for keys and the menu: the content security policy knows it by its hash.
        assert page.locator("[data-testid=stMain] script:not(.st-key-script script)").count() == 0
        assert page.locator("a[href*=evil]").count() == 0
    assert elsewhere == []


@pytest.mark.long
def test_a_choice_in_the_menu_of_a_narrow_window_leaves_the_page_in_sight(visit: Visit) -> None:
    page = visit("/", viewport=PHONE)
    menu = page.get_by_test_id("stSidebar")
    for name in ("Triage", "Volunteers"):
        page.get_by_test_id("stExpandSidebarButton").click()
        expect(menu).to_have_attribute("data-collapsed", "false")
        page.get_by_test_id("stSidebarNav").get_by_role("link", name=name).press("Enter")
        expect(menu).to_have_attribute("data-collapsed", "true")
        settled(page)
        page.locator("[data-testid=stMain] h1").first.click()
    page.set_viewport_size(DESK)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Matches").click()
    settled(page)
    expect(menu).to_have_attribute("data-collapsed", "false")


def test_axe_finds_nothing_nothing_scrolls_sideways_and_nobody_else_is_asked(
    visit: Visit, office: Office, ways: Ways
) -> None:
    request = office.make_request(flags=["postcode_missing"])
    match, agreed = office.make_match(), office.make_match("accepted")
    volunteer = office.make_volunteer(status="applied")
    resident = office.row("needs", str(office.row("matches", agreed)["need_id"]))["resident_id"]
    cw.log_contact(office.director, resident, with_whom=resident, words="She rings back")
    cw.no_answer(office.director, office.make_request(), seen="new")
    office.make_need("lift")
    page = visit("/")
    elsewhere = third_parties(page)
    start = "/".join(page.url.split("/", 3)[:3])
    of_every_day = ["/", f"/triage?id={request}", f"/matches?id={match}", f"/residents?id={resident}", "/call"]
    others = [f"/matches?id={agreed}", f"/volunteers?id={volunteer}", "/history", "/organisations"]
    others += ["/short", "/ahead", "/weights"]
    for path in ways.first(5, [*of_every_day, *others]):
        page.goto(start + path)
        settled(page)
        assert_clean_everywhere(page, path, ways)
    page.goto(f"{start}/triage?id={request}")
    settled(page)
    page.get_by_role("button", name="Decline").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    settled(page)
    assert_clean_everywhere(page, "the dialog", ways)
    assert elsewhere == []


@pytest.mark.long
def test_figures_stay_on_a_telephone_with_large_letters(visit: Visit, office: Office) -> None:
    for weeks in range(18):
        for number in range(3 + weeks * 7 % 5):
            asked_at = office.clock.now - timedelta(weeks=weeks, days=number % 5, hours=1)
            closed = {"task_type": "shopping", "asked_at": asked_at, "status": "closed", "closed_reason": "done"}
            office.book.append("needs", closed, by="test")
    page = visit("/ahead", viewport=PHONE)
    expect(page.get_by_text("mean of eight weeks").first).to_be_visible()
    double_letters(page)
    assert_no_sideways_scroll(page)


@pytest.mark.long
def test_fields_that_stand_beside_each_other_have_a_line_each_with_large_letters(visit: Visit, office: Office) -> None:
    """Else `today` and the day that is typed are cut off in the middle."""
    page = at_triage(visit(f"/triage?id={office.make_request()}", viewport=PHONE))
    double_letters(page)
    for label in ("How soon", "How often", "How many"):
        field = page.get_by_test_id("stElementContainer").filter(has=page.get_by_label(label)).last
        share = "field => field.offsetWidth / field.parentElement.offsetWidth"
        assert field.evaluate(share) > 0.95, label


@pytest.mark.long
def test_a_day_is_not_cut_off_in_its_field_with_large_letters(visit: Visit) -> None:
    page = visit("/food_round")
    double_letters(page)
    day = page.get_by_test_id("stDateInput")
    expect(day).to_be_visible()
    cut = "field => [...field.querySelectorAll('*')].some(e => e.clientWidth > 30 && e.scrollWidth > e.clientWidth + 1)"
    assert not day.evaluate(cut)


@pytest.mark.long
def test_the_longest_word_of_a_title_stays_in_one_piece_with_large_letters(visit: Visit) -> None:
    page = visit("/opportunities", viewport=PHONE)
    double_letters(page)
    lines = """title => {
      const word = document.createRange(), text = document.createTreeWalker(title, NodeFilter.SHOW_TEXT).nextNode();
      word.setStart(text, 0);
      word.setEnd(text, "Volunteering".length);
      return new Set([...word.getClientRects()].map(box => box.top)).size;
    }"""
    assert page.get_by_role("heading", level=1).evaluate(lines) == 1


def test_the_grid_can_be_searched_and_gives_out_no_file(visit: Visit, office: Office) -> None:
    office.make_volunteer(name="=1+1")
    page = visit("/volunteers")
    grid = page.get_by_test_id("stDataFrame")
    grid.hover()
    expect(grid.get_by_role("button", name="Search")).to_be_visible()
    expect(grid.get_by_role("button", name=re.compile("download", re.IGNORECASE))).to_have_count(0)
