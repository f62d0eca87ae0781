import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.forms import Form, Submission, check_html, decided, error_words, load, page_html, validate
from community.places import Places
from community.settings import load as load_settings
from community.tables import TABLES
from community.tables.canonical import row, text
from community.tables.flags import Flag
from tests.forms.answers import HELP, ORGANISATION, SERVICE, VOLUNTEER, at

SETTINGS = load_settings()
FORMS = load(SETTINGS)
PLACES = Places.open(SETTINGS.home, SETTINGS.hubs)


def submit(form: str, base: dict[str, list[str]], **answers: object) -> Submission:
    """The base answers with some replaced; None takes one away, a word stands for a list of one."""
    told = base | {k.replace("__", "."): [v] if isinstance(v, str) else v for k, v in answers.items()}
    return validate(FORMS[form], {k: v for k, v in told.items() if v is not None}, places=PLACES)


def test_two_answers_are_enough_to_ask_for_help() -> None:
    submission = validate(FORMS["help_request"], {"tasks": ["shopping"], "telephone": ["0117 496 0001"]}, places=PLACES)
    assert submission.errors == ()
    assert submission.flags == ("postcode_missing",)
    assert {k: v for k, v in submission.values.items() if v} == {"tasks": "shopping", "telephone": "0117 496 0001"}


@pytest.mark.parametrize("way", ["telephone", "email", "address"])
def test_any_one_way_to_reach_a_resident_is_enough(way: str) -> None:
    assert validate(FORMS["help_request"], {"tasks": ["shopping"], way: ["x"]}).errors == ()


def test_without_a_way_to_reach_anybody_a_request_means_nothing() -> None:
    submission = validate(FORMS["help_request"], {"tasks": ["shopping"], "postcode": ["BA1 1AA"], "name": ["Ada"]})
    assert submission.errors == (("telephone", "no_way_to_reach"),)


def test_the_referrers_number_counts_only_when_somebody_asks_for_another() -> None:
    told = {"tasks": ["shopping"], "referrer_telephone": ["0117 496 0001"]}
    assert validate(FORMS["help_request"], told | {"for_whom": ["somebody_else"]}).errors == ()
    assert validate(FORMS["help_request"], told | {"for_whom": ["myself"]}).errors == (
        ("telephone", "no_way_to_reach"),
    )


def test_what_was_typed_on_a_page_that_is_no_longer_asked_is_not_kept() -> None:
    submission = submit("help_request", HELP, for_whom="myself", referrer_name="Grace Invented")
    assert submission.values["referrer_name"] is None


def test_all_errors_come_at_once_and_each_has_its_words() -> None:
    for form in FORMS.values():
        errors = validate(form, {}).errors
        # What a row means nothing without: of a complaint nothing but its words, of a newsletter the address.
        needed = {"complaint": 1, "newsletter": 1, "newsletter_stop": 1, "opportunity": 3}
        assert len(errors) == needed.get(form.form, 2), form.form
        assert all(error_words(form, error).endswith(".") for error in errors)


def test_any_time_is_no_word_for_a_need_and_every_word_for_a_volunteer() -> None:
    assert submit("help_request", HELP, slots=["any", "mon_morning"]).values["slots"] is None
    every = submit("volunteer", VOLUNTEER, slots=["any"]).values["slots"]
    assert isinstance(every, str)
    assert len(every.split("; ")) == 21


def test_not_being_sure_is_an_answer_that_stores_nothing() -> None:
    submission = submit(
        "volunteer", VOLUNTEER, tasks=["unsure"], how_many="unsure", in_person="unsure", takes_care="unsure"
    )
    assert [submission.values[c] for c in ("tasks", "how_many", "in_person", "takes_care")] == [None] * 4
    assert submission.errors == ()


def test_other_languages_are_kept_word_by_word_and_flagged() -> None:
    submission = submit("help_request", HELP, languages=["polish"], languages__other="Tigrinya, polish and Ελληνικά")
    assert submission.values["languages"] == "polish; tigrinya; ελληνικά"
    assert "outside_words" in submission.flags
    assert "outside_words" not in submit("help_request", HELP, languages=["polish"]).flags


def test_words_that_we_never_offered_are_kept_and_flagged() -> None:
    submission = submit("help_request", HELP, tasks=["shopping", "moonwalk"], urgency="never")
    assert (submission.values["tasks"], submission.values["urgency"]) == ("moonwalk; shopping", "never")
    assert "outside_words" in submission.flags


def test_a_number_that_is_none_is_left_out_and_flagged() -> None:
    for nonsense in ("many", "1e999", "NaN x", "１２３x", "--"):
        submission = submit("volunteer", VOLUNTEER, how_many=nonsense)
        assert submission.values["how_many"] is None
        assert "outside_words" in submission.flags


