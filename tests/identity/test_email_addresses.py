"""Every address in a field is found whole, and no part of one is taken for somebody else's."""

import pytest

from community.identity import email_addresses


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("o'brien@example.org", ["o'brien@example.org"]),
        ("Siobhán.O'Brien@Example.org.", ["siobhán.o'brien@example.org"]),
        ("d'arcy.o'neill@example.org", ["d'arcy.o'neill@example.org"]),
        ("'ann@example.org'", ["ann@example.org"]),
        ("Ann O'Hara <ann@example.org>, or 'bob@example.org'", ["ann@example.org", "bob@example.org"]),
        ("it's ann@example.org", ["ann@example.org"]),
        ("ann@example.org; ANN@example.org", ["ann@example.org"]),
        ("ann at example.org", []),
        ("ann@example", []),
        (None, []),
    ],
)
def test_an_address_is_read_whole(field: str | None, found: list[str]) -> None:
    assert list(email_addresses(field)) == found
