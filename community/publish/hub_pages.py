"""A page for each hub, from the settings and the book: whom to ring, its area, and what is near."""

import json
from collections.abc import Iterable, Iterator, Sequence

from community.publish.hub_drawing import HubMap, hub_map, hub_svg
from community.publish.markdown_escaping import text
from community.publish.service_listings import ServiceListing, of_kind
from community.publish.service_markdown import OUR_NUMBER, first_number
from community.publish.service_pages import addresses, kind_list
from community.settings import Hub, Settings
from community.tables.support_vocabulary import ServiceKind
from community.wording import first_upper, joined

FOLDER = "your-hub"
MOST_NEAR = 20
"""So many entries of each kind stand on a hub's page; a link leads to all of them."""


def hub_pages(found: Sequence[ServiceListing], settings: Settings) -> dict[str, str]:
    """By file name, each hub's page; and the pieces for the page of all hubs and for the list of all pages."""
    drawn = hub_map(settings)
    hubs = settings.hubs.items()
    told = {f"{FOLDER}/{slug(code)}.md": _page(code, hub, drawn, found, settings) for code, hub in hubs}
    cards = [
        f'<li><h2 class="hubs__name"><a href="{slug(code)}/">{text(hub.name)}</a></h2>'
        f"<p>{text(first_upper(hub.area))}</p></li>"
        for code, hub in hubs
    ]
    picture = hub_svg(drawn, settings)
    figure = [f'<figure class="area-figure">{picture}<figcaption>{_SOURCE}</figcaption></figure>'] if picture else []
    index = ['<div class="hubs-page">', '<ol class="hubs">', *cards, "</ol>", *figure, "</div>"]
    links = [f'<li><a href="../{FOLDER}/{slug(code)}/">{text(hub.name)}</a></li>' for code, hub in hubs]
    return told | {
        "hubs.md": _lines(index),
        "hub-links.md": _lines(['<ul class="links">', *links, "</ul>"]),
    }


_SOURCE = "Drawn from postcodes. Contains Ordnance Survey and Royal Mail data © Crown copyright and database right."

_ALL = "[all local services](../directory/index.md)"


def slug(code: str) -> str:
    """The last part of the address of a hub's page."""
    return code.replace("_", "-")


def _page(code: str, hub: Hub, drawn: HubMap, found: Sequence[ServiceListing], settings: Settings) -> str:
    head = {
        "title": _plain(hub.name),
        "heading": _plain(hub.name),
        "lead": f"Neighbours helping neighbours in {_plain(hub.area)}.",
        "wide": True,
        "aside": "none",
        "up": {"address": f"{FOLDER}/", "words": "Your hub"},
    }
    return _lines(
        [
            "---",
            *(f"{name}: {json.dumps(words, ensure_ascii=False)}" for name, words in head.items()),
            "---",
            "",
            '<div class="hub" markdown>',
            '<div class="hub__words" markdown>',
            "",
            *_ring(code, hub, settings),
            "",
            "## Lend a hand here",
            "",
            "Have you an hour to spare for a neighbour? You choose what you do, and how often.",
            "",
            "[Join us](../volunteer/join.md)",
            "",
            "</div>",
            *_picture(code, drawn, settings),
            "</div>",
            "",
            *_near(code, found, settings),
        ]
    )


def _ring(code: str, hub: Hub, settings: Settings) -> Iterator[str]:
    yield from ("## Ring us", "")
    # What the hub shares with the community is filled in when the site is built, so other settings count at once.
    yield f'<p class="hub__ring">{_number(hub.telephone)}<br>{text(hub.opening) if hub.opening else "%opening%"}</p>'
    yield ""
    if hub.where:
        yield from (f"You can also come in: {text(hub.where)}.", "")
    yield "Tell us what would help, and we look for a neighbour near you. It is free."
    yield from ("", "[Ask for help](../get-help/ask.md){ .cc-button }", "")
    contacts = [each for each in settings.hub_contacts if each.hub == code]
    if not contacts:
        return
    yield from ("## People you can ring", "", '<ul class="contacts">')
    for each in contacts:
        knows = f"<span>{text(each.knows)}</span>" if each.knows else ""
        yield f"<li><strong>{text(each.name)}</strong>{knows}{_number(each.telephone or hub.telephone)}</li>"
    yield "</ul>"


def _picture(code: str, drawn: HubMap, settings: Settings) -> Iterator[str]:
    """The area, and how people see whether they live in it."""
    picture = hub_svg(drawn, settings, code)
    if not picture:
        return
    begin = joined([f"{sector[:-1]} {sector[-1]}" for sector in drawn.sectors[code]], "or")
    yours = f"Does your postcode begin with {text(begin)}? Then this is most likely your hub. " if begin else ""
    yield f'<figure class="area-figure">{picture}<figcaption>{yours}If it turns out to be another one, we pass you on.'
    yield f"<small>{_SOURCE}</small></figcaption></figure>"


def _near(code: str, found: Sequence[ServiceListing], settings: Settings) -> Iterator[str]:
    near = [each for each in found if each.hub == code and each.kind != ServiceKind.MEMBER_OFFER]
    yield from ("## What is near you", "")
    if not near:
        yield f"We list nothing in this area yet. Ring us, and we tell you what we know. Or look at {_ALL}."
        return
    # Each stands in full on another page, where the search finds it.
    yield '<div class="near" data-elsewhere>'
    for kind in ServiceKind:
        if here := of_kind(near, kind):
            listed = kind_list(found, kind, settings)
            there = addresses(listed)
            yield f"<div><h3>{text(listed.title)}</h3><ul>"
            for each in here[:MOST_NEAR]:
                when = f"<span>{text(each.told.times)}</span>" if each.told.times else ""
                yield f'<li><a href="../../{there[each.id]}">{text(each.name)}</a>{when}{first_number(each)}</li>'
            if len(here) > MOST_NEAR:
                begin = next((part for part in listed.parts if part.id == slug(code)), None)
                at = there[begin.entries[0].id].partition("#")[0] + f"#{begin.id}" if begin else listed.address
                yield f'<li><a href="../../{at}">All {len(here)} of them</a></li>'
            yield "</ul></div>"
    yield from ("</div>", "", f"Some are there for everybody, wherever you live: look at {_ALL}.")


def _number(telephone: str | None) -> str:
    if not telephone:
        return OUR_NUMBER
    dial = "".join(sign for sign in telephone if sign.isdigit() or sign == "+")
    return f'<a href="tel:{dial}">{text(telephone)}</a>'


def _plain(words: str) -> str:
    """The words for a page's head, which the templates put into elements and attributes as they are."""
    return words.translate(str.maketrans("", "", '<>"'))


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"
