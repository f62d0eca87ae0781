"""The dashboard: Streamlit pages for the people who run the hub. Every page asks casework, then draws."""

__all__ = ["front", "page_frame"]
