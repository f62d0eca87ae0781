"""Forms: what we ask. `definitions/*.yml` drive the HTML, the checking, the columns and the docs."""

from community.forms.confirmation import Confirmation, confirmation
from community.forms.enrichment import decided, enriched, seen_in
from community.forms.form_html import Problem, above_html, check_html, done_html, page_html
from community.forms.form_model import Form, Option, Page, Question
from community.forms.interim_help import Meanwhile, may_be_danger, until_we_answer
from community.forms.load_definitions import APART, FormsError, load
from community.forms.validation import Submission, page_errors, validate, words_of

__all__ = [
    "APART",
    "Confirmation",
    "Form",
    "FormsError",
    "Meanwhile",
    "Option",
    "Page",
    "Problem",
    "Question",
    "Submission",
    "above_html",
    "check_html",
    "confirmation",
    "decided",
    "done_html",
    "enriched",
    "load",
    "may_be_danger",
    "page_errors",
    "page_html",
    "seen_in",
    "until_we_answer",
    "validate",
    "words_of",
]
