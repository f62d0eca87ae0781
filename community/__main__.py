"""The command line: `python -m community COMMAND`."""

import sys
import traceback

import click

from community.commands import LazyGroup
from community.errors import UserFacingError


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Everything the community's machine can do, one command each.

    \b
    Example:
      python -m community run
      python -m community show matches --json

    Each command has its own --help. They end with 0 when done, 1 when the answer is no, 2 when asked wrongly.
    """


def main() -> None:
    """Run the command line and end the process with its exit code."""
    try:
        cli(prog_name="python -m community")
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


if __name__ == "__main__":
    main()
