"""The command line: a module here that defines `command` is a command, imported only when it is asked for.

`export_person.py` is the command `export-person`. Its `command` is a click command or group, and the first line of its
docstring is its line in `--help`, read without importing it: the help stays quick however much a command needs.
Modules without a `command`, and packages, are shared by several commands.
"""

import ast
import importlib
from functools import cache
from pathlib import Path

import click

__all__ = ["LazyGroup", "load", "summaries"]


@cache
def summaries() -> dict[str, str]:
    """Return what each command does, in one line, by the name that is typed, sorted by name."""
    found = {}
    for path in sorted(Path(__file__).parent.glob("[!_]*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        if any(isinstance(node, ast.FunctionDef) and node.name == "command" for node in module.body):
            docstring = ast.get_docstring(module) or ""
            found[path.stem.replace("_", "-")] = docstring.partition("\n")[0].rstrip(".")
    return found


def load(name: str) -> click.Command:
    """Return the click command called `name`; its module is imported now. Raises KeyError when there is none."""
    if name not in summaries():
        raise KeyError(name)
    command = importlib.import_module(f"{__name__}.{name.replace('-', '_')}").command
    if not isinstance(command, click.Command):
        raise TypeError(f"{name}: its `command` is no click command")
    return command


class LazyGroup(click.Group):
    """A click group whose commands are the modules of this folder."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click gives it)
        """Return the names of all commands."""
        return list(summaries())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click gives it)
        """Return the command, or None when there is none of that name."""
        return load(cmd_name) if cmd_name in summaries() else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands, one line each."""
        if summaries():
            with formatter.section("Commands"):
                formatter.write_dl(list(summaries().items()))
