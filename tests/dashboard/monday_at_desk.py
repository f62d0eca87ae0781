"""A recorded Monday at one desk, worked by keyboard alone: who rings and writes, and each press that answers them.

The keys of each kind are counted beside those of the same work in a spreadsheet, as a person does it: find, read, type.
"""

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

import community.casework as cw
from dashboard.double_press import READ
from tests.browser.support import DESK, OpenPage
from tests.casework.office import Office
from tests.dashboard.keyboard import Keys, in_a_spreadsheet
from tests.dashboard.serving import live_office, settled, visit

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


def mondays_office(home: Path) -> Office:
    """A live book with Monday's requests, and the people who ring."""
    (home / "people.toml").write_text(LEAD, encoding="utf-8")
    made = live_office(home)
    for number in range(REPEATS + 1):
        who = {"name": f"Ada Asks {number}", "telephone": f"01632 97{number:04}", "address": f"{number} Quiet Street"}
        had = made.make_match("active", task_type="shopping", **who)
        cw.done(made.director, had, made.today - timedelta(days=1), 30, seen="active")
    made.make_need("shopping", name="Cyril Cancels", telephone="01632 979999", address="9 Quiet Street")
    for number in range(REQUESTS):
        made.make_request(name=f"Rita Reed {number}", telephone=f"01632 94{number:04}", tasks=["shopping"])
    return made


@dataclass
class MondayDone:
    """What a Monday took, by kind: keys, keys in a spreadsheet, seconds of waiting for the pages, and how many."""

    pressed: dict[str, int]
    sheet: dict[str, int]
    waited: dict[str, float]
    many: dict[str, int]


class Monday:
    """The day at one keyboard: what was pressed for each kind, and what a spreadsheet would have taken."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys = page, Keys(page)
        self.pressed: dict[str, int] = defaultdict(int)
        self.sheet: dict[str, int] = defaultdict(int)
        self.waited: dict[str, float] = defaultdict(float)
        self.many: dict[str, int] = defaultdict(int)
        self._began = self._came = 0.0

    def do(self, act: Callable[[], None]) -> None:
        """Do this, and note how long it took: no time passes between two keys, so all of it is the pages'."""
        self._began = time.perf_counter()
        act()

    def count(self, kind: str, in_sheet: int) -> None:
        self.pressed[kind] += self.keys.pressed
        self.sheet[kind] += in_sheet
        self.waited[kind] += time.perf_counter() - self._began
        self.many[kind] += 1
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

    def _who_and_shopping(self, told: tuple[str, ...]) -> None:
        for answer in told:
            self.keys.type(answer)
            self.keys.press("Tab")
        self.keys.press("Tab")
        settled(self.page)
        self.keys.type("shop")
        self.keys.press("Enter")
        expect(self.page.locator(".st-key-script-tasks [data-tag]")).to_have_count(1)
        settled(self.page)

    def new(self, number: int) -> None:
        digits = f"98{number:04}"
        told = (f"Ned {NAMES[number]}", f"01632 {digits}", f"{number} {NAMES[-1 - number]} Street", "BA1 5AB")
        self.find(digits)
        expect(self.page.get_by_label("Name", exact=True)).to_be_focused()
        self._who_and_shopping(told)
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
        self._who_and_shopping(told)
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

    def request(self) -> None:
        """Decide the request on the screen, once it has stood there for the second in which no press decides."""
        shown = self.page.locator("h1.person")
        name = shown.inner_text()
        if (unread := self._came + READ - time.perf_counter()) > 0:
            self.page.wait_for_timeout(unread * 1000)
            self._began = time.perf_counter()  # a person reads meanwhile
        settled(self.page)  # the answer of the request before this one has left the screen
        self.keys.press("n")
        self.page.get_by_text("Said: nobody is at risk").wait_for()
        self.keys.press("1")
        expect(shown).not_to_have_text(name)
        self._came = time.perf_counter()
        # Look whether they asked before, mark the answer, and a line in the sheet of needs with name and task.
        self.count("a request", 1 + len(name) + 2 + ANSWERED + 3 + len(name) + 1 + len("shopping") + 1)


def _opened(open_page: OpenPage, address: str) -> Page:
    page = visit(open_page, address, viewport=DESK)
    expect(page.locator("html")).to_have_attribute("data-keys", "work")
    page.locator(".st-key-find input").wait_for()
    return page


def work_through(open_page: OpenPage, address: str) -> MondayDone:
    """The whole Monday at the dashboard of this address, done."""
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
        calls.do(answers)
        triage.do(triage.request)
    for _ in range(REQUESTS - len(work)):
        triage.do(triage.request)
    return MondayDone(
        calls.pressed | triage.pressed, calls.sheet | triage.sheet, calls.waited | triage.waited,
        calls.many | triage.many,
    )  # fmt: skip
