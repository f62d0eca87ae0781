"""Forms as a community has them: which are asked on Google's website, and its own questions."""

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from community.settings.frozen_settings import FrozenSettings
from community.tables.canonical import split

LONGEST_NAME = 40


class GoogleForm(FrozenSettings):
    """A form that is asked on Google's website: the page of that form leads there."""

    address: Annotated[str, Field(pattern=r"^https://(docs\.google\.com/forms/|forms\.gle/)[!-~]+$")] = Field(
        description="The form's address to share, from the tab Forms of the spreadsheet"
    )


def _plain_line(words: str) -> str:
    """One line of plain words: drawn, printed and sent to Google as it stands, so nothing in it may be invisible."""
    line = " ".join(words.split())
    if not line or not line.isprintable():
        raise ValueError("words on one line are needed, without signs that nobody sees")
    return line


def _name(code: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", code) or len(code) > LONGEST_NAME:
        raise ValueError(
            f"a name is at most {LONGEST_NAME} small letters and digits, begins with a letter, and has _ for a blank"
        )
    return code


Name = Annotated[str, AfterValidator(_name)]
"""The name of a question of a community's own, and the code of an answer to it."""
Line = Annotated[str, Field(max_length=200), AfterValidator(_plain_line)]


class ExtraQuestion(FrozenSettings):
    """A question of your own. It is asked on the form, and its answer stands in the book as `extra.NAME`."""

    forms: tuple[str, ...] = Field(
        min_length=1, description="The forms that ask it, by name: see [the forms](forms.md)"
    )
    after: str = Field(
        "", description="The column after whose question it comes; left out, it is last, before a box to tick"
    )
    label: Line = Field(description="The question, as people read it")
    short: Line | None = Field(None, description="Few words for it, above the answer; left out, the question")
    hint: Line | None = Field(None, description="A line under the question that helps to answer it")
    kind: Literal["text", "long_text", "yes_no", "one", "many", "date", "number"] = Field(
        description="A line, several lines, yes or no, one or several of the options, a day, or a number"
    )
    options: dict[Name, Line] = Field(
        {}, description="For one and many: each answer's code, which never changes, and its words"
    )
    required: bool = Field(False, description="true: nobody can send the form without an answer")

    @model_validator(mode="after")
    def _has_its_options(self) -> Self:
        if (self.kind in ("one", "many")) != bool(self.options):
            raise ValueError('options: one and many need them, as { dog = "A dog" }, and no other kind has any')
        return self

    @property
    def choices(self) -> dict[str, str]:
        """Code -> words of the answers to choose from."""
        return {"yes": "Yes", "no": "No"} if self.kind == "yes_no" else self.options

    def in_words(self, answer: str) -> str:
        """An answer as it was read when it was given."""
        return ", ".join(self.choices.get(code, code) for code in split(answer)) if self.choices else answer
