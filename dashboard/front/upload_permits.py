"""Which browser sessions may upload a file just now: those to which the page has shown the box for it.

Streamlit takes uploads from anybody with a session, logged in or not. Here a session is let through only after the page
was drawn in it for a user who may bring in a list, and not for long.
"""

import threading
import time

from streamlit.runtime.scriptrunner import get_script_run_ctx

UPLOADS = "/_stcore/upload_file"
_SECONDS = 3_600.0
_permits: dict[str, float] = {}
_lock = threading.Lock()


def permit_upload() -> None:
    """Let the session of this run upload, for an hour from now. Nothing happens outside a run."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is not None:
        with _lock:
            now = time.monotonic()
            for session in [each for each, until in _permits.items() if until < now]:
                del _permits[session]
            _permits[context.session_id] = now + _SECONDS


def may_upload(path: str) -> bool:
    """Whether this path is the upload of a session that may do so."""
    session = path.removeprefix(f"{UPLOADS}/").partition("/")[0] if path.startswith(f"{UPLOADS}/") else ""
    with _lock:
        return _permits.get(session, 0.0) >= time.monotonic()
