"""The directory's pages: lists by place, by day and by kind of help, and long lists page by page.

A page of a thousand entries takes minutes to come on a slow telephone. So a list goes on after fifty, on a page of its
own, and links lead on: no script is needed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from community.publish.further_pages import head_of, page_part, way_from, way_on
from community.publish.markdown_escaping import text
from community.publish.service_listings import ServiceListing, groups_of, of_kind
from community.publish.service_markdown import entries
from community.settings import Settings
from community.tables.support_vocabulary import ServiceKind
from community.wording import first_upper, wording

PER_PAGE = 50
_NONE_YET = "Nothing is listed here yet. Ring us on [%telephone%](tel:%dial%), and we tell you what we know."


@dataclass(frozen=True)
class ListPart:
    """Some entries under one heading: those of a place, or of a day. Without a name, a list without headings."""

    id: str
    name: str
    entries: tuple[Any, ...]


@dataclass(frozen=True)
class LongList:
    """All entries of one page and of the pages on which it goes on."""

    address: str
    """Where its first page stands, below the site's address."""
    title: str
    parts: tuple[ListPart, ...]
    by: str = ""
    """What its parts are, for those who hear the page."""
    draw: Callable[[Sequence[Any], Settings, int], Iterator[str]] = lambda found, settings, _: entries(found, settings)
    """Draws the entries of one part, on the page of this number."""
    none_yet: str = _NONE_YET
    """What the page says while there is no entry."""

    @property
    def pages(self) -> list[list[ListPart]]:
        """Its parts page by page, with at most `PER_PAGE` entries on each."""
        each = [(part, entry) for part in self.parts for entry in part.entries]
        return [_grouped(each[at : at + PER_PAGE]) for at in range(0, len(each), PER_PAGE)]


def directory_pages(found: Sequence[ServiceListing], settings: Settings) -> dict[str, str]:
    """By file name, the lists of the directory's pages and of the pages of each kind of help, and where they go on."""
    told: dict[str, str] = {}
    for kind in ServiceKind:
        told |= list_pages(f"directory-{_plural(kind)}.md", kind_list(found, kind, settings), settings)
    for group in groups_of(settings):
        here = tuple(each for each in found if group in each.helps_with and each.kind != ServiceKind.MEMBER_OFFER)
        listed = LongList(f"resources/{group}/", f"{first_upper(group)}: who can help", (ListPart("", "", here),))
        told |= list_pages(f"services-{group}.md", listed, settings)
    return told


def kind_list(found: Sequence[ServiceListing], kind: ServiceKind, settings: Settings) -> LongList:
    """The entries of one kind: what is on certain days by day, all else by place."""
    here = of_kind(found, kind)
    if kind == ServiceKind.GROUP:
        days = [*wording().days.values(), "Most days", "Other days"]
        parts = [
            ListPart(name.lower().replace(" ", "-"), name, tuple(each for each in here if each.day == number))
            for number, name in enumerate(days)
        ]
    else:
        parts = by_place(here, settings)
    return LongList(
        f"directory/{'offers' if kind == ServiceKind.MEMBER_OFFER else _plural(kind)}/",
        wording().service_page[kind],
        tuple(part for part in parts if part.entries),
        by="By day" if kind == ServiceKind.GROUP else "By place",
    )


def by_place(here: Sequence[Any], settings: Settings) -> list[ListPart]:
    """The entries by hub, in the order of the settings; last come those of no hub, or of all."""
    places: dict[str | None, str] = {code: hub.name for code, hub in settings.hubs.items()}
    places[None] = "Everywhere, or ask where"
    return [
        ListPart((code or "everywhere").replace("_", "-"), name, tuple(each for each in here if each.hub == code))
        for code, name in places.items()
    ]


def addresses(listed: LongList) -> dict[str, str]:
    """By the id of an entry, where it stands in this list, below the site's address."""
    return {
        entry.id: f"{listed.address}{page_part(number)}#{entry.id.lower()}"
        for number, page in enumerate(listed.pages, 1)
        for part in page
        for entry in part.entries
    }


def _grouped(page: Sequence[tuple[ListPart, ServiceListing]]) -> list[ListPart]:
    told: dict[str, ListPart] = {}
    for part, entry in page:
        before = told[part.id].entries if part.id in told else ()
        told[part.id] = replace(part, entries=(*before, entry))
    return list(told.values())


def _plural(kind: str) -> str:
    return f"{kind.replace('_', '-')}s"


def list_pages(name: str, listed: LongList, settings: Settings) -> dict[str, str]:
    """By file name, the piece that its page includes, and a page for each further part of a long list."""
    pages = listed.pages
    if not pages:
        return {name: _lines([listed.none_yet])}
    told = {name: _lines(_drawn(listed, pages, 1, settings))}
    for number in range(2, len(pages) + 1):
        told[f"{listed.address}{number}.md"] = _lines(
            [*head_of(listed.address, listed.title, len(pages), number), *_drawn(listed, pages, number, settings)]
        )
    return told


def _drawn(listed: LongList, pages: list[list[ListPart]], number: int, settings: Settings) -> Iterator[str]:
    """One page of it: links to its parts, the entries, the way on."""
    here = pages[number - 1]
    if len(pages) > 1 and listed.by:
        yield from _to_parts(listed, pages, number)
    if not listed.by:
        yield from entries(here[0].entries, settings, elsewhere=True)
    else:
        yield '<div class="parts" markdown>'
        for part in here:
            heading = f"## {text(part.name)} {{ #{part.id} }}"
            yield from ("<div markdown>", "", heading, "", *listed.draw(part.entries, settings, number), "", "</div>")
        yield "</div>"
    if len(pages) > 1:
        yield from way_on(listed.address, len(pages), number)


def _to_parts(listed: LongList, pages: list[list[ListPart]], here: int) -> Iterator[str]:
    first: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for part in page:
            first.setdefault(part.id, number)
    yield f'<nav class="chips" aria-label="{listed.by}"><ul>'
    for part in listed.parts:
        yield f'<li><a href="{way_from(listed.address, here, first[part.id])}#{part.id}">{text(part.name)}</a></li>'
    yield "</ul></nav>"
    yield ""


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"
