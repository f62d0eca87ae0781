"""The script that a person pastes into their spreadsheet: one file, identical for identical questions."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from community.forms.form_model import Form
from community.forms.google.google_flow import sections
from community.forms.google.google_tabs import FORMS_HEADER, FORMS_TAB, MARK, WORDS_HEADER, WORDS_TAB
from community.settings import Community
from community.tables import TABLES

_PROGRAM = Path(__file__).with_name("script.js")
_GOOGLE = "This form is Google’s. Google keeps what you write here, for us."


_SCOPES = ("spreadsheets.currentonly", "forms", "script.container.ui")
"""What the script asks for: the spreadsheet it stands in, the forms it makes, and its menu."""


def manifest() -> str:
    """The script's `appsscript.json`, which asks for access only to the spreadsheet that holds the script."""
    scopes = [f"https://www.googleapis.com/auth/{scope}" for scope in _SCOPES]
    told = {"timeZone": "Europe/London", "runtimeVersion": "V8", "oauthScopes": scopes}
    return json.dumps(told, indent=2) + "\n"


def script(forms: Mapping[str, Form], community: Community) -> str:
    """The whole file, in JavaScript as Google Apps Script runs it.

    It leaves out forms whose table never leaves the book.
    """
    told = [_form(form, community) for form in forms.values() if TABLES[form.table].sheet and not form.only_here]
    filled = _PROGRAM.read_text(encoding="utf-8")
    for name, value in {
        "FORMS_TAB": FORMS_TAB,
        "FORMS_HEADER": FORMS_HEADER,
        "WORDS_TAB": WORDS_TAB,
        "WORDS_HEADER": WORDS_HEADER,
        "MARK": MARK,
        "FORMS": told,
    }.items():
        head, mark, tail = filled.partition(f"/*{name}*/ ")
        if not mark:
            raise LookupError(name)
        filled = f"{head}{_written(value) if name == 'FORMS' else json.dumps(value)}{tail[tail.index(';') :]}"
    return filled


def _form(form: Form, community: Community) -> dict[str, Any]:
    description = [form.lead, form.note, form.privacy, _GOOGLE, f"Rather ring us? {community.telephone}."]
    ring = f"Ring us if it can’t wait: {community.telephone}, {community.opening}."
    done = [f"{form.done.title}.", *form.done.next, ring]
    return {
        "name": form.form,
        "title": form.title,
        "description": "\n\n".join(filter(None, description)),
        "confirmation": "\n".join(done),
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "help": section.help,
                "then": section.then,
                "items": [asdict(item) for item in section.items],
            }
            for section in sections(form)
        ],
    }


def _written(value: Any, line: str = "\n") -> str:
    """JSON with one question a line, in ASCII: some characters end a line in JavaScript but not in JSON."""
    if isinstance(value, dict) and value.keys() & {"sections", "items"}:
        return "{" + ", ".join(f"{json.dumps(key)}: {_written(each, line + ' ')}" for key, each in value.items()) + "}"
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        return "[" + ",".join(line + " " + _written(each, line + " ") for each in value) + "]"
    return json.dumps(value)
