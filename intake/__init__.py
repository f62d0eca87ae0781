"""Intake, the public web service: it serves the built site and its forms, and writes every submission to the book."""

__all__: list[str] = []
