"""Built pages as the tests read them: addresses, elements, ids and blocks of words."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BLOCKS = {"p", "li", "h1", "h2", "h3", "td", "th", "dt", "dd", "title", "label", "caption", "summary", "legend", "div"}
UNSEEN = {"script", "style", "svg"}


@dataclass
class BuiltPage:
    """One page: where it is, its elements in order as (tag, attributes), and what it says block by block."""

    file: Path
    url: str
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)

    @property
    def ids(self) -> set[str]:
        """Every id on the page."""
        return {attributes["id"] for _, attributes in self.elements if "id" in attributes}

    def all(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of all elements of this name."""
        return [attributes for name, attributes in self.elements if name == tag]


class _Reader(HTMLParser):
    def __init__(self, page: BuiltPage) -> None:
        super().__init__()
        self.page = page
        self.words: list[str] = []
        self.unseen = 0

    def _block_ends(self) -> None:
        text = re.sub(r"\s+", " ", "".join(self.words)).strip()
        if text:
            self.page.blocks.append(text)
        self.words = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag in UNSEEN:
            self.unseen += 1
        if tag in BLOCKS or tag == "br":
            self._block_ends()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self.unseen -= 1
        if tag in BLOCKS:
            self._block_ends()

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.words.append(data)


def read_pages(folder: Path) -> list[BuiltPage]:
    """Return every HTML page under the folder, in the order of their addresses."""
    pages = []
    for file in sorted(folder.rglob("*.html")):
        path = file.relative_to(folder).as_posix()
        page = BuiltPage(file, "/" + path.removesuffix("index.html"))
        reader = _Reader(page)
        reader.feed(file.read_text(encoding="utf-8"))
        reader.close()
        pages.append(page)
    return pages
