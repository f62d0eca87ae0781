"""A question that a community writes into its settings: where it is asked, and what is refused at the start."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from community.errors import UserFacingError
from community.forms import Form, FormsError, check_html, google, load, page_html, validate
from community.settings import ExtraQuestion
from community.settings import load as load_settings
from community.settings.form_settings import Name
from community.tables.canonical import text
from tests.checkout import ROOT, files
from tests.forms.answers import HELP, VOLUNTEER
from tests.forms.own_questions import ANSWERS, KEPT, settings_asking


def columns(form: Form, page: str) -> list[str]:
    found = form.page(page)
    assert found
    return [question.column for question in found.questions]


def test_each_stands_where_the_settings_want_it_and_by_itself_before_the_last_box_to_tick(tmp_path: Path) -> None:
    forms = load(settings_asking(tmp_path))
    assert columns(forms["help_request"], "fit")[:3] == ["access_needs", "extra.door", "extra.pets"]
    last = ["extra.story", "extra.lift", "extra.told_by", "extra.moved_in", "extra.floor"]
    assert columns(forms["help_request"], "reach")[-5:] == last
    assert columns(forms["volunteer"], "last")[-2:] == ["extra.shirt", "consent"]
    assert "extra.door" in columns(forms["referral"], "them")
    assert forms["help_request"].questions["extra.moved_in"].hint == "For example, 24/12/2026."
    kept = forms["help_request"].questions["extra.door"].added
    assert kept
    assert kept.kept == "24 months after the request was closed, or nobody came back to it"
    again = settings_asking(tmp_path, "")
    assert "extra.door" not in load(again)["help_request"].questions, "nothing is remembered of other settings"


def test_what_is_told_is_kept_in_one_form_and_what_cannot_be_read_as_it_was_written(tmp_path: Path) -> None:
    form = load(settings_asking(tmp_path))["help_request"]
    told = validate(form, HELP | ANSWERS)
    assert {name.removeprefix("extra."): v for name, v in told.values.items() if name.startswith("extra.")} == KEPT
    assert not told.flags
    odd = HELP | {"extra.floor": ["the top"], "extra.moved_in": ["long ago"], "extra.told_by": ["parrot"]}
    found = validate(form, odd)
    assert found.errors == ()
    assert set(found.flags) == {"number_odd", "date_odd", "outside_words"}
    assert (found.values["extra.floor"], found.values["extra.moved_in"]) == ("the top", "long ago")
    page = check_html(form, odd)
    assert "This does not look like a number. Is it right?" in page
    assert "Which &lt;b&gt;door&lt;/b&gt; &amp; bell?" in page_html(form, form.pages[2], {})


def test_one_that_is_needed_says_so_and_names_itself(tmp_path: Path) -> None:
    form = load(settings_asking(tmp_path))["volunteer"]
    page = form.pages[-1]
    errors = validate(form, VOLUNTEER).errors
    assert errors == (("extra.shirt", "missing"),)
    shown = page_html(form, page, VOLUNTEER, errors=errors)
    assert shown.count("We need an answer to “Which size of T-shirt?”") == 2
    assert validate(form, VOLUNTEER | {"extra.shirt": ["small"]}).errors == ()


def test_google_s_form_asks_it_too(tmp_path: Path) -> None:
    form = load(settings_asking(tmp_path))["help_request"]
    asked = {item.column: item for section in google.sections(form) for item in section.items}
    kinds = {name: asked[f"extra.{name}"].asked for name in KEPT}
    assert kinds == {
        "door": "text", "story": "paragraph", "lift": "choice", "told_by": "choice", "pets": "checkboxes",
        "moved_in": "text", "floor": "text",
    }  # fmt: skip


_ONE = 'forms = ["volunteer"]\nlabel = "A?"\nkind = "text"\n'


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (f"[extra_questions.x]\n{_ONE.replace('volunteer', 'volunter')}", "there is no form volunter"),
        (f"[extra_questions.x]\n{_ONE.replace('volunteer', 'concern_adult')}", "what they tell is sealed"),
        (f"[extra_questions.x]\n{_ONE.replace('volunteer', 'complaint_director')}", "what they tell is sealed"),
        (f"[extra_questions.x]\n{_ONE.replace('volunteer', 'complaint')}", "complaint asks nothing more"),
        (f"[extra_questions.x]\n{_ONE.replace('volunteer', 'newsletter')}", "newsletter asks nothing more"),
        (f"[extra_questions.x]\n{_ONE}[extra_questions.x]\n{_ONE}", "this stands twice"),
        (f"[extra_questions.'Two words']\n{_ONE}", "a name is at most 40 small letters"),
        (f"[extra_questions.{'x' * 41}]\n{_ONE}", "a name is at most 40 small letters"),
        (f"[extra_questions.telephone]\n{_ONE}", "has this name already"),
        (f"[extra_questions.notes]\n{_ONE}", "has this name already"),
        (f"[extra_questions.id]\n{_ONE}", "has this name already"),
        (f"[extra_questions.heard_from]\n{_ONE}", "has this name already"),
        (f"[extra_questions.x]\n{_ONE.replace('text', 'menu')}", "extra_questions.x.kind: Input should be"),
        (f"[extra_questions.x]\n{_ONE.replace('text', 'one')}", "options: one and many need them"),
        (f"[extra_questions.x]\n{_ONE}options = {{ a = 'A' }}", "no other kind has any"),
        (f"[extra_questions.x]\n{_ONE.replace('text', 'one')}options = {{ any = 'A' }}", "means something else"),
        (f"[extra_questions.x]\n{_ONE}after = 'nothing'", "volunteer does not ask nothing before this"),
        (f"[extra_questions.x]\n{_ONE}colour = 'red'", "extra_questions.x.colour"),
        (f"[extra_questions.x]\n{_ONE.replace('A?', ' ')}", "words on one line are needed"),
        (f"[extra_questions.x]\n{_ONE.replace('volunteer', 'help_request')}required = true", "needs help is held up"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_in_words_before_anything_starts(tmp_path: Path, words: str, why: str) -> None:
    with pytest.raises(UserFacingError, match=re.escape(why)):
        load(settings_asking(tmp_path, words))


def test_the_example_in_the_recipe_is_asked(tmp_path: Path) -> None:
    recipe = (ROOT / "docs/changing-it.md").read_text("utf-8").split("## A question of your own")[1].split("\n## ")[0]
    lines = [line.strip() for line in recipe.splitlines() if line.startswith(" " * 8)]
    forms = load(settings_asking(tmp_path, "\n".join(lines)))
    assert {name for name, form in forms.items() if "extra.told_by" in form.questions} == {"help_request", "referral"}


def test_every_name_under_which_the_program_keeps_something_is_refused(tmp_path: Path) -> None:
    code = "\n".join(path.read_text("utf-8") for path in files("community/*.py", "sheets_sync/*.py", "dashboard/*.py"))
    listed = re.search(r"^LIST_FILE.* = (.*)$", code, re.MULTILINE)
    assert listed
    ours = {*re.findall(r'"extra\.([a-z_]+)"', code), *re.findall(r'"(\w+)"', listed[1])}
    assert {"contact_since", "list_mark", "until"} <= ours
    for name in ours:
        with pytest.raises(UserFacingError, match=f"{name}: .* has this name already"):
            load(settings_asking(tmp_path, f"[extra_questions.{name}]\n{_ONE}"))


_NAMED = TypeAdapter(dict[Name, ExtraQuestion])
_SETTINGS = load_settings()


def asked_alone(name: str, **told: object) -> Form:
    """The form of an enquiry, with this question. Raises ValidationError, FormsError."""
    questions = _NAMED.validate_python({name: {"forms": ["enquiry"], "kind": "text", "label": "A?"} | told})
    return load(_SETTINGS.model_copy(update={"extra_questions": questions}))["enquiry"]


@given(name=st.text(min_size=1, max_size=45) | st.from_regex(r"[a-z][a-z0-9_]*", fullmatch=True), label=st.text())
def test_any_name_and_label_is_refused_or_asked_as_it_stands(name: str, label: str) -> None:
    try:
        form = asked_alone(name, label=label)
    except (ValidationError, FormsError):
        return
    assert form.questions[f"extra.{name}"].label == " ".join(label.split())
    inside = page_html(form, form.pages[0], {}).split(f'for="extra.{name}">')[1].split("</label>")[0]
    assert "<" not in inside
    assert unescape(inside) == " ".join(label.split())


@given(st.text(max_size=60) | st.from_regex(r"-?[0-9,.]{1,15}", fullmatch=True))
def test_whatever_is_written_for_a_number_is_kept(words: str) -> None:
    found = validate(asked_alone("many", kind="number"), {"extra.many": [words]})
    kept = found.values["extra.many"]
    if "number_odd" in found.flags:
        assert kept == text(words)
    elif kept is not None:
        assert float(str(kept)) == float(words.replace(",", ""))
    else:
        assert text(words) is None
