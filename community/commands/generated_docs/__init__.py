"""The pages of docs/ that are written from the program: file name -> function that returns it, Markdown or a picture.

A room that can describe itself adds its page here. Each page ends with one line break and says at its top that it is
generated, so that nobody corrects the copy instead of the source.
"""

from collections.abc import Callable
from pathlib import Path

from community.commands.generated_docs import (
    command_docs,
    data_dictionary,
    matching_examples,
    modules,
    role_docs,
    setting_docs,
    status_docs,
)
from community.forms import APART, load
from community.forms.forms_markdown import written
from community.settings import load as load_settings
from community.tables import make_row_types

__all__ = ["GENERATED", "ROOT"]

ROOT = Path(__file__).resolve().parents[3]


def _forms_page() -> str:
    """Every question with its column, as the forms' definitions have it, in Markdown."""
    settings = load_settings()
    return written(load(settings) | load(settings, APART))


GENERATED: dict[str, Callable[[], str]] = {
    "community/tables/row_types.py": make_row_types.source,
    "docs/commands.md": command_docs.page,
    "docs/data-dictionary.md": data_dictionary.page,
    "docs/forms.md": _forms_page,
    "docs/matching-examples.md": matching_examples.page,
    "docs/modules.md": modules.page,
    "docs/roles.md": role_docs.page,
    "docs/settings.md": setting_docs.page,
    "docs/statuses.md": status_docs.page,
    **status_docs.drawings(),
}
