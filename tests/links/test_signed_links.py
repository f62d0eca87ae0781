"""A signed link opens what it was made for, until its time, and nothing else opens anything."""

import os
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community.links import BadLink, Link, path, read, sign
from community.tables import ids
from community.tables.link_purposes import Purpose

KEYS = ("k" * 43,)
NOW = datetime(2026, 11, 29, 14, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=2)
SIGNS = "abcdefghijklmnopqrstuvwxyz234567"
LONG = int(os.environ.get("LINK_EXAMPLES", "10000"))

messages = st.binary(min_size=5, max_size=5).map(lambda packed: ids.unpack("D", packed))
purposes = st.sampled_from(Purpose)
times = st.datetimes(datetime(2026, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 (zone given)
ways = st.sampled_from(
    ["bit", "sign", "shorter", "longer", "capital", "purpose", "expired", "key", "made up", "joined"]
)


def opens(token: str, purpose: Purpose, now: datetime = NOW, keys: tuple[str, ...] = KEYS) -> bool:
    try:
        read(keys, purpose, token, now)
    except BadLink:
        return False
    return True


@given(messages, purposes, times)
def test_a_link_says_what_was_signed_until_its_second(message_id: str, purpose: Purpose, expires: datetime) -> None:
    expires = expires.replace(microsecond=0)
    token = sign(KEYS, purpose, message_id, expires)
    assert read(KEYS, purpose, token, expires - timedelta(microseconds=1)) == Link(purpose, message_id, expires)
    assert not opens(token, purpose, expires)
    assert len(path(purpose, token)) < 60
    assert token.isalnum()
    assert token.isascii()


def spoilt(
    way: str, token: str, purpose: Purpose, data: st.DataObject
) -> tuple[str, Purpose, datetime, tuple[str, ...]]:
    """The link spoilt in one way, and how it is then opened."""
    now, keys = NOW, KEYS
    place = data.draw(st.integers(0, len(token) - 1))
    match way:
        case "bit":
            token = token[:place] + chr(ord(token[place]) ^ 1 << data.draw(st.integers(0, 7))) + token[place + 1 :]
        case "sign":
            other = data.draw(st.characters().filter(lambda sign: sign != token[place]))
            token = token[:place] + other + token[place + 1 :]
        case "shorter":
            token = token[:place] if data.draw(st.booleans()) else token[place + 1 :]
        case "longer":
            token = token[:place] + data.draw(st.text(min_size=1, max_size=9)) + token[place:]
        case "capital":
            letters = [spot for spot, sign in enumerate(token) if sign.isalpha()]
            spot = data.draw(st.sampled_from(letters)) if letters else 0
            token = token[:spot] + token[spot].upper() + token[spot + 1 :] if letters else ""
        case "purpose":
            purpose = data.draw(purposes.filter(lambda each: each != purpose))
        case "expired":
            now = LATER + timedelta(seconds=data.draw(st.integers(0, 10**8)))
        case "key":
            keys = (data.draw(st.text(SIGNS, min_size=32, max_size=43)),)
        case "made up":
            token = data.draw(st.text(SIGNS, min_size=40, max_size=40))
        case _:
            # The seal of one message's link on another's.
            other = sign(KEYS, purpose, data.draw(messages), LATER + timedelta(seconds=1))
            token = other[:16] + token[16:]
    return token, purpose, now, keys


def is_refused(message_id: str, purpose: Purpose, way: str, data: st.DataObject) -> None:
    token = sign(KEYS, purpose, message_id, LATER)
    assert opens(token, purpose)
    assert not opens(*spoilt(way, token, purpose, data))


@given(messages, purposes, ways, st.data())
def test_no_spoilt_link_opens(message_id: str, purpose: Purpose, way: str, data: st.DataObject) -> None:
    is_refused(message_id, purpose, way, data)


@pytest.mark.long
@pytest.mark.timeout(3000)  # where others work too
@settings(max_examples=LONG)
@given(messages, purposes, ways, st.data())
def test_no_spoilt_link_opens_ten_thousand_times(
    message_id: str, purpose: Purpose, way: str, data: st.DataObject
) -> None:
    is_refused(message_id, purpose, way, data)


@given(st.text(max_size=60), purposes)
def test_anything_typed_behind_the_path_is_answered_with_the_one_error(token: str, purpose: Purpose) -> None:
    assert not opens(token, purpose)


def test_all_that_does_not_open_is_told_in_the_same_words() -> None:
    token = sign(KEYS, Purpose.OFFER, ids.mint("D"), LATER)
    told = set()
    for one, purpose, now in ((token, Purpose.VISIT, NOW), (token, Purpose.OFFER, LATER), ("x", Purpose.OFFER, NOW)):
        with pytest.raises(BadLink) as error:
            read(KEYS, purpose, one, now)
        told.add(str(error.value))
    assert len(told) == 1


def test_letters_of_other_scripts_are_no_second_spelling() -> None:
    """Their capitals are ours: a dotless i becomes I, a long s becomes S."""
    for sign_, other in (("i", "ı"), ("s", "ſ")):
        token = ""
        while sign_ not in token:
            token = sign(KEYS, Purpose.OFFER, ids.mint("D"), LATER)
        assert not opens(token.replace(sign_, other, 1), Purpose.OFFER)


def test_an_older_key_still_opens_and_the_first_one_signs() -> None:
    old, new = ("o" * 43,), ("n" * 43, "o" * 43)
    message_id = ids.mint("D")
    before = sign(old, Purpose.OFFER, message_id, LATER)
    assert opens(before, Purpose.OFFER, keys=new)
    after = sign(new, Purpose.OFFER, message_id, LATER)
    assert opens(after, Purpose.OFFER, keys=("n" * 43,))
    assert not opens(after, Purpose.OFFER, keys=old)


def test_only_a_message_has_links() -> None:
    for other in (ids.mint("V"), "D-0000-0000-1", "D0000000000", ""):
        with pytest.raises(ValueError, match="no message's id"):
            sign(KEYS, Purpose.OFFER, other, LATER)
    with pytest.raises(ValueError, match="zone"):
        sign(KEYS, Purpose.OFFER, ids.mint("D"), LATER.replace(tzinfo=None))


def test_an_id_is_the_same_after_it_was_packed_whatever_its_letters() -> None:
    for letters in ("D", "DA"):
        one = ids.mint(letters)
        assert ids.unpack(letters, ids.pack(one)) == one
