"""Names, numbers and addresses of invented people, and the words they use."""

import random
import re
import tomllib
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from faker import Faker

# Speakers of one of these languages have names that are usual in it.
LOCALES = {
    "polish": "pl_PL",
    "romanian": "ro_RO",
    "ukrainian": "uk_UA",
    "arabic": "ar_AA",
    "bengali": "bn_BD",
    "cantonese": "zh_TW",
}
# Numbers that Ofcom keeps for films and books, so that nobody's telephone can ever ring: for mobiles, for no area,
# Bristol, London and Cardiff. https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
MOBILE = "07700 900{:03}"
LANDLINES = ("01632 960{:03}", "0117 496 0{:03}", "020 7946 0{:03}", "029 2018 0{:03}")
_WHOLE = re.compile("|".join(shape.partition("{")[0].replace(" ", "") + r"\d{3}" for shape in (MOBILE, *LANDLINES)))


def is_whole(telephone: str) -> bool:
    """Whether one of the town's numbers stands in this, whole."""
    return _WHOLE.search(telephone.replace(" ", "")) is not None


@cache
def words(name: str) -> dict[str, Any]:
    """The words of `words/NAME.toml`."""
    return tomllib.loads((Path(__file__).parent / "words" / f"{name}.toml").read_text("utf-8"))


class Cast:
    """Makes up people. The same seed makes up the same ones in the same order."""

    def __init__(self, seed: int) -> None:
        """Shuffle the telephone numbers; names are made as they are wanted."""
        self._lots = random.Random(f"{seed}:cast")
        self._fakers: dict[str, Faker] = {}
        self._seed = seed
        self._mobiles = self._shuffled([MOBILE])
        self._landlines = self._shuffled(list(LANDLINES))
        self._given = 0

    def name(self, languages: list[str] | None = None, *, title: bool = False) -> str:
        """A name; of somebody who speaks the first of these languages, if it is one we have names for."""
        locale = next((LOCALES[code] for code in languages or [] if code in LOCALES), "en_GB")
        faker = self._faker(locale)
        if title and locale == "en_GB":
            return str(faker.name())
        first, last = str(faker.first_name()), str(faker.last_name())
        return f"{last}{first}" if locale == "zh_TW" else f"{first} {last}"

    def address(self) -> str:
        """House and street."""
        return str(self._faker("en_GB").street_address()).replace("\n", ", ")

    def email(self, name: str) -> str:
        """An address at example.org that nobody else in the town has."""
        self._given += 1
        plain = "".join(c for c in name.lower() if c.isascii() and c.isalpha())
        return f"{plain or 'neighbour'}{self._given}@example.org"

    def telephone(self, *, mobile: bool) -> str:
        """A number that nobody else in the town has, as long as there are some: one may be of the other kind."""
        first, second = (self._mobiles, self._landlines) if mobile else (self._landlines, self._mobiles)
        if not first and not second:
            self._mobiles, self._landlines = self._shuffled([MOBILE]), self._shuffled(list(LANDLINES))
            return self.telephone(mobile=mobile)
        return (first or second).pop()

    def _faker(self, locale: str) -> Faker:
        if locale not in self._fakers:
            self._fakers[locale] = Faker(locale)
            self._fakers[locale].seed_instance(f"{self._seed}:{locale}")
        return self._fakers[locale]

    def _shuffled(self, shapes: list[str]) -> list[str]:
        numbers = list(chain.from_iterable((shape.format(n) for n in range(1000)) for shape in shapes))
        self._lots.shuffle(numbers)
        return numbers
