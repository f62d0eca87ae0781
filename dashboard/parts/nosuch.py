"""What a page says when the address names a record that there is not: never the first that comes, nor a list."""

import streamlit as st

from dashboard import address, plain


def stop_if_stray(page: str, title: str, *letters: str) -> None:
    """End the page here when its address names no record of these kinds, with the way to those that there are."""
    if not address.stray(*letters):
        return
    st.title(title)
    plain.lead("There is no record with the number in this address. Was it copied whole?")
    address.link(page, f"{title}, without a number")
    st.stop()
