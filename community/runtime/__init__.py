"""Parts that all our programs share: opening the book, reading keys, starting processes and stopping them.

Each subject is a module of its own, so importing one for signals does not load a database.
"""

__all__ = [
    "backup_keys", "backups", "book_opening", "child_processes", "duty_jobs", "duty_watch", "erased_list", "erasing",
    "error_boundary", "error_codes", "job_desk", "job_handlers", "leftovers", "past_keeping_time",
    "ports", "secret_keys", "service_log", "site_refresh", "stop_signals",
]  # fmt: skip
