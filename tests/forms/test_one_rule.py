"""What a form says at the question is what follows from the answer."""

import pytest

from community.forms import confirmation, decided, done_html, load, validate
from community.settings import Community
from community.settings import load as load_settings
from community.tables.column import AFTER_COMPLAINT, AFTER_LEAVING, AFTER_REQUEST, WHILE_IN_DIRECTORY, WHILE_LISTED
from tests.forms.answers import HELP, ORGANISATION, VOLUNTEER, at

SETTINGS = load_settings()
FORMS = load(SETTINGS)


def flags(form: str, answers: dict[str, list[str]], **more: str) -> set[str]:
    return set(validate(FORMS[form], answers | {name: [value] for name, value in more.items()}).flags)


@pytest.mark.parametrize(
    ("paid_by", "words"),
    [
        ("ask", "We tell you who pays before you apply."),
        ("us", "We pay for it"),
        ("volunteer", "You pay for it yourself."),
    ],
)
def test_who_pays_for_a_check_is_said_as_the_settings_say(paid_by: str, words: str) -> None:
    community = Community(**(SETTINGS.community.model_dump() | {"checks_paid_by": paid_by}))
    told = load(SETTINGS.model_copy(update={"community": community}))["volunteer"].questions["tasks"].checks or ""
    assert words in told
    assert "A basic check costs £21.50, volunteers too." in told
    assert "Standard and enhanced checks are free for volunteers." in told


def test_a_person_who_asks_for_somebody_else_is_never_turned_away_and_the_hub_sees_what_is_missing() -> None:
    somebody = {"for_whom": ["somebody_else"]}
    form = FORMS["help_request"]
    for agrees in ({}, {"they_agree": ["no"]}, {"they_agree": ["unable"]}):
        assert not validate(form, HELP | somebody | agrees).errors
        assert "no_agreement" in flags("help_request", HELP | somebody | agrees)
    assert "cannot_agree" in flags("help_request", HELP | somebody, they_agree="unable", speaks_for="nobody")
    assert not flags("help_request", HELP | somebody, they_agree="yes")
    assert "nobody goes without help for want of an answer" in (form.questions["they_agree"].hint or "")


def test_what_is_about_health_is_kept_with_a_yes_of_its_own_or_a_person_asks() -> None:
    assert "health_unasked" in flags("help_request", HELP, access_needs="I am deaf")
    assert "health_unasked" in flags("help_request", HELP, access_needs="I am deaf", health_consent="no")
    assert not flags("help_request", HELP, access_needs="I am deaf", health_consent="yes")
    assert not flags("help_request", HELP)
    assert "health_unasked" in flags("volunteer", VOLUNTEER, takes_care="yes")
    assert flags("volunteer", VOLUNTEER, takes_care="yes", health_consent="yes") == {"at_risk"}


def test_how_long_answers_are_kept_is_said_under_the_form_as_the_tables_keep_it() -> None:
    told = {name: " ".join(form.privacy.split()) for name, form in FORMS.items()}
    assert (AFTER_REQUEST.months, AFTER_LEAVING.months, WHILE_LISTED.months) == (24, 12, 6)
    assert "for two years after" in told["help_request"]
    assert "for a year after you leave or were last in touch" in told["volunteer"]
    assert "until six months after the organisation leaves" in told["organisation"]
    assert WHILE_IN_DIRECTORY.months == 6
    assert "until six months after the entry is taken off the site" in told["service"]
    assert AFTER_COMPLAINT.months == 24
    assert "until two years after we have answered" in told["complaint"]


def test_older_people_are_told_at_the_question_what_the_matching_then_does() -> None:
    hint = FORMS["volunteer"].questions["takes_care"].hint or ""
    assert "by telephone" in hint
    assert "only if you choose “In person”" in hint
    assert "never inside a home" in hint


@pytest.mark.parametrize("answers", [{"may_sign": "no"}, {"signs_charter": "no"}, {"may_sign": "unsure"}])
def test_nobody_is_thanked_for_signing_who_did_not_sign_and_nobody_is_refused(answers: dict[str, str]) -> None:
    form = FORMS["organisation"]
    given = ORGANISATION | {name: [value] for name, value in answers.items()} | {"commitments": []}
    submission = validate(form, given)
    sent = confirmation(form, submission.values, "O-7K3Q-F2MX-4", at("2026-11-23T10:00Z"))
    html = done_html(form, sent, community=SETTINGS.community, now=sent.came)
    assert form.done.given(sent.codes).title == "Thank you. We have your answers"
    assert "Nothing is printed before that." in html
    assert not submission.errors
    assert {"not_signed", "may_not_sign"} & set(submission.flags)
    assert decided(form, submission, channel="web", now=sent.came)["signed_on"] is None


def test_an_organisation_that_signs_without_a_promise_has_signed_and_promised_nothing() -> None:
    form = FORMS["organisation"]
    submission = validate(form, ORGANISATION | {"commitments": []})
    sent = confirmation(form, submission.values, "O-7K3Q-F2MX-4", at("2026-11-23T10:00Z"))
    assert form.done.given(sent.codes).title == "You have signed the charter"
    assert not submission.flags
    assert decided(form, submission, channel="web", now=sent.came)["signed_on"] == "2026-11-23"
