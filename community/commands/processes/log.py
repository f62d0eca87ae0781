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
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
