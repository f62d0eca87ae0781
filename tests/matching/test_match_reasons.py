"""Words that can be read out on the telephone: why, why not, and what would help."""

import math

import pytest
from hypothesis import given

from community.matching import RULES, MatchingError, encode, propose, reasons, why_not
from tests.matching import oracle, strategies
from tests.matching.boards import asks, make_need, make_volunteer, people

NAN = math.nan


def _why(volunteer=None, need=None):
    return reasons((people(make_volunteer(**(volunteer or {}))), asks(make_need(**(need or {})))), "N-1", "V-1")


def _why_not(volunteer=None, need=None):
    return why_not((people(make_volunteer(**(volunteer or {}))), asks(make_need(**(need or {})))), "N-1", "V-1")


def test_says_all_that_speaks_for_a_volunteer():
    volunteer = {"easting": 376_200.0, "has_car": True, "last_asked_days": 36.0, "active": 2}
    assert _why(volunteer, {"known": {"V-1": 6}}) == [
        "Knows this resident: 6 visits",
        "1.2 km away by car",
        "Both free on Monday mornings",
        "Not asked for five weeks",
        "Helps with two other needs now",
    ]


def test_says_little_of_a_stranger_about_whom_little_is_known():
    assert _why({"easting": NAN}, {"slots": 0}) == [
        "Any time suits the resident",
        "Never asked before",
        "Has nothing on now",
    ]


@pytest.mark.parametrize(
    ("volunteer", "need", "said"),
    [
        ({}, {"prefers": {"V-1"}}, "The resident asked for them"),
        ({}, {"prefers": {"V-1"}, "known": {"V-1": 1}}, "The resident asked for them: 1 visit"),
        ({}, {"known": {"V-1": 1}}, "Knows this resident: 1 visit"),
        ({}, {"in_person": False}, "Helps by telephone"),
        ({}, {}, "Under 100 m away"),
        ({"easting": 390_000.0}, {}, "15 km away"),
        ({"slots": 0b1011}, {"slots": 0b1001}, "Both free on Monday mornings and Tuesday mornings"),
        ({"slots": 2**21 - 1}, {"slots": 0b11111},
         "Both free on Monday mornings, Monday afternoons, Monday evenings and two other times"),
        ({"languages": {"english", "bsl"}}, {"languages": {"bsl"}}, "Both speak British Sign Language"),
        ({"training": {"food_hygiene"}}, {"training": {"food_hygiene"}}, "Has done the training: food hygiene"),
        ({"last_asked_days": 0.4}, {}, "Last asked today"),
        ({"last_asked_days": 1.0}, {}, "Last asked yesterday"),
        ({"last_asked_days": 13.0}, {}, "Last asked 13 days ago"),
        ({"last_asked_days": 14.0}, {}, "Not asked for two weeks"),
        ({"active": 1}, {}, "Helps with one other need now"),
        ({"done_count": 12.0}, {}, "Has helped 12 times before, and has nothing on now"),
    ],
)  # fmt: skip
def test_each_reason_in_words(volunteer, need, said):
    assert said in _why(volunteer, need)


@pytest.mark.parametrize(
    ("km", "travel", "needs_car", "said"),
    [
        (1.2, {"walk", "cycle", "car"}, False, "1.2 km away on foot"),
        (1.2, {"cycle", "car"}, False, "1.2 km away by bicycle"),
        (1.2, {"cycle", "car"}, True, "1.2 km away by car"),
        (9.0, {"walk", "cycle", "car", "bus"}, False, "9.0 km away by car"),
        (9.0, {"walk", "bus"}, False, "9.0 km away by bus"),
        (9.0, {"walk"}, False, "9.0 km away"),
        (1.2, set(), False, "1.2 km away by car"),
    ],
)
def test_says_how_they_would_come(km, travel, needs_car, said):
    volunteer = make_volunteer(easting=375_000.0 + km * 1000, has_car="car" in travel or not travel)
    frames = people(volunteer), asks(make_need(needs_car=needs_car))
    assert said in reasons(frames, "N-1", "V-1", travel=travel)


