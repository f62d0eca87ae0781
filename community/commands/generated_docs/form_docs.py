"""docs/forms.md: every question with its column, as the forms' definitions have it."""

from community.forms import APART, load
from community.forms.forms_markdown import written
from community.settings import load as load_settings


def page() -> str:
    """Return the page of all forms as Markdown."""
    settings = load_settings()
    return written(load(settings) | load(settings, APART))
