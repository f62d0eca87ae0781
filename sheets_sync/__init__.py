"""Keeps the book and one Google spreadsheet in step."""

__all__ = ["status"]
