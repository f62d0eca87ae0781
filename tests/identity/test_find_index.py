"""The index packs most of its records: what it finds does not hang on which of them are packed."""

import random

import pytest

from community.identity import FindIndex, find_index, query

NAMES = ("Ann Smith", "Anne Smyth", "Joan Mac Leod", "Đào Nguyen", "Bob Smith-Jones", "Olive O’Brien")
STREETS = ("1 High Street", "14 B Milsom St", "2 Saint John’s Rd", "14b Milsom Street")
TYPED = (
    *("smith", "smiht", "ann smith", "smith street", "macleod", "dao", "milsom", "14b milsom"),
    *("07700", "900101", "ba1", "ba1 5ab", "V-000", "a@example"),
)


def _row(number: int, luck: random.Random) -> dict[str, str | None]:
    return {
        "id": f"V-{number:04}-0000-0",
        "changed_at": f"2026-01-{luck.randint(1, 28):02}T10:00:00.000Z",
        "hub": luck.choice(["north", "south", None]),
        "name": luck.choice(NAMES),
        "telephone": f"07700 900{luck.randint(100, 130)}",
        "email": f"a{number}@example.org",
        "postcode": luck.choice(["BA1 5AB", "BA15 1AA", "BS1 4DJ"]),
        "street": None,
        "address": luck.choice(STREETS),
        "guardian_name": luck.choice([None, *NAMES]),
    }


@pytest.mark.parametrize("seed", range(3))
def test_what_is_found_is_the_same_whether_packed_or_not(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    luck, told = random.Random(seed), dict[int, dict[str, str | None]]()
    packed = FindIndex()
    for _ in range(120):
        number = luck.randrange(40)
        with monkeypatch.context() as patch:
            patch.setattr(find_index, "FRESH", 7)
            if number in told and luck.random() < 0.3:
                packed.forget(str(told.pop(number)["id"]))
            else:
                new = number not in told
                told[number] = _row(number, luck)
                packed.learn("volunteers", told[number], new=new)
    plain = FindIndex()
    for row in told.values():
        plain.learn("volunteers", row)
    assert len(packed) == len(plain) == len(told)
    found = 0
    for typed in TYPED:
        for within in (lambda _one, _hub: True, lambda _one, hub: hub == "north"):
            for most in (3, 100):
                best = packed.best(query(typed), most, within)
                assert list(best.items()) == list(plain.best(query(typed), most, within).items()), typed
                found += len(best)
    assert found > len(TYPED)
