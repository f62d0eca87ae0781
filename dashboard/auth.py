"""Who the user is: the holder of this start's secret, or a person on the list who has logged in. Nobody else."""

from datetime import timedelta
from typing import Any, Literal

import streamlit as st

from community.book import utc_now
from community.casework import User, listed_user, with_more
from community.settings import ListedPerson, Settings
from community.tables.roles import Duty, Role
from dashboard import login_settings
from dashboard.front import let_in

Why = Literal["open_to_all", "log_in", "login_unfinished", "list_unread", "not_on_the_list", "idle"]

HERE = frozenset({"127.0.0.1", "localhost", "::1"})
_ACTIVE = "active_at"
LOOK_AS = "look_as"
"""In the invented town: the key under which is kept as whom somebody looks."""


class Shut(Exception):
    """The user is not let in. `why` says which words to show; `more`, what has to be mended."""

    def __init__(self, why: Why, more: tuple[str, ...] = ()) -> None:
        """Keep the reason."""
        super().__init__(why)
        self.why = why
        self.more = more


def who(settings: Settings, *, invented: bool) -> User:
    """The user, checked anew at each run and at each click. Raises Shut.

    Without a login it is the director, who came with the secret of this start. With one, an address counts only when
    `people.toml` lists it. In the invented town anybody may look in another role.
    """
    user = _from_login(settings) if login_settings.configured() else _on_this_machine(settings)
    if invented and (role := st.session_state.get(LOOK_AS)):
        user = roles(settings).get(role, user)
    return with_more(settings, user)


def roles(settings: Settings) -> dict[str, User]:
    """The roles in which one may look at the invented town: code -> its user."""
    found = {"director": User(settings.community.director, Role.DIRECTOR)}
    for code, hub in settings.hubs.items():
        found[f"coordinator:{code}"] = User(f"Coordinator, {hub.name}", Role.COORDINATOR, code)
    found["call_handler"] = User("Call handler", Role.CALL_HANDLER)
    found["trustee"] = User("Trustee", Role.TRUSTEE)
    found["lead"] = User("Safeguarding lead", Role.CALL_HANDLER, safeguarding=Duty.LEAD)
    found["chair"] = User("Chair of the trustees", None, safeguarding=Duty.CHAIR)
    return found


def stirred() -> None:
    """Note that the user did something just now."""
    st.session_state[_ACTIVE] = utc_now()


def _idle(settings: Settings) -> bool:
    """Whether the user has done nothing for too long: a screen left alone shows names to passers-by."""
    last = st.session_state.get(_ACTIVE)
    return last is not None and utc_now() - last > timedelta(minutes=settings.community.sign_out_after_minutes)


def _on_this_machine(settings: Settings) -> User:
    """The director, if we listen on this machine only and the front has seen the secret. No header is trusted."""
    if st.get_option("server.address") not in HERE or not let_in(st.context.headers):
        raise Shut("open_to_all")
    # In a charity with one post the director may also be the lead, if the list of people says so.
    mine = next((p for p in settings.people if p.role == Role.DIRECTOR and p.name == settings.community.director), None)
    return User(settings.community.director, Role.DIRECTOR, safeguarding=mine.safeguarding if mine else None)


def _from_login(settings: Settings) -> User:
    if wrong := login_settings.mistakes(st.secrets["auth"]):
        raise Shut("login_unfinished", wrong)
    if not st.user.is_logged_in:
        raise Shut("log_in")
    if _idle(settings):
        raise Shut("idle")
    if settings.people_mistakes:
        raise Shut("list_unread", settings.people_mistakes)
    for person in settings.people:
        if _is(person, st.user.to_dict()):
            return listed_user(settings, person)
    raise Shut("not_on_the_list")


def _is(person: ListedPerson, account: dict[str, Any]) -> bool:
    """Whether this account is theirs.

    An address proves nothing unless the service says that it has checked it: `email_verified` must be the value true,
    not the word. Where a service never says so, the entry names the account itself (OpenID Connect Core 1.0, 5.7: only
    issuer and subject together identify a person for good).
    """
    if person.issuer and person.subject:
        return (account.get("iss"), account.get("sub")) == (person.issuer, person.subject)
    address = account.get("email")
    known = isinstance(address, str) and address.casefold() == person.email.casefold()
    return known and account.get("email_verified") is True
