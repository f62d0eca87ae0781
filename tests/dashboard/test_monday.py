"""A recorded Monday by keyboard alone: 40 requests, 25 calls, 6 volunteers, a concern, a complaint, a cancellation.

The keys of each kind are counted beside those of the same work in a spreadsheet, as a person does it: find, read, type.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import pytest
from playwright.sync_api import Locator, Page, expect

import community.casework as cw
from tests.browser.support import DESK, OpenPage
from tests.casework.office import Office
from tests.dashboard.serving import dashboard, live_office, settled, visit
from tests.dashboard.test_call_browser import Keys, in_a_spreadsheet

pytestmark = [pytest.mark.browser, pytest.mark.long]

REQUESTS, REPEATS, NEW, VOLUNTEERS = 40, 10, 12, 6
"""With the complaint and the cancellation 12 calls from people we know; with the concern 13 from others: 25 in all."""
LEAD = (
    '[[people]]\nname = "Lena Lead"\nemail = "lena@example.org"\nrole = "coordinator"\nhub = "bath_north"\n'
    'safeguarding = "lead"\n'
)
NAMES = (
    "Abbot", "Byrne", "Clegg", "Duffy", "Eaves", "Finch", "Grieve", "Hobbs", "Ingram", "Jessop", "Kemp", "Lyle",
)  # fmt: skip
ANSWERED = len("accepted") + 1
"""A status typed into its cell, and Enter."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Give a live book with Monday's requests, and the people who ring."""
    home = tmp_path_factory.mktemp("home")
    (home / "people.toml").write_text(LEAD, encoding="utf-8")
    made = live_office(home)
    for number in range(REPEATS + 1):
        who = {"name": f"Ada Asks {number}", "telephone": f"01632 97{number:04}", "address": f"{number} Quiet Street"}
        had = made.make_match("active", task_type="shopping", **who)
        cw.done(made.director, had, made.clock.now.date() - timedelta(days=1), 30, seen="active")
    made.make_need("shopping", name="Cyril Cancels", telephone="01632 979999", address="9 Quiet Street")
    for number in range(REQUESTS):
        made.make_request(name=f"Rita Reed {number}", telephone=f"01632 94{number:04}", tasks=["shopping"])
    yield made
    made.book.close()


