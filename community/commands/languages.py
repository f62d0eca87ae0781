"""Bring the catalogues of other languages up to date with the English words."""

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import get_args

import click

from community import forms
from community.settings import Group, Settings, load
from community.wording import catalogue_words
from community.wording import languages as with_catalogue


@click.command("languages")
@click.argument("codes", nargs=-1)
@click.option(
    "--check", is_flag=True, help="Write nothing; the answer is no (1) when a translation is missing or stale."
)
def command(codes: tuple[str, ...], check: bool) -> None:
    """Bring the catalogues of other languages up to date with the English words.

    New words come in empty, and where the English changed a translation is marked `fuzzy`: somebody who speaks the
    language fills in the one, looks at the other and takes the mark away. CODES: these languages; one without a
    catalogue gets one. What `[languages.CODE.words]` of your settings says stays out of it, and what the shipped
    settings say stays in it, whatever yours say.

    \b
    Example:
      python -m community languages --check
      python -m community languages cy
    """
    settings = load()
    spoken, told = spoken_words(settings), settings.model_dump_json()
    of_settings = {words for words in spoken if json.dumps(words, ensure_ascii=False) in told}
    wanted, wrong = catalogue_words.template(spoken, of_settings), 0
    for code in codes or with_catalogue():
        own = settings.languages[code].words if code in settings.languages else ()
        if not check:
            catalogue_words.bring_up_to_date(code, wanted, own)
        for line in (found := catalogue_words.mistakes(catalogue_words.read_catalogue(code), wanted, own)):
            click.echo(f"{code}: {line}")
        wrong += len(found)
    click.echo(f"{wrong} to see to" if wrong else "All is translated.")
    sys.exit(1 if check and wrong else 0)


def spoken_words(settings: Settings) -> set[str]:
    """The English words of forms and settings that are said to people who ask for help and who join."""
    with tempfile.TemporaryDirectory() as folder, catalogue_words.listening() as heard:
        for name in forms.WAYS_IN:
            shutil.copy2(forms.DEFINITIONS / f"{name}.yml", folder)
        forms.load(settings, Path(folder))
    told = {settings.community.opening, *get_args(Group)}
    for line in settings.community.helplines.values():
        told |= {line.name, line.how, line.when, line.helps}
    return (heard | told) - {""}
