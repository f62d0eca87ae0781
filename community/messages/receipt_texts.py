"""The copy of a receipt: the reference, by when somebody answers, and our number; nothing that anybody wrote."""

from community.casework import ReceiptFacts
from community.messages.email_words import site_look
from community.messages.message_draft import Rendered
from community.messages.short_texts import fitting
from community.settings import Settings
from community.tables.vocabulary import ReachBy
from community.wording import moment_words

_NOT_YOU = "Did you not ask for this copy? Then somebody gave your {what} on our website. Please ring us."


def receipt_words(settings: Settings, facts: ReceiptFacts) -> Rendered:
    """The copy, as an email or as a text."""
    return _by_text(settings, facts) if facts.way == ReachBy.TEXT else _by_email(settings, facts)


def _by_email(settings: Settings, facts: ReceiptFacts) -> Rendered:
    community = settings.community
    what = "You want to help: thank you." if facts.offers_help else "Thank you for telling us."
    text = "\n\n".join(
        [
            "Hello,",
            f"{what} We have what you sent us.",
            f"Your reference is {facts.reference}",
            f"We are in touch by {moment_words(facts.answer_by)}. Not heard from us by then? Ring "
            f"{community.telephone} and say your reference. We answer {community.opening}.",
            "A person reads what you sent. You need do nothing until then.",
            f"{community.name}",
            _NOT_YOU.format(what="address"),
        ]
    )
    return Rendered(f"We have what you sent us: {facts.reference}", text, site_look(text, community.name))


def _by_text(settings: Settings, facts: ReceiptFacts) -> Rendered:
    community = settings.community
    begin = f"{community.name}: we have what you sent us. Your reference is {facts.reference}."
    by = f"We are in touch by {moment_words(facts.answer_by)}."
    ring = f"If not, ring {community.telephone} and say your reference."
    return fitting([f"{begin} {by} {ring} {_NOT_YOU.format(what='number')}", f"{begin} {by} {ring}"])