class Monday:
    """The day at one keyboard: what was pressed for each kind, and what a spreadsheet would have taken."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys = page, Keys(page)
        self.pressed: dict[str, int] = defaultdict(int)
        self.sheet: dict[str, int] = defaultdict(int)

    def count(self, kind: str, in_sheet: int) -> None:
        self.pressed[kind] += self.keys.pressed
        self.sheet[kind] += in_sheet
        self.keys.pressed = 0

    def find(self, digits: str) -> None:
        settled(self.page)
        self.keys.press("/")
        self.keys.type(digits)
        self.keys.press("Enter")

    def tab_to(self, there: Locator) -> None:
        """Press Tab until this has the focus, as whoever has no mouse does."""
        for _ in range(25):
            self.keys.press("Tab")
            if there.evaluate("one => one === document.activeElement || one.contains(document.activeElement)"):
                return
        raise AssertionError(f"{there} is not reached by Tab")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name)

    def next_call(self) -> None:
        self.button("Take another call").wait_for()
        self.keys.press("e")
        self.page.get_by_text("Somebody new? Go").wait_for()

    def somebody_else(self) -> None:
        settled(self.page)
        expect(self.button("Somebody else rings")).to_contain_text("E")  # its key works again: no dialog is open
        self.keys.press("e")
        self.page.get_by_text("Somebody new? Go").wait_for()

    def facts(self) -> None:
        self.button("Telephone or email").wait_for()
        settled(self.page)
        self.keys.press("1")
        self.page.locator("[class*=st-key-fact-name-] [data-testid=stBaseButton-primary]").wait_for()
        self.keys.press("2")
        self.button("Please cancel").or_(self.button("Nothing more: finish")).first.wait_for()

    def again(self, digits: str) -> None:
        self.find(digits)
        self.facts()
        self.button("Shopping again").wait_for()
        self.keys.press("1")
        self.button("Nobody is: write it down").wait_for()
        self.keys.press("n")
        self.next_call()
        self.count("a repeat", in_a_spreadsheet(digits, "Ada Asks", "shopping"))

    def new(self, number: int) -> None:
        digits = f"98{number:04}"
        told = (f"Ned {NAMES[number]}", f"01632 {digits}", f"{number} {NAMES[-1 - number]} Street", "BA1 5AB")
        self.find(digits)
        expect(self.page.get_by_label("Name", exact=True)).to_be_focused()
        for answer in told:
            self.keys.type(answer)
            self.keys.press("Tab")
        self.keys.press("Tab")
        settled(self.page)
        self.keys.type("shop")
        self.keys.press("Enter")
        expect(self.page.locator(".st-key-script-tasks [data-tag]")).to_have_count(1)
        settled(self.page)
        self.keys.press("Tab", "Control+Enter")
        self.next_call()
        self.count("somebody new", in_a_spreadsheet(digits, *told, "shopping"))

    def cancels(self) -> None:
        self.find("979999")
        self.facts()
        self.keys.press("x")
        self.tab_to(self.button("Cancel it"))
        self.keys.press("Enter")
        self.button("Cancel it").wait_for(state="detached")
        self.somebody_else()
        # Find them, go to the status of what is open, and say why.
        self.count("a cancellation", 1 + len("979999") + 2 + 4 + len("cancelled") + 1)

    def complains(self, digits: str) -> None:
        words = "Nobody came on Friday and nobody rang me"
        self.find(digits)
        self.facts()
        self.keys.press("m")
        field = self.page.get_by_label("What do they say? In their own words")
        field.wait_for()
        self.tab_to(field)
        self.keys.type(words)
        self.tab_to(self.button("Keep the complaint"))
        self.keys.press("Enter")
        field.wait_for(state="detached")
        self.somebody_else()
        # Find and read them; then the sheet of complaints, and a line with name, number, words and where it stands.
        self.count("a complaint", in_a_spreadsheet(digits, f"Ada Asks {REPEATS}", f"01632 {digits}", words, "received"))

    def concern(self) -> None:
        words = "She says that she has not eaten since Thursday, and he keeps her purse"
        who = "Mrs Grey, 4 Mill Lane"
        expect(self.button("Raise a concern")).to_contain_text("D")
        settled(self.page)
        self.keys.press("d")
        adult = self.page.get_by_role("dialog").get_by_role("radio").first
        adult.wait_for()
        self.tab_to(adult)
        self.keys.press("Space")
        field = self.page.get_by_label("What is happening? As they said it.")
        self.tab_to(field)
        self.keys.type(words)
        self.tab_to(self.page.get_by_label("Who may be at risk, and how can they be reached?"))
        self.keys.type(who)
        self.tab_to(self.button("Raise it"))
        self.keys.press("Enter")
        field.wait_for(state="detached")
        # A sheet of its own for the lead: who, the words, who took them, and that the lead was told.
        self.count("a concern", in_a_spreadsheet("Grey", who, words, "Dilys", "adult", "told lead"))

    def volunteer(self, number: int) -> None:
        digits = f"96{number:04}"
        told = (f"Vera Vole {number}", f"01632 {digits}", "BA1 5AB")
        settled(self.page)
        self.keys.press("s")
        name = self.page.get_by_label("Name", exact=True)
        self.page.get_by_text("Thank them first").wait_for()
        settled(self.page)
        self.tab_to(name)
        for answer in told:
            self.keys.type(answer)
            self.keys.press("Tab")
        self.keys.press("Tab")
        settled(self.page)
        self.keys.type("shop")
        self.keys.press("Enter")
        expect(self.page.locator(".st-key-script-tasks [data-tag]")).to_have_count(1)
        settled(self.page)
        self.tab_to(self.page.get_by_label("Are they 18 or over?"))
        self.keys.type("y")
        self.keys.press("Enter")
        settled(self.page)
        self.tab_to(self.page.get_by_role("checkbox", name="They say that we may keep"))
        self.keys.press("Space")
        settled(self.page)
        self.keys.press("Control+Enter")
        self.next_call()
        self.count("a volunteer", in_a_spreadsheet(digits, *told, "shopping", "yes", "yes"))

    def request(self, *, at_once: bool) -> None:
        """Decide the request on the screen; `at_once` where it has stood there for as long as something else took."""
        shown = self.page.locator("h1.person")
        name = shown.inner_text()
        if not at_once:
            self.page.wait_for_timeout(1050)  # what came to the screen a moment ago is not decided by a press
        self.keys.press("n")
        self.page.get_by_text("Said: nobody is at risk").wait_for()
        self.keys.press("1")
        expect(shown).not_to_have_text(name)
        # Look whether they asked before, mark the answer, and a line in the sheet of needs with name and task.
        self.count("a request", 1 + len(name) + 2 + ANSWERED + 3 + len(name) + 1 + len("shopping") + 1)


def _opened(open_page: OpenPage, address: str) -> Page:
    page = visit(open_page, address, viewport=DESK)
    expect(page.locator("html")).to_have_attribute("data-keys", "work")
    page.locator(".st-key-find input").wait_for()
    return page


def test_a_monday_takes_fewer_keys_of_every_kind_than_in_a_spreadsheet(office: Office, open_page: OpenPage) -> None:
    with dashboard(office.settings.home) as address:
        calls, triage = (Monday(_opened(open_page, address + path)) for path in ("/call", "/triage?show=new_request"))
        work = [
            *(partial(calls.again, f"97{number:04}") for number in range(REPEATS)),
            partial(calls.complains, f"97{REPEATS:04}"),
            calls.cancels,
            calls.concern,
            *(partial(calls.new, number) for number in range(NEW)),
            *(partial(calls.volunteer, number) for number in range(VOLUNTEERS)),
        ]
        for answers in work:  # between two calls, the next request
            answers()
            triage.request(at_once=True)
        for _ in range(REQUESTS - len(work)):
            triage.request(at_once=False)
    pressed, sheet = calls.pressed | triage.pressed, calls.sheet | triage.sheet
    assert all(pressed[kind] < sheet[kind] for kind in pressed), (pressed, sheet)
    count = office.book.count
    assert count("volunteers", lambda c: [c.status == "applied"]) == VOLUNTEERS
    assert (count("complaints"), count("concerns")) == (1, 1)
    assert count("help_requests", lambda c: [c.name.like("Ned %")]) == NEW
    assert len(office.book.rows("needs", lambda c: [c.closed_reason == "not_wanted"])) == 1
    open_ = office.book.rows("needs", lambda c: [c.status == "open"])
    assert len(open_) == REPEATS + REQUESTS
