"""The book's schema, step by step (Alembic). `python -m community.book.revise "what changed"` writes the next step."""

HEAD = "0004"
"""The newest step this program knows."""
