"""The people who ask for help in the invented town: where they live and how they are reached."""

import random
from dataclasses import dataclass, field

from community.demo.demo_names import words
from community.demo.demo_phrases import Said
from community.demo.demo_town import Town
from community.places import Place
from community.tables.vocabulary import Agrees, ReachBy

RELATIONS = ("daughter", "son", "neighbour", "district nurse", "social prescriber", "niece", "warden", "friend")


@dataclass(eq=False)
class Household:
    """One person who asks, with what they say of themselves."""

    number: int
    name: str = field(repr=False)
    telephone: str | None = field(repr=False)
    email: str | None = field(repr=False)
    address: str | None = field(repr=False)
    home: Place = field(repr=False)
    typed_postcode: str | None = field(repr=False)
    languages: list[str]
    reach_by: list[str]
    text_only: bool
    access: str | None
    referrer: dict[str, str | None] | None = field(repr=False)
    said: Said = field(repr=False)
    asked: int = 0

    @property
    def typed_oddly(self) -> bool:
        """Whether the postcode is not as we would write it: call handlers type it well."""
        return self.typed_postcode != self.home.postcode


def add_household(lots: random.Random, town: Town, said: Said) -> Household:
    """Somebody new who asks for this."""
    foreign = [code for code in said.languages if code != "english"]
    languages = list(said.languages) or (["english"] if lots.random() < 0.5 else [])
    text_only = "bsl" in languages or lots.random() < 0.04
    name = town.cast.name(foreign, title=lots.random() < 0.5)
    has_telephone = lots.random() < 0.94
    email = town.cast.email(name) if lots.random() < (0.3 if has_telephone else 0.7) else None
    address = town.cast.address() if lots.random() < 0.8 or not (has_telephone or email) else None
    home = town.home(lots, asking=True)
    town.households += 1
    return Household(
        number=town.households,
        name=name,
        telephone=_spoken(lots, town.cast.telephone(mobile=text_only or lots.random() < 0.3))
        if has_telephone
        else None,
        email=email.replace("@", " at ") if email and lots.random() < 0.02 else email,
        address=address,
        home=home,
        typed_postcode=_typed(lots, home),
        languages=languages,
        reach_by=[lots.choice([*[ReachBy.TELEPHONE] * 3, ReachBy.EMAIL, ReachBy.LETTER])]
        if lots.random() < 0.4
        else [],
        text_only=text_only and has_telephone,
        access=lots.choice(words("people")["access"]) if lots.random() < 0.3 else None,
        referrer=_referrer(lots, town) if said.by_referrer else None,
        said=said,
    )


def _spoken(lots: random.Random, number: str) -> str:
    """The number as people give it: now and then with a word beside it, or with a digit missing."""
    shapes = [number, f"{number} after 6", f"my daughter {number}", number.replace(" ", ""), number[:-1]]
    return lots.choices(shapes, [93, 2, 1, 3, 1])[0]


def _referrer(lots: random.Random, town: Town) -> dict[str, str | None]:
    name = town.cast.name()
    return {
        "they_agree": Agrees.YES if lots.random() < 0.9 else Agrees.NO,
        "referrer_name": name,
        "referrer_who": lots.choice(RELATIONS),
        "referrer_telephone": town.cast.telephone(mobile=True),
        "referrer_email": town.cast.email(name) if lots.random() < 0.5 else None,
    }


def _typed(lots: random.Random, home: Place) -> str | None:
    """The postcode as people type it: well, carelessly, in part, or not at all."""
    told, sector = str(home.postcode), str(home.sector)
    shapes = [
        told,
        told.lower(),
        told.replace(" ", ""),
        told.replace("0", "O").replace("1", "I"),
        sector,
        sector.split()[0],
        None,
        "near the church",
    ]
    return lots.choices(shapes, [84, 5, 4, 2, 1.5, 1, 2, 0.5])[0]
