"""The book's schema, step by step (Alembic); `community.book.make_migration` writes the next step."""

HEAD = "0011"
"""The newest step this program knows."""
