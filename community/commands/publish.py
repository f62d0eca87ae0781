"""Write the signatories and the public figures, and build the site.

Only approved organisations, only their public columns, and counts that tell of nobody.
"""

import sys

import click

from community import publish
from community.book import utc_now
from community.publish import place, publish_status, trial_site
from community.publish.publish_site import prepare
from community.runtime.book_opening import open_book
from community.runtime.site_refresh import build
from community.settings import load


@click.command("publish")
@click.option("--check", is_flag=True, help="Write nothing; the answer is no (1) when something public is not current.")
def command(check: bool) -> None:
    """Write the signatories and the public figures, and build the site.

    Strangers may read what this writes: the organisations that the director approved, and counts with small numbers
    hidden. It goes into site/_generated and site/your-hub, then the site is built anew. The invented town has a site
    of its own, in its own folder, which says that the people are invented; nothing of it comes into this one.

    While `run` runs, the worker publishes the lists as soon as they change: who signed, where the forms are, who keeps
    details, what checks cost. So a name is on the site once it is approved. The figures wait for you.

    \b
    Example:
      python -m community publish
      python -m community publish --check
    """
    settings = load()
    book = open_book(settings)
    try:
        told = prepare(book, settings, utc_now())
    finally:
        book.close()
    if settings.site_is_trial and not check:
        trial_site.lay_out(settings)
    if check:
        old = publish.stale(settings.site, told)
        for name in old:
            click.echo(f"{place(name).as_posix()} is not current: run python -m community publish")
        sys.exit(1 if old else 0)
    built: list[bool] = []
    changed = publish.publish(settings.site, told, lambda: built.append(build(settings)))
    publish_status.tell(settings.book_home, utc_now())
    for name in [] if settings.site_is_trial else changed:
        click.echo(f"{place(name).as_posix()} {'written' if name in told else 'taken away'}")
    click.echo("The site is built." if any(built) else "Nothing has changed since the site was built.")
    if settings.site_is_trial:
        click.echo("This is the invented town's own site: nothing of it comes into the live one.")
    elif changed:
        whole = ["site/_generated", "site/your-hub", *(place(name).parent.as_posix() for name in changed)]
        folders = " ".join(dict.fromkeys(whole))
        click.echo(f"Look at it, then keep it: git add {folders} && git commit")
