"""Who may open the dashboard: the list is read as people type it, or refused with the line; the forms never mind."""

import re
from pathlib import Path

import pytest

from community.settings import Settings, load

PERSON = """
[[people]]
name = "{name}"
email = "{email}"
role = "call_handler"
"""


def listed(folder: Path, *names: str) -> dict[str, str]:
    people = "".join(PERSON.format(name=name, email=f"p{n}@example.org") for n, name in enumerate(names))
    (folder / "people.toml").write_text(people, "utf-8")
    return {"COMMUNITY_HOME": str(folder)}


def written(folder: Path, text: str | bytes) -> Settings:
    raw = text if isinstance(text, bytes) else text.encode()
    (folder / "people.toml").write_bytes(raw)
    return load({"COMMUNITY_HOME": str(folder)})


@pytest.mark.parametrize("again", ["Hal Handler", "hal  HANDLER"])
def test_two_people_of_one_name_are_refused_since_undo_goes_by_name(tmp_path: Path, again: str) -> None:
    settings = load(listed(tmp_path, "Hal Handler", "Cora Coordinator", again))
    assert settings.people == ()
    assert settings.people_mistakes == (
        "people.toml, line 13 (name): the same as people.toml, line 3 (name); each needs a name of their own",
    )


def test_people_of_different_names_are_well(tmp_path: Path) -> None:
    assert len(load(listed(tmp_path, "Hal Handler", "Hal Handler-Smith")).people) == 2


@pytest.mark.parametrize(
    "typed",
    [
        "hal@example.org ",
        "\u00a0hal@example.org",
        "Hal Handler <hal@example.org>",
        "<hal@example.org>",
        "mailto:hal@example.org",
        "\u200bhal\u200b@example.org\u202c",
        "hal\uff20example\uff0eorg",
    ],
)
def test_an_address_is_read_as_it_is_pasted(tmp_path: Path, typed: str) -> None:
    (person,) = written(tmp_path, PERSON.format(name=" Hal ", email=typed)).people
    assert (person.name, person.email) == ("Hal", "hal@example.org")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_file_is_read_as_editors_save_it(tmp_path: Path, encoding: str) -> None:
    text = PERSON.format(name="Zoë", email="zoe@example.org").replace("\n", "\r\n")
    (person,) = written(tmp_path, text.encode(encoding)).people
    assert person.name == "Zoë"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PERSON.format(name="Hal", email="hal at example.org"), "line 4 (email): one email address"),
        (PERSON.format(name="Hal", email="hal@example.org, cora@example.org"), "line 4 (email): one email address"),
        (PERSON.format(name="", email="hal@example.org"), "line 3 (name): empty"),
        (PERSON.format(name="Hal", email="hal@example.org").replace("call_handler", "boss"), "line 5 (role)"),
        (PERSON.format(name="Hal", email="hal@example.org") + 'hub = "keynsham"', "line 6 (hub): a coordinator"),
        (PERSON.format(name="Hal", email="hal@example.org") + 'subject = "7"', "line 2 (issuer): issuer and subject"),
        (PERSON.format(name="Hal", email="hal@example.org") + 'telephone = "x"', "line 6 (telephone)"),
        (PERSON.replace('"{name}"', "Hal").replace("{email}", "hal@example.org"), "line 3: not TOML"),
        (PERSON.format(name="Hal", email="hal@example.org."), "line 4 (email): one email address"),
        (
            PERSON.format(name="Hal", email="hal@example.org").replace("people", "person"),
            "line 2: not part of the list",
        ),
        (
            PERSON.format(name="Hal", email="hal@example.org").replace("people", "People"),
            "line 2: not part of the list",
        ),
        ("open = true\n" + PERSON.format(name="Hal", email="hal@example.org"), "line 1: not part of the list"),
        ("people = " + "[" * 100_000, "not TOML"),
        ("\0" * 9, "line 1: not TOML"),
        (PERSON.format(name="Hal", email="hal@example.org").encode("utf-16-le"), "not TOML"),
        ('people = "Hal"', "each person needs a part of their own"),
        (
            PERSON.format(name="Hal", email="hal@example.org") + PERSON.format(name="Cora", email=" HAL@example.org"),
            "line 9 (email): the same address as people.toml, line 4 (email)",
        ),
        (PERSON.format(name="Zoë", email="zoe@example.org").encode("cp1252"), "line 3: a letter that is not UTF-8"),
    ],
)
def test_what_can_not_be_read_is_told_with_its_line_and_without_its_value(
    tmp_path: Path, text: str | bytes, said: str
) -> None:
    settings = written(tmp_path, text)
    assert settings.people == (), "half a list would look whole"
    assert said in "\n".join(settings.people_mistakes)
    assert not any(value in "\n".join(settings.people_mistakes) for value in ("Hal", "hal", "Zoë"))


def test_a_list_written_in_one_line_is_refused_by_the_number_of_its_entry(tmp_path: Path) -> None:
    settings = written(tmp_path, 'people = [{ name = "Hal", email = "nothing", role = "call_handler" }]')
    assert settings.people_mistakes[0].startswith("people.toml, people.1.email: one email address")


DUTY = '[[people]]\nname = "Lena Lead"\nemail = "lena@example.org"\n'


def test_somebody_may_have_a_safeguarding_duty_and_no_role(tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_text(f'{DUTY}safeguarding = "chair"\n', "utf-8")
    (chair,) = load({"COMMUNITY_HOME": str(tmp_path)}).people
    assert (chair.role, chair.safeguarding) == (None, "chair")


@pytest.mark.parametrize(
    ("more", "why"),
    [("", r"role.*needs a role"), ('role = "director"\nsafeguarding = "chair"\n', "can't be the director")],
)
def test_an_entry_without_a_role_or_a_director_who_is_the_chair_is_refused(tmp_path: Path, more: str, why: str) -> None:
    (tmp_path / "people.toml").write_text(DUTY + more, "utf-8")
    settings = load({"COMMUNITY_HOME": str(tmp_path)})
    assert settings.people == ()
    assert re.search(why, " ".join(settings.people_mistakes))
