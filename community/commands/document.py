"""Write the pages of docs/ that are made from the program itself."""

import sys

import click

from community.commands.generated_docs import GENERATED, ROOT


@click.command("document")
@click.option("--check", is_flag=True, help="Write nothing; the answer is no (1) when a page is not current.")
def command(check: bool) -> None:
    """Write the pages of docs/ that are made from the program itself.

    \b
    Example:
      python -m community document
      python -m community document --check
    """
    stale = []
    for name, write in GENERATED.items():
        path, text = ROOT / name, write()
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not check:
            path.write_text(text, encoding="utf-8", newline="\n")
    for name in stale:
        click.echo(f"{name} {'is not current: run python start.py document' if check else 'written'}")
    sys.exit(1 if check and stale else 0)
