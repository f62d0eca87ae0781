"""docs/commands.md: every command with its options, as `--help` shows them."""

from collections.abc import Iterator
from inspect import cleandoc

import click

from community import commands
from sheets_sync.__main__ import cli as sheets_sync


def page() -> str:
    """Return the page of all commands as Markdown."""
    parts = [
        "# Commands",
        "<!-- Written by `python start.py document` from community/commands. Change it there. -->",
        "`python start.py COMMAND` makes the environment ready first; `python -m community COMMAND` is the same once "
        "it is. A command ends with 0 when it is done, 1 when the answer is no, 2 when it was asked wrongly. The link "
        "to a Google spreadsheet has a command line of its own: [sheets_sync](#sheets_sync).",
    ]
    for name in commands.summaries():
        for path, command in _with_subcommands(name, commands.load(name)):
            parts += _section(path, command)
    for path, command in _with_subcommands("sheets_sync", sheets_sync):
        parts += _section(path, command)
    return "\n\n".join(parts) + "\n"


def _with_subcommands(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, part in sorted(command.commands.items()):
            yield from _with_subcommands(f"{path} {name}", part)


def _section(path: str, command: click.Command) -> list[str]:
    context = click.Context(command, info_name=path)
    help_ = cleandoc(command.help or "")
    about, _, example = help_.partition("\b\n")
    parts = [f"{'#' * (2 + path.count(' '))} {path}", about.strip()]
    if example:
        lines = [line.strip() for line in example.strip().splitlines() if not line.startswith("Example")]
        parts.append("\n".join(["```", *lines, "```"]))
    records = [record for parameter in command.params if (record := parameter.get_help_record(context)) and record[1]]
    if records:
        rows = [f"| `{_cell(option)}` | {_cell(meaning)} |" for option, meaning in records]
        parts.append("\n".join(["| Option | Meaning |", "| --- | --- |", *rows]))
    return parts


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
