"""A page of docs/ with its pictures, part by part, for people who have only the dashboard."""

import base64
import re
from pathlib import Path

import streamlit as st
from markupsafe import escape

_DOCS = Path(__file__).parents[2] / "docs"
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([\w./-]+\.svg)\)")
_LINK = re.compile(r"\[([^\]]+)\]\((?![a-z]+:)[^)]*\)")
"""A link to another page of docs/: it leads nowhere from here, so its words stand alone."""


def steps(page: str, section: str) -> None:
    """Draw each step of a section of a page of docs/, folded; nothing where this copy of the kit came without docs/."""
    path = _DOCS / page
    if not path.exists():
        return
    for title, words in parts(path.read_text(encoding="utf-8"), section):
        with st.expander(title):
            _drawn(words)


def parts(text: str, section: str) -> list[tuple[str, str]]:
    """The parts of a section, each with its heading: all text below `## section`, up to the next `##`."""
    _, _, after = text.partition(f"\n## {section}\n")
    inside, *_ = re.split(r"\n## ", after)
    _, *found = re.split(r"^### ", inside, flags=re.MULTILINE)
    return [(title.strip(), words.strip()) for title, _, words in (each.partition("\n") for each in found)]


def _drawn(words: str) -> None:
    told, *rest = _PICTURE.split(words)
    _words(told)
    for about, picture, after in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        # With st.image a screen reader would hear nothing but a number.
        data = base64.b64encode((_DOCS / picture).read_bytes()).decode()
        said = escape(" ".join(about.split()))
        st.html(f'<img class="picture" src="data:image/svg+xml;base64,{data}" alt="{said}">')
        _words(after)


def _words(text: str) -> None:
    if text.strip():
        st.markdown(_LINK.sub(r"\1", text))
