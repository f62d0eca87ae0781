"""Complaints as tests need them: taken down by a call handler, acknowledged, answered."""

from collections.abc import Callable
from datetime import timedelta

import community.casework as cw
from community.tables.canonical import LONDON
from tests.casework.office import Office


def complained(office: Office, **told: object) -> str:
    """Take one down, and give its id."""
    key = f"complaint {office.book.count('complaints')}"
    values = {"words": "Nobody came and nobody rang", "name": "Etta Early"} | told
    return cw.take_complaint(office.handler, values, key=key).ids[0]  # type: ignore[arg-type]


def acknowledged(office: Office) -> str:
    """Take one down, and tell them that we have it."""
    one = complained(office)
    cw.acknowledge_complaint(office.director, one)
    return one


def data_requested(office: Office, **told: object) -> str:
    """Take down that somebody wants a copy, and tell them that we have it."""
    one = complained(office, kind="data_request", **{"words": "A copy, please"} | told)
    cw.acknowledge_complaint(office.director, one)
    return one


def answered(office: Office) -> str:
    """Take one down, and answer it."""
    one = acknowledged(office)
    cw.answer_complaint(office.director, one, "We rang and said sorry.")
    return one


def steps_of_a_complaint(director: cw.WorkContext) -> dict[str, Callable[[], object]]:
    """By verb, each step of a complaint, from the telephone to the trustee who was not involved."""
    taken: list[str] = []
    told = {"words": "Nobody came"}
    asked: list[str] = []
    copy = {"words": "A copy, please", "kind": "data_request"}

    def longer() -> None:
        asked.extend(cw.take_complaint(director, copy, key="copy").ids)  # type: ignore[arg-type]
        cw.acknowledge_complaint(director, asked[0])
        cw.extend_data_request(
            director, asked[0], director.clock().astimezone(LONDON).date() + timedelta(days=60), "Ten years of paper"
        )

    return {
        "extend_data_request": longer,
        "take_complaint": lambda: taken.extend(cw.take_complaint(director, told, key="one").ids),  # type: ignore[arg-type]
        "acknowledge_complaint": lambda: cw.acknowledge_complaint(director, taken[0]),
        "answer_complaint": lambda: cw.answer_complaint(director, taken[0], "We are sorry"),
        "second_stage": lambda: cw.second_stage(director, taken[0], "Tess Trustee"),
    }
