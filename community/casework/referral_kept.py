"""What is kept of somebody passed on to a service, and whether an email with it may still leave."""

from community.book import Reader
from community.identity import folded_words
from community.tables.ids import derive
from community.tables.row_types import ContactRow, ReferralRow, ResidentRow, ServiceRow
from community.tables.statuses import ListingStatus, ReferralStatus
from community.tables.vocabulary import YesNo

_SHORTEST = 4
"""Letters and digits of the shortest postcode that is looked for in words."""
_SETTLED = "This has been answered or closed since, so it is not to be sent any more."
_GONE = "They have died or moved away since, so this is not to be sent any more."
_WITHDRAWN = "The service is not in the directory any more, so this is not to be sent."
_PROTECTED = "Their address has been protected since, and it stands in this: it is not to be sent any more."


def told_id(referral_id: str) -> str:
    """The id of the entry that keeps what a service was told."""
    return derive("C", "referral", referral_id)


def referral_told(reader: Reader, referral_id: str) -> str | None:
    """What the service was told, as it is kept."""
    row = reader.get(ContactRow, told_id(referral_id))
    return row.words if row is not None else None


def is_protected(resident: ResidentRow) -> bool:
    """Whether the address of this resident is protected."""
    return resident.protected_address == YesNo.YES


def names_home(resident: ResidentRow, words: str) -> bool:
    """Whether these words hold the postcode, or most of the address."""
    said = "".join(folded_words(words))
    places = [resident.postcode, *(resident.address or "").splitlines()[:1]]
    return any(form in said for place in places if len(form := "".join(folded_words(place or ""))) > _SHORTEST)


def why_referral_not_sent(reader: Reader, referral_id: str) -> str | None:
    """Why an email that passes somebody on is not to leave any more, in words; None where it may."""
    referral = reader.get(ReferralRow, referral_id)
    if referral is None or referral.status != ReferralStatus.SENT:
        return _SETTLED
    resident = reader.get(ResidentRow, referral.resident_id or "")
    if resident is None or resident.died_on is not None or resident.moved_on is not None:
        return _GONE
    service = reader.get(ServiceRow, referral.service_id or "")
    if service is None or service.status != ListingStatus.APPROVED:
        return _WITHDRAWN
    home = is_protected(resident) and names_home(resident, referral_told(reader, referral_id) or "")
    return _PROTECTED if home else None
