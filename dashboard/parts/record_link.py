"""The link to a record by the name of whom it is about; its number stays, small, to be said on the telephone."""

from community import casework
from dashboard import page_address
from dashboard.work_session import work_context


def named(record_id: str) -> None:
    """Draw the link: `Vera Vole for Ada Asks`; by its number where nobody is named or the name is out of sight."""
    page_address.open_record(record_id, casework.name_of(work_context(), record_id))
