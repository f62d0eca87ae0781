"""What the page of a form says where the form is switched off, or nobody draws it."""

from html import escape

from community.forms.form_model import Form
from community.settings import Community, Settings

_STILL = {
    "help_request": "You can still get help.",
    "volunteer": "You can still join.",
    "organisation": "You can still sign.",
    "service": "You can still tell us.",
    "offer": "You can still share it.",
    "opportunity": "You can still ask for volunteers.",
    "enquiry": "You can still ask for a role.",
    "newsletter": "You can still ask us for news.",
    "newsletter_stop": "You can still tell us that you want no more.",
    "booking": "You can still book: we write you down.",
    "referral": "You can still refer somebody.",
    "complaint": "You can still complain or ask.",
}


def is_off(form: Form, settings: Settings) -> bool:
    """Whether nobody fills in this form here: it is switched off, or what follows from it can't be sent."""
    lacks_email = form.needs_email and not settings.can_email_links and not settings.demo
    return form.form in settings.community.forms_off or lacks_email


def closed_words(form: Form) -> tuple[str, str]:
    """Two sentences: that the form is not open, and that there is another way; the second may be empty."""
    return "This form is not open at this moment.", _STILL.get(form.form, "")


def closed_html(form: Form, community: Community) -> str:
    """The same as HTML, with our number and address."""
    closed, still = closed_words(form)
    dial = escape(community.telephone.replace(" ", ""))
    email = escape(community.email)
    return (
        f"<p>{closed} <strong>{still}</strong></p>\n"
        f'<p>Ring us on <a href="tel:{dial}">{escape(community.telephone)}</a>, {escape(community.opening)}. '
        f'Or write to <a href="mailto:{email}">{email}</a>.</p>\n'
    )
