"""Who may open the dashboard: mistakes in the list are named."""

from pathlib import Path

import pytest

from community.settings import load
from community.settings.load import SettingsError

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


@pytest.mark.parametrize("again", ["Hal Handler", "hal  HANDLER"])
def test_two_people_of_one_name_are_refused_since_undo_goes_by_name(tmp_path: Path, again: str) -> None:
    with pytest.raises(SettingsError, match=r"people\.3\.name: the same as people\.1\.name") as refused:
        load(listed(tmp_path, "Hal Handler", "Cora Coordinator", again))
    assert "Hal" not in str(refused.value)


def test_people_of_different_names_are_well(tmp_path: Path) -> None:
    assert len(load(listed(tmp_path, "Hal Handler", "Hal Handler-Smith")).people) == 2
