"""Checks of the login's settings: it opens nothing unless it is filled in and has a key that nobody can guess."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from community.settings import NO_KEY, SHORTEST_KEY

NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
PLACEHOLDERS = ("...", "another long random text", "a long random text", "your.address", "your-app.streamlit.app")
"""What the examples say where one's own value belongs."""


def configured() -> bool:
    """Whether `.streamlit/secrets.toml` holds a login (`[auth]`)."""
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return False


def mistakes(auth: Mapping[str, Any]) -> tuple[str, ...]:
    """What is wrong with `[auth]`, in words without its values; empty when it may be used."""
    return tuple(f"[auth] {name}: {words}" for name in NEEDED if (words := _wrong(name, auth.get(name))))


def own_origin(auth: Mapping[str, Any]) -> str | None:
    """The origin under which browsers see the dashboard (`https://hub.example`), if the login names it; else None."""
    parts = urlsplit(str(auth.get("redirect_uri", "")))
    return f"{parts.scheme}://{parts.netloc}".lower() if parts.scheme in ("http", "https") and parts.netloc else None


def _wrong(name: str, value: object) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return "missing"
    if any(each in value for each in PLACEHOLDERS):
        return "still the example’s"
    if name == "cookie_secret" and len(value) < SHORTEST_KEY:
        return NO_KEY
    if name == "redirect_uri" and own_origin({name: value}) is None:
        return "has to be the dashboard’s whole address, followed by /oauth2callback"
    return None
