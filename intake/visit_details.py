"""What a volunteer reads who has proved who they are: whom they help, where, and how. It fits on one sheet."""

from collections.abc import Iterator
from html import escape

from community.casework import Details, VisitSeen, visit_rules
from community.identity import phone_numbers
from community.links import door_word
from community.settings import Settings
from community.wording import first_upper, wording
from intake.form_page import number_html


def details_html(settings: Settings, seen: VisitSeen, details: Details, next_visit: tuple[str, str]) -> str:
    """The details as HTML, with what to do about money, about medicine, and when nobody opens. Raises BadKey.

    `next_visit`: what the next visit is called, and its day; no day where none was agreed.
    """
    word = details.own_door_word or door_word(settings, seen.match_id)
    told = [("Name", escape(details.name or "We were not told it")), ("Telephone", _telephone(settings, details))]
    if seen.in_person:
        told.append(("Address", _address(details)))
        told += [("Password for the door", f"<strong>{escape(word)}</strong>")] if word else []
    told += [
        (name, escape(words))
        for name, words in (
            ("What", first_upper(seen.task)),
            ("When", first_upper(seen.when)),
            next_visit,
            ("What to know", "\n".join(filter(None, [details.access_needs, seen.details]))),
            ("What to beware of", details.hazards),
            ("More to know", wording().phrase["lead_tells_more"] if details.held_back else ""),
        )
        if words
    ]
    rows = "".join(f'<div class="cc-answers__row"><dt>{name}</dt><dd>{html}</dd></div>' for name, html in told)
    lines = "".join(f"<li>{words}</li>" for words in _rules(settings, seen, details, word))
    return f'<div class="cc-sheet"><dl class="cc-answers">{rows}</dl><ul>{lines}</ul></div>'


def _rules(settings: Settings, seen: VisitSeen, details: Details, word: str | None) -> Iterator[str]:
    ring = number_html(settings.community)
    if seen.in_person:
        say = "your first name and the password" if word else "your first name"
        yield f"<strong>At the door.</strong> Say {say} before they open."
        tries = ["Knock", "ring the bell", *_call(details)]
        never = " Don’t ring or text them. That is not safe for them." if details.number_kept else ""
        look = f"{', '.join(tries)}, and look whether anything is odd.{never}"
        yield (
            f"<strong>Nobody opens?</strong> {look} Wait five minutes and try again. Then ring us on {ring}. If you "
            "think that they are in danger, ring 999 first. Then come back to this page and press “Nobody opened”."
        )
    elif details.number_kept:
        yield f"<strong>Before you call.</strong> Ring us on {ring}, and ask how you can talk to them safely."
    else:
        yield (
            "<strong>Nobody answers?</strong> Try again an hour later. If nobody answers then, ring us on "
            f"{ring}. If you think that they are in danger, ring 999 first."
        )
    if seen.medicine:
        yield f"<strong>Medicine.</strong> {visit_rules.MEDICINE}"
    yield f"<strong>Money.</strong> {visit_rules.MONEY if seen.in_person else visit_rules.MONEY_ON_CALLS}"
    yield "<strong>Keep all this to yourself.</strong> If you print it, destroy the sheet when the help is over."


def _call(details: Details) -> Iterator[str]:
    if details.telephone:
        how = "text" if details.text_only else "ring"
        yield f"{how} their number{' as it is said above' if details.safely else ''}"


def _telephone(settings: Settings, details: Details) -> str:
    """How to be in touch safely, and then their number."""
    safely = "".join(f"<strong>{escape(words)}</strong><br>" for words in details.safely)
    return safely + _number(settings, details)


def _number(settings: Settings, details: Details) -> str:
    if details.number_kept:
        kept = first_upper(wording().phrase["number_kept"])
        return f"{escape(kept)}. If something changes, ring us on {number_html(settings.community)}"
    if not details.telephone:
        return "We have none"
    numbers = phone_numbers(details.telephone)
    scheme = "sms" if details.text_only else "tel"
    links = "<br>".join(
        f'<a href="{scheme}:{escape(_dialled(each.shown))}">{escape(each.shown)}</a>' for each in numbers
    )
    only_digits = not any(sign.isalpha() for sign in details.telephone)
    words = "" if links and only_digits else f"{escape(details.telephone)}<br>"
    return f"{'Text, don’t ring: ' if details.text_only else ''}{words}{links}"


def _dialled(shown: str) -> str:
    number, _, _ = shown.partition(" extension ")
    return "".join(number.split())


def _address(details: Details) -> str:
    if details.protected:
        return "Our safeguarding lead tells you, by telephone"
    return escape(details.address) or "Ask us"
