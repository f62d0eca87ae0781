"""Our questions as Google's own forms, for a charity that has no server."""

from community.forms.google.google_flow import sections
from community.forms.google.google_links import address, link_html, ring_html
from community.forms.google.google_questions import GoogleQuestion, GoogleSection, choice
from community.forms.google.google_script import manifest, script

__all__ = [
    "GoogleQuestion",
    "GoogleSection",
    "address",
    "choice",
    "google_tabs",
    "link_html",
    "manifest",
    "ring_html",
    "script",
    "sections",
]