@pytest.mark.parametrize(
    ("volunteer", "need", "said"),
    [
        ({"tasks": set()}, {}, "They do not offer this kind of help."),
        ({"capacity": 0}, {}, "They have no room for more this week."),
        ({"in_person": False}, {}, "They help by telephone only."),
        ({"easting": NAN}, {}, "We do not know where they live."),
        ({"easting": NAN}, {"northing": NAN}, "We do not know where the help is needed."),
        ({"easting": 382_300.0}, {}, "They live 7.3 km away and go up to 5.0 km."),
        ({"max_distance_km": NAN}, {}, "They have not said how far they can go."),
        ({"slots": 0b10}, {}, "They are not free at the times asked for."),
        ({"slots": 0}, {}, "They have not said when they are free."),
        ({}, {"needs_car": True}, "They have no car, and this needs one."),
        ({"dbs_level": 1}, {"min_dbs": 3}, "Their DBS check is basic; this needs enhanced."),
        ({}, {"min_dbs": 4}, "They have no DBS check; this needs enhanced with barred list."),
        ({"training": {"a"}}, {"training": {"a", "b_c", "d"}}, "They have not done the training: b c and d."),
        ({"languages": {"en"}}, {"languages": {"pl"}}, "They have no language in common."),
        ({"avoids": {"P-1"}}, {}, "One of the two asked not to be put together."),
        ({}, {"avoids": {"V-1"}}, "One of the two asked not to be put together."),
        ({}, {"refused": {"V-1"}}, "They said no to this, or it came to nothing with them before."),
        # The first rule in the order is the one that is named.
        ({"capacity": 0, "dbs_level": 0}, {"min_dbs": 1}, "They have no room for more this week."),
    ],
)
def test_each_refusal_in_words(volunteer, need, said):
    assert _why_not(volunteer, need) == said


def test_says_of_a_pinned_pair_that_it_is_agreed_already():
    board = encode(people(make_volunteer()), asks(make_need()))
    assert why_not(board, "N-1", "V-1", pinned=[("N-1", "V-1")]) == "They are agreed for this need already."
    assert why_not(board, "N-1", "V-1", pinned=[]) is None


def test_somebody_not_on_the_board_is_an_error_that_repeats_no_id():
    board = encode(people(make_volunteer()), asks(make_need()))
    for ids in (("N-1", "V-9"), ("N-9", "V-1")):
        for ask in (reasons, why_not):
            with pytest.raises(MatchingError, match="not on the board") as caught:
                ask(board, *ids)
            assert "9" not in str(caught.value)


def _empty(volunteers, **need):
    table = propose(people(*volunteers), asks(make_need(**need))).unmatched
    assert len(table) == 1
    return table.iloc[0]


def test_an_unmatched_need_names_the_rule_that_emptied_the_pool_with_counts():
    row = _empty(
        [
            make_volunteer("V-1", dbs_level=1),
            make_volunteer("V-2", dbs_level=2, slots=0b10),
            make_volunteer("V-3", tasks=set()),
            make_volunteer("V-4", capacity=0),
        ],
        min_dbs=3,
    )
    assert row["rule"] == "dbs"
    assert list(row["left"].items()) == [
        ("task", 3), ("capacity", 2), ("in_person", 2), ("place", 2), ("distance", 2), ("slots", 1), ("car", 1),
        ("dbs", 0), ("training", 0), ("language", 0), ("avoids", 0), ("refused", 0),
    ]  # fmt: skip
    assert row["places"] == 1
    assert row["remedy"] == "Start a DBS check (enhanced) for the volunteer who could then help."


def test_says_so_when_others_came_first():
    needs = asks(make_need("N-now", urgency=3), make_need("N-later"))
    row = propose(people(make_volunteer()), needs).unmatched.iloc[0]
    assert (row["need_id"], row["rule"]) == ("N-later", "others came first")
    assert row["left"][RULES[-1].name] == 1
    assert row["remedy"] == "Ask the volunteer who could help to take on one more this week."


def test_a_volunteer_who_is_on_the_need_already_is_not_counted_again():
    row = _empty([make_volunteer(capacity=2)], people=2)
    assert (row["places"], row["rule"], row["left"]["task"]) == (1, "all on it", 0)
    pinned = propose(people(make_volunteer()), asks(make_need()), pinned=[("N-1", "V-1")]).unmatched.iloc[0]
    assert pinned["rule"] == "all on it"


