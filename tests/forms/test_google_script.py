"""The script for Google's own forms, run with Node against a small stand-in of Google."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from community.__main__ import cli
from community.forms import Form, load
from community.forms.google import script, sections
from community.forms.google.google_tabs import FORMS_TAB, MARK, WORDS_TAB
from community.forms.load_definitions import DEFINITIONS
from tests.forms.google_stand_in.pasting import FORMS, SCRIPT, SET_UP, SETTINGS, World, google

ASK, JOIN, SIGN = (FORMS[name].title for name in ("help_request", "volunteer", "organisation"))


UP_TO_DATE = ("call", "bringUpToDate")


def form(world: World, title: str) -> dict[str, Any]:
    [found] = [each for each in world["forms"] if each["title"] == title]
    return dict(found)


def item(world: World, title: str, words: str) -> dict[str, Any]:
    [found] = [each for each in form(world, title)["items"] if each["title"] == words]
    return dict(found)


def tab(world: World, name: str) -> list[list[str]]:
    [found] = [each for each in world["tabs"] if each["name"] == name]
    return list(found["rows"])


def reworded(tmp_path: Path, *changes: tuple[str, str]) -> str:
    """The script of a community that changed its definition of the request for help."""
    shutil.copytree(DEFINITIONS, tmp_path / "definitions")
    path = tmp_path / "definitions" / "help_request.yml"
    words = path.read_text(encoding="utf-8")
    for was, now in changes:
        assert was in words
        words = words.replace(was, now)
    path.write_text(words, encoding="utf-8")
    return script(load(SETTINGS, tmp_path / "definitions"), SETTINGS.community)


def test_the_menu_leads_to_functions_that_are_there() -> None:
    menu = google(("call", "onOpen"))["menu"]
    assert [caption for _, caption, _ in menu] == ["Set up", "Bring the questions up to date"]
    for _, _, name in menu:
        assert f"\nfunction {name}() {{" in SCRIPT


def test_the_script_is_the_same_every_time_and_plain_ascii_where_it_holds_our_words() -> None:
    assert script(load(SETTINGS), SETTINGS.community) == SCRIPT
    data = SCRIPT[SCRIPT.index("const FORMS = ") : SCRIPT.index("function onOpen")]
    assert data.isascii()


def test_it_logs_nothing_and_asks_nothing_of_anybody_but_google() -> None:
    for word in ("Logger", "console", "UrlFetchApp", "MailApp", "GmailApp", "DriveApp", "getResponses"):
        assert word not in SCRIPT


def test_set_up_makes_every_form_open_to_everybody_and_linked_to_the_spreadsheet() -> None:
    world = google(SET_UP)
    assert [each["title"] for each in world["forms"]] == [each.title for each in FORMS.values()]
    for each in world["forms"]:
        assert each["published"]
        assert each["accepting"]
        assert each["destination"] == "the-spreadsheet"
        assert each["settings"]["PublishingSummary"] is False
        assert each["settings"]["RequireLogin"] is False
        assert each["settings"]["CollectEmail"] is False
    [[_, words, _]] = world["alerts"]
    assert all(f"“{title}” is made." in words for title in (ASK, JOIN, SIGN))


def test_a_form_is_published_before_it_is_filled_and_takes_answers_only_when_it_is_whole() -> None:
    world = google(SET_UP)
    opened = world["opened"]
    assert (world["publishedWith"], len(opened)) == ([0] * len(FORMS), 2 * len(FORMS))
    for shut, opens in zip(opened[::2], opened[1::2], strict=True):
        assert shut == [False, 0, False]
        assert (opens[0], opens[2]) == (True, True)
        assert opens[1] > 3


def test_it_waits_for_the_tab_of_answers_that_google_makes_later() -> None:
    world = google(SET_UP, tabLate=4_000)
    assert "was not finished" not in world["alerts"][0][1]
    for name in FORMS:
        (line,) = (row for row in tab(world, FORMS_TAB) if row[1] == name)
        assert line[4] == f"Answers: {FORMS[name].title}"


def test_a_tab_of_answers_that_does_not_come_is_told_and_the_next_try_goes_on() -> None:
    world = google(SET_UP, ("come",), SET_UP, tabLate=60_000)
    assert "The tab for the answers" in world["alerts"][0][1]
    assert "was not finished" in world["alerts"][0][1]
    assert form(world, ASK)["accepting"]
    assert len([each for each in world["forms"] if each["title"] == ASK]) == 1


@pytest.mark.parametrize("options", [{"publishing": "old"}, {"account": "personal"}])
def test_it_calls_only_what_this_google_knows(options: dict[str, str]) -> None:
    world = google(SET_UP, **options)
    assert all(each["published"] and each["accepting"] for each in world["forms"])
    assert "was not finished" not in world["alerts"][0][1]


@pytest.mark.parametrize("name", FORMS)
def test_each_question_is_asked_with_its_kind_its_hint_and_all_its_answers(name: str) -> None:
    definition: Form = FORMS[name]
    world = google(SET_UP)
    items = form(world, definition.title)["items"]
    by_title = {each["title"]: each for each in items}
    wanted = {
        "text": "TEXT", "paragraph": "PARAGRAPH_TEXT", "choice": "MULTIPLE_CHOICE", "dropdown": "LIST",
        "checkboxes": "CHECKBOX", "grid": "CHECKBOX_GRID",
    }  # fmt: skip
    asked: dict[str, list[dict[str, Any]]] = {}
    for section in sections(definition):
        assert section.title in by_title
        for each in section.items:
            found = by_title[each.title]
            assert found["kind"] == wanted[each.asked]
            asked.setdefault(each.column, []).append(found)
    for column, question in definition.questions.items():
        found_all = asked[column]
        assert any(each["required"] for each in found_all) == question.required
        shown = {words for each in found_all for words, _ in each["choices"]}
        shown |= {words for each in found_all for words in (*each["columns"], *each["rows"])}
        for option in question.options.values():
            assert any(words.startswith(option.label) for words in shown)
            assert not option.check or any(option.check in words for words in shown)
        assert not question.unsure or question.unsure in shown
        assert not question.any or question.any.label in shown
        assert any(each["other"] for each in found_all) == (question.other is not None)
        assert all(
            (question.hint or "") in each["help"] or each["title"] in ("Any time",) for each in found_all[:1]
        ) or (question.instead)
        labels = {question.label, question.name, *(each.label for each in question.instead if each.label)}
        seen = {each["title"] for each in found_all} | shown
        assert all(any(words.startswith(label) for words in seen) for label in labels if label != question.name)


def test_who_asks_for_somebody_else_is_led_to_other_questions_and_everybody_else_past_them() -> None:
    world = google(SET_UP)
    assert item(world, ASK, "Who is it for?")["choices"] == [["Me", "How we reach you"], ["Somebody else", "About you"]]
    # Reached in the ordinary way, that is without an answer: past the questions for others, too.
    assert item(world, ASK, "About you")["goesTo"] == "How we reach you"
    assert item(world, ASK, "How we reach you")["goesTo"] == "SUBMIT"
    titles = [each["title"] for each in form(world, ASK)["items"]]
    assert titles.index("About you") < titles.index("Their name") < titles.index("How we reach you")
    under_18 = item(world, JOIN, "Are you 18 or over?")["choices"]
    assert under_18 == [["Yes", "What you would like to do"], ["No", "A parent or guardian"]]
    by_telephone = dict(item(world, JOIN, "In person, or by telephone?")["choices"])
    assert by_telephone == {
        "In person, or either": "How far you go",
        "By telephone only": "How we reach you",
        "I’m not sure": "How far you go",
    }


@pytest.mark.parametrize("name", FORMS)
def test_no_two_questions_of_a_form_have_the_same_title(name: str) -> None:
    [linked] = [each for each in google(SET_UP)["tabs"] if each["name"] == f"Answers: {FORMS[name].title}"]
    header = [words.casefold() for words in linked["rows"][0]]
    assert len(set(header)) == len(header) > len(FORMS[name].questions)


def test_addresses_and_words_are_written_down_as_text() -> None:
    world = google(SET_UP)
    lines = tab(world, FORMS_TAB)
    assert [line[:2] for line in lines[1:]] == [[each.title, each.form] for each in FORMS.values()]
    assert all(line[2].startswith("https://docs.google.com/forms/d/e/") for line in lines[1:])
    assert [line[4] for line in lines[1:]] == [f"Answers: {each.title}" for each in FORMS.values()]
    told = tab(world, WORDS_TAB)
    assert ["help_request", "slots", "title", "When is a good time? [Monday]", "mon"] in told
    assert ["volunteer", "how_many", "answer", "Three", "3"] in told
    for each in world["tabs"]:
        if each["name"] in (FORMS_TAB, WORDS_TAB):
            assert {form[4] for form in each["formats"]} == {"@"}
        elif each["form"]:
            [code] = [line[1] for line in lines if line[6] == each["form"]]
            assert each["metadata"] == [[MARK, code, "DOCUMENT"]]
            assert each["formats"][0][1:2] == [2], "the time stamps keep their own format"
    assert [each["name"] for each in world["tabs"] if each["hidden"]] == [WORDS_TAB]


def test_columns_that_a_person_added_to_the_answers_keep_their_format() -> None:
    name = f"Answers: {ASK}"
    width = len(tab(google(SET_UP), name)[0])
    headed, headless = ("type", name, 1, width + 1, "Rang back"), ("type", name, 3, width + 3, "3.5")
    world = google(SET_UP, ("retitle", ASK, "Your name", "Your whole name"), headed, headless, SET_UP)
    [linked] = [each for each in world["tabs"] if each["name"] == name]
    [before] = [each for each in google(SET_UP)["tabs"] if each["name"] == name]
    again = linked["formats"][len(before["formats"]) :]
    text = {column for _, first, _, count, _ in again for column in range(first, first + count)}
    assert text == set(range(2, 61)) - {width + 1, width + 3}


def test_setting_up_twice_makes_nothing_twice() -> None:
    once, twice = google(SET_UP), google(SET_UP, SET_UP)
    assert twice["forms"] == once["forms"]
    assert [each["rows"] for each in twice["tabs"]] == [each["rows"] for each in once["tabs"]]
    assert "was there already" in twice["alerts"][1][1]


def test_what_was_stopped_half_way_is_finished_by_the_next_try() -> None:
    world = google(("stopAfter", 40), SET_UP, ("stopAfter", None), SET_UP)
    assert "was not finished" in world["alerts"][0][1]
    assert "goes on where it stopped" in world["alerts"][0][1]
    whole = google(SET_UP)
    bare = [[{**each, "id": None, "destination": None} for each in made["forms"]] for made in (world, whole)]
    assert [each["title"] for each in bare[0]] == [each["title"] for each in bare[1]]
    assert [[i["title"] for i in each["items"]] for each in bare[0]] == [
        [i["title"] for i in each["items"]] for each in bare[1]
    ]


@pytest.mark.parametrize(("said", "made"), [("YES", True), ("NO", False)])
def test_a_deleted_form_is_made_again_only_if_a_person_says_so(said: str, made: bool) -> None:
    world = google(SET_UP, ("deleteForm", JOIN), ("answer", said), SET_UP)
    assert (JOIN in [each["title"] for each in world["forms"]]) == made
    assert len(world["forms"]) == len(FORMS) - 1 + made
    lines = [line for line in tab(world, FORMS_TAB) if line[1] == "volunteer"]
    assert len(lines) == 1 + made, "the old form's tab stays listed: its answers are still read"
    assert "can’t be opened" in world["alerts"][1][1]


def test_a_second_hand_on_the_menu_changes_nothing() -> None:
    world = google(SET_UP, locked=True)
    assert world["forms"] == []
    assert "being done already" in world["alerts"][0][1]


def test_words_that_a_person_changed_in_the_form_are_written_down_by_the_next_set_up() -> None:
    world = google(
        SET_UP,
        ("retitle", ASK, "Your postcode", "Where do you live?"),
        ("reword", ASK, "How soon?", "This week", "Within seven days"),
        SET_UP,
    )
    told = tab(world, WORDS_TAB)
    assert ["help_request", "postcode", "title", "Where do you live?", ""] in told
    assert ["help_request", "postcode", "title", "Your postcode", ""] in told
    assert ["help_request", "urgency", "answer", "Within seven days", "this_week"] in told
    assert item(world, ASK, "Where do you live?")["kind"] == "TEXT", "Set up leaves a person's words alone"


def test_changed_definitions_reach_the_forms_only_when_asked_for(tmp_path: Path) -> None:
    new = "      - column: extra.pets\n        kind: text\n        label: Do you have a pet?\n        added:\n"
    new += (
        "          personal: personal\n          see: [director]\n          keep_months: 6\n          keep_after: it\n"
    )
    changed = reworded(
        tmp_path,
        ("This week", "In this very week"),
        ("      - column: who_again\n", new + "      - column: who_again\n"),
    )
    before = google(SET_UP)
    still = google(SET_UP, ("paste", changed), SET_UP)
    assert form(still, ASK)["items"] == form(before, ASK)["items"]
    world = google(SET_UP, ("deleteItem", ASK, "Which languages are easiest?"), ("paste", changed), UP_TO_DATE)
    titles = [each["title"] for each in form(world, ASK)["items"]]
    assert titles[titles.index("Do you have a pet?") + 1] == "Has somebody helped before who should come again?"
    assert "Which languages are easiest?" not in titles, "a question that a person deleted stays deleted"
    assert ["In this very week", None] in item(world, ASK, "How soon?")["choices"]
    told = tab(world, WORDS_TAB)
    assert ["help_request", "urgency", "answer", "This week", "this_week"] in told, "old answers keep their meaning"
    assert ["help_request", "urgency", "answer", "In this very week", "this_week"] in told
    assert len(world["forms"]) == len(FORMS)


def test_a_renamed_tab_of_answers_is_listed_under_its_new_name() -> None:
    world = google(SET_UP, ("renameTab", f"Answers: {SIGN}", "Signatures"), SET_UP)
    assert [line[4] for line in tab(world, FORMS_TAB) if line[1] == "organisation"] == ["Signatures"]


def test_what_never_leaves_the_book_is_asked_in_no_google_form(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = script.__globals__["TABLES"]
    monkeypatch.setitem(
        script.__globals__, "TABLES", tables | {"organisations": replace(tables["organisations"], sheet=False)}
    )
    text = script(FORMS, SETTINGS.community)
    assert f'"title": "{SIGN}"' not in text
    assert f'"title": "{ASK}"' in text


def test_the_script_asks_for_the_spreadsheet_it_stands_in_and_for_no_other() -> None:
    told = json.loads(CliRunner().invoke(cli, ["forms", "google-manifest"]).output)["oauthScopes"]
    assert {each.rpartition("/")[2] for each in told} == {"spreadsheets.currentonly", "forms", "script.container.ui"}
    assert "SpreadsheetApp.openBy" not in SCRIPT, "which needs leave for every spreadsheet of the account"
