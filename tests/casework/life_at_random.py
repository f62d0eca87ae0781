"""Any event of a life, answered at random."""

import random
from datetime import timedelta
from typing import Any

import community.casework as cw
from tests.casework.office import TODAY, Office


def any_answers(office: Office, event: cw.LifeEvent, lots: random.Random) -> dict[str, object]:
    """Answers that fit each question, some of those left out that may be."""
    asked = [ask for ask in event.asks if ask.must or lots.random() < 0.6]
    return {ask.name: _answer(office, ask, lots) for ask in asked}


def _answer(office: Office, ask: cw.LifeAsk, lots: random.Random) -> Any:
    codes = ask.codes or tuple(office.settings.task_types)
    match ask.kind:
        case cw.AskKind.PAST_DAY:
            return TODAY
        case cw.AskKind.COMING_DAY:
            return TODAY + timedelta(days=lots.choice([0, 1, 3, 9]))
        case cw.AskKind.LINE | cw.AskKind.WORDS:
            return "Said on the telephone"
        case cw.AskKind.NUMBER:
            return 2
        case cw.AskKind.YES:
            return True
        case cw.AskKind.ONE_OF:
            return lots.choice(codes)
        case cw.AskKind.SOME_OF:
            return lots.sample(codes, 1)
        case cw.AskKind.RECORD:
            rows = office.book.rows(str(ask.of))
            return lots.choice(rows)["id"] if rows else None
        case cw.AskKind.SEALED:
            return "sealed elsewhere"