@pytest.mark.parametrize(
    ("volunteer", "need", "said"),
    [
        ({"capacity": 0}, {}, "Ask the volunteer who could help to take on one more this week."),
        ({"slots": 0b10}, {}, "Ask whether another time would do: on Monday afternoons one volunteer could help."),
        ({"slots": 0}, {}, "Ask the volunteer who could help when they are free."),
        ({"easting": 382_300.0}, {}, "Ask one volunteer to go 7.3 km, which is 2.3 km further than they said."),
        ({"max_distance_km": NAN}, {}, "Ask the volunteer who could help how far they can go."),
        ({"easting": NAN}, {}, "Find out where the volunteer who could help lives."),
        ({}, {"easting": NAN}, "Find out where the help is needed: the place is not known."),
        ({}, {"languages": {"polish"}}, "Find somebody to interpret (Polish) beside the volunteer who could help."),
        ({"in_person": False}, {},
         "Ask whether a telephone call would do. If not, ask the volunteer to go in person."),
        ({}, {"needs_car": True}, "Find a car for the volunteer who could help, or a driver."),
        ({}, {"training": {"a"}}, "Offer training (a) to the volunteer who could then help."),
        ({}, {"min_dbs": 1}, "Start a DBS check (basic) for the volunteer who could then help."),
        ({"tasks": set()}, {},
         "See whether the volunteer would try this kind of help: nothing else is in the way."),
        ({"avoids": {"P-1"}}, {},
         "Look for a new volunteer. Nobody who could help is a good choice for this resident."),
        ({}, {"refused": {"V-1"}},
         "Look for a new volunteer, or ask the volunteer who could help once more: it came to nothing before."),
        ({"tasks": set(), "slots": 0}, {},
         "Nobody is one change away from helping: look for a new volunteer, or another way to help."),
    ],
)  # fmt: skip
def test_each_remedy_in_words(volunteer, need, said):
    assert _empty([make_volunteer(**volunteer)], **need)["remedy"] == said


def test_several_volunteers_are_asked_where_one_of_them_lives():
    nowhere = [make_volunteer(f"V-{n}", easting=NAN) for n in range(3)]
    assert _empty(nowhere)["remedy"] == "Find out where one of the three volunteers who could help lives."


def test_the_easiest_change_comes_first():
    volunteers = [
        make_volunteer("V-1", tasks=set()),
        make_volunteer("V-2", slots=0b100),
        make_volunteer("V-3", slots=0b100),
    ]
    assert _empty(volunteers)["remedy"] == (
        "Ask whether another time would do: on Monday evenings two volunteers could help."
    )


def test_the_most_urgent_and_longest_waiting_are_listed_first():
    needs = asks(
        make_need("N-a", waiting_days=1.0),
        make_need("N-b", waiting_days=9.0),
        make_need("N-c", urgency=1),
        make_need("N-d", waiting_days=NAN),
    )
    assert propose(people(), needs).unmatched["need_id"].tolist() == ["N-c", "N-b", "N-a", "N-d"]


@given(strategies.volunteers(), strategies.needs())
def test_every_place_is_either_filled_or_explained(volunteers, needs):
    proposals = propose(people(*volunteers), asks(*needs))
    allowed, needs = oracle.eligible(volunteers, needs), oracle.as_sought(volunteers, needs)
    unmatched = proposals.unmatched.set_index("need_id")
    for need in needs:
        mine = proposals.matches[proposals.matches["need_id"] == need["need_id"]]
        missing = max(need["people"], 0) - len(mine)
        assert (unmatched["places"].get(need["need_id"], 0)) == missing
        if missing:
            others = {v for n, v in allowed if n == need["need_id"]} - set(mine["volunteer_id"])
            row = unmatched.loc[need["need_id"]]
            assert list(row["left"].values()) == sorted(row["left"].values(), reverse=True)
            assert row["left"][RULES[-1].name] == len(others)
            assert (row["rule"] == "others came first") is bool(others)
            assert row["remedy"].endswith(".")


@given(strategies.volunteers(), strategies.needs())
def test_every_match_has_reasons_that_can_be_read_out(volunteers, needs):
    proposals = propose(people(*volunteers), asks(*needs))
    for row in proposals.matches.itertuples():
        said = reasons(proposals.board, row.need_id, row.volunteer_id)
        assert said
        assert all(words[0].isupper() or words[0].isdigit() for words in said)
        assert not any(word in " ".join(said) for word in ("nan", "None", "_"))
