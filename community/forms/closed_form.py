"""What the page of a form says where the form is switched off, or nobody draws it."""

from html import escape

from community.forms.form_model import Form
from community.settings import Community, Settings
from community.wording import later, say

_STILL = {
    "help_request": later("You can still get help."),
    "volunteer": later("You can still join."),
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


def closed_words(form: Form, *, drawn: bool) -> tuple[str, str]:
    """Two sentences: that the form is not there, and that there is another way; the second may be empty.

    `drawn`: a server of ours draws the page and may have the form again soon. A page of files alone never will.
    """
    closed = say("This form is not open at this moment.") if drawn else say("We can’t take this by a form here.")
    still = _STILL.get(form.form)
    return closed, say(still) if still else ""


def closed_html(form: Form, community: Community) -> str:
    """The same as HTML, with our number and address."""
    closed, still = closed_words(form, drawn=True)
    dial = escape(community.telephone.replace(" ", ""))
    email = escape(community.email)
    return (
        f"<p>{closed} <strong>{still}</strong></p>\n"
        f'<p>{say("Ring us on")} <a href="tel:{dial}">{escape(community.telephone)}</a>, '
        f'{escape(say(community.opening))}. {say("Or write to")} <a href="mailto:{email}">{email}</a>.</p>\n'
    )
