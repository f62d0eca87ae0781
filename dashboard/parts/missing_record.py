"""What a page says when the address names a record that there is not: never the first that comes, nor a list."""

import streamlit as st

from dashboard import elements, page_address


def stop_if_stray(page: str, title: str, *letters: str, sync: bool = False) -> None:
    """End the page here when its address names no record of these kinds, with the way to those that there are.

    `sync`: it may name the time of a sync as well.
    """
    is_stray = page_address.stray(*letters)
    no_sync = sync and bool(st.query_params.get(page_address.SYNC)) and page_address.sync() is None
    if not is_stray and not no_sync:
        return
    st.title(title)
    elements.lead("There is no record with the number in this address. Was it copied whole?")
    page_address.link(page, f"{title}, without a number")
    st.stop()
