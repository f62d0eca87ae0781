"""The command line: each module here is one command, found by its name and imported only when it is asked for.

A module `export_person.py` is the command `export-person`. It holds a click command (or group) called `command`. The
first line of its docstring is its line in `--help`, read without importing it, so that the help stays quick however
much a command needs. Packages in this folder are not commands.
"""

import ast
import importlib
import pkgutil
from pathlib import Path

import click


def names() -> list[str]:
    """Return the names of all commands, sorted, as they are typed."""
    modules = pkgutil.iter_modules([str(Path(__file__).parent)])
    return sorted(module.name.replace("_", "-") for module in modules if not module.ispkg)


def load(name: str) -> click.Command:
    """Return the click command called `name`; the module is imported now. Raises KeyError when there is none."""
    if name not in names():
        raise KeyError(name)
    command = importlib.import_module(f"{__name__}.{_module(name)}").command
    if not isinstance(command, click.Command):
        raise TypeError(f"community/commands/{_module(name)}.py: `command` is no click command")
    return command


def summary(name: str) -> str:
    """Return what the command does in one line, without importing it."""
    source = (Path(__file__).parent / f"{_module(name)}.py").read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(source)) or ""
    return docstring.partition("\n")[0].rstrip(".")


def _module(name: str) -> str:
    return name.replace("-", "_")


class LazyGroup(click.Group):
    """A click group whose commands are the modules of this folder."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click gives it)
        """Return the names of all commands."""
        return names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click gives it)
        """Return the command, or None when there is none of that name."""
        return load(cmd_name) if cmd_name in names() else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands, one line each."""
        if rows := [(name, summary(name)) for name in names()]:
            with formatter.section("Commands"):
                formatter.write_dl(rows)
