"""The Markdown of signatories and figures that the public pages include."""

from collections.abc import Iterable, Sequence
from datetime import date

from community import forms
from community.book import Reader
from community.forms.google import address, link_html
from community.publish import earlier_figures, news_listings, open_referral
from community.publish.earlier_figures import Printed
from community.publish.further_pages import head_of, way_on
from community.publish.helpline_markdown import DAYS_OFF, days_off, helpline_pages
from community.publish.hub_pages import hub_pages
from community.publish.induction_video import induction_video
from community.publish.markdown_escaping import anchor, text
from community.publish.public_figures import (
    MET,
    NOT_HELPED,
    OUTCOMES,
    PASSED_ON,
    REASONS,
    UNDER_WAY,
    WAITING,
    Figures,
    count,
    signed_and_approved,
)
from community.publish.public_voices import voices
from community.publish.role_pages import role_listings, role_pages
from community.publish.service_listings import listings
from community.publish.service_pages import directory_pages
from community.publish.session_listings import session_listings, session_pages
from community.publish.suppression import LEAST, STEP, TableCell
from community.settings import Settings
from community.tables import TABLES
from community.tables.canonical import split
from community.tables.row_types import ColumnName, OrganisationRow
from community.wording import day_words, in_language, joined, noun, wording

PUBLIC = tuple(column.name for column in TABLES["organisations"].columns if column.public)
"""The columns of an organisation that may be printed; nothing else of it is ever looked at."""
MOST_NAMES = 100
"""So many signatories stand on one page."""
_CHARTER = "charter/"
_NOBODY_YET = "Nobody has signed yet. Yours could be the first."
_NOTHING_YET = "- **0** so far: we have only begun"
_BEGUN = f"- **Few** so far: we have only begun, and print no number from 1 to {LEAST - 1}"
_WHO_SIGNED = "These are the names that we may show. Where one has made promises, their numbers stand beside it."
OUTCOME_WORDS = {
    MET: "Met",
    UNDER_WAY: "Under way",
    PASSED_ON: "Passed on to a service",
    WAITING: "Waiting",
    NOT_HELPED: "Not helped by us",
}


def snippets(reader: Reader, settings: Settings, today: date, before: Sequence[Printed] = ()) -> dict[str, str]:
    """By file name, the Markdown of everything that publishing writes, from one snapshot of the book.

    `before` is what was printed of the figures earlier.
    """
    figures = count(reader, settings, before)
    return lists(reader, settings, today) | {
        "figures.md": headline(figures, today),
        "needs.md": needs(figures, settings, today),
        earlier_figures.FILE: figures.published,
    }


def lists(reader: Reader, settings: Settings, today: date) -> dict[str, str]:
    """By file name, the Markdown without figures: who signed, services, roles, sessions, words, forms and the like.

    On a later day it differs only where a service has become overdue, a session or role is over, or we close soon.
    """
    signed, services = signatories(reader, settings), listings(reader, settings, today)
    return {
        "signatories.md": names(signed),
        **in_full(signed, settings),
        "voices.md": voices(reader),
        "checks.md": _lines([settings.community.check_costs]),
        "processors.md": processors(settings),
        **form_pages(settings),
        **directory_pages(services, settings),
        **session_pages(session_listings(reader, settings, today), settings),
        **role_pages(role_listings(reader, settings, today), settings),
        "news.md": news_listings.news_list(news_listings.news_items(settings.site / "site", today)),
        **induction_video(settings),
        "social.md": social(settings),
        open_referral.FILE: open_referral.services_json(services, settings),
        **helpline_pages(settings),
        DAYS_OFF: days_off(settings.community, today),
        **hub_pages(services, settings),
    }


def processors(settings: Settings) -> str:
    """The companies that keep people's details for us, from the settings; Google too if its services are set up."""
    told = [text(each) for each in settings.community.processors]
    if settings.sheet_id is not None:
        told.append("Google keeps a spreadsheet for us, with everything that is told in our forms")
    if settings.google_forms:
        told.append("Google keeps the answers to those of our forms that are on its website")
    if not told:
        return _lines(["No company keeps your details for us."])
    return _lines(["These companies keep or carry your details for us. They may not use them for anything else.", "",
                   *(f"- {each}." for each in told)])  # fmt: skip


def social(settings: Settings) -> str:
    """Where else people find us and can talk with us, from the settings; empty where nothing is set."""
    community = settings.community
    named = ["we are **%social%**"] if community.social else []
    named += ["we use **%hashtag%**"] if community.hashtag else []
    told = [f"On social media {joined(named)}."] if named else []
    told += [f"- {anchor(name, address)}" for name, address in community.elsewhere.items()]
    return _lines(told[:1] + [""] * bool(named) + told[1:] if told else [])


def form_pages(settings: Settings) -> dict[str, str]:
    """By page, what a form's page says if no service of ours draws the form into it: a link to Google's, if any."""
    told = {f"form-{name}.md": _form_page(form, settings) for name, form in forms.load(settings).items()}
    for code, spoken in settings.with_catalogue.items():
        with in_language(spoken):
            asked = forms.load(settings)
            told |= {f"form-{name}-{code}.md": _form_page(asked[name], settings) for name in forms.WAYS_IN}
    return told


def _form_page(form: forms.Form, settings: Settings) -> str:
    where = None if forms.is_off(form, settings) else address(form, settings)
    closed, still = forms.closed_words(form, drawn=False)
    return link_html(form, where) if where else _lines([f"{closed} **{still}**"])


