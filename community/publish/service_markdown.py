"""One entry of the directory as it stands on public pages."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from community.publish.markdown_escaping import anchor, text
from community.publish.service_listings import ServiceListing
from community.settings import Settings
from community.tables.canonical import split
from community.tables.support_vocabulary import ServiceKind
from community.wording import day_words, language_words

_NUMBER = re.compile(r"(?:\+44|0)[\d ().-]{7,}\d|\b(?:116 ?\d{3}|999|111|101|105)\b")
_EMAIL = re.compile(r"[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}", re.IGNORECASE | re.ASCII)
_SCHEME = re.compile(r"^https?://|/$")
"""What nobody needs to read of an address, and what makes it break in the middle of its last word."""
OUR_NUMBER = '<a href="tel:%dial%">%telephone%</a>'
"""The community's own number to press, which building the site fills in from the settings."""


def entries(found: Sequence[ServiceListing], settings: Settings, *, elsewhere: bool = False) -> Iterator[str]:
    """The entries as one piece of HTML. `elsewhere`: they stand on another page, so the search reads them there."""
    yield '<ul class="services"' + (" data-elsewhere>" if elsewhere else ">")
    for each in found:
        yield from _entry(each, settings)
    yield "</ul>"


def _entry(each: ServiceListing, settings: Settings) -> Iterator[str]:
    row = each.told
    yield f'<li class="service" data-entry itemscope itemtype="https://schema.org/{_schema(each.kind)}">'
    yield f'<h3 class="service__name" id="{each.id.lower()}" itemprop="name">{text(each.name)}</h3>'
    if row.what:
        yield f'<p itemprop="description">{text(row.what)}</p>'
    if ring := _telephone(each):
        yield f'<p class="service__ring">{ring}</p>'
    facts = [
        ("When", text(row.times or "")),
        ("Until", day_words(each.until) if each.until else ""),
        ("Where", f'<span itemprop="address">{text(row.place)}</span>' if row.place else ""),
        ("Area", text(settings.hubs[each.hub].name) if each.hub else ""),
        ("Cost", text(row.cost or "")),
        ("Getting in", text(row.access or "")),
        ("Languages", _languages(row.languages)),
        ("Email", _email(row.public_email)),
        ("Website", anchor(_SCHEME.sub("", str(row.website)), row.website) if row.website else ""),
    ]
    yield "<dl>"
    yield from (f"<div><dt>{name}</dt><dd>{words}</dd></div>" for name, words in facts if words)
    yield "</dl>"
    checked = last_checked_words(each.checked_on, overdue=each.overdue)
    yield f'<p class="service__checked{" service__checked--old" if each.overdue else ""}">{checked}</p>'
    yield "</li>"


def _schema(kind: str) -> str:
    """What search engines are told that an entry is."""
    if kind == ServiceKind.SHOP:
        return "LocalBusiness"
    if kind == ServiceKind.MEMBER_OFFER:
        return "Offer"
    return "Place" if kind == ServiceKind.WARM_PLACE else "Organization"


def last_checked_words(checked_on: date | None, *, overdue: bool) -> str:
    """When somebody last checked an entry, and what follows where that is long ago."""
    if checked_on is None:
        return "We have not checked this yet, so it may be different now. Ask before you go."
    day = f"Last checked on {day_words(checked_on)}."
    return f"{day} That is a while ago, so it may be different now. Ask before you go." if overdue else day


def _telephone(each: ServiceListing) -> str:
    """The number as a link to ring; ours, where they gave none and no other way."""
    told = each.told.public_telephone
    if told:
        return _with_links(told)
    if each.told.website or each.told.public_email:
        return ""
    return f"Ring us to find out more: {OUR_NUMBER}"


def first_number(each: ServiceListing) -> str:
    """The first number of theirs, as a link to ring it; empty where they gave none."""
    number = _NUMBER.search(each.told.public_telephone or "")
    return f'<a href="tel:{re.sub(r"[^0-9+]", "", number[0])}">{text(number[0])}</a>' if number else ""


def _with_links(words: str) -> str:
    """The words with each telephone number in them as a link."""
    told, last = "", 0
    for number in _NUMBER.finditer(words):
        dial = re.sub(r"[^\d+]", "", number[0])
        told += text(words[last : number.start()]) + " "
        told += f'<a href="tel:{dial}" itemprop="telephone">{text(number[0])}</a> '
        last = number.end()
    return (told + text(words[last:])).strip()


def _email(address: str | None) -> str:
    told = (address or "").strip()
    if not _EMAIL.fullmatch(told):
        return text(told)
    return f'<a href="mailto:{told}" itemprop="email">{text(told)}</a>'


def _languages(codes: str | None) -> str:
    """The languages, where there is more to say than English."""
    spoken = split(codes)
    return text(language_words(spoken)) if spoken not in ([], ["english"]) else ""
