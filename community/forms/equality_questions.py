"""The questions about equality: asked of whoever wants to answer, apart from every form, and joined to nobody."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

_FILE = Path(__file__).with_suffix(".toml")
RATHER_NOT = "rather_not"
WHO = "who"
GROUPS = {"asked": "I ask for help", "volunteer": "I volunteer"}
"""What somebody is here as. Answers are counted for each of these by itself."""


class EqualityQuestion(BaseModel):
    """One question: how it is asked, what its figures are called, and the answers by code."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    ask: str
    short: str
    options: dict[str, str] = Field(min_length=2)

    @property
    def lines(self) -> Mapping[str, str]:
        """The answers that may be chosen, by code."""
        return self.options | {RATHER_NOT: "I would rather not say"}


@cache
def equality_questions() -> Mapping[str, EqualityQuestion]:
    """The questions by name, in the order in which they are asked."""
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {name: EqualityQuestion.model_validate(each) for name, each in told.items()}


def answers_given(posted: Mapping[str, str]) -> list[tuple[str, str]]:
    """The answers in what a browser sent, each with its question: `volunteer.age`. Anything else is left out."""
    group = posted.get(WHO, "")
    if group not in GROUPS:
        return []
    asked = equality_questions().items()
    return [(f"{group}.{name}", posted[name]) for name, each in asked if posted.get(name) in each.lines]
