"""Google's forms as the spreadsheet and the site name them: the script's two tabs, its mark, and the form's address."""

from html import escape

from community.forms.form_model import Form
from community.settings import Community, Settings
from community.wording import language_here, later, say

FORMS_TAB = "Forms"
FORMS_HEADER = (
    "Form", "Code", "Address to share", "Address to change it", "Tab of its answers", "Tab number", "Form number",
)  # fmt: skip
WORDS_TAB = "Forms words"
WORDS_HEADER = ("Code", "Column", "What", "Words", "Means")
"""`What` is "title" (then `Means` is the part of the column, such as a day) or "answer" (then it is the code)."""
TITLE, ANSWER = "title", "answer"
MARK = "community.answers"
"""Developer metadata of a tab of answers; its value is the form's code."""


_IN_ENGLISH = later("The questions there are in English. You may answer in your own language.")


def address(form: Form, settings: Settings) -> str | None:
    """The address of Google's form, if this community uses it. The invented town never links to a real form."""
    told = settings.google_forms.get(form.form)
    return told.address if told and not settings.demo else None


def link_html(form: Form, where: str) -> str:
    """The HTML that says whose form it is and links to it. Nothing comes from Google until the link is followed."""
    abroad = f" {say(_IN_ENGLISH)}" if language_here() else ""
    told = say("This form is on Google’s website. Google keeps what you write there, for us.")
    return (
        f"<p>{told}{abroad}</p>\n"
        f'<p><a class="cc-button" href="{escape(where)}" rel="noopener noreferrer">{escape(form.title)}</a></p>\n'
    )


def ring_html(community: Community) -> str:
    """The HTML with our telephone number, for people who would rather not use Google."""
    dial = escape(community.telephone.replace(" ", ""))
    return (
        f'<p>{say("Rather not? Ring us on")} <a href="tel:{dial}">{escape(community.telephone)}</a>, '
        f"{escape(say(community.opening))}.</p>\n"
    )
