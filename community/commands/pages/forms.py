"""docs/forms.md: every question with its column, as the forms' definitions have it."""

from community.forms.document import written
from community.forms.load import load
from community.settings import load as load_settings


def page() -> str:
    """Return the page of all forms as Markdown."""
    return written(load(load_settings()))
