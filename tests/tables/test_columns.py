"""Every column is decided about before it can hold anybody's words."""

import pytest

from community.tables import TABLES
from community.tables.column import AFTER_ACCIDENT, AFTER_CONCERN, ALWAYS, ANY_TABLE
from community.tables.roles import COORDINATORS, DIRECTOR, EVERYONE, NOBODY

COLUMNS = [(table, column) for table in TABLES.values() for column in table.columns]
IDS = [f"{table.name}.{column.name}" for table, column in COLUMNS]
META = {"id", "at", "by", "changed_at", "void", "action"}
# What a stranger's answer can be about nobody: the class is a decision, and this list is where it was taken.
TOLD_BY_NOBODY = {"help_requests.channel"}


def test_every_column_is_classed_with_who_sees_it_and_how_long_it_is_kept(subtests: pytest.Subtests) -> None:
    for table, column in COLUMNS:
        with subtests.test(f"{table.name}.{column.name}"):
            assert column.personal in {"no", "personal", "special"}, "decide whether it is about a person"
            # What is kept apart or sealed is nobody's by their role, and nothing else is nobody's.
            sealed = table.name == "concerns" or (table.name, column.name) == ("door_keys", "code")
            audiences = {NOBODY} if sealed else {DIRECTOR, COORDINATORS, EVERYONE}
            assert column.see in audiences, "decide who may see it"
            assert column.keep is not None, "decide how long it is kept"
            assert column.means[:1].strip(), "say what it means"


def test_what_is_about_a_person_is_not_kept_for_ever(subtests: pytest.Subtests) -> None:
    for table, column in COLUMNS:
        with subtests.test(f"{table.name}.{column.name}"):
            if column.personal == "no":
                assert column.keep == ALWAYS
                continue
            assert column.keep is not None
            assert column.keep.months is not None, "data about a person has an end"
            # A concern is needed long after: when somebody asks, years later, what was known and done. A setting
            # says how long.
            # Of an accident somebody may claim for three years.
            longer = {("concerns", AFTER_CONCERN), ("accidents", AFTER_ACCIDENT)}
            assert column.keep.months <= 24 or (table.name, column.keep) in longer


def test_nothing_about_a_person_is_printed_on_the_public_site() -> None:
    printed = [name for (_, c), name in zip(COLUMNS, IDS, strict=True) if c.public and c.personal != "no"]
    assert not printed, ", ".join(printed)


def test_answers_of_people_are_personal_unless_somebody_decided_otherwise() -> None:
    plain = {f"{t.name}.{c.name}" for t, c in COLUMNS if c.origin == "told" and c.personal == "no"}
    assert plain - {f"{t.name}.{c.name}" for t, c in COLUMNS if c.public} == TOLD_BY_NOBODY


def test_free_words_about_a_person_are_never_called_plain() -> None:
    assert [
        name for (t, c), name in zip(COLUMNS, IDS, strict=True) if c.kind == "long_text" and c.personal == "no"
    ] == ["organisations.what_we_do", "services.what", "opportunities.what", "sessions.what"]


def test_letters_of_tables_are_capital_and_each_its_own() -> None:
    letters = [table.letter for table in TABLES.values()]
    assert len(set(letters)) == len(letters)
    assert all(letter.isascii() and letter.isupper() and len(letter) in (1, 2) for letter in letters)
    assert "Z" not in letters, "changes have that one"


def test_a_table_names_each_column_once_and_none_like_the_book_s_own(subtests: pytest.Subtests) -> None:
    for table in TABLES.values():
        with subtests.test(table.name):
            names = [column.name for column in table.columns]
            assert len(set(names)) == len(names)
            assert not META & set(names)
            assert all(name.isidentifier() and name == name.lower() for name in names)


def test_a_reference_says_which_table_it_leads_to(subtests: pytest.Subtests) -> None:
    for table, column in COLUMNS:
        with subtests.test(f"{table.name}.{column.name}"):
            assert (column.refers_to in {*TABLES, ANY_TABLE}) == (column.kind in ("ref", "refs"))


def test_the_words_of_a_list_can_be_told_apart_when_they_are_joined(subtests: pytest.Subtests) -> None:
    for table, column in COLUMNS:
        with subtests.test(f"{table.name}.{column.name}"):
            for word in column.words or ():
                assert word == word.strip()
                assert word
                assert ";" not in word
            assert len(set(column.words or ())) == len(column.words or ())
            assert column.kind == "yes_no" or column.words is None or column.kind in ("code", "codes")


def test_only_what_a_volunteer_needs_at_the_door_is_released_to_them() -> None:
    released = {f"{t.name}.{c.name}" for t, c in COLUMNS if c.released}
    assert released == {
        f"residents.{name}"
        for name in ("name", "telephone", "text_only", "postcode", "address", "access_needs", "hazards")
    }


def test_no_certificate_is_kept() -> None:
    checks = set(TABLES["checks"].by_name)
    assert checks == {"volunteer_id", "kind", "level", "number", "seen_on", "seen_by", "renew_on"}
    number = TABLES["checks"]["number"]
    assert number.keep is not None
    assert (number.keep.months or 99) <= 6, "certificate information at most six months"


def test_the_list_of_erased_records_holds_ids_and_hashes_only() -> None:
    assert set(TABLES["erasures"].by_name) == {"table_name", "record_id", "key_hash"}
