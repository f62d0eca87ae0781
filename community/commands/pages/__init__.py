"""The pages of docs/ that are written from the program: file name -> function that returns it, Markdown or a picture.

A room that can describe itself adds its page here. Each page ends with one line break and says at its top that it is
generated, so that nobody corrects the copy instead of the source.
"""

from collections.abc import Callable
from pathlib import Path

from community.commands.pages import command_line, data, forms, matching, modules, roles, settings, statuses

ROOT = Path(__file__).resolve().parents[3]
GENERATED: dict[str, Callable[[], str]] = {
    "docs/commands.md": command_line.page,
    "docs/data-dictionary.md": data.page,
    "docs/forms.md": forms.page,
    "docs/matching-examples.md": matching.page,
    "docs/modules.md": modules.page,
    "docs/roles.md": roles.page,
    "docs/settings.md": settings.page,
    "docs/statuses.md": statuses.page,
    **statuses.drawings(),
}
