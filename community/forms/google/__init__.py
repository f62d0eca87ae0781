"""Our questions as Google's own forms, for a charity that has no server."""

from community.forms.google.google_flow import sections
from community.forms.google.google_questions import GoogleQuestion, GoogleSection, choice
from community.forms.google.google_script import manifest, script
from community.forms.google.google_tabs import address, link_html, ring_html

__all__ = [
    "GoogleQuestion", "GoogleSection", "address", "choice", "google_tabs", "link_html", "manifest", "ring_html",
    "script", "sections",
]  # fmt: skip
