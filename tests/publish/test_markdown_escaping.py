"""Whatever an organisation calls itself is printed as its name and does nothing."""

import re
from html import unescape
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.publish.markdown_escaping import LONGEST, anchor, link, text

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](https://evil.example/pixel.png)",
    '--8<-- "_generated/../../community.toml"',
    "--8<--",
    ";--8<--",
    "# A heading",
    "1. one",
    "- two",
    "> quoted",
    "```",
    "    code",
    "| a | b |",
    "{: .x onclick=alert(1) }",
    "{ .cc-button }",
    "*[HTML]: y",
    "[x]: https://evil.example",
    "<https://evil.example>",
    "&lt;b&gt;",
    "=HYPERLINK(1)",
    "a\n\n# b\n--8<-- \"x\"",
    "a\u2028# b",
    "a\x85--8<-- b",
    "\x02wzxhzdk:0\x03",
    "__init__ **bold** _em_ `code`",
    "</div></div><h1>x",
    "{{ config }} {% raw %}",
    "\u202etxet",
    "<!-- -->",
    "]]>",
    "\\<b\\>",
    "http://evil.example www.evil.example",
]  # fmt: skip


class Seen(HTMLParser):
    """What a browser would make of it: elements, and the text between."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def rendered(line: str) -> Seen:
    """Return what the site's Markdown makes of a list of one line."""
    extensions = ["attr_list", "md_in_html", "tables", "toc", "pymdownx.snippets"]
    told = {"pymdownx.snippets": {"base_path": ["."], "check_paths": True}}
    page = f'<div class="list" markdown>\n- {line}\n</div>\n'
    return Seen(markdown.markdown(page, extensions=extensions, extension_configs=told))


def plain(words: str) -> str:
    """Return the words as they should be read: on one line, without what turns or controls."""
    kept = re.sub("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", "", words)
    return " ".join(re.sub("[\x00-\x1f\x7f-\x9f\ufffe\uffff]", " ", kept).split())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_only_a_name(name: str) -> None:
    seen = rendered(text(name))
    assert [tag for tag, _ in seen.tags] == ["div", "ul", "li"]
    assert seen.words.strip() == plain(name)


@given(st.text(max_size=200))
def test_any_name_at_all_is_only_a_name(name: str) -> None:
    line = text(name)
    assert len(line.splitlines()) <= 1
    assert not set(line) & set("<>\"'`*_[]()|{}:!-=\\")
    assert unescape(line) == plain(name)
    seen = rendered(f"x{line}")
    assert [tag for tag, _ in seen.tags] == ["div", "ul", "li"]


def test_a_very_long_name_is_cut() -> None:
    assert len(unescape(text("a" * 5000))) == LONGEST


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://shop.example.org", "https://shop.example.org"),
        ("HTTP://Shop.Example.org/A b", None),
        ("http://shop.example.org/a?b=c&d=e#f", "http://shop.example.org/a?b=c&d=e"),
        ("shop.example.org/about", "https://shop.example.org/about"),
        ("  www.shop.example.org ", "https://www.shop.example.org"),
        ("https://bücher.example", "https://xn--bcher-kva.example"),
        ("https://shop.example.org:8443/", "https://shop.example.org:8443/"),
        ("https://shop.example.org:x/", None),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt://shop.example.org/%0aalert(1)", None),
        ("data:text/html,<script>", None),
        ("https://bank.example@evil.example/", None),
        ("https://user:pass@evil.example/", None),
        ("//evil.example", None),
        ("ftp://shop.example.org", None),
        ("https://localhost/", None),
        ('https://shop.example.org/" onclick="x', None),
        ("https://shop.example.org/\nx", None),
        ("https://shop\\.example.org", None),
        ("we have none", None),
        ("", None),
        (None, None),
        ("https://" + "a" * 600 + ".example", None),
    ],
)
def test_only_a_plain_address_of_the_web_becomes_a_link(typed: str | None, address: str | None) -> None:
    assert link(typed) == address


@given(
    st.one_of(st.text(max_size=80), st.text("htps:/.@a%é\"'<> \\#?&-", max_size=40).map("https://a.example/".__add__))
)
def test_whatever_was_typed_for_a_website_the_link_goes_to_the_web_and_nowhere_else(typed: str) -> None:
    seen = rendered(f"{anchor('Name', typed)}")
    for tag, attributes in seen.tags[3:]:
        assert tag == "a"
        assert set(attributes) == {"href", "rel"}
        assert re.match(r"https?://[a-z0-9.-]+", str(attributes["href"]))
        assert str(attributes["rel"]).split() == ["external", "nofollow", "noopener", "noreferrer"]
    assert seen.words.strip() == "Name"
