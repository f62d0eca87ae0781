"""Draws what people wrote as plain text: no Markdown, no HTML, nothing fetched."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime

import streamlit as st
from markupsafe import escape

from community.casework import HistoryEntry
from community.casework.actions import words_when_undone
from community.identity import PhoneNumber, phone_numbers
from dashboard.display_words import when

_LONGEST_LINK, _LONGEST_LINE = 60, 200
_DOT = '<span class="dot"> ·</span>'
_IN_A_LINE = " '’-.,:;()“”?!–…\u200c\u200d"
_BETWEEN = r"[\s().\-/]{0,4}"
_OF_A_NUMBER = re.compile(r"telephone|\bring\b|that person’s number|asked by", re.IGNORECASE)
"""The names of answers that hold a number to ring."""
_NAME = re.compile(r"(?:[^\W_]|[ '’-]|\.(?=\s|$)){1,60}")


def person(name: str | None, *, unnamed: str = "No name given", level: int = 1) -> None:
    """Draw a person's name as a heading. At level 1 it says whom the page is about, and is the largest thing on it."""
    st.html(f'<h{level} class="person">{escape(name or unnamed)}</h{level}>')


def label(name: str | None, otherwise: str) -> str:
    """The name, if it may stand on a button, else the other words. Labels are drawn as Markdown, so it must be plain.

    Letters, digits, spaces and the marks used in names are plain; a dot before a letter, as in an address, is not.
    """
    return name if name and _NAME.fullmatch(name) else otherwise


def as_typed(words: str) -> str:
    """The words of a setting as they may stand on a label, which is drawn as Markdown: each sign means itself."""
    return re.sub(r"([\\`*_\[\]<$~#]|:(?=\w)|\.(?=\w))", r"\\\1", words)


def plain(name: str | None, otherwise: str) -> str:
    """The name as it may stand on a link, which is drawn as Markdown: signs that are no part of a name are left out."""
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" or c in " '’-.\u200c\u200d" else " " for c in name or "")
    words = " ".join(re.sub(r"\.(?=\S)", " ", kept).split()).lstrip("-. ")
    return words[:_LONGEST_LINK].rstrip() or otherwise


def linked(text: str | None, otherwise: str) -> str:
    """A line of ours, with names in it, as it may stand on a link: beside names, the marks of a sentence are kept."""
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" or c in _IN_A_LINE else " " for c in text or "")
    kept = re.sub(r"[.:](?=[^\s,.:)”’]|\s*//)", " ", kept)
    words = " ".join(kept.split()).lstrip("-.:,;)&!? ")
    return words[:_LONGEST_LINE].rstrip() or otherwise


def lead(text: str) -> None:
    """Draw one line below the heading: our own words, with ids and names in them."""
    st.html(f'<p class="lead">{_dotted(str(escape(text)))}</p>')


def _dotted(html: str) -> str:
    """The text, with each dot between two facts at the end of its line, and never first in the next."""
    return html.replace(" · ", f"{_DOT} ")


def dialled(text: str) -> str:
    """The text as HTML, each telephone number in it a link that rings it, as it was typed."""
    shown = str(escape(text))
    for number in phone_numbers(text):
        if number.doubtful:
            continue
        rung = re.sub(r"[^\d+]", "", number.shown.partition(" extension")[0])
        shown = _typed(number).sub(rf'<a href="tel:{rung}">\g<0></a>', shown, count=1)
    return shown


def _typed(number: PhoneNumber) -> re.Pattern[str]:
    """However people type this number: with or without the code of the country, and with what they put between."""
    digits = number.form.removeprefix("+44")
    begins = rf"(?:(?:\+|00)44{_BETWEEN}(?:0{_BETWEEN})?|0)" if digits != number.form else ""
    return re.compile(rf"(?<![\d+]){begins}{_BETWEEN}{_BETWEEN.join(map(re.escape, digits))}(?!\d)")


def line(parts: Iterable[str], number: str | None = None) -> None:
    """Draw facts in one line below a name; each stays whole where the line goes on in a second one.

    `number`, of somebody who may be rung, is a link that does so: in its place, or last where no part is it.
    Nothing is drawn where there are no facts.
    """
    shown = list(parts)
    shown += [number] if number and number not in shown else []
    told = [dialled(part) if part == number else str(escape(part)) for part in shown]
    if not told:
        return
    dots = [_DOT] * (len(told) - 1) + [""]
    parts = " ".join(f'<span class="part">{part}{dot}</span>' for part, dot in zip(told, dots, strict=True))
    st.html(f'<p class="lead">{parts}</p>')


