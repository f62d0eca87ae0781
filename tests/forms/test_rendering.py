"""What is drawn. Golden files are read by people: UPDATE_GOLDEN=1 writes them anew, then look at the difference."""

import os
import re
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.forms import Form, Problem, above_html, check_html, confirmation, done_html, load, page_html, validate
from community.forms.form_html import doubts, sections
from community.settings import load as load_settings
from tests.forms.answers import BASE, HELP, at

SETTINGS = load_settings()
FORMS = load(SETTINGS)
GOLDEN = Path(__file__).parent / "golden"
FORM_NAMES = sorted(FORMS)


def done(
    form: Form, answers: dict[str, list[str]], reference: str = "R-7K3Q-F2MX-4", now: str = "2026-11-23T10:00Z"
) -> str:
    sent = confirmation(form, validate(form, answers).values, reference, at(now))
    return done_html(form, sent, community=SETTINGS.community, now=at(now))


def every_page(form: Form, answers: dict[str, list[str]]) -> str:
    errors = validate(form, answers).errors
    return "\n<hr>\n".join(
        page_html(form, page, answers, errors=tuple(e for e in errors if e[0] in {q.column for q in page.questions}))
        for page in form.shown(answers)
    )


@pytest.mark.parametrize("name", FORM_NAMES)
@pytest.mark.parametrize("state", ["empty", "filled", "check", "done"])
def test_a_form_is_drawn_as_it_was_agreed(name: str, state: str) -> None:
    form = FORMS[name]
    drawn = {
        "empty": lambda: every_page(form, {}),
        "filled": lambda: every_page(form, BASE[name]),
        "check": lambda: check_html(form, BASE[name], state="SIGNED"),
        "done": lambda: done(form, BASE[name]),
    }[state]()
    path = GOLDEN / f"{name}-{state}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(drawn + "\n", "utf-8")
    assert drawn + "\n" == path.read_text("utf-8")


