"""Pages that lead to Google's form instead of holding our own."""

from html import escape

from community.forms.model import Form
from community.settings import Settings


def address(form: Form, settings: Settings) -> str | None:
    """Where Google's form is, if this community uses it. The invented town leads nobody to a real form."""
    told = settings.google_forms.get(form.form)
    return told.address if told and not settings.demo else None


def link_html(form: Form, where: str) -> str:
    """What stands on the form's page: whose form it is, and the way to it."""
    return (
        "<p>The form is on Google’s website. Google keeps what you write there, for us.</p>\n"
        f'<p><a class="cc-button" href="{escape(where)}" rel="noopener noreferrer">{escape(form.title)}</a></p>'
    )
