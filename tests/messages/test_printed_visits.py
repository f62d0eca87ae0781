"""Sheets for a volunteer's visits: one for each, as Chromium prints them, with all that is needed and none loaded."""

import re
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Browser

from community.book import Action
from community.casework import DayPack, PackedVisit
from community.casework.visit_rules import MEDICINE, MONEY
from community.links import door_word
from community.messages import visits_on_paper
from tests.browser.support import sheets_of
from tests.messages.conftest import Telling

TODAY = date(2026, 11, 24)
LONG = "Steps to the door and a dog that is loud but kind; please speak up, as they hear little on the left. " * 3
NOBODY = (
    "Knock, ring the bell, ring their number, and look whether anything is odd. Wait five minutes and try again. " * 2
)
LINES = [
    ("They told us:", LONG), ("For:", "Ada <b>Asks</b>"), ("", "Ring in the morning only."),
    ("Telephone:", "01632 960123"), ("Address:", "1 High Street, Keynsham, BS31 1AA"), ("Good to know:", LONG),
    ("Beware:", LONG[:150]), ("Nobody opens?", NOBODY), ("Medicine:", MEDICINE), ("Money:", MONEY),
]  # fmt: skip


def pack(*visits: PackedVisit) -> DayPack:
    return DayPack("Vic", visits, [], Action("", ""))


def visit(lines: list[tuple[str, str]]) -> PackedVisit:
    return PackedVisit("M-1", "Shopping", "Every week, on Mondays", "2026-11-30", True, lines, None)


def test_a_sheet_says_who_when_what_to_say_and_where_to_write(told: Telling) -> None:
    settings = told()
    page = visits_on_paper(settings, pack(visit(LINES)), TODAY)
    assert "Ada &lt;b&gt;Asks&lt;/b&gt;" in page
    assert "Next on Monday 30 November" in page
    assert str(door_word(settings, "M-1")) in page
    for words in ("Day", "Minutes", "Miles", "Nobody was in", "I did not go", settings.community.telephone):
        assert words in page
    assert not re.search(r"(src|href)=|url\(|@import|<script", page), "it loads nothing"


@pytest.mark.browser
@pytest.mark.long
def test_each_visit_prints_on_one_sheet_even_with_much_to_know(told: Telling, browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(visits_on_paper(told(), pack(*[visit(LINES)] * 3), TODAY))
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    page.close()
    assert sheets_of(pdf) == 3


def test_a_sheet_for_a_call_speaks_of_no_door(told: Telling) -> None:
    page = visits_on_paper(told(), pack(replace(visit([("For:", "Ada")]), in_person=False, next_on=None)), TODAY)
    assert "Nobody answered. I rang you." in page
    assert "Nobody was in" not in page
