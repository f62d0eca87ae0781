"""What is odd in a row of a list, by row and column, in words. None of them repeats what stands there."""

from dataclasses import dataclass
from enum import StrEnum


class Trouble(StrEnum):
    """What is odd, as a code; `WORDS` says it."""

    DAY_UNREAD = "day_unread"
    DAY_TWO_WAYS = "day_two_ways"
    DAY_WITHOUT_DAY = "day_without_day"
    DAY_AHEAD = "day_ahead"
    WORDS_UNKNOWN = "words_unknown"
    TIMES_UNREAD = "times_unread"
    NUMBER_UNREAD = "number_unread"
    YES_NO_UNREAD = "yes_no_unread"
    ANSWER_UNREAD = "answer_unread"
    STATUS_UNKNOWN = "status_unknown"
    NOT_READY = "not_ready"
    CHECK_UNSEEN = "check_unseen"
    CHECK_LEVEL = "check_level"
    TELEPHONE_ODD = "odd_telephone"
    TELEPHONE_CUT = "telephone_cut"
    EMAIL_ODD = "odd_email"
    POSTCODE_ODD = "odd_postcode"
    POSTCODE_UNKNOWN = "unknown_postcode"
    NO_POSTCODE = "no_postcode"
    NO_WAY_TO_REACH = "nothing_to_reach_them"
    NO_NAME = "no_name"
    TWO_PEOPLE = "two_people"
    DANGER = "danger"
    UNDER_18 = "not_18_yet"
    NUMBER_TWICE = "number_twice"
    ORGANISATION_UNKNOWN = "organisation_unknown"
    CHANGED_HERE = "changed_here"
    DIFFERS = "differs"
    PROTECTED = "protected"
    STATUS_OTHER = "status_other"
    AGREES_NO_MORE = "agrees_no_more"

    @property
    def words(self) -> str:
        """What is odd, in words."""
        return WORDS[self]


WORDS: dict[Trouble, str] = {
    Trouble.DAY_UNREAD: "no date that we can read. It is kept among the notes",
    Trouble.DAY_TWO_WAYS: "a date that can be read two ways. The first number was taken as the day",
    Trouble.DAY_WITHOUT_DAY: "a month without a day. The first of the month was taken",
    Trouble.DAY_AHEAD: "a day that is still to come. It is kept among the notes",
    Trouble.WORDS_UNKNOWN: "words that are none of ours. They are kept as they are",
    Trouble.TIMES_UNREAD: "times that we can’t read in full. The words are kept among the notes",
    Trouble.NUMBER_UNREAD: "no number that we can read. It is kept among the notes",
    Trouble.YES_NO_UNREAD: "neither yes nor no. It is kept among the notes",
    Trouble.ANSWER_UNREAD: "an answer that its question does not take. It is kept as it is",
    Trouble.STATUS_UNKNOWN: "a status that we don’t know. It is kept among the notes, and they begin with the checks",
    Trouble.NOT_READY: "active in the list; here they begin with the checks, as their agreement or the day of their "
    "induction is missing",
    Trouble.CHECK_UNSEEN: "a DBS check without the day on which somebody saw it. It is kept among the notes only",
    Trouble.CHECK_LEVEL: "a DBS check without its level. It is kept among the notes only",
    Trouble.TELEPHONE_ODD: "no telephone number that we can read. It is kept as it is, with a flag",
    Trouble.TELEPHONE_CUT: "a telephone number that a spreadsheet shortened, such as 4.4E+11. Look it up",
    Trouble.EMAIL_ODD: "no email address that we can read. It is kept as it is, with a flag",
    Trouble.POSTCODE_ODD: "no whole postcode that we can read. It is kept as it is, with a flag",
    Trouble.POSTCODE_UNKNOWN: "a postcode that we don’t know, or outside our hubs. It is kept, with a flag",
    Trouble.NO_POSTCODE: "no postcode, so nobody knows which hub it belongs to",
    Trouble.NO_WAY_TO_REACH: "no way to get in touch",
    Trouble.NO_NAME: "no name",
    Trouble.TWO_PEOPLE: "two people in one row, it seems. One record is made",
    Trouble.DANGER: "words that may mean danger: read them first",
    Trouble.UNDER_18: "somebody under 18",
    Trouble.NUMBER_TWICE: "a number of the old list that another person in it has too",
    Trouble.ORGANISATION_UNKNOWN: "an organisation that is not in the book. Its name is kept among the notes",
    Trouble.CHANGED_HERE: "other in the list, but somebody put it right here since. What stands here stays",
    Trouble.DIFFERS: "other in the list than in the book. What stands in the book stays",
    Trouble.PROTECTED: "their address is protected. Only the safeguarding lead puts it right, on their page",
    Trouble.STATUS_OTHER: "the list says otherwise than before where they stand. It stays as it is here: change it on "
    "their page",
    Trouble.AGREES_NO_MORE: "they do not agree any more. They are not asked, and begin with the checks again",
}


@dataclass(frozen=True)
class RowTrouble:
    """One thing that is odd: in which row, in which column, and what."""

    row: int
    header: str | None
    """What the column is called in the list; None: the row as a whole."""
    trouble: Trouble

    @property
    def words(self) -> str:
        """What is odd, in words."""
        return self.trouble.words
