"""What a page says when its address names no existing record, instead of showing another one or a list."""

import streamlit as st

from dashboard import elements, page_address


def stop_if_stray(page: str, title: str, *letters: str, sync: bool = False) -> None:
    """End the page here, with a link to its records, when its address names something that is no record of these kinds.

    `sync`: the address may name the time of a sync instead.
    """
    is_stray = page_address.stray(*letters)
    no_sync = sync and bool(st.query_params.get(page_address.SYNC)) and page_address.sync() is None
    if not is_stray and not no_sync:
        return
    st.title(title)
    elements.lead("There is no record with the number in this address. Was it copied whole?")
    page_address.link(page, f"{title}, without a number")
    st.stop()
