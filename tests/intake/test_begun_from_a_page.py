"""A form that is begun from the page of one kind of help."""

import re

from tests.intake.conftest import Service
from tests.intake.walking import Walker, visit


def test_the_kind_of_help_comes_along_and_is_chosen_where_there_is_one(service: Service) -> None:
    ask = f"{service.url}/get-help/ask/"

    def options(page: str) -> list[tuple[str, bool]]:
        boxes = re.findall(r'<input[^>]*name="tasks"[^>]*>', page)
        return [(found[1], "checked" in box) for box in boxes if (found := re.search(r'value="([^"]+)"', box))]

    plain = options(visit("GET", ask).text)
    assert not any(chosen for _, chosen in plain)
    medicine = options(visit("GET", f"{ask}?for=medicine").text)
    assert medicine[0] == ("prescription", True)
    assert [code for code, chosen in medicine if chosen] == ["prescription"]
    food = options(visit("GET", f"{ask}?for=food").text)
    assert food[:2] == [("food_parcel", False), ("shopping", False)]
    assert sorted(food) == sorted(plain)
    assert options(visit("GET", f"{ask}?for=%3Cb%3E").text) == plain
    walker = Walker(f"{ask}?for=medicine", {"tasks": ["prescription"], "telephone": ["01225 960123"]})
    walker.to_check().send()
    (row,) = service.book.rows("help_requests")
    assert row["tasks"] == "prescription"
