"""The dashboard: Streamlit pages for whoever runs the hub. Every page asks casework, then draws."""

__all__ = ["front", "page_frame"]
