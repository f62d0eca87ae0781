"""What a form says at the question is what follows from the answer."""

import pytest

from community.forms import load, validate
from community.settings import Community
from community.settings import load as load_settings
from tests.forms.answers import HELP, VOLUNTEER

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


def test_whoever_asks_for_somebody_else_is_never_turned_away_and_a_person_sees_what_is_missing() -> None:
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


def test_older_people_are_told_at_the_question_what_the_matching_then_does() -> None:
    hint = FORMS["volunteer"].questions["takes_care"].hint or ""
    assert "by telephone" in hint
    assert "only if you choose “In person”" in hint
    assert "never inside a home" in hint
