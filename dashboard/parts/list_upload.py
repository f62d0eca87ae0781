"""The list that the director brings: what it holds, its file, and on which basis its people are kept."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import streamlit as st

from community.casework import WorkContext
from community.importing import KINDS, ImportPlan, NotAList, download, own_questions, plan_list
from community.tables.support_vocabulary import LAWFUL_BASES
from community.wording import first_upper, wording
from dashboard import elements
from dashboard.front import permit_upload
from dashboard.work_session import today

_PLAN, _TURN = "import-plan", "import-turn"
_FETCHED = "import-feed"
_ENDINGS = ["csv", "tsv", "txt", "xlsx", "xls", "ods", "json"]
_FEED = "Or the address of a feed of services"
_FEED_HELP = "Many councils publish theirs as Open Referral UK. The address often ends in /services."
_HEALTH = "The people in it agreed that we keep what is about their health"


@dataclass(frozen=True)
class ListAsked:
    """What the director chose. `data` is the file."""

    what: str
    file: str = field(repr=False)
    data: bytes = field(repr=False)
    basis: str | None
    health: bool
    turn: int
    delete_by: date | None = None

    @property
    def ready(self) -> bool:
        """Whether nothing is missing before it can be brought in."""
        kept_until = self.delete_by is not None or self.what != "households"
        return kept_until and (self.basis is not None or self.what == "pairs")


def asked() -> ListAsked | None:
    """Draw the boxes, and return what was chosen; None as long as there is no file."""
    turn = st.session_state.setdefault(_TURN, 0)
    permit_upload()
    left, right = st.columns(2, gap="medium")
    with left:
        what = st.selectbox("What does the list hold?", list(KINDS), format_func=first_upper)
    with right:
        basis = None
        if what != "pairs":
            basis = st.selectbox(
                "On which lawful basis do you keep these people?",
                LAWFUL_BASES,
                index=None,
                placeholder="Choose one",
                format_func=lambda code: first_upper(wording().lawful_basis[code]),
            )
    until = None
    if what == "households":
        tomorrow = today() + timedelta(days=1)
        until = st.date_input("On which day does the list go again?", None, tomorrow, tomorrow + timedelta(days=364),
                              format="DD/MM/YYYY")  # fmt: skip
        elements.lead("From that day on nobody sees these households, and the night removes them. Who said no stays, "
                      "with name, number and address alone, so that nobody rings them again.")  # fmt: skip
    file = st.file_uploader("The list: CSV or a workbook", type=_ENDINGS, key=f"import-file-{turn}")
    if file is None:
        return _feed(what, basis, turn) if what == "services" else None
    health = bool(KINDS[what].special) and st.checkbox(_HEALTH, key=f"import-health-{turn}")
    return ListAsked(what, file.name, file.getvalue(), basis, health, turn, until)


def _feed(what: str, basis: str | None, turn: int) -> ListAsked | None:
    """Draw the box for the address of a feed; return what it gave, fetched once for each address."""
    address = st.text_input(_FEED, key=f"import-feed-{turn}", help=_FEED_HELP).strip()
    if not address:
        return None
    known, data = st.session_state.get(_FETCHED, (None, b""))
    if known != address:
        try:
            with st.spinner("Fetching the feed. With many services this takes a minute or two …"):
                data = download(address)
        except NotAList as reason:
            elements.marks([str(reason)], "alarm")
            return None
        st.session_state[_FETCHED] = (address, data)
    return ListAsked(what, address, data, basis, health=False, turn=turn)


def planned(here: WorkContext, list_: ListAsked, chosen: dict[str, str], without: frozenset[int]) -> ImportPlan | None:
    """What would become of the list. It is worked out once for each choice; None, with the reason, for no list."""
    fields = {*KINDS[list_.what].fields, *own_questions(KINDS[list_.what].table, here.settings)}
    chosen = {header: field for header, field in chosen.items() if field in fields}
    key = (list_, tuple(sorted(chosen.items())), without, here.book.token())
    known, plan = st.session_state.get(_PLAN, (None, None))
    if known != key:
        try:
            with st.spinner("Reading the list and comparing it with the book …"):
                plan = plan_list(
                    here, list_.data, list_.file, list_.what,
                    columns=chosen, basis=list_.basis, health=list_.health, without=without,
                    delete_by=list_.delete_by,
                )  # fmt: skip
        except NotAList as reason:
            elements.marks([str(reason)], "alarm")
            return None
        st.session_state[_PLAN] = (key, plan)
    return plan  # type: ignore[no-any-return]


def next_list() -> None:
    """Empty the boxes for another list."""
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    for each in (_PLAN, _FETCHED):
        st.session_state.pop(each, None)
