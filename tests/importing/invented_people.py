"""Invented volunteers as they are, before an old system writes them down in its own way. No two have one number."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

GIVEN = [
    "Ann", "Zoë", "José", "Bridget", "Siân", "Oluwaseun", "Małgorzata", "Kwame", "Priya", "Chloé", "Dafydd",
    "Eilidh", "Fergus", "Gráinne", "Hamish", "Ingrid", "Jürgen", "Katya", "Leïla", "Morag", "Niamh", "Olga",
    "Pádraig", "Quentin", "Róisín", "Søren", "Tomasz", "Una", "Violet", "Wilfred", "Xanthe", "Yusuf",
    "Zainab", "Agnes", "Bernard", "Cecily", "Desmond", "Edith", "Florence", "Gordon",
]  # fmt: skip
FAMILY = [
    "Abernethy", "Björk", "Carruthers", "Dvořák", "Eastwick", "Fairweather", "Güler", "Hathersage", "Iqbal",
    "Jeffcoat", "Kowalczyk", "Lillywhite", "Muñoz", "Nkemelu", "O’Shaughnessy", "Pettigrew", "Quarshie",
    "Rosenthal", "St.John", "Tattersall", "Underhill", "Vaughan-Hughes", "Wetherby", "Xu", "Yilmaz",
    "Zephaniah", "Ashworth", "Blenkinsop", "Cholmondeley", "Drinkwater", "Entwistle", "Featherstone",
    "Gathercole", "Higginbottom",
]  # fmt: skip
POSTCODES = [
    "BA1 1AB", "BA1 2QJ", "BA1 5AB", "BA1 6AA", "BA2 1AA", "BA2 3PA", "BA2 4RT", "BA2 7AY", "BS31 1AA",
    "BS31 2AA",
]  # fmt: skip
TASKS = ["shopping", "dog_walk", "visit", "lift", "phone_call", "prescription", "technology"]
SLOTS = ["mon_morning", "tue_afternoon", "wed_evening", "thu_morning", "fri_afternoon", "sat_morning"]
_NUMBERS = ["077009 00{:03}", "016329 60{:03}", "030699 90{:03}"]


@dataclass(frozen=True)
class Invented:
    """One volunteer as they are."""

    number: str
    given: str
    family: str
    telephones: tuple[str, ...]
    email: str
    postcode: str
    tasks: tuple[str, ...]
    slots: tuple[str, ...]
    born: date
    joined: date
    consent: bool
    dbs: str | None
    dbs_seen: date

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"


def invented_people(count: int, seed: int, letters: str = "utf-8") -> list[Invented]:
    """So many people, all with names that the encoding can write, and no two with one number or address."""
    pick = random.Random(seed)
    given, family = (_writable(words, letters) for words in (GIVEN, FAMILY))
    numbers = [form.format(n).replace(" ", "") for form in _NUMBERS for n in range(1000)]
    pick.shuffle(numbers)
    found = []
    for n in range(count):
        first, last = pick.choice(given), pick.choice(family)
        two = len(numbers) > 2 * (count - n) and pick.random() < 0.2
        phones = tuple(numbers.pop() for _ in range(2 if two else 1))
        found.append(
            Invented(
                str(1000 + n),
                first,
                last,
                phones,
                f"volunteer.{seed}.{n}@example.org",
                pick.choice(POSTCODES),
                tuple(sorted(pick.sample(TASKS, pick.randint(1, 3)))),
                tuple(sorted(pick.sample(SLOTS, pick.randint(1, 3)))),
                date(1950, 1, 1) + timedelta(days=pick.randrange(18_000)),
                date(2015, 1, 1) + timedelta(days=pick.randrange(3_500)),
                pick.random() < 0.7,
                pick.choice([None, "basic", "enhanced", "enhanced_barred"]),
                date(2019, 1, 1) + timedelta(days=pick.randrange(2_000)),
            )
        )
    return found


def _writable(words: list[str], letters: str) -> list[str]:
    return [word for word in words if word.encode(letters, "ignore").decode(letters) == word]
