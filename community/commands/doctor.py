"""Look whether all is well: settings, data folder, book, backups, clock, messages, duty, spreadsheet."""

import json
from dataclasses import asdict

import click

from community.book import utc_now
from community.commands.health import (
    HealthFinding,
    book_health,
    concerns_health,
    duty_health,
    machine_health,
    message_health,
    sheet_health,
)
from community.settings import SettingsError, load

_SIGNS = {"well": "  well ", "think": "? look ", "wrong": "! WRONG"}


@click.command("doctor")
@click.option(
    "--live", is_flag=True, help="Ask the services that are set up as well: database, email, texts, Google Sheets."
)
@click.option("--json", "as_json", is_flag=True, help="Print one finding on each line, for a program.")
@click.pass_context
def command(context: click.Context, live: bool, as_json: bool) -> None:
    """Look whether all is well: settings, data folder, book, backups, clock, messages, duty, spreadsheet.

    Nothing is changed. Each line says how something is and, where it is not well, what to do. Ends with 1 when
    something is WRONG; what only asks you to look does not count.

    \b
    Example:
      python -m community doctor
      python -m community doctor --live --json
    """
    findings: list[HealthFinding] = []
    try:
        settings, now = load(), utc_now()
    except SettingsError as error:
        findings.append(HealthFinding("settings", "wrong", str(error)))
    else:
        town = "the invented town" if settings.demo else "the live book"
        findings.append(HealthFinding("settings", "well", f"They are in order, for {town}."))
        findings += machine_health.forms(settings)
        findings += [*machine_health.look(settings, now), *book_health.look(settings, now, live=live)]
        findings += concerns_health.look(settings)
        findings += message_health.look(settings, live=live)
        findings += duty_health.look(settings, now)
        findings += [*machine_health.public_address(settings), *sheet_health.look(settings, live=live)]
    for finding in findings:
        if as_json:
            click.echo(json.dumps(asdict(finding)))
        else:
            click.echo(f"{_SIGNS[finding.state]}  {finding.what}: {finding.words}")
    context.exit(1 if any(finding.state == "wrong" for finding in findings) else 0)
