"""The log of a service: one JSON object a line on standard error, with ids, counts and codes."""

import sys

import structlog


def in_lines() -> None:
    """Write the log in lines from now on."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        # Standard error as it is when something is written: it may have been put elsewhere since.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )
