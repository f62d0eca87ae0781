"""What people type for a postcode is read, or flagged; it is never refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.places import FLAGS, parse
from community.places.shipped_postcodes import shipped

REAL = [row.postcode for row in shipped().in_wards(shipped().wards().keys())]
MIXED_UP = {"0": "0Oo", "O": "O0o", "1": "1Ii", "I": "I1i"}
BETWEEN = st.text(" \t\n\u00a0\u2007\u202f\u200b.-–_,/", max_size=3)
WORDS = st.sampled_from(["", "please", "(near the church)", "Bath", "flat 2", "12 High Street,", "thanks!"])


@st.composite
def noisy(draw: st.DrawFn) -> tuple[str, str]:
    """A real postcode, and the same as somebody in a hurry might type it."""
    postcode = draw(st.sampled_from(REAL))
    squeezed = postcode.replace(" ", "")
    # Where digits and letters are mixed up, at least one stays as it is: a run of letters among words is a word.
    kept = draw(st.sampled_from([at for at, sign in enumerate(squeezed) if sign.isdigit()]))
    typed = draw(BETWEEN)
    for at, sign in enumerate(squeezed):
        choices = sign if at == kept else MIXED_UP.get(sign, sign)
        sign = draw(st.sampled_from(choices + choices.lower()))
        typed += sign + draw(BETWEEN)
    before, after = draw(WORDS), draw(WORDS)
    return postcode, f"{before} {typed} {after}"


@given(noisy())
def test_a_real_postcode_is_read_through_any_noise(case: tuple[str, str]) -> None:
    postcode, typed = case
    read = parse(typed)
    assert (read.postcode, read.outward, read.sector) == (postcode, postcode.split()[0], postcode[:-2])
    assert read.flags == ()
    assert read.typed == typed


def test_every_postcode_of_the_extract_is_read_as_it_is_and_squeezed() -> None:
    assert len(REAL) > 15_000
    for postcode in REAL:
        assert parse(postcode).postcode == postcode
        assert parse(postcode.replace(" ", "").lower()).postcode == postcode


@given(st.text())
def test_nothing_is_refused(typed: str) -> None:
    read = parse(typed)
    assert read.typed == typed
    assert set(read.flags) <= set(FLAGS)
    assert read.postcode or read.flags


@given(st.from_regex(r"[A-Z]{1,2}[0-9]{1,2}[A-Z]? ?[0-9][A-Z]{2}", fullmatch=True))
def test_what_is_read_has_one_form_and_reads_as_itself(typed: str) -> None:
    read = parse(typed)
    if read.postcode:
        assert re.fullmatch(r"[A-Z]{1,2}[0-9]{1,2}[A-Z]? [0-9][A-Z]{2}", read.postcode)
        again = parse(read.postcode)
        assert (again.postcode, again.sector, again.flags) == (read.postcode, read.sector, ())


@pytest.mark.parametrize(
    ("typed", "postcode"),
    [
        ("ba1 5aw", "BA1 5AW"),
        ("BA15AW", "BA1 5AW"),
        ("b.a.1.5.a.w.", "BA1 5AW"),
        ("BA1-5AW", "BA1 5AW"),
        ("BA1\u00a05AW", "BA1 5AW"),
        ("ВА1 5АТ", "BA1 5AT"),  # typed on a Cyrillic keyboard
        ("ＢＡ１　５ＡＷ", "BA1 5AW"),
        ("BA١ ٥AW", "BA1 5AW"),
        ("BAI OAA", "BA1 0AA"),
        ("BAl 5AW", "BA1 5AW"),  # a small L for a one
        ("The Guildhall, High Street, Bath BA1 5AW, ring twice", "BA1 5AW"),
        ("S1 Old Farm, BA1 5AW", "BA1 5AW"),  # not S1 0LD
        ("SO14 0AA", "SO14 0AA"),
        ("BL1 9FQ", "BL1 9FQ"),  # not B11
        ("S014 OAA", "SO14 0AA"),
        ("W1A 1AA", "W1A 1AA"),
        ("EC1A1BB", "EC1A 1BB"),
        ("W1O 4AA", "W10 4AA"),  # no outward code ends with an O
        ("M1 1AE", "M1 1AE"),
        ("CRO 2YR", "CR0 2YR"),
        ("BT7 1NN", "BT7 1NN"),
        ("GIR 0AA", "GIR 0AA"),
        ("g1roaa", "GIR 0AA"),
        ("BA1 5AW BA1 5AW", "BA1 5AW"),
    ],
)
def test_these_are_read(typed: str, postcode: str) -> None:
    read = parse(typed)
    assert (read.postcode, read.flags) == (postcode, ())


@pytest.mark.parametrize(
    ("typed", "outward", "sector", "flag"),
    [
        (None, None, None, "postcode_missing"),
        ("", None, None, "postcode_missing"),
        (" \u00a0- ", None, None, "postcode_missing"),
        ("no fixed abode", None, None, "postcode_odd"),
        ("so old", None, None, "postcode_odd"),  # not S0 0LD
        ("we get so lost here", None, None, "postcode_odd"),  # not SO1 0ST
        ("above the Sol bar", None, None, "postcode_odd"),  # not SO1
        ("ZZ1 1AA", None, None, "postcode_odd"),  # there is no area ZZ
        ("S0 1AA", None, None, "postcode_odd"),  # Sheffield has no district 0
        ("90210", None, None, "postcode_odd"),
        ("=1+1", None, None, "postcode_odd"),
        ("RM10", "RM10", None, "outward_only"),
        ("Bath BA2, not sure of the rest", "BA2", None, "outward_only"),
        ("BA2 12 High Street", "BA2", None, "outward_only"),
        ("BA2 5", "BA2", "BA2 5", "sector_only"),
        ("ba 2 5", "BA2", "BA2 5", "sector_only"),
        ("BA2 5A", "BA2", "BA2 5", "sector_only"),
        ("BA25A", "BA2", "BA2 5", "sector_only"),
        ("BA2 5ABC", "BA2", "BA2 5", "sector_only"),
        ("BA2 5AC", "BA2", "BA2 5", "sector_only"),  # C is never used there
    ],
)
def test_these_are_flagged(typed: str | None, outward: str | None, sector: str | None, flag: str) -> None:
    read = parse(typed)
    assert (read.postcode, read.outward, read.sector, read.flags) == (None, outward, sector, (flag,))


def test_of_several_postcodes_the_first_is_taken_and_flagged() -> None:
    read = parse("BA2 4ET, or at my sister's BA1 5AW")
    assert (read.postcode, read.flags) == ("BA2 4ET", ("postcode_several",))


def test_a_whole_letter_in_the_field_is_kept_word_for_word() -> None:
    letter = "I have lived here for years. " * 10_000 + "BA1 5AW"
    assert parse(letter).typed == letter


def test_what_was_typed_never_shows_in_a_log_or_traceback() -> None:
    assert "5AW" not in repr(parse("my postcode is BA1 5AW"))
