"""The questions of a module of training on demand: drawn, marked here without a script, and the certificate."""

from collections.abc import Mapping
from datetime import date
from html import escape

from community.forms.training_modules import Marked, TrainingModule
from community.settings import Community
from community.wording import day_words
from intake.link_parts import errors_html, hidden_html, pick_html, ring_html, typed_html

NAME, REFERENCE, KEY, CODE = "name", "reference", "key", "code"
CHECK = "/training/check/"


def address_of(module: str) -> str:
    """The address of a module's page."""
    return f"/training/{module.replace('_', '-')}/"


def questions_html(module: TrainingModule, answers: Mapping[str, str], key: str, missing: list[int]) -> str:
    """The questions, with what was answered before; those without an answer say so."""
    summary = errors_html({module.field(number): f"Question {number}: choose an answer" for number in missing})
    asked = "".join(
        pick_html(
            module.field(number),
            f"{number}. {escape(question.ask)}",
            {code: escape(words) for code, words in question.options.items()},
            picked=answers.get(module.field(number), ""),
            error="Choose an answer" if number in missing else "",
        )
        for number, question in enumerate(module.questions, 1)
    )
    who = (
        "<h3>For your certificate</h3><p>Leave both out if you only want to know how you did. We write down your name, "
        "the module and the day.</p>"
        + typed_html(
            NAME,
            "Your name",
            value=answers.get(NAME, ""),
            error=None,
            optional=True,
            attributes='autocomplete="name" spellcheck="false"',
        )
        + typed_html(
            REFERENCE,
            "Your volunteer reference",
            value=answers.get(REFERENCE, ""),
            error=None,
            optional=True,
            hint="If you have one. It begins with V.",
            attributes='autocomplete="off" spellcheck="false"',
        )
    )
    return (
        # The answer leads back to the questions, below all that there was to read.
        f'{summary}<form class="cc-form" method="post" action="#questions" novalidate accept-charset="utf-8">'
        f"{hidden_html(KEY, key)}{asked}{who}"
        '<div class="cc-actions"><button class="cc-button" type="submit">Mark my answers</button></div>'
        "</form>"
    )


def again_html(module: TrainingModule, marked: Marked) -> str:
    """How many were right, and what to think about once more, for whoever has not passed yet."""
    return (
        f'<div class="cc-callout" role="alert"><p><strong>{marked.right} of {marked.of} right.</strong> '
        f"Nearly. Read these, and try again as often as you like.</p></div>{_why(module, marked)}"
    )


def passed_html(module: TrainingModule, marked: Marked, certificate: str, community: Community) -> str:
    """How many were right, what was not, and the certificate, where a name was given."""
    well = f"<p><strong>{marked.right} of {marked.of} right.</strong> Well done, and thank you for your time.</p>"
    next_one = '<p><a href="../../training/#on-demand">On to another module</a></p>'
    return well + _why(module, marked) + certificate + next_one + ring_html(community)


def certificate_html(module: TrainingModule, name: str, day: date, code: str, community: Community, where: str) -> str:
    """The certificate, to be printed or written down. It is kept nowhere: its code alone says that it is true."""
    return (
        "<p>Print this page, or write down the code. This page does not come back.</p>"
        '<section class="cc-confirmation" aria-labelledby="certificate"><h2 id="certificate">Certificate</h2>'
        f"<p><strong>{escape(name)}</strong> has passed the module <strong>{escape(module.name)}</strong> of "
        f"{escape(community.name)} on {day_words(day)}.</p>"
        f'<p>Code: <strong class="cc-reference">{escape(code)}</strong></p>'
        f"<p>Anybody can check it, with the name: {escape(where)}</p></section>"
    )


def check_form(code: str, name: str, found: str = "", *, missing: Mapping[str, str] | None = None) -> str:
    """The form that checks a certificate, with what came of it above."""
    wrong = missing or {}
    return (
        f"{errors_html(wrong)}{found}<p>Type the code, and the name, as they stand on the certificate. We say whether "
        "they belong together, and which module it was, and when. The code says nothing else, and we don’t write down "
        "that you asked.</p>"
        f'<form class="cc-form" method="post" novalidate accept-charset="utf-8">'
        + typed_html(CODE, "The code", value=code, error=wrong.get(CODE), wide=True, attributes='autocomplete="off"')
        + typed_html(
            NAME,
            "The name on the certificate",
            wide=True,
            value=name,
            error=wrong.get(NAME),
            attributes='autocomplete="off" spellcheck="false"',
        )
        + '<div class="cc-actions"><button class="cc-button" type="submit">Check it</button></div></form>'
    )


def certificate_found_html(module: TrainingModule, day: date) -> str:
    """What a code says that belongs to the name."""
    return (
        '<div class="cc-note" role="status"><p><strong>Yes, this is one of ours.</strong> Somebody of this name '
        f"passed “{escape(module.name)}” on {day_words(day)}.</p></div>"
    )


def unknown_html(community: Community) -> str:
    """What is said of any other code: a wrong name and an invented code look the same."""
    return (
        '<div class="cc-callout" role="alert"><p><strong>This code and this name don’t belong together.</strong> Look '
        f"whether both are typed as they stand on the certificate.</p>{ring_html(community)}</div>"
    )


def _why(module: TrainingModule, marked: Marked) -> str:
    asked = [module.questions[number - 1] for number in marked.wrong]
    lines = "".join(f"<li><strong>{escape(each.ask)}</strong> {escape(each.why)}</li>" for each in asked)
    return f"<ul>{lines}</ul>" if lines else ""
