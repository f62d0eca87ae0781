"""The words that columns may hold about services, sessions, referrals, money, lists of households, keys and accidents."""

from enum import StrEnum

from community.tables.statuses import (
    AccidentStatus,
    BookingStatus,
    DoorKeyStatus,
    EnquiryStatus,
    HouseholdStatus,
    LoanStatus,
    PaymentStatus,
    ReferralStatus,
    SessionStatus,
    ShiftStatus,
    plain,
)


class ServiceKind(StrEnum):
    """What an entry of the directory is."""

    SERVICE = "service"
    GROUP = "group"
    SHOP = "shop"
    WARM_PLACE = "warm_place"
    MEMBER_OFFER = "member_offer"


class SessionKind(StrEnum):
    """What a session is."""

    TRAINING = "training"
    INDUCTION = "induction"
    EVENT = "event"


class ReferralKind(StrEnum):
    """What a referral asks for."""

    SERVICE = "service"
    GRANT = "grant"
    HUB = "hub"
    """Another hub of ours takes it over."""


class AgreedBy(StrEnum):
    """Who agreed that somebody's details are passed on: a relative without authority can't."""

    THEMSELVES = "themselves"
    ATTORNEY = "attorney"
    DEPUTY = "deputy"
    BEST_INTERESTS = "best_interests"
    """They can't decide it themselves and nobody may for them: decided in their best interests."""


class MayTell(StrEnum):
    """What a service may be told besides the name and what it is for."""

    TELEPHONE = "telephone"
    EMAIL = "email"
    ADDRESS = "address"
    LANGUAGES = "languages"
    ACCESS_NEEDS = "access_needs"


class PaymentKind(StrEnum):
    """What a payment is."""

    SHOPPING_MONEY = "shopping_money"
    EXPENSES = "expenses"


class LawfulBasis(StrEnum):
    """By what right we have a list of households."""

    CONSENT = "consent"
    LEGITIMATE_INTERESTS = "legitimate_interests"
    PUBLIC_TASK = "public_task"
    VITAL_INTERESTS = "vital_interests"


class RoundWay(StrEnum):
    """How a round reaches households."""

    CALL = "call"
    LEAFLET = "leaflet"


class DoorKeyKind(StrEnum):
    """What opens somebody's door."""

    KEY = "key"
    KEY_SAFE = "key_safe"


class AccidentKind(StrEnum):
    """What kind of accident it was."""

    FALL = "fall"
    DOG_BITE = "dog_bite"
    ROAD = "road"
    ANOTHER_KIND = "another_kind"


class AtRiskIn(StrEnum):
    """When somebody wants to be rung, because they may be in trouble."""

    SNOW = "snow"
    HEAT = "heat"
    POWER_CUT = "power_cut"


class TalksThrough(StrEnum):
    """Through what a conversation with somebody goes."""

    INTERPRETER = "interpreter"
    THREE_WAY_CALL = "three_way_call"
    SIGN_LANGUAGE = "sign_language"
    TEXT_RELAY = "text_relay"


ROLE_OF = "extra.organisation"
"""The organisation that a volunteering role is at, as the form was told it; a signatory it is linked to goes before."""
UNTIL = "extra.until"
"""The last day of what a member would share; other words where no day could be read."""
SORT = "extra.sort"
"""What sort of thing it is that a member would share."""
HELPS_WITH = "extra.helps_with"
"""The added answer that says on the pages of which kinds of help a service stands: groups of task types."""
SERVICE_KINDS = plain(ServiceKind)
SESSION_KINDS = plain(SessionKind)
REFERRAL_KINDS = plain(ReferralKind)
AGREED_BY = plain(AgreedBy)
MAY_TELL = plain(MayTell)
PAYMENT_KINDS = plain(PaymentKind)
LAWFUL_BASES = plain(LawfulBasis)
ROUND_WAYS = plain(RoundWay)
ENQUIRY = plain(EnquiryStatus)
SESSION = plain(SessionStatus)
BOOKING = plain(BookingStatus)
REFERRAL = plain(ReferralStatus)
SHIFT = plain(ShiftStatus)
PAYMENT = plain(PaymentStatus)
LOAN = plain(LoanStatus)
HOUSEHOLD = plain(HouseholdStatus)
DOOR_KEY_KINDS = plain(DoorKeyKind)
ACCIDENT_KINDS = plain(AccidentKind)
AT_RISK_IN = plain(AtRiskIn)
TALKS_THROUGH = plain(TalksThrough)
DOOR_KEY = plain(DoorKeyStatus)
ACCIDENT = plain(AccidentStatus)
