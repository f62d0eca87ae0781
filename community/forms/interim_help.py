"""Help until we answer: who else can be reached now, by hour and kind of help, and when somebody may be in danger."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from community.forms.crisis_words import Sign, signs_in
from community.forms.form_model import Answers, Form, Page
from community.forms.validation import typed_words
from community.settings import Community, Group, Helpline
from community.settings.response_promise import URGENT, closes, is_open, opens
from community.tables.row_types import ColumnName
from community.wording import clock_words, joined, later, moment_words, say


@dataclass(frozen=True)
class Meanwhile:
    """Our sentences and whom to contact, in display order."""

    title: str
    words: tuple[str, ...]
    lines: tuple[Helpline, ...]


def until_we_answer(
    form: Form, answers: Answers, community: Community, now: datetime, *, on_duty: bool = False
) -> Meanwhile | None:
    """What to do until we answer, for people who need help today, or whose need can't wait until we open; else None.

    `on_duty` says that somebody is told at once, though we are shut, that somebody needs help today.
    """
    if not form.cannot_wait:
        return None
    groups, here = _groups(form, answers), is_open(community, now)
    urgent = URGENT in answers.get(ColumnName.URGENCY, ())
    first = [line for line in community.helplines.values() if urgent and groups & set(line.first)]
    others = [] if here else _named_for(community, groups if urgent else groups & {"mind"})
    words = []
    if first:
        these = _named(groups, first)
        words.append(say("For {these} today, try these first. They can often help sooner than we can.", these=these))
    if urgent:
        duty = f" {say(_ON_DUTY)}" if on_duty else ""
        shut = f"{_shut(community, now)}{duty} {say('If it can’t wait, ring one of these.')}"
        words.append(_ring(community, now) if here else shut)
    elif others:
        words.append(f"{_shut(community, now)} {say('If it can’t wait until then, ring one of these.')}")
    if not words:
        return None
    title = say("You said today") if urgent else say("Until we are back")
    return Meanwhile(title, tuple(words), _each_once([*first, *others]))


_ON_DUTY = later("Somebody on duty gets word that help is needed today, and may be in touch before.")


def may_be_danger(form: Form, answers: Answers, community: Community, now: datetime) -> Meanwhile | None:
    """Whom to contact at once, if the words may mean danger; else None. The form goes through all the same."""
    found = signs_in(*typed_words(form, answers))
    return _danger(found, community, now) if found else None


def next_to(form: Form, page: Page | None, answers: Answers, community: Community, now: datetime) -> list[Meanwhile]:
    """What is shown above this page of the form, or with None above the final check of all answers.

    Words that may mean danger are answered on the very next page and at the final check, not on the pages between.
    """
    if page is None:
        both = may_be_danger(form, answers, community, now), until_we_answer(form, answers, community, now)
        return [each for each in both if each]
    shown = form.shown(answers)
    place = next((number for number, each in enumerate(shown) if each.page == page.page), 0)
    if place == 0:
        return []
    before = shown[place - 1]
    found = signs_in(*(word for q in before.questions if q.is_free for word in answers.get(q.column, ())))
    return [_danger(found, community, now)] if found else []


def _danger(found: Iterable[Sign], community: Community, now: datetime) -> Meanwhile:
    near = {sign.group for sign in found}
    lines = [line for line in community.helplines.values() if line.crisis]
    lines.sort(key=lambda line: not near & set(line.kinds))
    words = (
        say(
            "Something you wrote worries us. We may have misread it. You don’t have to wait for us: others answer now."
        ),
        _ring(community, now) if is_open(community, now) else _shut(community, now),
        say("Nothing you wrote is lost. You can go on whenever you like."),
    )
    return Meanwhile(say("Is somebody in danger?"), words, tuple(lines))


def _groups(form: Form, answers: Answers) -> set[Group]:
    options = form.questions[ColumnName.TASKS].options if ColumnName.TASKS in form.questions else {}
    return {group for task in answers.get(ColumnName.TASKS, ()) if task in options and (group := options[task].group)}


def _named_for(community: Community, groups: set[Group]) -> list[Helpline]:
    return [line for line in community.helplines.values() if groups & set(line.kinds)]


def _named(groups: set[Group], lines: list[Helpline]) -> str:
    return joined([say(group) for group in sorted(groups & {group for line in lines for group in line.first})])


def _each_once(lines: Iterable[Helpline]) -> tuple[Helpline, ...]:
    return tuple({line.name: line for line in lines}.values())


def _ring(community: Community, now: datetime) -> str:
    until = clock_words(closes(community, now))
    return say(
        "We are open until {until}. Please ring us now as well: {telephone}.",
        until=until,
        telephone=community.telephone,
    )


def _shut(community: Community, now: datetime) -> str:
    return say("We are closed until {until}.", until=moment_words(opens(community, now)))
