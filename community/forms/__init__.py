"""Forms: what we ask. `definitions/*.yml` drive the HTML, the checking, the columns and the docs."""

from community.forms.closed_form import closed_html, closed_words, is_off
from community.forms.confirmation import Confirmation, confirmation
from community.forms.enrichment import decided, enriched, seen_in
from community.forms.form_html import (
    Problem,
    above_html,
    answer_in_words,
    check_html,
    done_html,
    options,
    page_html,
    sections,
)
from community.forms.form_model import ANY, CHOSEN, TYPED, UNSURE, Answers, Form, Page, Question
from community.forms.interim_help import may_be_danger, until_we_answer
from community.forms.load_definitions import APART, DEFINITIONS, WAYS_IN, FormsError, load
from community.forms.said_html import say_html
from community.forms.validation import FieldError, Submission, error_words, page_errors, validate

__all__ = [
    "ANY", "APART", "CHOSEN", "DEFINITIONS", "TYPED", "UNSURE", "WAYS_IN", "Answers", "Confirmation", "FieldError",
    "Form", "FormsError", "Page", "Problem", "Question", "Submission", "above_html", "answer_in_words", "check_html",
    "closed_html", "closed_words", "confirmation", "contact_details", "crisis_words", "decided", "done_html",
    "enriched", "equality_questions", "error_words", "forms_markdown", "google", "is_off", "load", "may_be_danger",
    "options", "page_errors", "page_html", "posted_values", "say_html", "sections", "seen_in", "training_modules",
    "until_we_answer", "validate",
]  # fmt: skip
