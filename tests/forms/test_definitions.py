import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from community.forms import FormsError, load
from community.forms.load_definitions import DEFINITIONS
from community.places import FLAGS as PLACE_FLAGS
from community.settings import load as load_settings
from community.tables.flags import Flag
from tests.checkout import ROOT

SETTINGS = load_settings()


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str, str, str], tuple[list[str], int]]:
    """Break one line of a shipped form. Returns the mistakes, and the line that was broken."""

    def broken(form: str, good: str, bad: str) -> tuple[list[str], int]:
        text = (DEFINITIONS / f"{form}.yml").read_text("utf-8")
        assert good in text
        line = text[: text.index(good)].count("\n") + 1 + (len(bad) - len(bad.lstrip("\n")))
        (tmp_path / f"{form}.yml").write_text(text.replace(good, bad, 1), "utf-8")
        with pytest.raises(FormsError) as stopped:
            load(SETTINGS, tmp_path)
        return [str(mistake) for mistake in stopped.value.mistakes], line

    return broken


def test_the_forms_fit_the_tables_and_the_settings() -> None:
    assert {name: form.table for name, form in load(SETTINGS).items()} == {
        "help_request": "help_requests",
        "organisation": "organisations",
        "service": "services",
        "booking": "bookings",
        "complaint": "complaints",
        "enquiry": "enquiries",
        "newsletter": "subscribers",
        "newsletter_stop": "subscribers",
        "offer": "services",
        "opportunity": "opportunities",
        "referral": "help_requests",
        "volunteer": "volunteers",
    }


@pytest.mark.parametrize(
    ("form", "good", "bad", "words"),
    [
        (
            "volunteer",
            "column: about",
            "column: hobbies",
            "volunteers has no column hobbies; an added question is called",
        ),
        ("volunteer", "column: about", "column: notes", "notes is decided by us"),
        ("volunteer", "column: about", "column: name", "name is asked twice"),
        ("volunteer", "column: extra.heard_from", "column: extra.Heard", "String should match pattern"),
        (
            "volunteer",
            "options: task_types.offer",
            "options: {gardening: Dig a garden}",
            "there is no task type gardening",
        ),
        ("volunteer", "options: task_types.offer", "options: tasks", "`tasks` is no list of options"),
        ("volunteer", "bus: By bus", "tram: By tram", "travel knows no tram"),
        ("volunteer", '"8": Up to 5 miles', "far: Up to 5 miles", "max_distance_km can't hold far"),
        ("volunteer", 'in_person: "no"', "in_person: never", "in_person has no option never"),
        ("volunteer", 'over_18: "no"', 'age: "17"', "age is not asked before"),
        ("volunteer", "autocomplete: tel", "autocomplete: phone", "browsers know no autocomplete phone"),
        ("volunteer", "flag: at_risk", "flag: risky", "there is no flag risky"),
        ("volunteer", "{run_by}", "{boss}", "the settings of the community hold no `boss`"),
        ("volunteer", "kind: slots", "kind: long_text", "slots holds codes"),
        ("volunteer", "status: applied", "status: keen", "volunteers knows no status keen"),
        ("volunteer", "minutes: 5", "minutes: 50", "less than or equal to 10"),
        ("volunteer", "button: Send it", "button: Send it\nbutton: Twice", "`button` is said twice"),
        ("volunteer", "kind: many", "kind: [many", "not YAML"),
        ("help_request", "table: help_requests", "table: wishes", "there is no table wishes"),
        ("referral", "for_whom: somebody_else", "for_whom: anybody", "help_requests can't hold anybody"),
        ("referral", "for_whom: somebody_else", "urgency: today", "urgency is asked as well"),
        ("help_request", "page: fit", "page: when", "there are two pages when"),
        ("help_request", "postcode_missing", "no_postcode", "there is no flag no_postcode"),
        ("help_request", "form: help_request", "form: help", "this file is called help_request"),
        ("organisation", "one_of: [telephone, email]", "one_of: [fax, email]", "fax is not asked on this page"),
    ],
)
def test_a_mistake_stops_the_build_with_its_file_and_line(
    broken: Callable[[str, str, str], tuple[list[str], int]], form: str, good: str, bad: str, words: str
) -> None:
    mistakes, line = broken(form, good, bad)
    found = [mistake for mistake in mistakes if words in mistake]
    assert found, mistakes
    at = int(found[0].split(":")[1])
    assert found[0].startswith(f"{form}.yml:")
    assert abs(at - line) <= 2, f"{found[0]} is said of line {at}, it is line {line}"


def test_an_added_question_without_its_class_and_keeping_is_refused(tmp_path: Path) -> None:
    text = (DEFINITIONS / "volunteer.yml").read_text("utf-8")
    start, end = text.index("        added:\n"), text.index("      - column: consent")
    (tmp_path / "volunteer.yml").write_text(text[:start] + text[end:], "utf-8")
    with pytest.raises(FormsError, match=r"volunteer\.yml:\d+: extra\.heard_from needs its class and keeping"):
        load(SETTINGS, tmp_path)


def test_a_required_question_without_words_for_its_error_is_refused(tmp_path: Path) -> None:
    text = (DEFINITIONS / "help_request.yml").read_text("utf-8")
    start, end = text.index("        errors:\n"), text.index("      - column: details")
    (tmp_path / "help_request.yml").write_text(text[:start] + text[end:], "utf-8")
    with pytest.raises(FormsError, match=r"help_request\.yml:\d+: tasks is required, so it needs the words"):
        load(SETTINGS, tmp_path)


