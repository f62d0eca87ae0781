"""Who is told of what can't wait: by which way, in which hours, of what. It stands in `people.toml`."""

import re
from collections.abc import Collection
from datetime import time
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, model_validator

from community.settings.frozen_settings import FrozenSettings
from community.settings.message_settings import Address, Plain
from community.tables.duty_reasons import DutyReason
from community.tables.vocabulary import ReachBy

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")


class PersonOnDuty(FrozenSettings):
    """Somebody who is told that something waits, by email or by text. What it is about is never sent."""

    who: Annotated[Plain, Field(min_length=1, max_length=60)] = Field(
        description="What they are called, such as `the coordinator on call`: a post rather than a name"
    )
    person: str = Field(
        "",
        repr=False,
        description="Their name as it stands in `[[people]]`. With it they never hear of a concern that names them",
    )
    email: Address = Field("", repr=False, description="The address that they are told at; or `text`")
    text: str = Field(
        "", repr=False, pattern=r"^(\+?[0-9][0-9 ]{8,18})?$", description="The mobile number that they are told at"
    )
    hears_of: tuple[DutyReason, ...] = Field(min_length=1, description="What they hear of; one or more")
    days: tuple[Day, ...] = Field(
        (),
        description="The days on which their hours begin; bank holidays and days of `closed_on` count as Sundays. "
        "Empty: every day",
    )
    hours_from: time | None = Field(None, description="When their hours begin, London time. Left out: at any hour")
    hours_until: time | None = Field(None, description="When they end; if that is earlier, on the next day")
    otherwise: Plain = Field(
        "",
        max_length=80,
        description="What to do where they can't open the dashboard, such as `ring the director on 07700 900456`. Left "
        "out: `ring the director`. It is not sent with a concern",
    )

    @model_validator(mode="after")
    def _can_be_told(self) -> Self:
        if bool(self.email) == bool(self.text):
            raise ValueError("give either email or text")
        if (self.hours_from is None) != (self.hours_until is None):
            raise ValueError("hours_from and hours_until need each other")
        if self.hours_from is not None and self.hours_from == self.hours_until:
            raise ValueError("hours_from and hours_until are the same; leave both out for any hour")
        return self

    @property
    def way(self) -> ReachBy:
        """The way by which they are told."""
        return ReachBy.EMAIL if self.email else ReachBy.TEXT


def read_duty(entries: object, names: Collection[str], *, file: str) -> tuple[dict[str, PersonOnDuty], tuple[str, ...]]:
    """By code, those of `[duty.CODE]` that are in order, and one line of words for each mistake, without its value.

    Unlike the list of people, one mistake does not silence the others: better that somebody is told.
    """
    if not isinstance(entries, dict):
        return {}, (f"{file}: each person on duty needs a part of their own, which begins with [duty.CODE]",)
    found: dict[str, PersonOnDuty] = {}
    mistakes: list[str] = []
    for number, (code, entry) in enumerate(entries.items(), 1):
        if not _CODE.fullmatch(code):
            mistakes.append(f"{file}, duty {number}: its code may have small letters, digits and underscores only")
            continue
        try:
            one = PersonOnDuty.model_validate(entry)
        except ValidationError as error:
            told = error.errors(include_input=False, include_url=False)
            mistakes += [f"{file}, {_place(code, each['loc'])}: {_plain(each['msg'])}" for each in told]
            continue
        if one.person and one.person not in names:
            mistakes.append(f"{file}, duty.{code}.person: nobody in [[people]] has this name")
            continue
        found[code] = one
    return found, tuple(mistakes)


def _place(code: str, loc: tuple[int | str, ...]) -> str:
    return ".".join(["duty", code, *(str(part + 1 if isinstance(part, int) else part) for part in loc)])


def _plain(said: str) -> str:
    return said.removeprefix("Value error, ")
