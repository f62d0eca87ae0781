"""What every program of ours is put together from: opening the book, reading keys, starting processes, stopping them.

Each subject is a module of its own, so that whoever asks for a signal does not wait for a database.
"""

__all__ = [
    "backups",
    "book_opening",
    "child_processes",
    "erased_list",
    "error_boundary",
    "ports",
    "secret_keys",
    "service_log",
    "site_refresh",
    "stop_signals",
]
