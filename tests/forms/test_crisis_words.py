"""Words that may mean danger: seen when they are misspelt, and not where people say something else with them."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.forms.crisis_words import compiled, signs, signs_in


def codes(text: str) -> list[str]:
    return [sign.code for sign in signs_in(text)]


@pytest.mark.parametrize(
    ("said", "sign"),
    [
        ("I want to kill myself", "life"),
        ("sometimes i think about killing my self. well, kill my self", "life"),
        ("I just want to end it all", "life"),
        ("ive had enough and want to END IT ALL!!", "life"),
        ("feeling suicidal", "life"),
        ("feeling sucidal", "life"),
        ("thinking of suicde", "life"),
        ("i want to kil myself", "life"),
        ("I want to kill mysefl", "life"),
        ("I don’t want to be here any more", "life"),
        ("I dont want to be here anymore", "life"),
        ("my son says he wants to kill himself", "life"),
        ("everybody would be better off without me", "life"),
        ("I can't go on like this", "life"),
        ("we have no food", "hunger"),
        ("There is NO FOOD in the house, and three children", "hunger"),
        ("nothing to eat since Thursday", "hunger"),
        ("nothng to eat", "hunger"),
        ("haven’t eaten for two days", "hunger"),
        ("we are starving", "hunger"),
        ("we are starvin", "hunger"),
        ("I am being hit", "hurt"),
        ("im bieng hit", "hurt"),
        ("my husband hits me", "hurt"),
        ("my husbend hits me when he has been drinking", "hurt"),
        ("my son really hurts me", "hurt"),
        ("I'm scared of my partner", "hurt"),
        ("he threatned me with a knife", "hurt"),
        ("it is domestic violance", "hurt"),
        ("chest pains since this morning", "ill"),
        ("I've run out of insulin", "ill"),
        ("I feel like dying", "life"),
        ("been thinking of ending it", "life"),
        ("there is no reason to go on", "life"),
        ("I just want it all to stop", "life"),
        ("the baby milk has run out", "hunger"),
        ("we havent ate for three days", "hunger"),
        ("I've fallen and can't get up", "ill"),
        ("he is bleeding badly", "ill"),
        ("I'm scared to go home", "hurt"),
        ("my ex keeps following me", "hurt"),
        ("he waits outside my house every night", "hurt"),
        ("my ex won’t leave me alone", "hurt"),
        ("the voices tell me to do it", "life"),
        ("the kids have no tea tonight", "hunger"),
        ("I can't feed my children", "hunger"),
        ("Mój mąż mnie bije", "hurt"),
        ("Uderzył mnie. Boję się wracać do domu", "hurt"),
        ("Nie mam co jeść", "hunger"),
        ("Dzieci nie mają co jeść, lodówka jest pusta", "hunger"),
        ("Jestem głodna", "hunger"),
        ("Mama nie może oddychać", "ill"),
        ("Ból w klatce piersiowej od rana", "ill"),
        ("Tata stracił przytomność", "ill"),
        ("Nie mam po co żyć", "life"),
    ],
)
def test_words_that_may_mean_danger_are_seen_slips_of_the_pen_or_not(said: str, sign: str) -> None:
    assert sign in codes(said)


@pytest.mark.parametrize(
    "said",
    [
        "I want the noise to stop at night",
        "I have no reason to go on the bus",
        "Milk has run out, and bread",
        "I ate late and feel like a nap",
        "My plants are dying and I feel silly asking",
        "We want to go home on Friday",
        "I fell last week and can get up the stairs again",
        "I am only killing time until the bus comes",
        "My feet are killing me after the shops",
        "I could kill for a cup of tea",
        "I'm dying to hear a friendly voice",
        "My telephone died and the battery is dead",
        "I will myself collect it",
        "My husband died in March",
        "I fell and hurt myself on the step",
        "I can't go on the bus any more",
        "I don't want to die in hospital, I want to stay at home",
        "I don't want to live in a home",
        "No food allergies",
        "We have no food bank near us",
        "There is no food shop in the village",
        "I have not eaten meat for years and eat no food with nuts",
        "We are being hit by rising bills",
        "The news hit me hard",
        "It hits me most at night",
        "My back hurts me on the stairs",
        "I'm scared of the stairs, and of my neighbour's dog",
        "He is starting on Monday",
        "I was amused. Rapid answers please",
        "I had chest pains in May, they are gone",
        "I had a stroke last year",
        "Please end it at four, all of it",
        "My carer beats eggs better than I do",
        "In the end my life was saved by the nurse",
        "I need somebody to hit the nail in, and to fill my own tank",
        "Somebody is fitting me a rail on Tuesday",
        "The dog follows me to the shop",
        "I like hearing friendly voices",
        "I have no tea or coffee left, and no biscuits",
        "Please wait outside my house",
        "Mąż nie może nosić zakupów, a ja się boję psa sąsiada",
        "Nie jadam od lat mięsa, a mój pies jest głodny",
        "Miałem ból w klatce piersiowej w maju",
        "Grozi mi eksmisja. Nie mam samochodu",
        "Nie mam jedzenia dla kota",
        "Nie mogę wstać wcześnie. Proszę o pomoc i jedzenie",
    ],
)
def test_what_means_something_else_raises_no_alarm(said: str) -> None:
    assert codes(said) == []


@pytest.mark.parametrize(
    ("said", "sign"),
    [
        ("there's smoke coming up the stairs", "fire"),
        ("someone from the bank told me to move my savings", "tricked"),
        ("no heating and it is freezing", "cold"),
        ("mum has gone out in her slippers and she has dementia", "missing"),
        ("my brother's oxygen has run out", "ill"),
        ("she won't have to worry about me much longer", "life"),
        ("i am skared of my stepfarther and he thretened me", "hurt"),
    ],
)
def test_each_kind_of_danger_has_a_sign_of_its_own(said: str, sign: str) -> None:
    assert sign in codes(said)


def test_what_people_of_many_voices_say_in_danger_is_seen_and_their_everyday_words_raise_no_alarm() -> None:
    here = Path(__file__)
    danger, harmless = (
        here.with_name(f"{name}.txt").read_text("utf-8").splitlines()
        for name in ("said_in_danger", "said_without_danger")
    )
    assert min(len(danger), len(harmless)) >= 180
    assert [said for said in danger if not codes(said)] == []
    assert {said: codes(said) for said in harmless if codes(said)} == {}


def once(line: str, groups: dict[str, list[str]]) -> str:
    """The line as somebody may say it: the first of the words it lets choose from."""
    said = []
    for element in line.replace("..", "").split():
        first = element.split("/")[0]
        said.append(once(groups[first[1:-1]][0], groups) if first[0] == "{" else first.rstrip("~"))
    return " ".join(said)


def test_every_line_is_seen_where_it_is_said() -> None:
    told = compiled()
    said = [(code, once(line, told["groups"])) for code, sign in told["signs"].items() for line in sign["words"]]
    assert [(code, words) for code, words in said if code not in codes(words)] == []


@pytest.mark.parametrize("between", ["\n", "... ", "; "])
def test_a_line_break_or_a_pause_hides_no_danger(between: str) -> None:
    danger = Path(__file__).with_name("said_in_danger.txt").read_text("utf-8").splitlines()
    assert [said for said in danger if not codes(re.sub(r"(?<=\w) ", between, said))] == []


def test_a_line_ends_with_its_sentence_and_reaches_over_few_words_only() -> None:
    assert codes("my brother has run out of his insulin") == ["ill"]
    assert codes("The milk has run out. Insulin is here") == []
    assert codes("I ran out into the street to meet the nurse who brought the insulin") == []


def test_every_group_that_a_line_names_is_there_and_no_line_stands_twice() -> None:
    told = compiled()
    assert all(sign.means for sign in signs().values())
    for code, sign in told["signs"].items():
        assert len(set(sign["words"])) == len(sign["words"]), code
        assert not set(sign["words"]) & set(sign["not"]), code
    lines = [*(line for sign in told["signs"].values() for kind in sign.values() for line in kind)]
    lines += [line for group in told["groups"].values() for line in group]
    named = {name for line in lines for name in re.findall("{(.*?)}", line)}
    assert named - told["groups"].keys() == set()


@given(st.text(max_size=300))
def test_whatever_was_typed_it_is_read_without_a_fault(text: str) -> None:
    assert isinstance(signs_in(text, None, ""), tuple)
