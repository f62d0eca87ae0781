"""Who is at the door: one person on their own machine, or somebody on the list who has logged in. Nobody else."""

from typing import Literal

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from community.casework import User
from community.settings import Settings

Why = Literal["open_to_all", "log_in", "not_on_the_list"]

HERE = frozenset({"127.0.0.1", "localhost", "::1"})
LOOK_AS = "look_as"
"""In the invented town: the key under which is kept as whom somebody looks."""


class Shut(Exception):
    """The door stays shut; `why` says which words to show."""

    def __init__(self, why: Why) -> None:
        """Keep the reason."""
        super().__init__(why)
        self.why = why


def who(settings: Settings, *, invented: bool) -> User:
    """Who decides here, asked anew at each run and at each click. Raises Shut.

    Without a login it is the director, on a machine that nobody else can reach. With one, an address counts only when
    `people.toml` lists it. In the invented town anybody may look with another role's eyes.
    """
    user = _from_login(settings) if login_configured() else _on_this_machine(settings)
    if invented and (role := st.session_state.get(LOOK_AS)):
        return roles(settings).get(role, user)
    return user


def roles(settings: Settings) -> dict[str, User]:
    """The roles to look as in the invented town: code -> who that is."""
    found = {"director": User(settings.community.director, "director")}
    for code, hub in settings.hubs.items():
        found[f"coordinator:{code}"] = User(f"Coordinator, {hub.name}", "coordinator", code)
    return found | {"call_handler": User("Call handler", "call_handler")}


def login_configured() -> bool:
    """Whether `.streamlit/secrets.toml` holds a login (`[auth]`)."""
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return False


def _on_this_machine(settings: Settings) -> User:
    """The director, when only this machine can reach us: where we listen, and by which name we were called."""
    called = (st.context.headers.get("Host") or "localhost").rsplit(":", 1)[0].strip("[]")
    if st.get_option("server.address") not in HERE or called not in HERE:
        raise Shut("open_to_all")
    return User(settings.community.director, "director")


def _from_login(settings: Settings) -> User:
    if not st.user.is_logged_in:
        raise Shut("log_in")
    address = str(st.user.get("email") or "").casefold()
    if not address or st.user.get("email_verified") is False:
        raise Shut("not_on_the_list")
    for person in settings.people:
        if person.email.casefold() == address:
            return User(person.name, person.role, person.hub)
    raise Shut("not_on_the_list")
