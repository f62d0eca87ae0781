"""ASGI middleware before Streamlit, in the same process: it gives every answer its security headers."""

import os
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

import streamlit as st

from dashboard import login_settings
from dashboard.front import admission, closed_page, content_policy
from dashboard.front.admission import RequestFacts, Verdict

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

HERE = frozenset({"127.0.0.1", "localhost", "::1"})


class Front:
    """Lets in the holder of this start's secret, or passes the request on to the login where there is one."""

    def __init__(self, app: App, *, framed: str = "'none'") -> None:
        """Stand before `app`. `framed` says which sites may frame its pages."""
        self._app = app
        self._framed = framed
        self._secret = os.environ.get(admission.SECRET, "")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or one web socket."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        asked = _asked(scope)
        if login_settings.configured():
            origin = login_settings.own_origin(st.secrets["auth"])
            verdict = admission.with_login(asked, origin)
            vouched = False
        else:
            only_here = st.get_option("server.address") in HERE
            verdict = admission.without_login(asked, secret=self._secret, only_here=only_here)
            origin = f"{asked.scheme}://{asked.every('host')[0].lower()}" if verdict == "in" else None
            vouched = verdict == "in"
        headers = content_policy.headers(origin, framed=self._framed)
        if asked.path == admission.HEALTH and not asked.socket and asked.method in ("GET", "HEAD"):
            verdict = "in"  # it says `ok` and nothing else, to `run` and to monitoring
        if verdict == "in":
            await self._app(_passed(scope, vouched=vouched), receive, _sending(send, headers))
        elif asked.socket:
            await send({"type": "websocket.close", "code": 1008})
        elif verdict == "take_cookie":
            await _answer(send, 303, b"", [*headers, *self._cookie(asked, scope)])
        else:
            await _refuse(send, verdict, headers)

    def _cookie(self, asked: RequestFacts, scope: Scope) -> content_policy.Headers:
        """The headers that set a cookie in exchange for the secret, and lead to the same page without the secret."""
        kept = [(name, value) for name, value in _query(scope) if name != admission.PARAMETER]
        # One slash at the front: two would lead to somebody else's address.
        path = "/" + quote(str(scope["path"]).lstrip("/\\"), safe="/")
        secure = "; Secure" if asked.scheme == "https" else ""
        value = f"{admission.cookie_name(asked.port)}={admission.cookie(self._secret)}"
        return [
            (b"location", (path + (f"?{urlencode(kept)}" if kept else "")).encode()),
            (b"set-cookie", f"{value}; HttpOnly; SameSite=Strict; Path=/{secure}".encode()),
            (b"cache-control", b"no-store"),
        ]


def front(*, framed: str = "'none'") -> list[Any]:
    """The middleware of the dashboard's app."""
    from starlette.middleware import Middleware

    return [Middleware(Front, framed=framed)]


def _asked(scope: Scope) -> RequestFacts:
    headers = tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"])
    shown = [value for name, value in _query(scope) if name == admission.PARAMETER]
    cookies: dict[str, str] = {}
    for name, value in headers:
        if name == "cookie":
            try:
                cookies |= {key: each.value for key, each in SimpleCookie(value).items()}
            except CookieError:
                continue
    base = "/" + str(st.get_option("server.baseUrlPath") or "").strip("/") + "/"
    path = "/" + str(scope["path"]).strip("/")
    return RequestFacts(
        socket=scope["type"] == "websocket",
        method=str(scope.get("method", "GET")),
        path=path.removeprefix(base.rstrip("/")) if path.startswith(base) else path,
        scheme="https" if scope["scheme"] in ("https", "wss") else "http",
        port=int((scope.get("server") or ("", 0))[1] or 0),
        peer=str((scope.get("client") or ("",))[0]),
        headers=headers,
        cookies=cookies,
        secret=shown[-1] if shown else None,
    )


def _query(scope: Scope) -> list[tuple[str, str]]:
    return parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)


def _passed(scope: Scope, *, vouched: bool) -> Scope:
    """The request as Streamlit gets it: with our own mark or none, whatever mark came from outside."""
    kept = [(name, value) for name, value in scope["headers"] if name.lower() != admission.VOUCHED]
    mark = [(admission.VOUCHED, admission.voucher())] if vouched else []
    return {**scope, "headers": kept + mark}


def _sending(send: Send, headers: content_policy.Headers) -> Send:
    names = {name for name, _ in headers}

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [(name, value) for name, value in message.get("headers", []) if name.lower() not in names]
            message = {**message, "headers": kept + headers}
        await send(message)

    return sent


async def _refuse(send: Send, verdict: Verdict, headers: content_policy.Headers) -> None:
    told = [(name, value) for name, value in headers if name != b"content-security-policy"]
    told.append((b"content-security-policy", closed_page.POLICY.encode()))
    told += [(b"content-type", b"text/html; charset=utf-8"), (b"cache-control", b"no-store")]
    await _answer(send, closed_page.status(verdict), closed_page.page(verdict), told)


async def _answer(send: Send, status: int, body: bytes, headers: content_policy.Headers) -> None:
    told = [*headers, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": told})
    await send({"type": "http.response.body", "body": body})
