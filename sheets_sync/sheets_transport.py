"""One request to the spreadsheet's service: sent, waited for with patience, and answered or refused in our words.

gspread makes the requests; this is the part of it that sends them. Its own patience repeats writes that may have been
done, knows no end, and can't wait on another clock than the machine's.
"""

import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

import gspread
import requests
import structlog
import tenacity
from google.auth import exceptions as auth
from google.auth.transport.requests import AuthorizedSession
from urllib3.exceptions import NewConnectionError

from sheets_sync.refusal_words import answer_of, gave_up, is_quota, key_refused, named, refusal, sayable
from sheets_sync.spreadsheet_access import SpreadsheetAccess
from sheets_sync.sync_errors import Unsure

PATIENCE = 300.0
"""Seconds after which a request that only meets passing trouble is given up."""
TIMEOUT = (10.0, 185.0)
"""Seconds to connect, and between two pieces of an answer. Google itself takes no more than 180."""
_GOOGLE = "https://sheets.googleapis.com"
_log = structlog.get_logger(__name__)


class _Passing(Exception):
    """Trouble that may pass. Its one argument is the kind of trouble: quota, trouble, distance."""


class Transport(gspread.HTTPClient):
    """gspread's client, with time-outs, patience and our words.

    Reads are tried again after any passing trouble. A write is sent again only when it is certain that it was not
    done: nothing had been sent yet, or the answer was 429. Everything else about it raises Unsure, at once.
    """

    def __init__(
        self,
        connection: SpreadsheetAccess,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        timeout: tuple[float, float] = TIMEOUT,
    ) -> None:
        """Open no connection yet. Raises NotConnected when the key is damaged."""
        session = AuthorizedSession(connection.credentials())  # type: ignore[no-untyped-call] # untyped in google-auth
        session.max_redirects = 0  # the API redirects nobody; what does is not the API
        session.trust_env = connection.root is None  # a proxy has no business between two programs on one machine
        super().__init__(connection.credentials(), session)
        self.set_timeout(timeout)
        self.calls: Counter[str] = Counter()
        """Requests sent, those sent again included: "read" and "write", as Google counts them."""
        self._connection, self._sleep, self._clock = connection, sleep, clock

    def request(
        self,
        method: str,
        endpoint: str,
        params: Any = None,
        data: bytes | None = None,
        json: Any = None,
        files: Any = None,
        headers: Any = None,
    ) -> requests.Response:
        """The service's answer, which is JSON. Raises SheetFault: see the classes in `sync_errors`."""
        kind = "read" if method == "get" else "write"
        url = endpoint.replace(_GOOGLE, self._connection.root or _GOOGLE, 1)
        ends = self._clock() + PATIENCE
        patience = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(_Passing),
            # Never longer than the quota's minute; what is added by chance keeps two machines from going in step.
            wait=tenacity.wait_exponential_jitter(initial=1, max=60, jitter=4),
            stop=lambda state: self._clock() + state.upcoming_sleep > ends,
            sleep=self._sleep,
            before_sleep=partial(_tell, kind),
            reraise=True,
        )
        what = {"params": params, "data": data, "json": json, "files": files, "headers": headers}
        try:
            return patience(self._once, kind, method=method, url=url, **what)
        except _Passing as trouble:
            raise gave_up(str(trouble)) from None

    def _once(self, kind: str, **what: Any) -> requests.Response:
        self.calls[kind] += 1
        try:
            response: requests.Response = self.session.request(timeout=self.timeout, **what)
            if response.ok and _is_an_object(response.content):
                return response
        except auth.RefreshError as error:
            if error.retryable:
                raise _Passing("trouble") from None
            raise key_refused(error) from None
        except auth.TransportError:  # on the way to a token: of the request itself nothing was sent
            raise _Passing("distance") from None
        except auth.GoogleAuthError:
            raise key_refused() from None
        except requests.RequestException as error:
            if kind == "read" or _was_not_sent(error):
                raise _Passing("distance") from None
            raise _unsure() from None
        return self._judged(kind, response, what["json"])

    def _judged(self, kind: str, response: requests.Response, sent: Any) -> requests.Response:
        """Raise what an answer stands for that is not the one hoped for."""
        if is_quota(response):
            raise _Passing("quota")
        if 400 <= response.status_code < 500 and response.status_code not in (408, 409):
            message = str(answer_of(response).get("message", ""))
            asked = named(message, sent)[1] or kind
            _log.warning("sheet_refused", status=response.status_code, asked=asked, says=sayable(message))
            raise refusal(response, self._connection.address, read=kind == "read", sent=sent)
        if kind == "read":
            raise _Passing("trouble")
        raise _unsure()


def _is_an_object(content: bytes) -> bool:
    """Whether it looks like a JSON object, seen at its ends: a long answer is not read twice."""
    return content[:1] == b"{" and content.rstrip()[-1:] == b"}"


def _was_not_sent(error: requests.RequestException) -> bool:
    """Whether no connection came about. When one breaks off, nobody knows what was done before."""
    reason = getattr(error.args[0] if error.args else None, "reason", None)
    return isinstance(error, requests.exceptions.ConnectTimeout) or isinstance(reason, NewConnectionError)


def _unsure() -> Unsure:
    return Unsure(
        "Google did not say whether it has written. Nothing is sent again before the spreadsheet was read again."
    )


def _tell(kind: str, state: tenacity.RetryCallState) -> None:
    why = str(state.outcome.exception()) if state.outcome else ""
    seconds = round(state.upcoming_sleep, 1)
    _log.info("sheet_waits", call=kind, why=why, attempt=state.attempt_number, seconds=seconds)
