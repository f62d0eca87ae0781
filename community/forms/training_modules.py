"""The modules of training on demand: their questions, and how the answers are marked. The pages are Markdown."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, model_validator

_FILE = Path(__file__).with_suffix(".toml")
MAY_BE_WRONG = 1
"""So many answers of a module may be wrong, and it is passed all the same."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ModuleQuestion(_Part):
    """One question, its answers, which of them is right, and why."""

    ask: str
    options: dict[str, str] = Field(min_length=2)
    right: str
    why: str

    @model_validator(mode="after")
    def _right_is_offered(self) -> "ModuleQuestion":
        if self.right not in self.options:
            raise ValueError("the right answer is among the options")
        return self


class TrainingModule(_Part):
    """A module: what it is called, two letters that begin the code of its certificate, and its questions."""

    name: str
    letters: str = Field(pattern="^[A-Z]{2}$")
    questions: tuple[ModuleQuestion, ...] = Field(min_length=1)

    def field(self, number: int) -> str:
        """The name under which a browser sends the answer to this question, from 1."""
        return f"q{number}"


@dataclass(frozen=True)
class Marked:
    """What came of a module's questions."""

    right: int
    of: int
    wrong: tuple[int, ...]
    """The numbers of the questions, from 1, that were answered wrongly."""

    @property
    def passed(self) -> bool:
        """Whether that is enough."""
        return len(self.wrong) <= MAY_BE_WRONG

    @property
    def score(self) -> int:
        """Out of 100."""
        return round(100 * self.right / self.of)


@cache
def training_modules() -> Mapping[str, TrainingModule]:
    """The modules by name, in the order in which they are best taken."""
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {name: TrainingModule.model_validate(each) for name, each in told.items()}


def unanswered_questions(module: TrainingModule, answers: Mapping[str, str]) -> list[int]:
    """The numbers of the questions that have no answer of theirs."""
    asked = enumerate(module.questions, 1)
    return [number for number, question in asked if answers.get(module.field(number)) not in question.options]


def mark(module: TrainingModule, answers: Mapping[str, str]) -> Marked:
    """The answers, marked. One that is missing is wrong."""
    asked = enumerate(module.questions, 1)
    wrong = tuple(number for number, question in asked if answers.get(module.field(number)) != question.right)
    return Marked(len(module.questions) - len(wrong), len(module.questions), wrong)
