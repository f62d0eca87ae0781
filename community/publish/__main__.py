"""Command that builds the public site: `python -m community.publish`. `run` starts it; `publish` counts as well."""

import sys
from pathlib import Path

import click

from community.errors import UserFacingError
from community.publish import trial_site
from community.publish.site_build import build, make
from community.settings import PROGRAM, load


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--into", type=click.Path(path_type=Path), help="Build into this folder, and leave build/site as it is.")
def main(into: Path | None) -> None:
    """Build the public site from its sources. What is counted and listed there stays as it was written last.

    \b
    Example:
      python -m community.publish
      python -m community.publish --into /tmp/site
    """
    try:
        settings = load()
        # Before there is an invented town there is no site of its own, and these pages are what comes with the program.
        root = PROGRAM if settings.site_is_trial and not trial_site.is_there(settings) else settings.site
        if into is None:
            build(root, settings)
        else:
            make(root, into, settings)
    except UserFacingError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
