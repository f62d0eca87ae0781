"""Lines about one match: whom to tell, whether it was done, and whether its check still holds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from community.casework.board_facts import dbs_levels
from community.casework.calls_to_make import OTHER_TIMES, PUT_RIGHT, WORDS, cannot_wait, without_ringing
from community.casework.corrected_since_told import corrected_at, touched_in_sheet
from community.casework.detail_release import know_each_other, opens_at
from community.casework.display_names import named
from community.casework.match_messages import told_since
from community.casework.visit_rows import agreed_days
from community.casework.volunteer_offers import level_needed, may_enter_homes
from community.casework.worklist.line_facts import message_may_go, of_match
from community.casework.worklist.worklist_item import (
    UNSURE,
    URGENT,
    WorklistItem,
    has_number_to_ring,
    people,
    told,
)
from community.casework.worklist.worklist_view import View
from community.tables.canonical import LONDON, moment
from community.tables.message_codes import MessageKind
from community.tables.row_types import CheckRow, MatchRow, MessageRow, NeedRow, VisitRow, VolunteerRow
from community.tables.statuses import MatchStatus, MessageStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import CheckKind, LineKind, Recurs

_LOST = frozenset({MessageStatus.BOUNCED, MessageStatus.WITHDRAWN})
_NOT_READ = frozenset({MessageStatus.BY_HAND, MessageStatus.BOUNCED, MessageStatus.WITHDRAWN})
"""Statuses of a message that its reader surely has not got."""


def is_on_its_way(view: View, match_id: str, kind: MessageKind) -> bool:
    """Whether a message of this kind about this match goes, went, or waits for somebody to pass it on.

    One that nobody may pass on any more counts for nothing: what it says, a person says instead. Nor does one that went
    and told a resident who comes, where the match waits for that all the same.
    """
    lost = _LOST | ({MessageStatus.SENT} if kind == MessageKind.WHO_COMES else set())
    return any(
        message.kind == kind
        and message.status not in lost
        and (message.status != MessageStatus.BY_HAND or message_may_go(view, message))
        for message in view.visible.of(MessageRow, "about", match_id)
    )


def volunteer_to_tell(view: View, match: MatchRow, need: NeedRow) -> Iterator[WorklistItem]:
    """A line about a volunteer who may know by now whom they help, and to whom neither a person nor a link tells it."""
    if match.resident_told_at is None or match.released_at is not None or not view.may(Verb.RELEASE):
        return
    late = _is_late(view, match)
    if is_on_its_way(view, match.id, MessageKind.RESIDENT_KNOWS) and not late:
        return
    opens = opens_at(view.reader, view.context.settings, match)
    if opens is None or not view.has_come(opens):
        return
    if not know_each_other(view.reader, match) or _is_written_to(view, match):
        words = "{volunteer} has not opened their link" if late else "Tell {volunteer} whom they help"
        line = of_match(view, match, need, LineKind.VOLUNTEER_TO_TELL, words, (VolunteerRow, match.volunteer_id))
        yield replace(line, urgency=URGENT) if late else line


def _is_late(view: View, match: MatchRow) -> bool:
    """Whether somebody is expected today and has not looked at their link, though they had time."""
    sent = [
        m.sent_at
        for m in view.visible.look.of(MessageRow, "about", match.id)
        if m.kind == MessageKind.RESIDENT_KNOWS and m.status == MessageStatus.SENT and m.sent_at
    ]
    if not sent or match.first_on is None:
        return False
    day = datetime.combine(date.fromisoformat(match.first_on), time(), LONDON)
    return view.has_come(max(day, moment(max(sent)) + timedelta(hours=view.waits.ring_again_hours)))


def _is_written_to(view: View, match: MatchRow) -> bool:
    """Whether the volunteer was to hear by a message that the resident knows, and nobody has been in touch since."""
    return any(
        m.kind == MessageKind.RESIDENT_KNOWS and m.status in _NOT_READ and not told_since(view.reader, m)
        for m in view.visible.look.of(MessageRow, "about", match.id)
    )


def corrected_in_sheet(view: View, match: MatchRow, need: NeedRow) -> Iterator[WorklistItem]:
    """A line about a volunteer who knows what the spreadsheet has put right since: how to reach them, or when."""
    whose = people(need.id, need.resident_id)
    if not view.may(Verb.LOG_CONTACT) or not view.visible.is_in("touched in sheet", touched_in_sheet, whose):
        return
    since = corrected_at(view.reader, match, need)
    if since is None:
        return
    telephone = view.telephone(VolunteerRow, match.volunteer_id)
    what = OTHER_TIMES if match.status == MatchStatus.OFFERED else PUT_RIGHT
    said = WORDS[what] if has_number_to_ring(telephone) else without_ringing(WORDS[what])
    urgency = URGENT if cannot_wait(view.reader, WORDS[what], match.id, view.this_day) else UNSURE
    who = named(view.visible, match.volunteer_id) or "The volunteer"
    yield WorklistItem(match.id, "matches", LineKind.TELL_THEM, f"{who}: {said}", moment(since),
               view.promise(since, urgency), urgency, hub=need.hub, telephone=telephone,
               who=people(match.volunteer_id))  # fmt: skip


def was_it_done(view: View, match: MatchRow, need: NeedRow) -> Iterator[WorklistItem]:
    """A line about help that is under way and of which nobody has heard for a while, once the agreed day is over."""
    wait = timedelta(days=view.waits.once_done_days if need.recurs == Recurs.ONCE else view.waits.weekly_done_days)
    if match.status != MatchStatus.ACTIVE or not view.may(Verb.DONE) or not view.has_passed(
        moment(match.changed_at) + wait
    ):  # fmt: skip
        return
    visits = view.visible.look.of(VisitRow, "match_id", match.id)
    agreed = agreed_days(match, visits)
    over = datetime.combine(date.fromisoformat(min(agreed)) + timedelta(days=1), time(), LONDON) if agreed else None
    heard = moment(max([match.changed_at, *(visit.at for visit in visits)]))
    if view.has_passed(heard + wait) and view.has_come(over):
        since = heard if over is None else max(heard, over)
        who = named(view.visible, match.id)
        title = f"Was it done? {view.task(need.task_type)}{f': {who}' if who else ''}"
        yield WorklistItem(match.id, "matches", LineKind.WAS_IT_DONE, title, since, None, UNSURE,
                   hub=need.hub, telephone=view.telephone(VolunteerRow, match.volunteer_id),
                   who=people(need.resident_id))  # fmt: skip


def checks_missing(view: View, match: MatchRow, need: NeedRow) -> Iterator[WorklistItem]:
    """A line about a match that goes on although the volunteer may not do this any more.

    Their check has run out or was written down wrongly, or we don't know that they are 18 or over for a task in a home.
    """
    task = view.context.settings.task_types.get(need.task_type)
    if task is None or not view.may(Verb.ADD_CHECK):
        return
    volunteer = view.reader.get(VolunteerRow, match.volunteer_id or "")
    kept_out = task.in_home and volunteer is not None and not may_enter_homes(volunteer)
    if kept_out or _level(view, match.volunteer_id) < level_needed(need, task):
        reason = "May not go into a home" if kept_out else "No valid check for this any more"
        yield WorklistItem(match.id, "matches", LineKind.CHECK_MISSING, f"{reason}: {task.name}",
                   moment(match.changed_at), view.this_quarter, told(need.urgency), hub=need.hub,
                   who=people(match.volunteer_id),
                   telephone=view.telephone(VolunteerRow, match.volunteer_id))  # fmt: skip


def _level(view: View, volunteer_id: str) -> int:
    """The highest level among this volunteer's DBS checks that are not out of date."""
    checks = [c for c in view.visible.look.of(CheckRow, "volunteer_id", volunteer_id) if c.kind == CheckKind.DBS]
    return dbs_levels(checks, view.this_day).get(volunteer_id, 0)
