"""The user who looks at the list, what they may see, and when: every line is made through here.

What a line asks here is noted, so that it is made anew when the answer may be another: after a change of the book, at a
later moment, or with another remedy.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta

from community.book import Reader
from community.casework.absences import once_agreed
from community.casework.board_cache import QUARTER
from community.casework.contact_safety import unsafe_to_ring
from community.casework.noted_reads import change_key, key
from community.casework.permissions import granted, user_can
from community.casework.remembering_reads import OneView
from community.casework.user import WorkContext
from community.casework.worklist.worklist_item import TEXT_ONLY
from community.identity import phone_numbers
from community.settings import FollowUp
from community.settings.response_promise import answer_by, end_of
from community.tables.canonical import LONDON, moment
from community.tables.roles import Grant
from community.tables.row_types import (
    BookingRow,
    HelpRequestRow,
    MatchRow,
    NeedRow,
    OrganisationRow,
    ResidentRow,
    VolunteerRow,
)
from community.tables.statuses import VolunteerStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import YesNo
from community.wording import spelled, wording


class View:
    """The user who looks, what they may see, and when they look."""

    def __init__(
        self, context: WorkContext, visible: OneView, now: datetime, remedies: Mapping[str, str] | None = None
    ) -> None:
        """Look at a snapshot; `remedies`: by need with an empty place, what would fill it, where that is known."""
        self.context, self.visible, self._now, self._remedies = context, visible, now, remedies or {}
        self._agreed: dict[str, bool] = {}

    @property
    def reader(self) -> Reader:
        """The snapshot itself, in sight or not."""
        return self.visible.reader

    def may(self, verb: Verb) -> bool:
        """Whether this user may do this action."""
        return user_can(self.context.user, verb)

    def now_until(self, *moments: str | datetime | None) -> datetime:
        """The time, for what changes at none but these moments and with a new day in London."""
        for each in moments:
            self.has_come(each)
        self._with_the_day()
        return self._now

    @property
    def this_day(self) -> datetime:
        """The beginning of today, in London."""
        return datetime.combine(self._with_the_day(), time(), LONDON)

    @property
    def this_quarter(self) -> datetime:
        """The beginning of this quarter of an hour."""
        began = datetime.fromtimestamp(self._now.timestamp() // QUARTER * QUARTER, LONDON)
        self._holds_until(began + timedelta(seconds=QUARTER))
        return began

    def has_come(self, at: str | datetime | None) -> bool:
        """Whether this moment has come; it has where nothing was told."""
        if at is None or at == "":
            return True
        then = at if isinstance(at, datetime) else moment(at)
        if then <= self._now:
            return True
        self._holds_until(then)
        return False

    def has_passed(self, then: datetime) -> bool:
        """Whether it is later than this."""
        if self._now <= then:
            self._holds_until(then)
        return self._now > then

    def _with_the_day(self) -> date:
        """Today, in London; what is said of it holds until tomorrow."""
        today = self._now.astimezone(LONDON).date()
        self._holds_until(datetime.combine(today + timedelta(days=1), time(), LONDON))
        return today

    def _holds_until(self, then: datetime) -> None:
        self.visible.look.holds_until(then)

    def read_volunteers(self, ids: Iterable[str | None]) -> None:
        """Read these volunteers together, and by what a coordinator sees those of other hubs."""
        wanted = {one for one in ids if one}
        look, user = self.visible.look, self.context.user
        look.read_ahead(VolunteerRow, wanted)
        if not granted(user, Grant.SEE_EVERY_HUB):
            rows = [look.get(VolunteerRow, one) for one in wanted]
            guests = [row.id for row in rows if row is not None and row.hub != user.hub]
            look.read_ahead(NeedRow, [m.need_id for m in look.read_ahead_of(MatchRow, "volunteer_id", guests)])

    def promise(self, asked: str, urgency: str | None = None) -> datetime:
        """The time by which we promised an answer to a request made then, and as urgent as this."""
        return answer_by(self.context.settings.community, moment(asked), urgency)

    @property
    def waits(self) -> FollowUp:
        """How long this community lets things be before they come back."""
        return self.context.settings.follow_up

    def end_of(self, iso: str) -> datetime:
        """The moment at which a thing due on that day is overdue, London time."""
        return end_of(self.context.settings.community, date.fromisoformat(iso))

    def remedy(self, need_id: str) -> str | None:
        """What would fill an empty place of this need, as far as it is known."""
        self.visible.look.note(remedy_key(need_id))
        return self._remedies.get(need_id)

    def is_away(self, volunteer_id: str | None) -> bool:
        """Whether this volunteer is resting, or away until a day that has not come."""
        row = self.reader.get(VolunteerRow, volunteer_id) if volunteer_id else None
        return row is not None and (row.status == VolunteerStatus.PAUSED or not self.has_come(row.hold_until))

    def agreed_once(self, match_ids: Iterable[str]) -> set[str]:
        """Those of these matches to which the volunteer had once said yes."""
        ids = list(match_ids)
        self.visible.look.note(*map(change_key, ids))
        if missing := [one for one in ids if one not in self._agreed]:
            with self.visible.look.unnoted():
                found = once_agreed(self.reader, missing)
            self._agreed.update((one, one in found) for one in missing)
        return {one for one in ids if self._agreed[one]}

    def telephone(self, table: type[ResidentRow | VolunteerRow], record_id: str | None) -> str | None:
        """The telephone number of this resident or volunteer, where the user may read it."""
        row = self.visible.find(table, record_id)
        return self.number(row) if row is not None else None

    def number(self, row: BookingRow | HelpRequestRow | VolunteerRow | ResidentRow | OrganisationRow) -> str | None:
        """The telephone number on this record; the referrer's where the resident has none.

        Instead of a number that it is not safe to ring, it says so: on whichever record the number stands. Of somebody
        who has died there is none.
        """
        if isinstance(row, ResidentRow | VolunteerRow) and row.died_on is not None:
            return None
        told = row.telephone or (row.referrer_telephone if isinstance(row, HelpRequestRow) else None)
        of_whom = row.resident_id if isinstance(row, HelpRequestRow) and row.telephone else row.id
        if (heeded := self.heeded(told, of_whom or row.id)) != told:
            return heeded
        if isinstance(row, HelpRequestRow | ResidentRow) and row.telephone and row.text_only == YesNo.YES:
            return f"{row.telephone} {TEXT_ONLY}"
        return told

    def heeded(self, told: str | None, *whose: str) -> str | None:
        """The number as it was told, or, where it is not safe to ring it or one of these people, that it is not."""
        if not told:
            return told
        theirs = {*whose, *(each.form for each in phone_numbers(told))}
        is_unsafe = self.visible.is_in("unsafe to ring", unsafe_to_ring, theirs)
        return wording().phrase["not_safe_to_ring"] if is_unsafe else told

    def task(self, code: str) -> str:
        """The task type's name."""
        task = self.context.settings.task_types.get(code)
        return task.name if task else spelled(code)


def remedy_key(need_id: str) -> int:
    """What is noted of a line that says what would fill this need's empty place."""
    return key("remedy", need_id)