def answered(typed: str, lines: int) -> None:
    """Note what so many lines before or after answer: by this menu.js knows that Enter opens who was looked for."""
    st.html(f'<span data-asked="{escape(typed.strip())}" data-found="{lines}"></span>')


def to_ring(text: str) -> None:
    """Draw one line as `lead` does, each number after `Ring` as a link that rings it. A number to text is no link."""
    shown = str(escape(text))
    for number in phone_numbers(text):
        dialled = re.sub(r"[^\d+]", "", number.shown.partition(" extension")[0])
        named = str(escape(number.shown))
        shown = shown.replace(f"Ring {named}", f'Ring <a href="tel:{dialled}">{named}</a>', 1)
    st.html(f'<p class="lead">{shown}</p>')


def heading(text: str, level: int = 2) -> None:
    """Draw a heading in our own words."""
    st.html(f"<h{level}>{escape(text)}</h{level}>")


def facts(key: str, rows: Iterable[tuple[str, str]], *, ring: bool = True, in_words: bool = False) -> None:
    """Draw answers line by line: our name for the question, and their words. A telephone number is a link that rings.

    `ring` is False for somebody who is not to be rung: a link would invite to it. `in_words`: look for numbers in every
    answer, whatever it is called.
    """
    with st.container(key=f"facts-{key}", gap=None):
        for label, words in rows:
            st.html(f'<span class="label">{escape(label)}</span>')
            if ring and (in_words or _OF_A_NUMBER.search(label)) and (shown := dialled(words)) != str(escape(words)):
                st.html(f'<span class="words">{shown}</span>')
            else:
                st.text(words)


def reasons(words: Iterable[str]) -> None:
    """Draw reasons line by line."""
    lines = "".join(f"<li>{escape(each)}</li>" for each in words)
    if lines:
        st.html(f'<ul class="reasons">{lines}</ul>')


def steps(words: Iterable[str]) -> None:
    """Draw what to do, in its order, as a numbered list."""
    lines = "".join(f"<li>{escape(each)}</li>" for each in words)
    if lines:
        st.html(f'<ol class="steps">{lines}</ol>')


def message(words: str) -> None:
    """Draw words to say on the telephone or to copy into a text."""
    st.code(words, language=None, wrap_lines=True)


def marks(words: Iterable[str], kind: str) -> None:
    """Draw short lines that ask to be noticed: `alarm`, `note` or `done`. The words say it; the colour only helps."""
    lines = "".join(f"<li>{escape(each)}</li>" for each in words)
    if lines:
        st.html(f'<ul class="marks {kind}">{lines}</ul>')


def story(entries: Iterable[HistoryEntry], now: datetime) -> None:
    """Draw the history of a record, the latest first."""
    for number, entry in enumerate(entries):
        with st.container(key=f"entry-{number}", gap=None):
            undone = f" · {words_when_undone(entry.verb)}" if entry.undone else ""
            lead(f"{when(entry.at, now)} · {entry.by}{undone}")
            st.text("\n".join([*entry.words, *([entry.reason] if entry.reason else [])]))


def so_far(entries: Iterable[HistoryEntry], now: datetime) -> None:
    """Draw the history of a record folded up, without its arrival; nothing where nothing has happened since."""
    since = [entry for entry in entries if entry.verb != "came_in"]
    if since:
        with st.expander(f"What happened so far ({len(since)})"):
            story(since, now)


def table(name: str, headers: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Draw a table of figures called `name`. `headers` name the figures; a line's first cell says what it is about."""
    head = "<td></td>" + "".join(f'<th scope="col">{escape(each)}</th>' for each in headers)
    lines = []
    for row in rows:
        first, *rest = row
        cells = "".join(map(_cell, rest))
        lines.append(f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>')
    body = "".join(lines)
    st.html(
        f'<table class="figures"><caption>{escape(name)}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _cell(text: str) -> str:
    # A figure such as `29 of 30` is never broken; more words than that may go on in a second line.
    kind = ' class="words"' if len(text.split()) > 3 else ""
    return f"<td{kind}>{escape(text)}</td>"
