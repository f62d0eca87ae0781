"""Import the full list of postcodes, and look one up."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from community.places import ImportReport, Place, Places, import_codepoint
from community.settings import load


@click.group("places")
def command() -> None:
    """Import the full list of postcodes, and look one up.

    \b
    Example:
      python -m community places import codepo_gb.zip
      python -m community places find "BA1 5AW"
    """


@command.command("import")
@click.argument("zip_file", metavar="ZIP", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def import_(zip_file: Path, as_json: bool) -> None:
    """Take in ZIP, the Ordnance Survey's Code-Point Open in CSV format.

    The list goes into the data folder and is used from then on. If anything is wrong with the zip, the earlier list
    stays.

    \b
    Example:
      python -m community places import codepo_gb.zip
    """
    settings = load()
    report = import_codepoint(zip_file, settings.home, settings.hubs)
    click.echo(json.dumps(asdict(report)) if as_json else _told(report))


@command.command("find")
@click.argument("postcode")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
@click.pass_context
def find(context: click.Context, postcode: str, as_json: bool) -> None:
    """Say where POSTCODE is and which hub looks after it. Ends with 1 when nobody can tell.

    \b
    Example:
      python -m community places find "BA1 5AW" --json
    """
    settings = load()
    places = Places.open(settings.home, settings.hubs)
    place = places.find(postcode)
    if as_json:
        click.echo(json.dumps(asdict(place) | {"source": places.source}))
    else:
        hub = settings.hubs[place.hub].name if place.hub else "no hub: a person decides"
        click.echo(f"{_where(place)}; {hub}\n{places.source}")
        if place.flags:
            click.echo(f"Flags: {', '.join(place.flags)}")
    context.exit(1 if place.precision == "unknown" else 0)


def _where(place: Place) -> str:
    if place.precision == "unknown":
        return "Place not known"
    name = place.postcode if place.precision == "postcode" else f"Middle of sector {place.sector}"
    return f"{name}: easting {place.easting}, northing {place.northing}"


def _told(report: ImportReport) -> str:
    lines = [
        f"{report.source}: {report.postcodes:,} postcodes. {report.without_place:,} have no point and were left out."
    ]
    if report.wards.absent:
        lines.append(
            f"No postcode is in these wards of our hubs: {', '.join(report.wards.absent)}. "
            "Were they given new codes? Mend community.toml."
        )
    if report.wards.uncovered:
        lines.append(
            f"These wards of our districts belong to no hub: {', '.join(report.wards.uncovered)}. "
            "Add them in community.toml."
        )
    return "\n".join(lines)
