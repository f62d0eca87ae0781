"""People at a hub whom anybody may ring, by name, because they agreed to it. They stand in `people.toml`."""

from collections.abc import Collection
from datetime import date
from typing import Annotated

from pydantic import Field, ValidationError

from community.settings.frozen_settings import FrozenSettings
from community.settings.message_settings import Plain

MOST = 3
"""So many of a hub are named; more is a list, and nobody knows whom to ring."""


class HubContact(FrozenSettings):
    """Somebody whose name stands on the public page of their hub."""

    hub: str = Field(description="The hub's code")
    name: Annotated[Plain, Field(min_length=1, max_length=60)] = Field(
        description="The name as it is printed; a first name is enough"
    )
    knows: Annotated[Plain, Field(max_length=80)] = Field(
        "", description="What to ask them about, in a few words, such as `lifts and shopping in Saltford`"
    )
    telephone: str = Field(
        "",
        pattern=r"^(\+?[0-9][0-9 ]{8,18})?$",
        description="The number that they gave for this. Left out: the hub's. It is public, so better not their own",
    )
    agreed_on: date = Field(description="The day on which they agreed to stand there; without it they don't")


def read_contacts(
    entries: object, hubs: Collection[str], *, file: str
) -> tuple[tuple[HubContact, ...], tuple[str, ...]]:
    """Those of `[[hub_contacts]]` that are in order, and one line of words for each mistake, without its value.

    A mistake takes that one from the site and leaves the others.
    """
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        return (), (f"{file}: each contact needs a part of their own, which begins with [[hub_contacts]]",)
    found: list[HubContact] = []
    mistakes: list[str] = []
    for number, entry in enumerate(entries, 1):
        try:
            one = HubContact.model_validate(entry)
        except ValidationError as error:
            told = error.errors(include_input=False, include_url=False)
            mistakes += [f"{file}, hub_contacts.{number}.{each['loc'][0]}: {each['msg']}" for each in told]
            continue
        if one.hub not in hubs:
            mistakes.append(f"{file}, hub_contacts.{number}.hub: no such hub")
        elif sum(each.hub == one.hub for each in found) == MOST:
            mistakes.append(f"{file}, hub_contacts.{number}.hub: a hub names at most {MOST} people")
        else:
            found.append(one)
    return tuple(found), tuple(mistakes)
