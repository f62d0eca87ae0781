"""Forms: what we ask. `definitions/*.yml` drive the HTML, the checking, the columns and the docs."""

from community.forms.confirmation import Confirmation, confirmation
from community.forms.decided import decided
from community.forms.load import FormsError, load
from community.forms.model import Form, Option, Page, Question
from community.forms.render import Problem, check_html, done_html, page_html
from community.forms.validation import Submission, page_errors, validate, words_of
from community.forms.words import FLAGS

__all__ = [
    "FLAGS",
    "Confirmation",
    "Form",
    "FormsError",
    "Option",
    "Page",
    "Problem",
    "Question",
    "Submission",
    "check_html",
    "confirmation",
    "decided",
    "done_html",
    "load",
    "page_errors",
    "page_html",
    "validate",
    "words_of",
]
