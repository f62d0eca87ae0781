"""How often a volunteer's link opened name and address, for those who see the match."""

from datetime import datetime

from community.book.read_log import reads_of_records
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.tables.canonical import moment
from community.tables.message_codes import ReadKind
from community.tables.row_types import MatchRow


def details_read(context: WorkContext, match_id: str) -> list[datetime]:
    """When name and address were shown behind the link of this match, the latest first. Raises NotFound."""
    with looking(context) as visible:
        visible.get(MatchRow, match_id)
        found = reads_of_records(visible.reader.connection, [match_id])
    return [moment(row.at) for row in found if row.what == ReadKind.DETAILS]
