"""The pages in other languages: which of them a build takes in, and what its templates say there."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from community.settings import Settings
from community.settings.public_words import public_words
from community.wording import Language, in_language

# As in mkdocs.yml: a folder with a name of two letters is a language, and no build takes it in unless it is told to.
_LEFT_OUT = ("/overrides/", "/_generated/", "/[a-z][a-z]/")
_HEAD = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


def taken_in(settings: Settings, site: Path) -> tuple[dict[str, str], dict[str, Any]]:
    """What a build leaves out, where a language is on, and by code what the templates say in each that is."""
    on = {code: each for code, each in settings.languages_on.items() if (site / code).is_dir()}
    if not on:
        return {}, {}
    languages = {code: _told(each, settings, site / code) for code, each in on.items()}
    return {"exclude_docs": "\n".join((*_LEFT_OUT, *(f"!/{code}/" for code in on)))}, languages


def _told(spoken: Language, settings: Settings, folder: Path) -> Mapping[str, Any]:
    with in_language(spoken):
        hub = public_words(settings.community)
    words = {english: said for (table, english), said in spoken.words.items() if not table} | dict(spoken.own)
    heads = [(path, yaml.safe_load(_HEAD.match(path.read_text("utf-8"))[1])) for path in sorted(folder.rglob("*.md"))]  # type: ignore[index]
    menu = [
        {"address": _address(path.relative_to(folder.parent)), "title": head["title"]}
        for path, head in sorted(heads, key=lambda each: each[1]["place"])
    ]
    return {"name": spoken.name, "direction": spoken.direction, "words": words, "hub": hub, "menu": menu}


def _address(path: Path) -> str:
    return path.as_posix().removesuffix("index.md").replace(".md", "/")
