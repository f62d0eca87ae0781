"""Held tabs: what is held, what a person answered, and what follows for the plan.

A tab that the brake doubts is neither read nor written until somebody answers. The answer applies only to what was
asked: if the tab has changed by then, the question is asked again. On another machine the question disappears by
itself, because the spreadsheet shows the result of the answer.

What a person corrects in other cells after the hold began is no part of the slip: a refusal leaves it alone, and it
counts like any correction. What came since and looks like a slip itself belongs to the question.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import sqlalchemy as sa

from community.tables.verbs import Verb, action_id
from sheets_sync import sync_memory
from sheets_sync.planning import Touched, Verdict, Work, mass_edits
from sheets_sync.sync_memory import SLIP

Cells = Mapping[str, Sequence[str]]
"""By field: the records whose cell it is."""


def about(work: Work, tables: Iterable[str]) -> dict[str, Cells]:
    """By table: what its hold is about. As it began; or as it is now, when what came since is a slip too."""
    found: dict[str, Cells] = {}
    for table in tables:
        before = _began(work, table)
        touched = work.touched.get(table, [])
        if before is None or (_since(work, table, before) and not honest(work, table)):
            before = _cells(touched)
        found[table] = before
    return found


def honest(work: Work, table: str) -> frozenset[tuple[str, str]]:
    """The (record, field) of corrections made while the tab was held, except those that are slips themselves."""
    before = _began(work, table)
    tab = work.sheet.tabs.get(table)
    if before is None or tab is None:
        return frozenset()
    since = _since(work, table, before)
    if not since or mass_edits.looks_like_a_slip(tab, since):
        return frozenset()
    return frozenset((cell.record, cell.field) for cell in since)


def _since(work: Work, table: str, before: Cells) -> list[Touched]:
    """The cells touched since, except those touched when a column was sorted again or cleared further."""
    touched = work.touched.get(table, [])
    old = {(record, field) for field, records in before.items() for record in records}
    slipped = [cell for cell in touched if (cell.record, cell.field) in old]
    there: dict[str, set[str]] = {}
    emptied = {cell.field for cell in slipped if not cell.now}
    for cell in slipped:
        there.setdefault(cell.field, set()).add(cell.was)
    return [
        cell
        for cell in touched
        if (cell.record, cell.field) not in old
        and cell.now not in there.get(cell.field, ())
        and (cell.now or cell.field not in emptied)
    ]


def _began(work: Work, table: str) -> Cells | None:
    text = work.known.memory.get(SLIP, {}).get(table)
    found: Cells | None = None if text is None else json.loads(text)
    return found


def _cells(touched: Iterable[Touched]) -> dict[str, list[str]]:
    cells: dict[str, list[str]] = {}
    for cell in touched:
        cells.setdefault(cell.field, []).append(cell.record)
    return cells


Ref = tuple[str, str]


@dataclass(frozen=True)
class HeldJudgement:
    """What the next plan must know, and what is remembered when it is done."""

    held: Mapping[str, mass_edits.Doubt] = field(default_factory=dict)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    """By table."""
    forget: frozenset[Ref] = frozenset()
    """Lines to be sent again."""
    let_go: frozenset[Ref] = frozenset()
    """Lines that may stay out."""
    slips: Mapping[str, Cells] = field(default_factory=dict, repr=False)
    """By table: the cells that what is held is about."""
    floor: int = 0
    """The number of the guard's name that the next one must be above."""

    def __bool__(self) -> bool:
        """Whether there is anything to plan anew for."""
        return bool(self.held or self.verdicts or self.forget or self.let_go)

    @property
    def whole(self) -> mass_edits.Doubt | None:
        """The question about the whole spreadsheet, while it is not answered."""
        return self.held.get(mass_edits.WHOLE)


