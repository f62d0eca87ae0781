"""The settings of what a role may do besides what is built in."""

from typing import Annotated

from pydantic import AfterValidator, Field

from community.settings.frozen_settings import FrozenSettings
from community.tables.roles import EVERYONE, Grant, Role
from community.tables.verbs import Verb

_NEVER_MORE = frozenset({Verb.ASK_ERASURE, Grant.AGREE_TO_ERASE, Grant.WORK_HERE})
"""Two people erase, and each of them is chosen by law and not by a setting."""


def _is_a_grant(code: str) -> str:
    if code not in {*Verb, *Grant} - _NEVER_MORE:
        raise ValueError("no such action or grant: docs/roles.md lists them, with _ for each blank")
    return code


def _may_have_more(role: Role) -> Role:
    # A trustee reads nothing about a person, and whoever opens a link does one thing to one record.
    if role not in EVERYONE:
        raise ValueError("only a director, a coordinator or a call_handler can be given more")
    return role


GivenRole = Annotated[Role, AfterValidator(_may_have_more)]


class MoreForRole(FrozenSettings):
    """What a role may do besides what is built in."""

    grants: tuple[Annotated[str, AfterValidator(_is_a_grant)], ...] = Field(
        (),
        description="Actions and grants as [the roles](roles.md) list them, each blank a `_`. Nothing built in is "
        "taken away, and no column is opened",
    )
