"""Command that checks the definitions: `python -m community.forms`."""

import sys
from pathlib import Path

import click

from community.errors import UserFacingError
from community.forms.load_definitions import DEFINITIONS, load
from community.settings import load as load_settings


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=DEFINITIONS)
def main(folder: Path) -> None:
    """Check the definitions in FOLDER against the tables and the settings.

    Every mistake is named with its file and line.

    \b
    Example:
      python -m community.forms
      python -m community.forms my-definitions
    """
    try:
        forms = load(load_settings(), folder)
    except UserFacingError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    for form in forms.values():
        click.echo(f"{form.form}: {len(form.pages)} pages, {len(form.questions)} questions")


if __name__ == "__main__":
    main()
