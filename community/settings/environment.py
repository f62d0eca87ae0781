"""The environment variables that the programs read, with their meanings. `docs/settings.md` prints this list."""

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
    Variable(
        "COMMUNITY_SITE",
        "The folder of the site: `site/`, `mkdocs.yml`, `build/`",
        "beside the program; the invented town has one in its own folder",
    ),
    Variable("DATABASE_URL", "A PostgreSQL book instead of the embedded one (postgresql://...)", secret=True),
    Variable("DEMO", "yes: the invented town; no: the live book", "yes, until there is a live book"),
    Variable("SECRET_KEY", "Signs what a form carries from page to page", "made once, in the data folder", secret=True),
    Variable(
        "CONCERNS_KEY",
        "Seals safeguarding concerns, where several machines share one book: at least 32 letters and digits",
        "made once, in the data folder",
        secret=True,
    ),
    Variable(
        "BACKUP_KEY",
        "The keepers' key, which opens encrypted backups: for one `restore`, and never left set on the machine",
        "asked for",
        secret=True,
    ),
    Variable(
        "DASHBOARD_SECRET",
        "What stands in the address that opens the dashboard where no login is set up: 32 characters or more",
        "made anew by each `run`, and printed",
        secret=True,
    ),
    Variable(
        "PUBLIC_URL",
        "The public address of the site, as people type it: `https://...`. Posts from it are taken, and the pages name "
        "it to search engines",
    ),
    Variable(
        "TRUSTED_PROXY",
        "yes: a proxy in front tells who is calling (X-Forwarded-For), and what they typed (X-Forwarded-Host)",
        "no",
    ),
    Variable(
        "BOOK_KEPT_IN",
        "sheet: this machine's disk forgets, so what counts is what the spreadsheet has (docs/without-a-server.md)",
        "here",
    ),
    Variable(
        "EMAIL_USER",
        "The name with which the program logs in at the email server; in the file of secrets, too",
        "no login",
        secret=True,
    ),
    Variable("EMAIL_PASSWORD", "The password to it; in the file of secrets, too", "no login", secret=True),
    Variable(
        "RETURN_USER",
        "The name with which the program logs in at `return_server`; in the file of secrets, too",
        "EMAIL_USER, with its password",
        secret=True,
    ),
    Variable("RETURN_PASSWORD", "The password to it; in the file of secrets, too", "EMAIL_PASSWORD", secret=True),
    Variable(
        "TEXT_KEY",
        "The key of the service that sends texts; `name:password` where it wants both. In the file of secrets, too",
        secret=True,
    ),
    Variable("SHEET_ID", "The Google spreadsheet kept in step with the book: its id, or its whole address", "none is"),
    Variable(
        "GOOGLE_SERVICE_ACCOUNT",
        "The service account's key that opens the spreadsheet: the text of the key file, or where the file is",
        "`[gcp_service_account]` in the file of secrets",
        secret=True,
    ),
    Variable(
        "COMMUNITY_SECRETS",
        "The file of secrets, in Streamlit's form. `SHEET_ID` may stand in it, too",
        "`.streamlit/secrets.toml` in the folder of the start, or in your own",
    ),
    Variable(
        "SHEETS_API_ROOT",
        "Where a stand-in for Google Sheets answers, for tests: an address of this machine, never with a key",
    ),
    Variable(
        "NUMBA_CACHE_DIR",
        "The folder in which the compiled matching is kept",
        "beside the program if that can be written to, else in your own",
    ),
)
