"""What the director does about what the site prints: a service, an organisation; one step after the other."""

from collections.abc import Callable

import community.casework as cw


def steps_of_an_entry(director: cw.WorkContext, service: str, organisation: str) -> dict[str, Callable[[], object]]:
    """By verb, each step about a service and an organisation that were offered, and about a new service."""
    return {
        "add_service": lambda: cw.add_service(director, {"name": "The Minibus", "kind": "service"}, ["lifts"]),
        "approve_service": lambda: cw.approve_service(director, service),
        "check_service": lambda: cw.check_service(director, service),
        "withdraw_service": lambda: cw.withdraw_service(director, service, seen="approved"),
        "approve_organisation": lambda: cw.approve_organisation(director, organisation),
        "withdraw_organisation": lambda: cw.withdraw_organisation(director, organisation, seen="approved"),
    }
