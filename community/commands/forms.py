"""Write the script that makes Google's own forms, with the same questions."""

from pathlib import Path

import click

from community.forms import load as load_forms
from community.forms.google import manifest, script
from community.settings import load


@click.group("forms")
def command() -> None:
    """Write the script that makes Google's own forms, with the same questions.

    \b
    Example:
      python -m community forms google-script --output forms.gs
    """


@command.command("google-script")
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file, not on the screen."
)
def google_script(output: Path | None) -> None:
    """Write the script to paste into the spreadsheet: it makes the forms there, from our own questions.

    docs/google-forms.md says step by step what to do with it. Nothing is sent to Google by this command.

    \b
    Example:
      python -m community forms google-script --output forms.gs
    """
    settings = load()
    _written(script(load_forms(settings), settings.community), output, "The script")


@command.command("google-manifest")
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file, not on the screen."
)
def google_manifest(output: Path | None) -> None:
    """Write what the script asks Google for: this one spreadsheet, the forms it makes, and its menu.

    Without it Google lets the script into all your spreadsheets. docs/google-forms.md says where to paste it.

    \b
    Example:
      python -m community forms google-manifest
    """
    _written(manifest(), output, "The manifest")


def _written(text: str, output: Path | None, what: str) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        raise click.BadParameter("this file can't be written", param_hint="--output") from None
    click.echo(f"{what} is written. Paste the whole of it into the spreadsheet: see docs/google-forms.md.")