@pytest.mark.parametrize(
    ("form", "answers", "flag"),
    [
        ("help_request", {"telephone": "12"}, "telephone_odd"),
        ("help_request", {"telephone": "ask my son"}, "telephone_odd"),
        ("help_request", {"telephone": "ask my son", "email": None, "address": None}, "no_way_to_reach"),
        ("help_request", {"telephone": "no phone"}, "no_telephone"),
        ("help_request", {"telephone": "No phone.", "email": "none", "address": "n/a"}, "no_way_to_reach"),
        (
            "help_request",
            {"telephone": None, "email": None, "address": "NFA", "for_whom": "somebody_else"},
            "no_way_to_reach",
        ),
        ("help_request", {"address": "No fixed abode"}, "no_fixed_abode"),
        ("help_request", {"telephone": "0117 496 0001", "text_only": "yes"}, "text_to_landline"),
        ("help_request", {"email": "ada at example"}, "email_odd"),
        ("help_request", {"postcode": "round the corner"}, "postcode_odd"),
        ("help_request", {"postcode": "BA1 5ZZ"}, "postcode_unknown"),
        ("help_request", {"postcode": "AB10 1XG"}, "postcode_unknown"),
        ("help_request", {"postcode": None}, "postcode_missing"),
        ("help_request", {"details": "help " * 1000}, "long_answer"),
        ("help_request", {"name": "a" * 300}, "long_answer"),
        ("help_request", {"for_whom": "somebody_else", "they_agree": "no"}, "no_agreement"),
        ("help_request", {"for_whom": "somebody_else"}, "no_agreement"),
        ("volunteer", {"over_18": "no"}, "under_18"),
        ("volunteer", {"over_18": "no"}, "no_guardian_consent"),
        ("volunteer", {"takes_care": "yes"}, "at_risk"),
        ("organisation", {"may_sign": "no"}, "may_not_sign"),
        ("organisation", {"may_sign": None}, "may_not_sign"),
    ],
)
def test_what_looks_odd_is_flagged_for_a_person_and_never_refused(
    form: str, answers: dict[str, object], flag: str
) -> None:
    base = {"help_request": HELP, "volunteer": VOLUNTEER, "organisation": ORGANISATION, "service": SERVICE}[form]
    assert flag not in submit(form, base).flags
    submission = submit(form, base, **answers)
    assert flag in submission.flags
    assert submission.errors == ()
    assert set(submission.flags) <= set(Flag)


def test_a_guardian_who_agrees_leaves_only_the_age_to_look_at() -> None:
    submission = submit("volunteer", VOLUNTEER, over_18="no", guardian_consent="yes")
    assert submission.flags == ("under_18",)


@pytest.mark.parametrize(
    "number",
    [
        "0117 496 0001",
        "(0117) 496-0001",
        "+44 117 496 0001",
        "ring after 6 01174960001",
        "0117 496 0001 or my son",
        "0300 247 0050",
    ],
)
def test_numbers_are_read_however_they_are_written(number: str) -> None:
    submission = submit("help_request", HELP, telephone=number)
    assert submission.values["telephone"] == number
    assert "telephone_odd" not in submission.flags


def test_what_we_add_is_the_place_the_status_and_the_flags() -> None:
    volunteer = submit("volunteer", VOLUNTEER, over_18="no")
    added = decided(FORMS["volunteer"], volunteer, channel="web", now=at("2026-11-21T20:00Z"), flags=["too_fast"])
    assert added.pop("flags") == "no_guardian_consent; too_fast; under_18"
    assert added == {
        "status": "applied",
        "hub": volunteer.place and volunteer.place.hub,
        "easting": volunteer.place and volunteer.place.easting,
        "northing": volunteer.place and volunteer.place.northing,
        "sector": "BA1 1",
    }
    assert added["hub"] in SETTINGS.hubs
    request = decided(FORMS["help_request"], submit("help_request", HELP), channel="web", now=at("2026-11-21T20:00Z"))
    assert (request["channel"], request["status"], request["hub"]) == ("web", "new", added["hub"])
    signed = decided(
        FORMS["organisation"], submit("organisation", ORGANISATION), channel="web", now=at("2026-07-01T23:30Z")
    )
    assert (signed["status"], signed["signed_on"], signed.get("hub")) == ("offered", "2026-07-02", None)


def whatever(form: Form) -> st.SearchStrategy[dict[str, list[str]]]:
    """Posts that a browser, a machine or a vandal could send: right and wrong options, any text, in any number."""
    known = [code for q in form.questions.values() for code in [*q.options, "any", "unsure", "yes", "mon_morning"]]
    answer = st.one_of(st.text(max_size=200), st.sampled_from(known), st.characters().map(lambda c: c * 3000))
    names = [name for question in form.questions.values() for name in question.fields]
    return st.dictionaries(st.sampled_from(names), st.lists(answer, max_size=4))


@given(st.data())
def test_whatever_is_posted_is_read_drawn_and_ready_for_the_table(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(list(FORMS.values())))
    posted = data.draw(whatever(form))
    submission = validate(form, posted, places=PLACES)
    added = decided(form, submission, channel="web", now=at("2026-11-21T20:00Z"))
    stored = row(TABLES[form.table], submission.values | added)
    assert all(stored[c] == v for c, v in submission.values.items() if not c.startswith("extra."))
    assert set(submission.flags) <= set(Flag)
    for page in form.shown(posted):
        page_html(
            form, page, posted, errors=tuple(e for e in submission.errors if e[0] in [q.column for q in page.questions])
        )
    check_html(form, posted)


@given(st.text(max_size=3000))
def test_any_words_come_through_as_they_were_typed(words: str) -> None:
    submission = submit("help_request", HELP, name=words, details=words)
    assert submission.values["name"] == submission.values["details"] == text(words)
    again = submit(
        "help_request", HELP, name=submission.values["name"] or "", details=submission.values["details"] or ""
    )
    assert again.values == submission.values
