"""The command line: `python -m community COMMAND`."""

import click

from community.commands import LazyGroup
from community.runtime import error_boundary


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
    error_boundary.run(cli, "python -m community")


if __name__ == "__main__":
    main()
