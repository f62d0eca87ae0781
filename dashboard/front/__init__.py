"""The front of the dashboard: every request and web socket passes through it before it reaches Streamlit."""

from dashboard.front.admission import let_in, permit_upload
from dashboard.front.content_policy import menu
from dashboard.front.front_middleware import front

__all__ = ["front", "let_in", "menu", "permit_upload"]
