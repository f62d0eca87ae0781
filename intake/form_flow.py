"""One step through a form, from posted answers to the next page. Pure: it reads no clock and writes nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from community.forms import Answers, FieldError, Form, Page, Problem, page_errors, validate
from community.places import Places
from community.tables.flags import Flag
from community.wording import later
from intake.form_state import CHECK, Checked, FormState


def taken(page: Page, posted: Answers, before: Answers) -> dict[str, list[str]]:
    """All answers so far: this page's as posted now, every other page's as before. Empty ones are left out."""
    names = {name for question in page.questions for name in question.fields}
    kept = {name: list(each) for name, each in before.items() if name not in names}
    now = {name: [answer for answer in posted.get(name, ()) if answer] for name in names}
    return kept | {name: each for name, each in now.items() if each}


# A person can't read and answer a whole form in less time.
FASTEST_SECONDS = 6
HONEYPOT = "homepage"

LOST = Problem(
    later("Please look at this page again"),
    later("It was open while our website changed, so we can’t go on from where you were. What you see here is kept."),
)


@dataclass(frozen=True)
class Show:
    """Show a page of questions, or with `page` None all answers for a final check."""

    state: FormState
    page: Page | None
    errors: tuple[FieldError, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True)
class Send:
    """Write the row."""

    state: FormState


def first(form: Form, now: datetime, kind: str | None = None, about: str | None = None) -> Show:
    """The first page for somebody who begins the form.

    `kind` is the kind of help whose page led here. Its options come first; where there is only one, it is chosen.
    `about`: the record that the form is about.
    """
    state, page = FormState.begin(form.form, form.pages[0].page, now, about), form.pages[0]
    for question in page.questions:
        here = [code for code, option in question.options.items() if kind is not None and option.group == kind]
        if not here:
            continue
        options = {code: question.options[code] for code in sorted(question.options, key=lambda code: code not in here)}
        asked = question.model_copy(update={"options": options})
        page = page.model_copy(update={"questions": tuple(asked if q is question else q for q in page.questions)})
        if len(here) == 1:
            state = state.at(page.page, answers={question.column: here})
    return Show(state, page)


def step(
    form: Form, state: FormState | None, posted: Answers, *, places: Places, now: datetime, flags: Iterable[str] = ()
) -> Show | Send:
    """The next step: a page to show, or the row to write. `flags` are those raised by how the form came in."""
    if state is None or state.form != form.form:
        return _lost(form, posted, now)
    to = next(iter(posted.get("to", ())), "continue")
    if state.page == CHECK:
        if to == "send" and state.checked is not None:
            return Send(state)
        shown = form.shown(state.answers)
        return _ask(form, state, shown[-1].page if to == "back" else to, places, now, flags)
    page = form.page(state.page)
    if page is None:
        return _lost(form, posted, now)
    if any(posted.get(HONEYPOT, ())):
        state = state.at(state.page, flags=(Flag.HONEYPOT,))
    state = state.at(state.page, answers=taken(page, posted, state.answers))
    if to == "back":
        return _ask(form, state, _before(form, state, page), places, now, flags)
    if errors := tuple(page_errors(form, page, state.answers)):
        return Show(state, page, errors)
    state = state.at(state.page, passed=(*(p for p in state.passed if p != page.page), page.page))
    left = [p.page for p in form.shown(state.answers) if p.page not in state.passed]
    return _ask(form, state, left[0] if left else CHECK, places, now, flags)


def _ask(form: Form, state: FormState, name: str, places: Places, now: datetime, flags: Iterable[str]) -> Show:
    page = form.page(name)
    if page is not None and page.shown(state.answers):
        return Show(state.at(page.page), page)
    submission = validate(form, state.answers, places=places)
    if submission.errors:
        page = next(p for p in form.shown(state.answers) if any(page_errors(form, p, state.answers)))
        return Show(state.at(page.page), page, tuple(page_errors(form, page, state.answers)))
    quick = (Flag.TOO_FAST,) if now.timestamp() - state.drawn < FASTEST_SECONDS else ()
    found = submission.place
    checked = Checked(
        tuple(sorted({*submission.flags, *state.flags, *quick, *flags})),
        *((found.hub, found.easting, found.northing, found.sector) if found else ()),
    )
    return Show(state.at(CHECK, checked=checked), None)


def _before(form: Form, state: FormState, page: Page) -> str:
    shown: Sequence[Page] = form.shown(state.answers)
    place = next((number for number, each in enumerate(shown) if each.page == page.page), 0)
    return shown[max(place - 1, 0)].page


def _lost(form: Form, posted: Answers, now: datetime) -> Show:
    """The page to show when no state of ours came along: the one that most of the posted answers belong to."""
    fields = {page.page: {name for question in page.questions for name in question.fields} for page in form.pages}
    page = max(form.pages, key=lambda each: len(fields[each.page] & posted.keys()))
    state = FormState.begin(form.form, page.page, now)
    return Show(state.at(page.page, answers=taken(page, posted, {})), page, problem=LOST)
