"""An email in the colours of the site says what its plain words say, and loads nothing."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from community.messages import site_look
from tests.checkout import ROOT

TEXT = """Dear Ann,

could you fetch a parcel? See https://town.example.org/how.
Tom & Jo <3

https://town.example.org/offer/abc

Thank you"""


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words, self.links, self.tags = "", list[str](), set[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src", "background", "srcset"}]

    def handle_data(self, data: str) -> None:
        self.words += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def test_the_words_and_links_are_the_same_and_what_looks_like_html_is_words() -> None:
    seen = read(site_look(TEXT, "Kind & Near"))
    assert seen.links == ["https://town.example.org/how", "https://town.example.org/offer/abc"]
    assert "Tom & Jo <3" in seen.words
    assert " ".join(TEXT.split()) in " ".join(seen.words.split())


@given(st.text(), st.text())
def test_no_words_become_a_tag_and_nothing_is_loaded(text: str, name: str) -> None:
    seen = read(site_look(f"{text}<script>x</script>\n\n<img src=https://a.example.org/b.png>", name))
    assert seen.tags <= {"html", "head", "meta", "title", "body", "div", "p", "a", "br"}
    assert "url(" not in re.sub(re.escape(text), "", site_look("", ""))


def test_the_colours_are_the_site_s() -> None:
    colours = set(re.findall(r"#[0-9A-F]{6}", site_look(TEXT, "")))
    assert colours - set(re.findall(r"#[0-9A-F]{6}", (ROOT / "site/assets/site.css").read_text("utf-8"))) == set()
