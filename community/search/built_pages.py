"""The text of the built pages, section by section. It relies on our own templates' marks, not on the generator's."""

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_UNREAD = {"script", "style", "svg", "nav", "aside", "button", "form"}
_UNREAD_OF_ENTRIES = {"dt", "a"}
"""Of an entry: what stands in each of them, and numbers and addresses, which nobody searches by."""
_BLOCKS = {"p", "li", "h1", "h2", "h3", "td", "th", "dt", "dd", "div", "section", "article", "br"}
SEARCH_PAGE = "search/"
_NOT_FOUND = {SEARCH_PAGE, "from-us/"}
_ABROAD = re.compile(r"[a-z]{2}/")
"""Pages in another language: their words are not looked for, as the ranking knows English alone. A door leads to the
first of each."""


@dataclass
class PageSection:
    """One heading of a page and the words below it. The first section has neither heading nor place."""

    place: str = ""
    heading: str = ""
    text: str = ""
    entry: bool = False
    """Whether it is an entry of a long list: a local service, a signatory."""
    says: str = ""
    """Of an entry, what it says of itself: the first of its words after the name."""


@dataclass
class ReadPage:
    """One page: its address below the site's, its heading, its lead, its sections."""

    address: str
    title: str = ""
    continues: bool = False
    """Whether a long list goes on here: its entries are found, and not the page by its name."""
    lead: str = ""
    sections: list[PageSection] = field(default_factory=lambda: [PageSection()])


def read_pages(folder: Path) -> list[ReadPage]:
    """Every page of the built site, by address, except the search and those to which no page leads."""
    pages = []
    for path in sorted(folder.rglob("index.html")):
        address = path.relative_to(folder).as_posix().removesuffix("index.html")
        if address in _NOT_FOUND or ((abroad := _ABROAD.match(address)) and abroad[0] != address):
            continue
        page = _Reader(address, path.read_text("utf-8")).page
        pages.append(replace(page, continues=True, sections=[]) if abroad else page)
    return pages


class _Reader(HTMLParser):
    """Reads `main`, leaving out what other pages repeat (`nav`, `aside`) and the place for a form."""

    def __init__(self, address: str, html: str) -> None:
        super().__init__()
        self.page = ReadPage(address)
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self._words: list[str] = []
        self.feed(html)
        self.close()
        self._end_block()
        page = self.page
        page.title, page.lead = _plain(page.title), _plain(page.lead)
        for section in page.sections:
            section.heading, section.text = _plain(section.heading), _plain(section.text)
            section.says = _plain(section.says)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a section at each heading of the second rank, and at the name of each local service."""
        if tag in _BLOCKS:
            self._end_block()
        if tag in _VOID:
            return
        told = dict(attrs)
        self._open.append((tag, told))
        self.page.continues |= "data-continues" in told
        if (tag == "h2" or _names(tag, told)) and self._read():
            self.page.sections.append(PageSection(told.get("id") or "", entry=self._in_entry()))
        if tag == "nav" and self.page.sections[-1].entry:  # what leads on to the next page is not of the last entry
            self.page.sections.append(PageSection())

    def handle_endtag(self, tag: str) -> None:
        """Close the last of this name, and what was left open in it."""
        if tag in _BLOCKS or (self._open and self._open[-1][0] == tag and _names(*self._open[-1])):
            self._end_block()
        places = [place for place, (name, _) in enumerate(self._open) if name == tag]
        if places:
            del self._open[places[-1] :]

    def handle_data(self, data: str) -> None:
        """Keep the text that a screen reader would read aloud."""
        if self._read():
            self._words.append(data)

    def _read(self) -> bool:
        names = [name for name, _ in self._open]
        if "main" not in names or _UNREAD & set(names):
            return False
        # What stands on a page of its own as well is found there.
        left_out = {"data-form", "data-elsewhere"}
        if any(left_out & told.keys() or told.get("aria-hidden") == "true" for _, told in self._open):
            return False
        checked = any((told.get("class") or "").startswith("service__checked") for _, told in self._open)
        unread = checked or (bool(_UNREAD_OF_ENTRIES & set(names)) and not self._in_name())
        return not (self._in_entry() and unread)

    def _in_entry(self) -> bool:
        return any("data-entry" in told for _, told in self._open)

    def _in_name(self) -> bool:
        return any(_names(tag, told) for tag, told in self._open)

    def _end_block(self) -> None:
        words, self._words = "".join(self._words), []
        if not words.strip():
            return
        tags = {name for name, _ in self._open}
        lead = any("lead" in (told.get("class") or "").split() for _, told in self._open)
        crumb = any("crumb" in (told.get("class") or "").split() for _, told in self._open)
        if crumb:
            return
        if "h1" in tags:
            self.page.title += words
        elif lead:
            self.page.lead += words
        elif "h2" in tags or self._in_name():
            self.page.sections[-1].heading += words
        else:
            here = self.page.sections[-1]
            here.says = here.says or words
            here.text += f" {words}"


def _names(tag: str, told: dict[str, str | None]) -> bool:
    """Whether the name of a local service, a session or a signatory stands in it."""
    return "data-name" in told or (tag == "h3" and told.get("class") == "service__name")


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()
