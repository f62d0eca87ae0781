"""The rooms of the house and what each may import, as docs/architecture.md tells it."""

OPEN_TO_ALL = {"community.errors", "community.late_door"}

# What each room may import of ours, beside itself and those.
CASEWORK = {"tables", "wording", "book", "places", "matching", "forecast", "settings", "identity"}
AFTER_CASEWORK = CASEWORK | {"casework"}
# What the worker does by itself stands in these.
RUN_BY_ITSELF = {"jobs", "casework", "concerns", "exports", "publish", "messages", "links"}
MAY_IMPORT: dict[str, set[str]] = {
    "community.errors": set(),
    "community.late_door": set(),
    "community.settings": {"community.tables", "community.wording"},
    "community.tables": set(),
    "community.wording": {"community.tables"},
    "community.book": {"community.tables"},
    "community.places": {"community.tables", "community.settings"},
    "community.identity": {"community.tables", "community.places"},
    "community.forms": {f"community.{room}" for room in ("tables", "wording", "places", "settings", "identity")},
    "community.matching": {"community.tables", "community.wording"},
    "community.forecast": set(),
    "community.exports": set(),
    "community.casework": {f"community.{room}" for room in CASEWORK | {"forms"}},
    "community.concerns": {f"community.{room}" for room in AFTER_CASEWORK},
    "community.importing": {f"community.{room}" for room in AFTER_CASEWORK | {"forms", "exports"}},
    "community.messages": {f"community.{room}" for room in AFTER_CASEWORK | {"links", "jobs"}},
    "community.links": {"community.tables", "community.book", "community.settings"},
    "community.jobs": {"community.tables", "community.book"},
    "community.search": {"community.forms", "community.settings", "community.wording"},
    "community.publish": {
        f"community.{room}"
        for room in ("tables", "wording", "book", "places", "identity", "forms", "search", "settings")
    },
    "community.impact": {
        f"community.{room}" for room in ("tables", "wording", "book", "settings", "casework", "publish", "forms")
    },
    "community.runtime": {f"community.{room}" for room in RUN_BY_ITSELF | {"tables", "book", "settings"}},
    "community.demo": {"community"},
    "community.commands": {"community"},
    # The page of all commands tells those of the other command line as well.
    "community.commands.generated_docs": {"community", "sheets_sync.__main__"},
    "community.__main__": {"community"},
    "community": set(),
    "intake": {"community"},
    "sheets_sync": {
        f"community.{room}"
        for room in ("tables", "wording", "book", "forms", "places", "casework", "settings", "identity", "runtime")
    },
    "dashboard": {"community", "sheets_sync.status"},
    "dashboard.front": {"community", "dashboard.login_settings"},
    "streamlit_app": {"community", "dashboard"},
    "hosted": {"community", "dashboard"},
    "start": set(),
}

# Nothing is built on the command line: what it shares with the other programs stands in the room `runtime`.
COMMAND_LINE = "community.commands"
MAY_IMPORT_THE_COMMAND_LINE = {COMMAND_LINE, "community.commands.generated_docs", "community.__main__"}

# The book's SQL tables stand at its door for these alone, each with a question that `Reader` does not answer.
ASK_THE_BOOK_IN_SQL = {
    "community.casework.board_news",  # whom rows named that changed, also those that were taken back
    "community.casework.people_lookup",  # what changed since the last look, without reading fifty thousand people
    "community.casework.person_mentions",  # words about one person, in every copy of them
    "community.casework.possible_people",  # who may be the same person, as it came and as it is
    "community.casework.noted_reads",  # the columns of a condition, to note which rows pass it
    "community.commands",  # every copy of what is about one person; whether the book is whole
    "community.concerns.move_words",  # words that were typed into another record, out of all copies of it
    "community.jobs",  # its own working table, which no `Reader` knows
    "community.demo.demo_ledger",  # a whole town at one stroke
    "sheets_sync",  # what it has read and remembers stands in the book's file, and changes in the same transaction
}

# A framework is replaced in one room, not in the whole house.
ONLY_IN: dict[str, set[str]] = {
    # Streamlit serves itself with Starlette, and takes what stands before it in Starlette's own form.
    "starlette": {"intake", "dashboard.front"},
    "uvicorn": {"intake"},
    "fastapi": {"intake"},
    "flask": {"intake"},
    "streamlit": {"dashboard", "dashboard.front", "streamlit_app", "hosted"},
    "gspread": {"sheets_sync"},
    "ortools": {"community.matching", "community.publish"},
    "alembic": {"community.book"},
    # How languages count, list and name their months.
    "babel": {"community.wording"},
    "cryptography": {"community.concerns", "intake"},
    "pyrage": {"community.book"},
    # What is signed, what is sent and what comes back.
    "itsdangerous": {"community.links", "intake"},
    "smtplib": {"community.messages"},
    "imaplib": {"community.messages"},
    "flufl": {"community.messages"},
    # Whatever becomes a file for a spreadsheet program is defused and noted there.
    "xlsxwriter": {"community.exports"},
    "phonenumbers": {"community.identity"},
    "nameparser": {"community.identity"},
    "rapidfuzz": {"community.identity"},
    # Other people's spreadsheets are read in one place.
    "python_calamine": {"community.importing"},
}

OURS = {"community", "intake", "sheets_sync", "dashboard", "streamlit_app", "hosted", "start", "tests"}


def room_of(module: str) -> str:
    """Return the room that a module belongs to: the longest name in the table that it starts with."""
    rooms = [room for room in MAY_IMPORT if room == module or (room != "community" and module.startswith(f"{room}."))]
    return max(rooms, key=len, default="")
