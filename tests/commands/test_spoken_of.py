"""A mention of a person in somebody else's record is listed with its field, and a person decides about it."""

import json
from pathlib import Path

import pytest

from community.book import Change
from tests.commands.household import TOLD_NO, Run, opened

ANN = {"name": "Ann O'Example-Smith", "telephone": "07700 900123", "email": "ann@example.org", "postcode": "BA1 5AW"}
SAID = {
    "note": "Ann OExample Smith next door has a key",
    "order": "Rang the neighbour (Smith, Ann O'Example)",
    "title": "Mrs Smith’s son will come",
    "number": "x" * 900 + " call the neighbour on +44 (0)7700 900 123, eves",
    "arabic": "الجارة ٠٧٧٠٠ ٩٠٠١٢٣",
    "email": "Write to ANN@example.org instead.",
}
OTHERS = {
    "first name": "Ann rang",
    "near": "Joanna O'Example Smithers has a key",
    "longer": "ann@example.org.uk, and 07700 900124",
    "part": "Channo Example smithy",
}


@pytest.fixture
def ann(run: Run) -> str:
    run("init")
    with opened() as book:
        return book.append("residents", ANN, by="web", key="ann").id


@pytest.fixture
def notes(ann: str) -> dict[str, str]:
    """By their words, calls with somebody else."""
    with opened() as book:
        other = book.append("residents", {"name": "Cy Other"}, by="web", key="cy").id
        return {
            what: book.append("contacts", {"about": other, "words": words, "status": "open"}, by="jo", key=what).id
            for what, words in (SAID | OTHERS).items()
        }


@pytest.mark.parametrize("command", ["export-person", "erase-person"])
def test_a_mention_by_name_number_or_email_is_listed_with_its_field(
    run: Run, ann: str, notes: dict[str, str], command: str
) -> None:
    said = run(command, ann).stdout
    assert {what for what, own in notes.items() if f"{own}:words" in said} == SAID.keys()
    assert "next door" not in said


def test_the_export_tells_where_and_never_what_was_said_of_somebody_else(
    run: Run, ann: str, notes: dict[str, str], home: Path
) -> None:
    run("export-person", ann)
    json_, text = sorted((home / "exports").iterdir())
    told = json.loads(json_.read_text())["mentions"]
    assert {(m["id"], m["field"]) for m in told} == {(notes[what], "words") for what in SAID}
    assert notes["note"] in text.read_text()
    assert "next door" not in json_.read_text() + text.read_text()


def test_what_was_said_once_why_it_was_decided_and_added_answers_count_too(run: Run, ann: str) -> None:
    with opened() as book:
        asked = {
            "name": "Cy Other",
            "status": "new",
            "extra.who_told_you": "Ann O'Example-Smith",
            "who_again": "Mrs Smith",
        }
        request = book.append("help_requests", asked, by="web", key="cy").id
        volunteer = book.append("volunteers", {"name": "Bo", "status": "ready", "about": "w"}, by="web", key="bo").id
        for now in ("knows Ann O’Example-Smith", "w"):
            was = book.get("volunteers", volunteer)["about"]  # type: ignore[index]
            book.act("correct", by="jo", changes=[Change("volunteers", volunteer, "about", was, now)])
        left = [Change("volunteers", volunteer, "status", "ready", "paused")]
        book.act("pause", by="jo", changes=left, reason="07700900123 rang: has the flu")
    said = run("erase-person", ann).stdout
    for place in (f"{request}:extra.who_told_you", f"{request}:who_again", f"{volunteer}:about", f"{volunteer}:reason"):
        assert place in said
    also = ("--also", f"{request}:extra.who_told_you", "--also", f"{volunteer}:about", "--also", f"{volunteer}:reason")
    run("erase-person", ann, *also, "--approved-by", "Jo Invented", "--yes")
    with opened() as book:
        row, changes = book.get("help_requests", request), book.changes(record_id=volunteer)
        assert row is not None
        assert (row["extra"], row["who_again"]) == (None, "Mrs Smith")
        assert not any("Example" in str(c["now"]) or c["reason"] for c in changes)
        volunteer_now = book.get("volunteers", volunteer)
        assert volunteer_now is not None
        assert (volunteer_now["status"], volunteer_now["about"]) == ("paused", None)


def test_a_mention_goes_only_when_it_is_named_and_an_old_backup_does_not_bring_it_back(
    run: Run, ann: str, notes: dict[str, str], home: Path
) -> None:
    copy = str(json.loads(run("backup", "--json").stdout)["file"])
    assert "speaking of this person" in run(
        "erase-person", ann, "--also", f"{notes['near']}:words", code=TOLD_NO
    ).stderr  # fmt: skip
    named = ("--also", f"{notes['note'].lower()}:words")
    run("erase-person", ann, *named, "--approved-by", "Jo Invented", "--yes")
    assert words(notes) == (SAID | OTHERS) | {"note": None}
    for file in home.glob("book.db*"):
        file.unlink()
    run("restore", copy)
    assert words(notes) == (SAID | OTHERS) | {"note": None}
    assert run("show", "residents", "--json").stdout.count("Ann") == 0


def words(notes: dict[str, str]) -> dict[str, str | None]:
    """What the calls say now."""
    with opened() as book:
        now = {row["id"]: row["words"] for row in book.rows("contacts")}
    return {what: now[own] for what, own in notes.items()}


def test_a_guardian_is_looked_for_in_words_as_well(run: Run, ann: str, notes: dict[str, str]) -> None:
    told = {
        "name": "Kim Young",
        "guardian_name": "Ben Second",
        "guardian_telephone": "07700 900555",
        "notes": "Ben Second came",
    }
    with opened() as book:
        young = book.append("volunteers", told | {"status": "ready"}, by="web", key="young").id
    for command in ("export-person", "erase-person"):
        assert f"{young}:notes" in run(command, young, "--as", "guardian").stdout
