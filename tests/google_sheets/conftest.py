"""Every test of the stand-in has one running, and gspread talking to it."""

from .fixtures import google, gspread_client

__all__ = ["google", "gspread_client"]
