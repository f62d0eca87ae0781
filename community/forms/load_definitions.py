"""Loads the definitions and checks them against tables and settings. Every mistake is named with its file and line."""

import re
from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from community.errors import UserFacingError
from community.forms.added_questions import mistakes as added_mistakes
from community.forms.added_questions import with_added
from community.forms.definition_checks import misfits
from community.forms.form_model import Form
from community.forms.yaml_source import Mistake, Trail, YamlSource, read
from community.settings import Settings, TaskType
from community.tables import TABLES
from community.wording import language_here, say, say_of_form, wording

DEFINITIONS = Path(__file__).parent / "definitions"
APART = DEFINITIONS / "concerns"
"""The forms for somebody who may come to harm: asked on our own site only, and nowhere among the other forms."""
WAYS_IN = ("help_request", "volunteer")
"""The forms that are asked in other languages too."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_READ = frozenset(
    {
        *("title", "lead", "note", "button", "privacy", "next", "words", "by_itself"),
        *("label", "hint", "short", "unsure", "other", "checks"),
    }
)
"""The parts of a definition that people read, and that a second language has words for."""


_loaded: deque[tuple[tuple[object, ...], dict[str, Form]]] = deque(maxlen=8)
"""The forms that this process loaded last, each with all that they come from.

Reading YAML takes a hundred times longer than looking whether anything has changed.
"""


class FormsError(UserFacingError):
    """Some definitions are wrong. `mistakes`, and the message, hold each with its file and line."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        """Gather them, in the order in which they stand."""
        self.mistakes = sorted(mistakes, key=lambda m: (m.file, m.line))
        super().__init__("\n".join(map(str, self.mistakes)))


def load(settings: Settings, folder: Path = DEFINITIONS) -> dict[str, Form]:
    """Every form by its name, in the words of this community. Raises FormsError, which names every mistake.

    While neither the files nor the settings change, the same forms come back.
    """
    files = [(path, path.read_bytes()) for path in sorted(folder.glob("*.yml"))]
    # A form shows the task types in their order.
    loaded_from = (files, settings.community, list(settings.task_types.items()), settings.google_forms)
    told: tuple[object, ...] = (*loaded_from, repr(settings.extra_questions), language_here(), wording())
    for known, forms in tuple(_loaded):
        if known == told:
            return dict(forms)
    forms = _load(settings, folder)
    _loaded.append((told, forms))
    return dict(forms)


def _load(settings: Settings, folder: Path) -> dict[str, Form]:
    forms: dict[str, Form] = {}
    mistakes: list[Mistake] = []
    for path in sorted(folder.glob("*.yml")):
        source = read(path)
        form = None if source.mistakes else _form(source, settings)
        if form:
            if form.form != path.stem:
                source.wrong(("form",), f"this file is called {path.stem}, so must the form be")
            for place, words in misfits(form, settings):
                source.wrong(place, words)
            forms[form.form] = form
        mistakes += source.mistakes
    if not forms and not mistakes:
        mistakes.append(Mistake(folder.name, 1, "there is no form in this folder"))
    if folder == DEFINITIONS and not mistakes:
        mistakes += [Mistake("community.toml", 1, words) for words in _elsewhere(forms, settings)]
    if mistakes:
        raise FormsError(mistakes)
    return {name: with_added(form, settings) for name, form in forms.items()}


def _elsewhere(forms: Mapping[str, Form], settings: Settings) -> Iterator[str]:
    """What the settings get wrong: a community's own questions, forms switched off, and those on Google's website."""
    yield from added_mistakes(forms, frozenset(path.stem for path in APART.glob("*.yml")), settings)
    for name in settings.community.forms_off:
        if name not in forms:
            yield f"community.forms_off: there is no form {name}; the forms are {', '.join(forms)}"
    for name in settings.google_forms:
        if name not in forms:
            yield f"google_forms.{name}: there is no form of this name; the forms are {', '.join(forms)}"
        elif not TABLES[forms[name].table].sheet:
            yield f"google_forms.{name}: what is told there never leaves the book, so no form of Google's may ask it"
        elif forms[name].only_here:
            yield f"google_forms.{name}: it is asked on our own site only, so no form of Google's may ask it"


def _form(source: YamlSource, settings: Settings) -> Form | None:
    told = _filled(source.data, (), source, settings)
    if source.mistakes:
        return None
    try:
        return Form.model_validate(told)
    except ValidationError as error:
        for each in error.errors(include_url=False, include_input=False):
            source.wrong(each["loc"], f"{'.'.join(map(str, each['loc']))}: {each['msg']}")
        return None


def _filled(value: Any, place: Trail, source: YamlSource, settings: Settings) -> Any:
    """The values with `{telephone}` replaced by the community's own words and `task_types.ask` by its task types."""
    if isinstance(value, list):
        return [_filled(each, (*place, number), source, settings) for number, each in enumerate(value)]
    if isinstance(value, dict):
        return {key: _filled(each, (*place, key), source, settings) for key, each in value.items()}
    if place[-1:] == ("options",) and isinstance(value, str):
        return _task_types(value, place, source, settings)
    # An option given as plain words is just its label.
    if place[-2:-1] == ("options",) and isinstance(value, str):
        return {"label": _words(value, place, source, settings)}
    return _words(value, place, source, settings) if isinstance(value, str) else value


def _is_read(place: Trail) -> bool:
    """Whether people read what stands here: words, not a code."""
    keys = [key for key in place if isinstance(key, str)]
    return keys[-1] in _READ or "errors" in keys[-2:] or "options" in keys[-2:-1]


def _words(value: str, place: Trail, source: YamlSource, settings: Settings) -> str:
    known = settings.community.model_dump(mode="json") | {"check_costs": settings.community.check_costs}

    def word(found: re.Match[str]) -> str:
        if found[1] not in known:
            source.wrong(place, f"the settings of the community hold no `{found[1]}`")
        told = str(known.get(found[1], ""))
        return say(told) if found[1] == "opening" else told

    if not _is_read(place):
        return _PLACEHOLDER.sub(word, value)
    return say_of_form(value, lambda words: _PLACEHOLDER.sub(word, words))


def _task_types(word: str, place: Trail, source: YamlSource, settings: Settings) -> dict[str, Any]:
    match word:
        case "task_types.ask":
            asked = ((code, task, say_of_form(task.ask)) for code, task in settings.task_types.items() if task.ask)
            return {code: {"label": words, "group": task.group} for code, task, words in asked}
        case "task_types.offer":
            return {code: option for code, t in settings.task_types.items() for option in _offer(t)}
        case _:
            source.wrong(place, f"`{word}` is no list of options; task_types.ask and task_types.offer are")
            return {}


def _offer(task: TaskType) -> Iterator[dict[str, Any]]:
    if task.offer:
        yield {
            "label": say_of_form(task.offer),
            "check": wording().dbs[task.min_dbs],
            "why": say_of_form(task.dbs_why),
            "by_telephone": not task.in_person,
            "group": task.group,
        }
