"""One sync: two reads, at most one guarded write (more only if it is too large), and what follows from it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

import sqlalchemy as sa

from community.book import Book
from community.errors import UserFacingError
from community.forms import load as load_forms
from community.places import Places
from community.settings import Settings
from community.tables import canonical as canon
from sheets_sync import batch_writer, held_changes, provision, sheet_reading, sync_memory, views
from sheets_sync.batch_writer import BatchAnswer
from sheets_sync.book_snapshot import Known, known, of_columns
from sheets_sync.planning import Ref, Unit, Work, plan
from sheets_sync.refused_rows import Refusals
from sheets_sync.sheet_layout import tabs
from sheets_sync.sheet_model import SheetSnapshot
from sheets_sync.sheet_reading import fetch, formulas
from sheets_sync.sheets_service import Service
from sheets_sync.sync_errors import (
    AnswerNeeded,
    Faster,
    Full,
    NewerSpreadsheet,
    NotInStep,
    RequestRefused,
    RowsMoved,
    Unsure,
)
from sheets_sync.sync_outcome import SyncOutcome

TRIES = 8
"""How often a sync begins anew when another writer was faster, or nobody knows whether a write was done."""


def sync(
    book: Book,
    service: Service,
    settings: Settings,
    *,
    now: Callable[[], datetime],
    push: bool = True,
    pull: bool = True,
) -> SyncOutcome:
    """Bring book and spreadsheet in step, and return what that took.

    Raises SheetFault and NotInStep, with the reason remembered for `status`; whatever was done until then stays done,
    and the next sync goes on from there. Raises NewerSpreadsheet once it has read what a newer program keeps there.
    """
    one = _Sync(book, service, settings, now, push=push, pull=pull)
    try:
        return one.run()
    except UserFacingError as error:
        sync_memory.failed(book, str(error), canon.instant(now()))
        raise


class _Sync:
    def __init__(
        self,
        book: Book,
        service: Service,
        settings: Settings,
        now: Callable[[], datetime],
        *,
        push: bool,
        pull: bool,
    ) -> None:
        self.book, self.service, self.settings, self.clock = book, service, settings, now
        self.push = self.asked_to_push = push
        self.pull = pull
        self.forms = load_forms(settings)
        self.tabs = tabs(self.forms.values())
        self.places = Places.open(settings.home, settings.hubs)
        self.outcome, self.refusals, self.judged = SyncOutcome(), Refusals(), held_changes.HeldJudgement()
        self.begun = now()  # of every correction that this sync finds, however often it has to read again
        self.added: set[tuple[str, str]] = set()
        """Lines that this sync's last write added: Google said so, and no read has shown it yet."""

    def run(self) -> SyncOutcome:
        before = self.service.calls.copy()
        lost: RequestRefused | Unsure | None = None
        for _ in range(TRIES):
            sheet = fetch(self.service, self.tabs, hosted=self.settings.kept_in_sheet)
            self.number, self.push = sheet.number or 0, self.asked_to_push and not sheet.is_newer
            work = self._plan(sheet, known(self.book))
            self._take_in(work)
            if sheet.is_newer:
                self._remember(work)
                raise NewerSpreadsheet
            try:
                again = self._bring_forward(work) or self._write(work)
            except (Faster, RowsMoved, Unsure) as reason:
                lost = reason  # read again: what was done shows, what was not is sent again
                continue
            if not again:
                self._remember(work)
                calls = self.service.calls - before
                self.outcome.reads, self.outcome.writes = calls["read"], calls["write"]
                return self.outcome
        raise lost or NotInStep("Somebody keeps moving rows while they are written. The next sync tries again.")

    def _plan(self, sheet: SheetSnapshot, standing: Known) -> Work:
        self.outcome.problems = list(sheet.problems)
        if why := sheet_reading.why_not_ready(sheet):
            self.book.remember(lambda connection: sync_memory.problems(connection, sheet.problems))
            raise why
        self.judged = held_changes.HeldJudgement()
        work = self._planned(sheet, standing)
        added = standing.added
        if work.plan.missing.intersection(added) and not work.plan.seen.intersection(added):
            # Nothing is there of what the last write added: another program wrote over it at that moment.
            work = self._planned(sheet, self._forget(added))
        work = self._judged(sheet, work)
        if self.pull and (emptied := of_columns(work.plan.erasures)):
            self.book.take_in(erasures=emptied)  # or a person would seem to have cleared these cells
            work = self._planned(sheet, known(self.book))
        self.added = set()
        self.outcome.still = sorted(work.stopped)
        if work.unreadable:
            raise NotInStep(
                "A column of the tab changes was deleted and made again, and this machine can't fill it. Take the "
                "deletion back (File, Version history), or sync from the machine that knows it all."
            )
        if self.push:
            views.bring_forward(work, self.settings)
            work.fill_columns()
        self.outcome.problems += work.problems
        self.refusals.leave_out(work, standing.memory.get(sync_memory.REFUSED, {}), self.clock())
        return work

    def _judged(self, sheet: SheetSnapshot, work: Work) -> Work:
        """The plan, planned anew without what is held and with what was answered about it. Raises AnswerNeeded."""
        self.judged = judged = held_changes.judge(work, self.service.connection.spreadsheet_id)
        if judged.whole:
            at = canon.instant(self.clock())
            self.book.remember(lambda connection: held_changes.note(connection, judged, work.known.memory, at))
            raise AnswerNeeded(
                f"{judged.whole.words} Nothing is read or written until somebody answers on the page Sheet."
            )
        if not judged:
            return work
        answers = work.known.memory.get(sync_memory.ANSWER, {})
        self.book.remember(lambda connection: held_changes.begin(connection, judged, answers))
        waiting = [
            each for each in work.plan.aside if each.tab in judged.held and each.id in work.slipped.get(each.tab, ())
        ]
        work = self._planned(sheet, self._forget(judged.forget))
        work.plan.aside += waiting
        work.problems += [f"{each.words} It stands still until somebody answers." for each in judged.held.values()]
        return work

    def _forget(self, lines: Iterable[tuple[str, str]]) -> Known:
        """Forget that these were ever read back, so that they are sent again."""
        self.book.remember(lambda connection: sync_memory.forget(connection, lines))
        return known(self.book)

    def _planned(self, sheet: SheetSnapshot, standing: Known) -> Work:
        is_formula: dict[Ref, bool] = {}
        while True:
            work = plan(
                sheet,
                standing,
                now=self.begun,
                forms=self.forms,
                places=self.places,
                push=self.push,
                pull=self.pull,
                is_formula=is_formula,
                held=self.judged.held,
                verdicts=self.judged.verdicts,
            )
            if is_formula or not work.look_at:
                return work
            is_formula = formulas(sheet, work.look_at, self.service)
            standing = known(self.book)

    def _take_in(self, work: Work) -> None:
        """Take into the book what only the sheet has, before anything is written to the sheet."""
        if not self.pull:
            return
        plan_ = work.plan
        if plan_.erasures or plan_.rows or plan_.changes:
            taken = self.book.take_in(erasures=plan_.erasures, rows=plan_.rows, changes=plan_.changes)
            self.outcome.received += len(taken.rows) + len(taken.changes)
            self.outcome.conflicts += len(taken.conflicts)
            for table, own in taken.refused:
                work.aside(table, None, own, "This row, or a line of the log about it, holds what its column can't.")
            for table, own in taken.waiting:
                work.aside(table, None, own, "What was decided about a row that is not here: its row is missing.")
            for table, own in taken.differing:
                work.aside(table, None, own, "Two rows have this number. The book's stays.")

    def _bring_forward(self, work: Work) -> bool:
        """Add what an earlier program did not know, and tell whether there was any. Raises Faster, Unsure."""
        if not self.push or self.number < self.judged.floor:
            return False
        added, why_not = provision.bring_forward(self.service, work.sheet, self.forms.values())
        if why_not:
            work.problems.append(why_not)
            self.outcome.problems.append(why_not)
        return added

    def _write(self, work: Work) -> bool:
        """Write every unit, and tell whether to look again. Raises Faster, RowsMoved, Unsure, Full, RequestRefused."""
        sheet = work.sheet
        waiting = list(batch_writer.batches(work.plan.units))
        # After an earlier version came back the numbers go on above all that were ever taken.
        number, guard = max(sheet.number or 0, self.judged.floor), str(sheet.guard)
        if (number != sheet.number or work.tidy) and not waiting:
            waiting = [[]]
        while waiting:
            meant = waiting.pop(0)
            batch = self.refusals.without_early(meant)
            if meant and not batch:
                continue
            wanted, asked = batch_writer.requests(sheet, batch, number, guard), batch_writer.asked(sheet, batch)
            try:
                answer = BatchAnswer(sheet, self.service.batch(wanted, ask=asked))
            except (Faster, RowsMoved, Full):
                raise
            except RequestRefused as refused:
                suspects = batch_writer.behind(sheet, batch, refused.index)
                if not suspects and batch:  # no row is to blame: somebody took away or made what the copies need
                    raise RowsMoved(refused.status, refused.message, refused.index) from refused
                waiting[:0] = self.refusals.split(refused, batch, suspects, self.clock())
                self.book.remember(
                    lambda connection: sync_memory.replace(connection, sync_memory.REFUSED, self.refusals.remembered())
                )
                continue
            number, guard = number + 1, answer.guard
            self.number = number
            batch_writer.filled(sheet, batch)
            wrong = batch_writer.misplaced(answer, batch)
            self._settle(work, answer, batch, wrong)
            if wrong or any(unit.back or unit.nobodys for unit in batch):
                return True  # places may not be where they were read: the rest waits for the next read
        return sheet.before_tells  # what was taken out must not stay in the copies until the next sync, if one comes

    def _settle(self, work: Work, answer: BatchAnswer, batch: Sequence[Unit], wrong: Sequence[Unit]) -> None:
        """After the sheet was written, let the book take in what was born in the sheet, and remember both."""
        names = {unit.name for unit in wrong}
        rows = [row for unit in batch if unit.name not in names or not unit.lines for row in unit.new_rows]
        changes = [change for unit in batch for change in unit.new_changes]
        if rows or changes:
            taken = self.book.take_in(rows=rows, changes=changes)
            self.outcome.received += len(taken.rows)
            new = set(taken.changes)
            # What follows a corrected cell, as a place does its postcode, is in the same action.
            self.outcome.corrected += len({change.action for change in changes if change.id in new})
            self.outcome.conflicts += len(taken.conflicts)
        written = batch_writer.shown_by(answer, batch)
        for unit in batch:
            # What was born in the sheet another machine may have added as well, so it tells nothing.
            born = {row.id for row in unit.new_rows} | {change.id for change in unit.new_changes}
            self.added |= {ref for ref in batch_writer.added_by(unit) if ref[1] not in born}
        self.outcome.sent += sum(len(unit.rows) + len(unit.log) for unit in batch)
        work.plan.seen |= written
        before = work.known.read_back

        def note(connection: sa.Connection) -> None:
            sync_memory.read_back(connection, written, before)
            held_changes.turn(connection, self.service.connection.spreadsheet_id, self.number)
            sync_memory.added(connection, self.added)

        self.book.remember(note)

    def _remember(self, work: Work) -> None:
        standing: Known = work.known
        before = standing.memory.get(sync_memory.ASIDE, {})
        aside = sync_memory.aside(work.plan.aside)
        self.outcome.aside += len(aside.keys() - before.keys())
        self.outcome.refused, self.outcome.held = self.refusals.counts()
        self.outcome.typed = len(work.plan.typed)
        at = canon.instant(self.clock())

        def note(connection: sa.Connection) -> None:
            sync_memory.read_back(connection, work.plan.seen, standing.read_back)
            sync_memory.missing(connection, work.plan.missing, at)
            sync_memory.replace(connection, sync_memory.ASIDE, aside)
            sync_memory.replace(connection, sync_memory.REFUSED, self.refusals.remembered())
            if self.pull:
                sync_memory.replace(connection, sync_memory.TYPED, dict.fromkeys(work.plan.typed, at))
            sync_memory.problems(connection, [*work.sheet.problems, *work.problems])
            sync_memory.added(connection, self.added)
            held_changes.note(connection, self.judged, standing.memory, at)
            if self.pull and self.push:
                held_changes.carried_out(connection, standing.memory)
            held_changes.turn(connection, self.service.connection.spreadsheet_id, self.number)
            if work.sheet.is_newer:
                return
            sync_memory.replace(connection, sync_memory.FAILED, {})
            sync_memory.replace(connection, sync_memory.LAST, {"at": at})
            if self.pull and not self.outcome.still:
                sync_memory.replace(connection, sync_memory.WHOLE, {"at": at})

        self.book.remember(note)
