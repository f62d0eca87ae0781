"""A postcode has the same consequences in every table, and by whichever way it is corrected."""

from hypothesis import given
from hypothesis import strategies as st

from community.places import FLAGS, Place, what_follows, what_stands_there
from community.tables import TABLES
from community.tables.canonical import split

TABLES_OF_PLACES = [name for name, table in TABLES.items() if {"postcode", "easting"} & table.by_name.keys()]
PLACES = st.builds(
    Place,
    easting=st.none() | st.integers(0, 700_000),
    northing=st.none() | st.integers(0, 1_300_000),
    hub=st.none() | st.just("bath_north"),
    sector=st.none() | st.just("BA1 5"),
    flags=st.lists(st.sampled_from(FLAGS), unique=True).map(tuple),
)


@given(
    st.sampled_from(TABLES_OF_PLACES),
    PLACES,
    st.lists(st.sampled_from([*FLAGS, "too_fast", "email_odd", "typed_in_sheet"]), unique=True),
)
def test_the_place_is_the_new_ones_and_of_the_flags_only_those_about_the_old_place_go(
    table: str, place: Place, before: list[str]
) -> None:
    found = what_follows(table, place, before)
    columns = TABLES[table].by_name
    assert found.keys() == {"hub", "easting", "northing", "sector", "flags"} & columns.keys()
    for name in found.keys() - {"flags"}:
        assert found[name] == getattr(place, name)
    if "flags" in columns:
        flags = set(split(found["flags"]))  # type: ignore[arg-type]
        assert flags == ({*before} - {*FLAGS}) | {*place.flags}
    assert what_stands_there(table, place).items() <= found.items()