def signatories(reader: Reader, settings: Settings) -> list[OrganisationRow]:
    """The approved organisations by name, with public columns only, and those who signed before there was a form."""
    signed = [OrganisationRow.of({name: row[name] for name in PUBLIC}) for row in signed_and_approved(reader)]
    known = {str(each.name).casefold() for each in signed}
    before = [name for name in settings.community.signed_before if name.casefold() not in known]
    signed += [OrganisationRow.of(dict.fromkeys(PUBLIC) | {ColumnName.NAME: name}) for name in before]
    return sorted(signed, key=lambda each: str(each.name).casefold())


def names(signed: Sequence[OrganisationRow]) -> str:
    """One line for each signatory: the name, linked to its website if there is one. Of many, a link leads to all."""
    lines = [f"- {_name(each)}" for each in signed[:MOST_NAMES]]
    if len(signed) > MOST_NAMES:
        lines.append(f"- [All {len(signed)} of them](charter/index.md#who-has-signed)")
    return _lines(["Some of those who signed:", "", *lines] if lines else [_NOBODY_YET])


def in_full(signed: Sequence[OrganisationRow], settings: Settings) -> dict[str, str]:
    """By file name, one entry for each signatory, with what it does and promises, and the pages where they go on."""
    promises = list(forms.load(settings)["organisation"].questions[ColumnName.COMMITMENTS].options)
    pages = [signed[at : at + MOST_NAMES] for at in range(0, len(signed), MOST_NAMES)]
    told = {"charter.md": _lines([_NOBODY_YET])}
    for number, page in enumerate(pages, 1):
        lines = ["<ul>", *(_in_full(each, promises) for each in page), "</ul>"]
        if len(pages) > 1:
            lines += way_on(_CHARTER, len(pages), number)
        if number == 1:
            told["charter.md"] = _lines([_WHO_SIGNED, "", *lines])
        else:
            head = head_of(_CHARTER, "Charter", len(pages), number)
            told[f"{_CHARTER}{number}.md"] = _lines([*head, '<div class="cc-signatories">', *lines, "</div>"])
    return told


def _in_full(each: OrganisationRow, promises: Sequence[str]) -> str:
    told = [text(each.what_we_do) if each.what_we_do else "", _promised(each, promises)]
    rest = "".join(f"<br>{words}" for words in told if words)
    return f"<li data-entry><span data-name>{_name(each)}</span>{rest}</li>"


def headline(figures: Figures, today: date) -> str:
    """The few large numbers at the top, and the day they were counted. A hidden number is left out."""
    asked, helped = figures.needs["asked"], figures.needs["helped"]
    told = [
        (figures.volunteers, "people signed up to help"),
        (figures.requests, "times somebody asked us for help"),
        (
            helped,
            f"needs met, under way or passed on, of {asked}" if asked.shown else "needs met, under way or passed on",
        ),
        (TableCell(figures.organisations), f"{noun(figures.organisations, 'organisation')} signed the charter"),
    ]
    lines = [f"- **{cell}** {words}" for cell, words in told if cell.shown]
    return _lines(
        [
            *(lines or [_BEGUN if any(cell.shown is None for cell, _ in told) else _NOTHING_YET]),
            "",
            f"Counted up to {day_words(today)}, to the nearest {STEP}.",
        ]
    )


def needs(figures: Figures, settings: Settings, today: date) -> str:
    """What was asked for and what became of it, by kind; and why not, where we did not help."""
    if not figures.kinds:
        return _lines([f"Counted up to {day_words(today)}. Nobody has told us of a need yet."])
    kinds = [[_kind(kind, settings), str(asked), str(helped)] for kind, (asked, helped) in figures.kinds.items()]
    kinds.append(["All kinds", str(figures.needs["asked"]), str(figures.needs["helped"])])
    outcomes = [[OUTCOME_WORDS[outcome], str(figures.needs[outcome])] for outcome in OUTCOMES]
    outcomes.append(["All needs", str(figures.needs["asked"])])
    why = [[wording().closed_reason_public[reason], str(figures.reasons[reason])] for reason in REASONS]
    why.append(["All reasons", str(figures.needs[NOT_HELPED])])
    return _lines(
        [
            f"Counted up to {day_words(today)}. One person may have several needs. "
            "Helped means met, under way, or passed on to a service that knows more.",
            "",
            *_table(["Kind of help", "Asked for", "Helped"], kinds),
            "",
            "What became of them:",
            "",
            *_table(["Outcome", "Needs"], outcomes),
            "",
            "Why we did not help:",
            "",
            *_table(["Reason", "Needs"], why),
            "",
            f"All numbers are to the nearest {STEP}, so they may not add up. A dash is a number from 1 to {LEAST - 1}, "
            "or one that would give such a number away. We hide these so that they tell of nobody.",
        ]
    )


def _name(signatory: OrganisationRow) -> str:
    return anchor(str(signatory.name), signatory.website)


def _promised(signatory: OrganisationRow, promises: Sequence[str]) -> str:
    """The promises by their numbers on the page. Words that are not among the promises are not printed."""
    made = set(split(signatory.commitments))
    numbers = [str(number) for number, promise in enumerate(promises, 1) if promise in made]
    if len(numbers) == len(promises):
        return "All our promises"
    if len(numbers) < 2:
        return f"Promise {numbers[0]}" if numbers else ""
    return f"Promises {joined(numbers)}"


def _kind(kind: str, settings: Settings) -> str:
    task = settings.task_types.get(kind)
    return text(task.name) if task else "Something else"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    line = "| " + " | ".join(heads) + " |"
    ruler = "|" + " --- |" * len(heads)
    # Where a row's cells stand below each other, each number of several says what it counts.
    said = [f' {{ data-label="{head}" }}' if place and len(heads) > 2 else "" for place, head in enumerate(heads)]
    return [
        line,
        ruler,
        *("| " + " | ".join(f"{cell}{label}" for cell, label in zip(row, said, strict=True)) + " |" for row in rows),
    ]


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"
