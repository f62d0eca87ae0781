"""Who reads what is written to many: by which way each of them, and who is left out and why."""

from dataclasses import dataclass

from community.casework.message_queue import closed_ways
from community.casework.offers import ways_of
from community.casework.user import WorkContext
from community.identity import certain_email, certain_number_for_texts, phone_numbers
from community.tables.list_codes import LeftOut
from community.tables.row_types import VolunteerRow
from community.tables.vocabulary import ReachBy


@dataclass(frozen=True)
class CircularReader:
    """One volunteer who is written to. `by_itself`: the program sends it; else a person passes it on."""

    row: VolunteerRow
    way: ReachBy
    by_itself: bool


def way_to(context: WorkContext, row: VolunteerRow) -> CircularReader | LeftOut:
    """By which way this volunteer is written to, first by one that the program sends by; or why by none.

    Whoever asked that nobody else learns who we are gets no text: its words stand on the screen for all to see.
    """
    ways = [each for each in ways_of(context, row) if not (each.way == ReachBy.TEXT and row.say_instead)]
    email, number = certain_email(row.email, row.name), certain_number_for_texts(row.telephone, row.name)
    certain = {ReachBy.EMAIL: email, ReachBy.TEXT: number}
    for each in ways:
        if each.by_itself and certain.get(each.way):
            return CircularReader(row, each.way, by_itself=True)
    if ways:
        return CircularReader(row, ways[0].way, by_itself=False)
    rings = bool(phone_numbers(row.telephone))
    if rings and ReachBy.TELEPHONE not in closed_ways(row):
        return CircularReader(row, ReachBy.TELEPHONE, by_itself=False)
    return LeftOut.NO_MESSAGES if rings or row.email else LeftOut.NOWHERE
