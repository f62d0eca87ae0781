"""The languages beside English in which people can ask for help and join: which, and who has read them."""

from typing import Annotated

from pydantic import AfterValidator, Field

from community.settings.frozen_settings import FrozenSettings
from community.wording import Language, language, languages


def _has_catalogue(code: str) -> str:
    if code not in languages():
        raise ValueError(f"there is no catalogue of this language; there are {', '.join(languages())}")
    return code


LanguageCode = Annotated[str, AfterValidator(_has_catalogue)]
"""The code of a language that has a catalogue in `community/wording/catalogues`."""


class SpokenLanguage(FrozenSettings):
    """A language in which the pages and forms to ask for help and to join can be read and filled in."""

    read_by: str = Field(
        "",
        description="Who has read all of it and speaks it: a name or a role, for your own records, shown nowhere. Left "
        "out, the language appears in the invented town only, so that somebody can read it there",
    )
    words: dict[str, str] = Field(
        {},
        description="Your own words: what stands in these settings (a kind of help, your hours, a helpline) or on a "
        "form in English, and then in this language. They go before ours",
    )

    def spoken(self, code: str) -> Language:
        """The language of this code, with these words."""
        return language(code, tuple(self.words.items()))
