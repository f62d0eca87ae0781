"""Links to Google's forms, for pages that would otherwise hold our own."""

from html import escape

from community.forms.form_model import Form
from community.settings import Community, Settings


def address(form: Form, settings: Settings) -> str | None:
    """The address of Google's form, if this community uses it. The invented town never links to a real form."""
    told = settings.google_forms.get(form.form)
    return told.address if told and not settings.demo else None


def link_html(form: Form, where: str) -> str:
    """The HTML that says whose form it is and links to it. Nothing comes from Google until the link is followed."""
    return (
        "<p>This form is on Google’s website. Google keeps what you write there, for us.</p>\n"
        f'<p><a class="cc-button" href="{escape(where)}" rel="noopener noreferrer">{escape(form.title)}</a></p>\n'
    )


def ring_html(community: Community) -> str:
    """The HTML with our telephone number, for people who would rather not use Google."""
    dial = escape(community.telephone.replace(" ", ""))
    return (
        f'<p>Rather not? Ring us on <a href="tel:{dial}">{escape(community.telephone)}</a>, '
        f"{escape(community.opening)}.</p>\n"
    )
