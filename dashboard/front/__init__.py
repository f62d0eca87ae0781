"""The front of the dashboard: every request and every web socket passes it before Streamlit sees any of them."""

from dashboard.front.admission import SECRET, let_in
from dashboard.front.front_middleware import front

__all__ = ["SECRET", "front", "let_in"]
