"""docs/settings.md: every setting of community.toml and of the environment."""

from enum import StrEnum
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from community.settings import (
    VARIABLES,
    Calls,
    Community,
    Complaints,
    Directory,
    Exports,
    ExtraQuestion,
    FollowUp,
    GoogleForm,
    Helpline,
    Hub,
    HubContact,
    Impact,
    ListedPerson,
    Messages,
    MoreForRole,
    Nightly,
    PersonOnDuty,
    PlaceSettings,
    ResponseDays,
    Safeguarding,
    SpokenLanguage,
    TaskType,
    TextService,
)

SECTIONS: dict[str, type[BaseModel]] = {
    "[community]": Community,
    "[community.helplines.CODE]": Helpline,
    "[task_types.CODE]": TaskType,
    "[hubs.CODE]": Hub,
    "[google_forms.FORM]": GoogleForm,
    "[extra_questions.NAME]": ExtraQuestion,
    "[languages.CODE]": SpokenLanguage,
    "[safeguarding]": Safeguarding,
    "[directory]": Directory,
    "[follow_up]": FollowUp,
    "[calls]": Calls,
    "[complaints]": Complaints,
    "[response_days]": ResponseDays,
    "[impact]": Impact,
    "[messages]": Messages,
    "[messages.text_service]": TextService,
    "[exports]": Exports,
    "[nightly]": Nightly,
    "[places]": PlaceSettings,
    "[roles.ROLE]": MoreForRole,
    "[[people]]": ListedPerson,
    "[duty.CODE]": PersonOnDuty,
    "[[hub_contacts]]": HubContact,
}
_IN_THE_DATA_FOLDER = "In `people.toml` in the data folder, because it holds addresses."
WHERE = {
    "[extra_questions.NAME]": "[How to ask one](changing-it.md#a-question-of-your-own).",
    "[[people]]": _IN_THE_DATA_FOLDER,
    "[duty.CODE]": f"{_IN_THE_DATA_FOLDER} [The person on duty](duty.md).",
    "[[hub_contacts]]": "In `people.toml` in the data folder, because it names people. [Your hub's page]"
    "(publishing.md#a-page-for-each-hub).",
}


def page() -> str:
    """Return the page of all settings as Markdown."""
    parts = [
        "# Settings",
        "<!-- Written by `python start.py document` from community/settings. Change it there. -->",
        "What a community decides for itself stands in `community.toml`, beside the program. It holds nothing secret "
        "and nobody's personal details. What depends on the machine, and every secret, comes from the environment. All "
        "are read once, at the start. A mistake is named by its place, and its value is not repeated.",
        "## The environment",
        "To set a variable for one start, write it before the command: `DEMO=yes python start.py`. On Windows, in "
        'PowerShell, set it first: `$env:DEMO = "yes"`, then `py start.py`. It holds until that window is closed.',
        "\n".join(
            ["| Variable | Meaning | If it is not set |", "| --- | --- | --- |"]
            + [
                f"| `{variable.name}` | {variable.means}{' (secret)' if variable.secret else ''} | {variable.default} |"
                for variable in VARIABLES
            ]
        ),
    ]
    for heading, model in SECTIONS.items():
        parts += [f"## {heading}", (model.__doc__ or "").strip(), *filter(None, [WHERE.get(heading)])]
        rows = [f"| `{name}` | {field.description} | {_default(field)} |" for name, field in model.model_fields.items()]
        parts.append("\n".join(["| Setting | Meaning | If it is left out |", "| --- | --- | --- |", *rows]))
    return "\n\n".join(parts) + "\n"


def _default(field: FieldInfo) -> str:
    many = get_origin(field.annotation) is tuple
    words = _words(get_args(field.annotation)[0] if many else field.annotation)
    allowed = f" ({'any' if many else 'one'} of {', '.join(f'`{word}`' for word in words)})" if words else ""
    if field.is_required():
        return f"must be given{allowed}"
    value = field.default
    shown = "empty" if value in (None, "", (), {}) else f"`{str(value).lower() if isinstance(value, bool) else value}`"
    return shown + allowed


def _words(annotation: Any) -> tuple[str, ...]:
    """Return the words that a setting may be, when they are a short list."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return tuple(annotation)
    if get_origin(annotation) in (Union, UnionType):
        return next((words for part in get_args(annotation) if (words := _words(part))), ())
    return ()
