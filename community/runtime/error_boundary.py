"""The error boundary: turns an error into words, without anything people wrote, and an exit code."""

import sys
import traceback

import click

from community.errors import UserFacingError


def run(cli: click.Command, name: str) -> None:
    """Run a command line called `name` and end the process with its exit code."""
    try:
        cli(prog_name=name)
    except UserFacingError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except ModuleNotFoundError as missing:
        click.echo(f"{missing.name} is not installed for this Python. Say instead: python start.py COMMAND", err=True)
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 (last stop before the screen; where it came from is still told)
        click.echo(_where(error), err=True)
        sys.exit(1)


def _where(error: BaseException) -> str:
    """Return what kind of error it was and where, without its message: that may hold what somebody wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    places = "".join(f"  {frame.filename}:{frame.lineno} in {frame.name}\n" for frame in frames)
    return f"This is a fault in the program, not in what you did: {type(error).__name__}\n{places}".rstrip()