class Tags(HTMLParser):
    """Every element and attribute, as a browser would find them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def all_states(form: Form, answers: dict[str, list[str]]) -> str:
    problem = Problem("Not sent", "Try again.")
    return every_page(form, answers) + check_html(form, answers, problem=problem) + done(form, answers)


@given(st.data())
def test_nothing_typed_becomes_an_element(data: st.DataObject) -> None:
    form = FORMS[data.draw(st.sampled_from(FORM_NAMES))]
    hostile = st.sampled_from(
        [
            "<script>alert(1)</script>",
            '"><img src=x onerror=alert(1)>',
            "</textarea><svg onload=alert(1)>",
            "{{ 7*7 }}",
            "' autofocus onfocus=alert(1) '",
            "&lt;b&gt;",
        ]
    )
    words = data.draw(st.one_of(hostile, st.text(min_size=1, max_size=80)))
    typed = {q.column: [words] for q in form.questions.values() if not q.options and q.kind not in ("slots", "tick")}
    plain = {column: ["x"] for column in typed}
    base = BASE[form.form]
    drawn, expected = all_states(form, base | typed), all_states(form, base | plain)
    same = [(validate(form, base | t).errors, doubts(sections(form, base | t)).keys()) for t in (typed, plain)]
    if same[0] == same[1] and words.strip():
        told, want = Tags(drawn).found, Tags(expected).found
        assert [tag for tag, _ in told] == [tag for tag, _ in want]
        assert [a.keys() for _, a in told] == [a.keys() for _, a in want]


@pytest.mark.parametrize("name", FORM_NAMES)
def test_every_answer_is_still_there_when_the_page_is_drawn_again(name: str) -> None:
    html = every_page(FORMS[name], BASE[name])
    tags = Tags(html).found
    for column, answers in BASE[name].items():
        question = FORMS[name].questions[column]
        for answer in answers:
            if question.options or question.kind in ("slots", "tick"):
                assert any(a.get("name") == column and a.get("value") == answer and "checked" in a for _, a in tags)
            elif question.kind == "long_text":
                assert f">\n{answer.replace('&', '&amp;')}</textarea>" in html
            else:
                assert any(a.get("name") == column and a.get("value") == answer for _, a in tags)


@pytest.mark.parametrize("name", FORM_NAMES)
def test_every_id_is_there_once_and_every_description_and_label_finds_its_own(name: str) -> None:
    form = FORMS[name]
    for answers in ({}, BASE[name], {"for_whom": ["somebody_else"], "over_18": ["no"], "takes_care": ["yes"]}):
        errors = validate(form, answers).errors
        for page in form.shown(answers):
            tags = Tags(page_html(form, page, answers, errors=tuple(e for e in errors if e[0] in form.questions))).found
            ids = [a["id"] for _, a in tags if "id" in a]
            assert len(ids) == len(set(ids))
            for tag, a in tags:
                assert set((a.get("aria-describedby") or "").split()) <= set(ids)
                if tag == "label":
                    assert a["for"] in ids
                if tag in ("input", "textarea") and a.get("type") != "hidden":
                    assert a["id"] in {b["for"] for t, b in tags if t == "label"}


def test_nothing_is_asked_with_a_placeholder_an_asterisk_or_a_limit() -> None:
    for form in FORMS.values():
        html = every_page(form, {}) + every_page(form, BASE[form.form])
        assert not re.search(r"placeholder|maxlength|pattern=|<select|\*", html)
        assert "(optional)" not in html
        rest = any(not q.required for q in form.questions.values())
        assert html.count("Leave out the rest if you like.") == 2 * rest, "what is needed is said once in each walk"
        needed = {q.label for q in form.questions.values() if q.required and q.kind != "tick"}
        assert not rest or all(f"“{escape(label)}”" in html for label in needed)


def test_errors_are_listed_first_and_each_leads_to_its_question() -> None:
    form = FORMS["help_request"]
    html = page_html(form, form.pages[0], {}, errors=(("tasks", "missing"),))
    assert html.index('role="alert"') < html.index("<form")
    assert '<a href="#tasks">Tick what would help.' in html
    assert '<span class="visually-hidden">Error: </span>Tick what would help.' in html


def test_a_person_who_mistyped_a_way_to_reach_them_is_asked_to_look_again() -> None:
    form = FORMS["help_request"]
    mistyped = check_html(form, HELP | {"telephone": ["12"], "email": ["not@@an email"], "postcode": ["NONSENSE 99"]})
    assert mistyped.count("Is it right?") == 3
    assert "does not look like a telephone number. Is it right?" in mistyped
    assert "Is it right?" not in check_html(form, HELP)


def test_words_fit_whom_the_help_is_for() -> None:
    form = FORMS["help_request"]
    reach = form.page("reach")
    assert reach is not None
    for_me, for_them = page_html(form, reach, {}), page_html(form, reach, {"for_whom": ["somebody_else"]})
    assert ("Your telephone number" in for_me, "Their telephone number" in for_me) == (True, False)
    assert ("Your telephone number" in for_them, "Their telephone number" in for_them) == (False, True)
    assert 'autocomplete="tel"' in for_me
    assert 'autocomplete="tel"' not in for_them


def test_tasks_by_telephone_come_first_for_those_who_take_care_and_all_are_still_there() -> None:
    form = FORMS["volunteer"]
    page = form.page("tasks")
    assert page is not None

    def order(answers: dict[str, list[str]]) -> list[str]:
        tags = Tags(page_html(form, page, answers)).found
        return [str(a["value"]) for _, a in tags if a.get("name") == "tasks"]

    usual, careful = order({}), order({"takes_care": ["yes"]})
    assert careful[:2] == ["phone_call", "technology"]
    assert sorted(careful) == sorted(usual)


def test_each_task_says_which_check_it_needs_and_why() -> None:
    page = FORMS["volunteer"].page("tasks")
    assert page is not None
    html = page_html(FORMS["volunteer"], page, {})
    assert (
        html.count("Enhanced DBS check with the barred list") == 2 * 2
    )  # shopping and lifts: under each, and in the list
    assert "is not a regulated activity" in html


def test_words_that_somebody_wrote_among_the_kinds_of_help_never_reach_the_last_page() -> None:
    form = FORMS["help_request"]
    told = HELP | {"tasks": ["food_parcel", "my heart pills"], "tasks.other": ["my rent"], "urgency": ["at once"]}
    sent = confirmation(form, validate(form, told).values, "R-7K3Q-F2MX-4", at("2026-11-23T10:00Z"))
    assert dict(sent.codes) == {"for_whom": ("myself",), "tasks": ("food_parcel",)}


def test_the_last_page_says_until_when_and_whom_to_ring() -> None:
    html = done(FORMS["help_request"], HELP)
    assert "We will ring you by Tuesday 24 November, 5 pm." in html
    assert "R-7K3Q-F2MX-4" in html
    assert 'href="tel:03002470050"' in html
    words = re.sub(r"<[^>]+>", " ", html[: html.index("<h2>What happens next")]).split()
    assert len(words) <= 45, "what is copied by hand is short"


OPEN, SUNDAY, BANK_HOLIDAY = "2026-11-23T10:00Z", "2026-11-29T20:00Z", "2026-12-28T11:00Z"


def test_a_person_who_needs_help_today_is_asked_to_ring_while_somebody_is_there() -> None:
    html = done(FORMS["help_request"], HELP | {"urgency": ["today"]})
    assert "We will ring you by Monday 23 November, 2 pm." in html
    assert "We are open until 5 pm. Please ring us now as well: 0300 247 0050." in html
    assert "Please ring us now" not in done(FORMS["help_request"], HELP)


@pytest.mark.parametrize(
    ("now", "by", "opens"),
    [
        (SUNDAY, "Monday 30 November, 1 pm", "Monday 30 November, 9 am"),
        (BANK_HOLIDAY, "Tuesday 29 December, 1 pm", "Tuesday 29 December, 9 am"),
    ],
)
def test_a_person_who_needs_help_today_while_we_are_shut_is_told_so_and_whom_to_ring(
    now: str, by: str, opens: str
) -> None:
    html = done(FORMS["help_request"], HELP | {"tasks": ["housing_advice"], "urgency": ["today"]}, now=now)
    assert f"We will ring you by {by}." in html
    assert f"We are closed until {opens}." in html
    assert "ring us now" not in html
    assert "tel:08088004444" in html  # somewhere to sleep
    assert "18001" in html


def test_a_last_page_that_is_opened_again_tells_the_hours_of_now_and_nothing_once_the_promise_is_over() -> None:
    form = FORMS["help_request"]
    values = validate(form, HELP | {"urgency": ["today"]}).values
    sent = confirmation(form, values, "R-7K3Q-F2MX-4", at(SUNDAY))
    at_nine = done_html(form, sent, community=SETTINGS.community, now=at("2026-11-30T09:10Z"))
    assert "We are open until 5 pm" in at_nine
    assert "We are closed" not in at_nine
    later = done_html(form, sent, community=SETTINGS.community, now=at("2026-12-06T09:10Z"))
    assert "We are closed" not in later
    assert "Not heard from us by then?" in later


@pytest.mark.parametrize("now", [OPEN, SUNDAY])
def test_medicine_that_is_needed_today_is_the_chemists_or_111s_first(now: str) -> None:
    html = done(FORMS["help_request"], HELP | {"tasks": ["prescription"], "urgency": ["today"]}, now=now)
    assert "For medicine today, try these first." in html
    assert html.index("Your chemist") < html.index("tel:111") < html.index("What happens next")


def test_the_check_page_says_the_same_before_anything_is_sent() -> None:
    answers = HELP | {"tasks": ["prescription"], "urgency": ["today"]}
    above = above_html(FORMS["help_request"], None, answers, SETTINGS.community, at(SUNDAY))
    assert "We are closed until Monday 30 November, 9 am." in above
    assert "tel:111" in above
    assert above_html(FORMS["help_request"], None, HELP, SETTINGS.community, at(OPEN)) == ""


def test_words_that_may_mean_danger_are_answered_on_the_next_page_and_never_stop_anybody() -> None:
    form = FORMS["help_request"]
    answers = HELP | {"details": ["I just want to end it all"]}
    for name, told in [("help", False), ("when", True), ("fit", False), (None, True)]:
        page = form.page(name) if name else None
        html = above_html(form, page, answers, SETTINGS.community, at(SUNDAY))
        assert ("tel:116123" in html) is told, name
        if told:
            assert html.index("tel:116123") < html.index("tel:999")
            assert all(words in html for words in ("tel:111", "85258", "18001", "999 BSL", "text 999"))
    assert not validate(form, answers).errors
    assert "crisis_words" in validate(form, answers).flags


def test_a_person_who_is_being_hurt_sees_999_first() -> None:
    answers = HELP | {"details": ["He hits me"]}
    form = FORMS["help_request"]
    html = above_html(form, form.page("when"), answers, SETTINGS.community, at(OPEN))
    assert html.index("tel:999") < html.index("tel:116123")
    assert "Please ring us now as well" in html
