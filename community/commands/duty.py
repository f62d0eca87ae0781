"""Say who on duty hears of what, and try it: `--test` sends each of them a trial."""

import secrets

import click

from community.book import Book, utc_now
from community.commands.health import HealthFinding, duty_health
from community.errors import UserFacingError
from community.messages.duty_notice import send_notice, trial_words
from community.runtime import service_log
from community.runtime.book_opening import open_book
from community.settings import PersonOnDuty, Settings, load
from community.settings.duty_hours import reachable
from community.tables.message_codes import SendOutcome
from community.wording import first_upper, wording

_SIGNS = {"well": "  well ", "think": "? look ", "wrong": "! WRONG"}


@click.command("duty")
@click.option("--test", "trial", is_flag=True, help="Send a trial now, whatever their hours: nothing waits in it.")
@click.option("--to", "code", metavar="CODE", help="With --test: only to this one, as in [duty.CODE].")
@click.pass_context
def command(context: click.Context, trial: bool, code: str | None) -> None:
    """Say who on duty hears of what, and try it: `--test` sends each of them a trial.

    Those on duty stand in people.toml, under [duty.CODE]; docs/duty.md says how. The worker tells them by itself. Ends
    with 1 where something is WRONG, or a trial did not go. No address and no number is printed.

    \b
    Example:
      python -m community duty
      python -m community duty --test --to evenings
    """
    if code is not None and not trial:
        raise click.UsageError("--to needs --test.")
    settings = load()
    if trial:
        context.exit(0 if _try_all(settings, code) else 1)
    findings: list[HealthFinding] = list(duty_health.look(settings, utc_now()))
    for each in findings:
        click.echo(f"{_SIGNS[each.state]}  {each.words}")
    context.exit(1 if any(each.state == "wrong" for each in findings) else 0)


def _try_all(settings: Settings, code: str | None) -> bool:
    """Whether each trial went."""
    if settings.demo:
        raise UserFacingError("The invented town is open, and nothing of it is sent. DEMO=no opens the live book.")
    if settings.kept_in_sheet:
        raise UserFacingError("The spreadsheet keeps this book, so no worker runs and nobody on duty is told.")
    if code is not None and code not in settings.duty:
        raise UserFacingError("There is no such person on duty. `duty` lists them.")
    if settings.duty_mistakes and not settings.duty:
        raise UserFacingError("Nothing was tried: " + "; ".join(settings.duty_mistakes) + ".")
    if not settings.duty:
        raise UserFacingError("Nobody is on duty: people.toml has no [duty.CODE]. docs/duty.md says how.")
    service_log.in_lines()
    asked = {name: one for name, one in settings.duty.items() if code in {None, name}}
    there, book = reachable(settings), open_book(settings)
    try:
        went = [_try(settings, book, one, on=name in there) for name, one in asked.items()]
    finally:
        book.close()
    return all(went)


def _try(settings: Settings, book: Book, one: PersonOnDuty, *, on: bool) -> bool:
    who = first_upper(one.who)
    if not on:
        click.echo(f"{who}: not tried. Their way is switched off in [messages].")
        return False
    delivery = send_notice(settings, book, one, trial_words(settings, one), f"duty-trial-{secrets.token_hex(5)}")
    if delivery.outcome == SendOutcome.SENT:
        click.echo(f"{who}: a trial went. Ask whether it arrived.")
        return True
    why = f" {wording().send_reason[delivery.reason]}" if delivery.reason else ""
    unsure = delivery.outcome == SendOutcome.UNKNOWN
    click.echo(f"{who}: {'nobody knows whether the trial went' if unsure else 'nothing went'}.{why}")
    return False
