"""Whatever is answered on Google's form is what the web form would have made of it."""

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.forms import Form, Question, decided, validate
from community.forms.form_model import ANY, UNSURE
from community.tables.canonical import moment, text
from community.tables.vocabulary import SLOTS
from sheets_sync.answers import take_in
from tests.forms.answers import HELP, ORGANISATION, SERVICE, VOLUNTEER
from tests.sheets_sync.answers.google_writes import serial, tab, walk
from tests.sheets_sync.answers.machines import FORMS, NOBODY, NOW, PLACES

STAMP = serial("2026-11-21T20:21:48.123")
Posted = dict[str, list[str]]
ASKED_THERE = [name for name, form in FORMS.items() if not form.only_here]

_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(
    lambda words: text(words) == words
)
_OWN_WORDS = st.lists(
    st.sampled_from(["Tigrinya", "polish", "Bengali", "and", "Welsh", "any", "English", "bsl", "Ελληνικά"]),
    min_size=1,
    max_size=4,
)


@st.composite
def posted_to(draw: st.DrawFn, form: Form) -> Posted:
    """Answers as a browser posts them: page by page, each only where it is asked."""
    posted: Posted = {}
    for page in form.pages:
        if page.shown(posted):
            for question in page.questions:
                if draw(st.booleans()):
                    posted |= draw(_answer(question))
    return posted


def _answer(question: Question) -> st.SearchStrategy[Posted]:
    column = question.column
    codes = [*question.options, *([UNSURE] if question.unsure else []), *([ANY] if question.any else [])]
    match question.kind:
        case "tick":
            return st.just({column: ["yes"]})
        case "one":
            return st.sampled_from(codes).map(lambda code: {column: [code]})
        case "slots":
            return st.lists(st.sampled_from([*SLOTS, *codes]), min_size=1, unique=True).map(lambda c: {column: c})
        case "many":
            ticked = st.lists(st.sampled_from(codes), min_size=1, unique=True).map(lambda c: {column: c})
            if not question.other:
                return ticked
            own = _OWN_WORDS.flatmap(lambda words: st.sampled_from([", ".join(words), " ".join(words)]))
            return st.tuples(ticked, own).map(lambda both: both[0] | {f"{column}.other": [both[1]]}) | ticked
        case _:
            return _WORDS.map(lambda words: {column: [words]})


def taken(form: Form, posted: Posted) -> dict[str, object]:
    """What the row holds that is made of these answers on Google's form."""
    answers = take_in(
        {"Answers": tab(form, (STAMP, posted))},
        FORMS,
        places=PLACES,
        known=NOBODY,
        now=NOW,
        zone=ZoneInfo("Europe/London"),
        marks={"Answers": form.form},
    )
    assert answers.changes == answers.aside == []
    assert len(answers.rows) == bool(posted)
    return dict(answers.rows[0].values) if posted else {}


def on_the_web(form: Form, posted: Posted) -> dict[str, object]:
    """What the web form makes of the same answers; what it would ask for again is flagged."""
    submission = validate(form, posted, places=PLACES)
    again = {"missing": "answer_missing", "no_way_to_reach": "no_way_to_reach"}
    flags = {again[code] for _, code in submission.errors}
    came = moment("2026-11-21T20:21:48.123Z")
    return {**submission.values, **decided(form, submission, channel="google_form", now=came, flags=flags)}


@pytest.mark.parametrize("name", ASKED_THERE)
@given(data=st.data())
def test_any_answers_on_googles_form_are_what_the_web_form_makes_of_them(name: str, data: st.DataObject) -> None:
    form = FORMS[name]
    posted = data.draw(posted_to(form))
    assert taken(form, posted) == (on_the_web(form, posted) if posted else {})


@pytest.mark.parametrize("name", ASKED_THERE)
@given(data=st.data())
def test_googles_form_asks_exactly_what_the_web_form_asks(name: str, data: st.DataObject) -> None:
    form = FORMS[name]
    posted = data.draw(posted_to(form))
    asked = [item.column for section in walk(form, posted) for item in section.items if item.part != ANY]
    assert sorted(asked) == sorted(question.column for question in form.asked(posted))


@pytest.mark.parametrize(
    ("name", "posted"),
    [("help_request", HELP), ("volunteer", VOLUNTEER), ("organisation", ORGANISATION), ("service", SERVICE)],
)
def test_whole_answers_raise_no_flag_and_carry_where_they_came_from(name: str, posted: Posted) -> None:
    row = taken(FORMS[name], posted)
    assert row["flags"] is None
    assert row["status"] == FORMS[name].status
    assert row.get("channel", "google_form") == "google_form"


def test_somebody_elses_name_and_number_are_theirs_and_ours_are_ours() -> None:
    posted = {
        "for_whom": ["somebody_else"],
        "tasks": ["shopping"],
        "referrer_name": ["Grace Invented"],
        "referrer_telephone": ["0117 496 0002"],
        "name": ["Ada Invented"],
        "telephone": ["0117 496 0001"],
    }
    row = taken(FORMS["help_request"], posted)
    assert (row["referrer_name"], row["name"]) == ("Grace Invented", "Ada Invented")
    assert (row["referrer_telephone"], row["telephone"]) == ("0117 496 0002", "0117 496 0001")
