"""The front of the dashboard: every request and web socket passes through it before it reaches Streamlit."""

from dashboard.front.admission import let_in
from dashboard.front.content_policy import menu
from dashboard.front.front_middleware import front
from dashboard.front.upload_permits import permit_upload

__all__ = ["front", "let_in", "menu", "permit_upload"]
