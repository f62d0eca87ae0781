"""The environment variables that are read, each with its meaning. `docs/settings.md` prints this list."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Variable:
    """One environment variable."""

    name: str
    means: str
    default: str = ""
    secret: bool = False


VARIABLES = (
    Variable("COMMUNITY_TOML", "The file of public settings", "community.toml beside the program"),
    Variable("COMMUNITY_HOME", "The data folder: the book, its backups, imported places", "data beside the program"),
    Variable("DATABASE_URL", "A PostgreSQL book instead of the embedded one (postgresql://...)", secret=True),
    Variable("DEMO", "yes: the invented town; no: the live book", "yes, until there is a live book"),
    Variable("SECRET_KEY", "Signs what a form carries from page to page", "made once, in the data folder", secret=True),
    Variable("PUBLIC_URL", "The public address of the site, as people type it"),
    Variable("TRUSTED_PROXY", "yes: a proxy in front tells who is calling (X-Forwarded-For)", "no"),
)
