"""Pages that lead to Google's form instead of holding our own."""

from html import escape

from community.forms.form_model import Form
from community.settings import Community, Settings


def address(form: Form, settings: Settings) -> str | None:
    """Where Google's form is, if this community uses it. The invented town leads nobody to a real form."""
    told = settings.google_forms.get(form.form)
    return told.address if told and not settings.demo else None


def link_html(form: Form, where: str) -> str:
    """Whose form it is, and the way to it. Nothing of Google's is fetched before somebody follows the link."""
    return (
        "<p>This form is on Google’s website. Google keeps what you write there, for us.</p>\n"
        f'<p><a class="cc-button" href="{escape(where)}" rel="noopener noreferrer">{escape(form.title)}</a></p>\n'
    )


def ring_html(community: Community) -> str:
    """The way for whoever would rather not."""
    dial = escape(community.telephone.replace(" ", ""))
    return (
        f'<p>Rather not? Ring us on <a href="tel:{dial}">{escape(community.telephone)}</a>, '
        f"{escape(community.opening)}.</p>\n"
    )