def test_a_question_required_with_another_needs_it_on_its_page_and_words_for_its_error(tmp_path: Path) -> None:
    text = (DEFINITIONS / "concerns" / "complaint_director.yml").read_text("utf-8")
    start, end = text.index("        errors:\n          missing: Touch"), text.index("      - column: reporter_email")
    odd = (text[:start] + text[end:]).replace("required_with: reporter_telephone", "required_with: what")
    (tmp_path / "complaint_director.yml").write_text(odd, "utf-8")
    with pytest.raises(FormsError, match="safe_to_ring is required, so it needs the words") as refused:
        load(SETTINGS, tmp_path)
    assert "what is not asked on this page" in str(refused.value)


def test_every_mistake_of_every_file_is_named_at_once(tmp_path: Path) -> None:
    for name in ("volunteer", "organisation"):
        text = (DEFINITIONS / f"{name}.yml").read_text("utf-8")
        (tmp_path / f"{name}.yml").write_text(
            text.replace("column: name", "column: nom").replace("tel\n", "fax\n"), "utf-8"
        )
    with pytest.raises(FormsError) as stopped:
        load(SETTINGS, tmp_path)
    assert [m.file for m in stopped.value.mistakes] == ["organisation.yml"] * 2 + ["volunteer.yml"] * 2


def test_an_empty_folder_is_a_mistake_too(tmp_path: Path) -> None:
    with pytest.raises(FormsError, match="no form"):
        load(SETTINGS, tmp_path)


def test_the_check_ends_with_one_and_the_place_when_a_definition_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "help_request.yml").write_text("form: help_request\ntabel: help_requests\n", "utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "community.forms", str(tmp_path)], cwd=ROOT, capture_output=True, text=True
    )
    assert told.returncode == 1
    assert "help_request.yml:2: tabel: Extra inputs are not permitted" in told.stderr


def test_every_option_of_a_vocabulary_is_offered_or_left_out_on_purpose() -> None:
    urgency = load(SETTINGS)["help_request"].questions["urgency"]
    assert list(urgency.options) == ["today", "two_days", "this_week", "whenever"]


def test_every_task_type_is_asked_or_offered_with_its_check_and_why() -> None:
    forms = load(SETTINGS)
    asked, offered = forms["help_request"].questions["tasks"].options, forms["volunteer"].questions["tasks"].options
    assert asked.keys() | offered.keys() == SETTINGS.task_types.keys()
    assert all(option.check and option.why for option in offered.values())
    assert all(SETTINGS.task_types[code].dbs_why == option.why for code, option in offered.items())


def test_every_flag_that_a_place_can_carry_has_words() -> None:
    assert set(PLACE_FLAGS) <= set(Flag)


def test_a_file_is_parsed_once_and_anew_once_it_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, parsed = tmp_path / "organisation.yml", list[str]()
    text = (DEFINITIONS / "organisation.yml").read_text("utf-8").replace("title:", "title: Anew,", 1)

    def compose(text: str, **options: Any) -> Any:
        parsed.append(text)
        return compose_yaml(text, **options)

    compose_yaml = yaml.compose
    monkeypatch.setattr(yaml, "compose", compose)
    for words in (text, text, f"{text}# A remark\n", f"{text}odd: yes\n", f"{text}odd: yes\n"):
        file.write_text(words, "utf-8")
        if "odd" in words:
            with pytest.raises(FormsError) as stopped:
                load(SETTINGS, tmp_path)
            assert len(stopped.value.mistakes) == 1
        else:
            assert load(SETTINGS, tmp_path)["organisation"].title.startswith("Anew,")
    assert len(parsed) == 3


def test_every_sentence_that_people_read_is_short() -> None:
    def texts(part: object) -> Iterator[str]:
        if isinstance(part, str):
            yield part
        for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list | tuple) else ():
            yield from texts(inner)

    for form in load(SETTINGS).values():
        sentences = [each for text in texts(form.model_dump()) for each in re.split(r"[.?!:](?:\s|$)", text)]
        # The reasons for the checks quote the law; they stand folded up, below.
        reasons = {each for task in SETTINGS.task_types.values() for each in re.split(r"[.?!:](?:\s|$)", task.dbs_why)}
        assert [each for each in sentences if len(each.split()) > 25 and each not in reasons] == []


def test_every_promise_of_the_charter_can_be_ticked() -> None:
    charter = (ROOT / "site" / "charter" / "index.md").read_text("utf-8")
    promises = load(SETTINGS)["organisation"].questions["commitments"].options
    assert [f"**{option.label}**" in charter for option in promises.values()] == [True] * len(promises)


def test_what_was_changed_since_is_in_the_forms_that_are_loaded_next(tmp_path: Path) -> None:
    """They are kept while nothing changes; the order of the task types is theirs on the form."""
    file = tmp_path / "volunteer.yml"
    written = (DEFINITIONS / file.name).read_text("utf-8")
    file.write_text(written, "utf-8")
    before = load(SETTINGS, tmp_path)["volunteer"]
    assert load(SETTINGS, tmp_path)["volunteer"] == before
    file.write_text(written.replace("minutes: 5", "minutes: 6"), "utf-8")
    assert (before.minutes, load(SETTINGS, tmp_path)["volunteer"].minutes) == (5, 6)
    turned = SETTINGS.model_copy(update={"task_types": dict(reversed(SETTINGS.task_types.items()))})
    offered = [list(form.questions["tasks"].options) for form in (before, load(turned, tmp_path)["volunteer"])]
    assert offered[1] == offered[0][::-1]
