"""The book's schema, step by step (Alembic). `python -m community.book.make_migration "what changed"` writes the next step."""

HEAD = "0005"
"""The newest step this program knows."""
