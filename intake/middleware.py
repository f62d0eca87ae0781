"""The outermost layer: it adds security headers to every answer, and keeps people's words out of errors and logs."""

import traceback

import structlog
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from intake.security_headers import COMMON, NO_STORE, Headers

_log = structlog.get_logger(__name__)


def apology(page: bytes) -> Response:
    """The answer after a fault of ours: this page, which is not cached and loads nothing."""
    policy = [(b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'")]
    answer = Response(page, 500, media_type="text/html")
    answer.raw_headers += [*policy, *NO_STORE]
    return answer


class Guard:
    """Wraps the application. `sorry` is the page for faults: ready-made, so that nothing can go wrong with it."""

    def __init__(self, app: ASGIApp, *, headers: Headers, sorry: bytes) -> None:
        """Add `headers` to those that every answer gets."""
        self._app, self._headers, self._sorry = app, COMMON + headers, sorry

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on requests and start-up; drop everything else (there are no web sockets here)."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                own = list(message.get("headers", []))
                names = {name for name, _ in own}  # a page may be stricter than all others
                message["headers"] = [*own, *(each for each in self._headers if each[0] not in names)]
            await send(message)

        try:
            await self._app(scope, receive, guarded)
        except Exception as error:  # noqa: BLE001 (the last stop: what was posted must not reach a log by way of a message)
            # Neither the error's message nor the address is logged: either may hold what somebody typed.
            place = traceback.extract_tb(error.__traceback__)[-1]
            _log.error("fault", kind=type(error).__name__, line=f"{place.name}:{place.lineno}")
            if not begun:
                await apology(self._sorry)(scope, receive, guarded)
