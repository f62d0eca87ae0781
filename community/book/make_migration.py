"""Writes the schema's next step, for developers: `python -m community.book.make_migration "what changed"`."""

import sys
import tempfile
from pathlib import Path

from community.book.database import connect
from community.book.migrate import SCRIPTS, configuration
from community.book.migrations import HEAD


def main() -> int:
    """Compare a book made by the present steps with the definitions and write what is missing as a new step."""
    if len(sys.argv) != 2:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    from alembic import command

    config = configuration()
    with tempfile.TemporaryDirectory() as folder:
        engine = connect(str(Path(folder) / "book.db"))
        with engine.execution_options(writes=True).begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
        number = f"{len(list((SCRIPTS / 'versions').glob('0*.py'))) + 1:04d}"
        with engine.execution_options(writes=True).begin() as connection:
            config.attributes["connection"] = connection
            command.revision(config, sys.argv[1], autogenerate=True, rev_id=number)
        engine.dispose()
    sys.stderr.write(f"Look it over, set HEAD in migrations/__init__.py to {number} (it is {HEAD}), then test.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
