"""The front of the dashboard: every request and every web socket passes it before Streamlit sees any of them."""

from dashboard.front.admission import let_in
from dashboard.front.content_policy import menu
from dashboard.front.front_middleware import front

__all__ = ["front", "let_in", "menu"]