def judge(work: Work, spreadsheet: str) -> HeldJudgement:
    """The judgement on a plan that believed everything. Answers count only in a sync that goes both ways."""
    kept, number = work.known.memory, work.sheet.number or 0
    floor = last_turn(kept, spreadsheet)
    found = {mass_edits.WHOLE: mass_edits.older(work, number, floor)} if number < floor else mass_edits.doubts(work)
    if mass_edits.WHOLE in found:
        found = {mass_edits.WHOLE: found[mass_edits.WHOLE]}
    said = (
        {tab: json.loads(text) for tab, text in kept.get(sync_memory.ANSWER, {}).items()}
        if work.push and work.pull
        else {}
    )
    held: dict[str, mass_edits.Doubt] = {}
    verdicts: dict[str, Verdict] = {}
    forget, let_go = set[Ref](), set[Ref]()
    for tab, first in found.items():
        doubt = _without_honest_edits(work, first)
        answer = said.get(tab, {})
        taken = bool(answer) and answer["choice"] == "take"
        same = bool(answer) and (answer["print"] == doubt.print or answer.get("begun"))
        if not same or not (doubt.takeable if taken else doubt.refusable):
            held[tab] = doubt
            continue
        gone = mass_edits.newly_gone(work, tab)
        log = {ref for ref in gone if ref[0] == "changes"}
        forget |= log if taken else gone
        let_go |= gone - log if taken else set()
        for table in work.known.rows if tab == mass_edits.WHOLE else [tab]:
            verdicts[table] = _verdict(work, table, answer, doubt, gone, taken=taken)
    for tab, answer in said.items():
        if answer.get("begun") and tab not in found and work.touched.get(tab):
            # The program was stopped while it wrote back: the cells that remain are not corrections.
            verdicts[tab] = Verdict("refuse", answer["by"], "", spared=honest(work, tab))
    tables = work.known.rows if mass_edits.WHOLE in held else held
    return HeldJudgement(held, verdicts, frozenset(forget), frozenset(let_go), about(work, tables), floor)


def _without_honest_edits(work: Work, doubt: mass_edits.Doubt) -> mass_edits.Doubt:
    """The question without honest corrections made meanwhile, so that these alone do not make it be asked again."""
    tab, spared = work.sheet.tabs.get(doubt.tab), honest(work, doubt.tab)
    return replace(doubt, print=mass_edits.print_of(work, tab, spared)) if tab and spared else doubt


def _verdict(
    work: Work, table: str, answer: Mapping[str, str], doubt: mass_edits.Doubt, gone: set[Ref], *, taken: bool
) -> Verdict:
    lost: dict[str, frozenset[str]] = {}
    spared = frozenset[tuple[str, str]]() if taken else honest(work, table)
    touched = [each for each in work.touched.get(table, ()) if (each.record, each.field) not in spared]
    for name in {each.field for each in touched}:
        cells = [each for each in touched if each.field == name]
        lost[name] = frozenset(Counter(c.was for c in cells) - Counter(c.now for c in cells))
    return Verdict(
        "take" if taken else "refuse",
        answer["by"],
        action_id(Verb.TAKE_SHEET, doubt.print),
        lost,
        frozenset(own for tab, own in gone if tab == table),
        "older" in doubt.kinds,
        spared,
    )


def begin(connection: sa.Connection, judged: HeldJudgement, known: Mapping[str, str]) -> None:
    """Note that refused changes are being written back, in case this program is stopped meanwhile."""
    begun = {
        tab: json.dumps({**json.loads(text), "begun": True})
        for tab, text in known.items()
        if tab in judged.verdicts and judged.verdicts[tab].choice == "refuse"
    }
    if begun:
        sync_memory.replace(connection, sync_memory.ANSWER, {**known, **begun})


def note(connection: sa.Connection, judged: HeldJudgement, known: Mapping[str, Mapping[str, str]], at: str) -> None:
    """Remember what is asked, since when, and what may stay out; an answer that was carried out is forgotten."""
    before = {tab: json.loads(text) for tab, text in known.get(sync_memory.HELD, {}).items()}
    asked = {}
    for tab, doubt in judged.held.items():
        since = before.get(tab, {}).get("since", at)
        told = {"words": doubt.words, "takeable": doubt.takeable, "print": doubt.print, "since": since}
        told |= {} if doubt.refusable else {"refusable": False}
        asked[tab] = json.dumps(told)
    sync_memory.replace(connection, sync_memory.HELD, asked)
    sync_memory.replace(
        connection, sync_memory.SLIP, {table: json.dumps(cells) for table, cells in judged.slips.items()}
    )
    sync_memory.leave_out(connection, judged.let_go, at)


def carried_out(connection: sa.Connection, known: Mapping[str, Mapping[str, str]]) -> None:
    """Forget the answers that this sync knew: they are done, or what they were about looks otherwise now."""
    answers = known.get(sync_memory.ANSWER, {})
    begun = {tab: json.dumps({**json.loads(text), "begun": True}) for tab, text in answers.items()}
    sync_memory.carried_out(connection, {tab: [text, begun[tab]] for tab, text in answers.items()})


def turn(connection: sa.Connection, spreadsheet: str, number: int) -> None:
    """Remember the number of the guard's name: one that is lower later belongs to an earlier version."""
    sync_memory.replace(connection, sync_memory.GUARD, {"sheet": spreadsheet, "number": str(number)})


def last_turn(known: Mapping[str, Mapping[str, str]], spreadsheet: str) -> int:
    """The number of the last write of this spreadsheet that the book has looked at; 0: of none."""
    last = known.get(sync_memory.GUARD, {})
    return int(last.get("number", 0)) if last.get("sheet") == spreadsheet else 0
