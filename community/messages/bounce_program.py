"""Says whether a mail on standard input is a report that something did not arrive: `hard`, `soft` or nothing.

It is run as a program of its own (`returned_mail`), with the seconds that it may take, because anybody may send us
anything and some of the library's patterns need years for words made for that. So it imports nothing of ours.
"""

import contextlib
import email
import sys

from flufl.bounce import all_failures


def main() -> None:
    """Read the mail and say it."""
    seconds = int(sys.argv[1])
    with contextlib.suppress(ImportError):  # on Windows whoever started it ends it
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    sys.stdout.write(verdict(sys.stdin.buffer.read()))


def verdict(raw: bytes) -> str:
    """What the mail says of the address: nothing ever arrives there (`hard`), not now (`soft`), or nothing."""
    try:
        later, never = all_failures(email.message_from_bytes(raw))
    except Exception:  # noqa: BLE001 (the library's readers are many, and none of them expects just anything)
        return ""
    return "hard" if never else "soft" if later else ""


if __name__ == "__main__":
    main()
