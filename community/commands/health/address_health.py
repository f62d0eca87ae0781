"""The public address: whether the forms know it, so that no browser is taken for another site's."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from community.commands.health import HealthFinding
from community.settings import Settings

_HERE = {"localhost", "127.0.0.1", "::1"}


def look(settings: Settings) -> Iterator[HealthFinding]:
    """What PUBLIC_URL and TRUSTED_PROXY say together."""
    address = urlsplit(settings.public_url or "")
    if settings.public_url is None and settings.trusted_proxy:
        words = (
            "There is a proxy, and no PUBLIC_URL. Set it to the address that people type. Unless the proxy passes on "
            "Host or X-Forwarded-Host, older browsers can't send a form."
        )
        yield HealthFinding("public address", "think", words)
    elif settings.public_url is None:
        words = "None is set. Before others than you use the site, set PUBLIC_URL to the address that they type."
        yield HealthFinding("public address", "well", words)
    elif address.scheme != "https" and address.hostname not in _HERE:
        words = "It has no https, so others can read along what people write. Put a proxy with a certificate in front."
        yield HealthFinding("public address", "think", words)
    else:
        yield HealthFinding("public address", "well", "The pages name it, and forms from it are taken.")
