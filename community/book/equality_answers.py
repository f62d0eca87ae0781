"""Answers about equality, as working rows: nothing joins one to a person, to a day, or to another answer.

They wait under keys drawn by lot, in a table that has no other order, until several to one question can be written
together, shuffled. Neither table has a time in it but the month.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from random import SystemRandom

import sqlalchemy as sa

from community.book.schema import EQUALITY, EQUALITY_WAITING

_WAITING = EQUALITY_WAITING.c
TOGETHER = 5
"""So many answers to a question are written down at once; fewer only once their month is over."""


def take_equality_answers(connection: sa.Connection, given: Iterable[tuple[str, str]], month: str, key: str) -> None:
    """Keep these answers of one page, (question, answer), for later. `month` as `2026-11`.

    `key` is the page's own: sent again while it waits, its later answers count. It is not kept, and without it nobody
    can tell which answers came together.
    """
    for question, answer in given:
        asked = question.partition(".")[2]  # whatever they say this time that they are here as
        own = hashlib.blake2b(f"{key}\x1f{asked}".encode(), digest_size=16).hexdigest()
        connection.execute(EQUALITY_WAITING.delete().where(_WAITING.key == own))
        row = {"key": own, "month": month, "question": question, "answer": answer}
        connection.execute(EQUALITY_WAITING.insert(), row)


def write_equality_answers(connection: sa.Connection, month: str) -> int:
    """Write down what has waited, shuffled; how many answers that were. `month` is the present one.

    Answers of a month that is over are all written; of the present one those of which there are enough. All of the
    month is written anew: a few that stood together at the end would be one person's.
    """
    waiting = connection.execute(sa.select(EQUALITY_WAITING)).all()
    many = Counter(row.question for row in waiting if row.month >= month)
    ready = [row for row in waiting if row.month < month or many[row.question] >= TOGETHER]
    if ready:
        same_months = EQUALITY.c.month.in_({row.month for row in ready})
        there = connection.execute(sa.select(EQUALITY).where(same_months)).all()
        connection.execute(EQUALITY.delete().where(same_months))
        told = [{"month": row.month, "question": row.question, "answer": row.answer} for row in (*there, *ready)]
        SystemRandom().shuffle(told)
        connection.execute(EQUALITY.insert(), told)
        written = EQUALITY_WAITING.delete().where(_WAITING.key == sa.bindparam("written"))
        connection.execute(written, [{"written": row.key} for row in ready])
    return len(ready)


def equality_counts(connection: sa.Connection) -> Counter[tuple[str, str, str]]:
    """How many gave each answer, by month, question and answer. Those that wait are not counted yet."""
    by = (EQUALITY.c.month, EQUALITY.c.question, EQUALITY.c.answer)
    found = connection.execute(sa.select(*by, sa.func.count()).group_by(*by))
    return Counter({(month, question, answer): many for month, question, answer, many in found})
