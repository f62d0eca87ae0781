"""What the settings give a role besides what is built in: it counts like anything else, and is never too much."""

from pathlib import Path

import pytest

import community.casework as cw
from community.casework.permissions import granted, user_can
from community.settings import SettingsError, load
from community.tables.roles import Grant, Role
from community.tables.verbs import Verb
from tests.checkout import ROOT


def told(folder: Path, more: str) -> dict[str, str]:
    file = folder / "community.toml"
    file.write_text((ROOT / "community.toml").read_text("utf-8") + more, encoding="utf-8")
    return {"COMMUNITY_HOME": str(folder), "COMMUNITY_TOML": str(file)}


def test_a_role_gets_more_and_keeps_what_it_has(tmp_path: Path) -> None:
    settings = load(told(tmp_path, '\n[roles.call_handler]\ngrants = ["see_figures", "share_out"]\n'))
    user = cw.User("Hal", Role.CALL_HANDLER, more=frozenset(settings.roles[Role.CALL_HANDLER].grants))
    assert granted(user, Grant.SEE_FIGURES)
    assert user_can(user, Verb.SHARE_OUT)
    assert user_can(user, Verb.TRIAGE)
    assert not user_can(user, Verb.APPROVE)
    assert not granted(cw.User("Hal", Role.CALL_HANDLER), Grant.SEE_FIGURES)


@pytest.mark.parametrize(
    "more",
    [
        '[roles.trustee]\ngrants = ["approve"]',
        '[roles.volunteer]\ngrants = ["approve"]',
        '[roles.call_handler]\ngrants = ["aprove"]',
        '[roles.call_handler]\ngrants = ["agree_to_erase"]',
    ],
)
def test_too_much_is_refused_at_the_start(tmp_path: Path, more: str) -> None:
    with pytest.raises(SettingsError, match="roles"):
        load(told(tmp_path, f"\n{more}\n"))
