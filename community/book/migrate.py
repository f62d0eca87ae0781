"""Migrating a book to this program's schema, after a backup. A book from a newer program is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from community.book.database import writing
from community.book.migrations import HEAD
from community.book.record_types import NewerBook

if TYPE_CHECKING:
    from alembic.config import Config

SCRIPTS = Path(__file__).parent / "migrations"


def version(engine: sa.Engine) -> str | None:
    """The schema's version in the book; None for an empty one."""
    with engine.connect() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
        return found


def forward(engine: sa.Engine, backup: Callable[[sa.Engine], object] | None = None) -> None:
    """Run the missing steps, all or none. Raises NewerBook when the book has steps that this program does not know."""
    found = version(engine)
    if found == HEAD:
        return
    if found is not None and found not in known_versions():
        raise NewerBook("A newer version of this program wrote this book. Update the program, then start it again.")
    if found is not None and backup is not None:
        backup(engine)
    with engine.execution_options(writes=True).begin() as connection:
        writing(connection)
        run(connection, "head")


def known_versions() -> set[str]:
    """Every version of the schema that this program knows."""
    # Alembic takes a while to load, and at nearly every start it has nothing to do.
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()}


def run(connection: sa.Connection, to: str) -> None:
    """Run the steps up to this version, inside the connection's transaction."""
    from alembic import command

    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def configuration() -> "Config":
    """Alembic's settings: where the steps are."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", SCRIPTS.as_posix())
    return config
