"""What a referral, a turn on a rota, a payment, a loan, a household on a list, a key and an accident may become."""

from community.tables.status_model import Status, StatusMachine
from community.tables.statuses import (
    AccidentStatus,
    DoorKeyStatus,
    HouseholdStatus,
    LoanStatus,
    PaymentStatus,
    ReferralStatus,
    ShiftStatus,
)

SUPPORT_MACHINES = (
    StatusMachine(
        "referrals",
        (ReferralStatus.SENT, ReferralStatus.ACKNOWLEDGED),
        frozenset({ReferralStatus.CLOSED}),
        {
            ReferralStatus.SENT: Status("passed on; nobody has answered", "coordinator", (ReferralStatus.ACKNOWLEDGED, ReferralStatus.CLOSED), ReferralStatus.ACKNOWLEDGED),
            ReferralStatus.ACKNOWLEDGED: Status("somebody has taken it up", "coordinator", (ReferralStatus.CLOSED,)),
            ReferralStatus.CLOSED: Status("over, with an outcome", "nobody"),
        },
    ),
    StatusMachine(
        "shifts",
        (ShiftStatus.PLANNED, ShiftStatus.FILLED),
        frozenset({ShiftStatus.MISSED, ShiftStatus.CANCELLED}),
        {
            ShiftStatus.PLANNED: Status("nobody has it yet", "coordinator", (ShiftStatus.FILLED, ShiftStatus.MISSED, ShiftStatus.CANCELLED)),
            ShiftStatus.FILLED: Status("somebody has it", "volunteer", (ShiftStatus.PLANNED, ShiftStatus.COVERED, ShiftStatus.MISSED, ShiftStatus.CANCELLED)),
            ShiftStatus.COVERED: Status("somebody stands in", "volunteer", (ShiftStatus.FILLED, ShiftStatus.MISSED, ShiftStatus.CANCELLED)),
            ShiftStatus.MISSED: Status("nobody came", "coordinator"),
            ShiftStatus.CANCELLED: Status("called off", "nobody"),
        },
    ),
    StatusMachine(
        "payments",
        (PaymentStatus.NOTED,),
        frozenset({PaymentStatus.SETTLED}),
        {
            PaymentStatus.NOTED: Status("somebody is out of pocket", "coordinator", (PaymentStatus.RECEIPT_SEEN, PaymentStatus.SETTLED), PaymentStatus.RECEIPT_SEEN),
            PaymentStatus.RECEIPT_SEEN: Status("the receipt was seen; pay it back", "director", (PaymentStatus.SETTLED,), PaymentStatus.SETTLED),
            PaymentStatus.SETTLED: Status("paid back", "nobody"),
        },
    ),
    StatusMachine(
        "loans",
        (LoanStatus.OUT,),
        frozenset({LoanStatus.BACK, LoanStatus.LOST}),
        {
            LoanStatus.OUT: Status("with the resident", "hub", (LoanStatus.BACK, LoanStatus.LOST)),
            LoanStatus.BACK: Status("came back", "nobody"),
            LoanStatus.LOST: Status("does not come back", "nobody", (LoanStatus.BACK,)),
        },
        frozenset({LoanStatus.OUT}),
    ),
    StatusMachine(
        "households",
        (HouseholdStatus.LISTED,),
        frozenset({HouseholdStatus.REFUSED, HouseholdStatus.MOVED, HouseholdStatus.JOINED}),
        {
            HouseholdStatus.LISTED: Status("nobody has tried yet", "hub", (HouseholdStatus.TRIED, HouseholdStatus.REACHED, HouseholdStatus.REFUSED, HouseholdStatus.MOVED, HouseholdStatus.JOINED)),
            HouseholdStatus.TRIED: Status("somebody tried and reached nobody", "hub", (HouseholdStatus.REACHED, HouseholdStatus.REFUSED, HouseholdStatus.MOVED, HouseholdStatus.JOINED)),
            HouseholdStatus.REACHED: Status("somebody spoke to them", "hub", (HouseholdStatus.REFUSED, HouseholdStatus.MOVED, HouseholdStatus.JOINED)),
            HouseholdStatus.REFUSED: Status("wants nothing from us, and is never rung again", "nobody"),
            HouseholdStatus.MOVED: Status("does not live there any more", "nobody"),
            HouseholdStatus.JOINED: Status("asked for help, or offers it, or was known already", "nobody"),
        },
    ),
    StatusMachine(
        "door_keys",
        (DoorKeyStatus.HELD,),
        frozenset({DoorKeyStatus.BACK, DoorKeyStatus.LOST}),
        {
            DoorKeyStatus.HELD: Status("we have it, or know it", "hub", (DoorKeyStatus.BACK, DoorKeyStatus.LOST)),
            DoorKeyStatus.BACK: Status("given back, or the code was changed", "nobody"),
            DoorKeyStatus.LOST: Status("nobody knows where it is", "coordinator", (DoorKeyStatus.BACK,)),
        },
        frozenset({DoorKeyStatus.HELD}),
    ),
    StatusMachine(
        "accidents",
        (AccidentStatus.WRITTEN_DOWN,),
        frozenset({AccidentStatus.CLOSED}),
        {
            AccidentStatus.WRITTEN_DOWN: Status("something is still to be done about it, or claimed", "coordinator", (AccidentStatus.CLOSED,)),
            AccidentStatus.CLOSED: Status("over; kept for as long as somebody may claim", "nobody", (AccidentStatus.WRITTEN_DOWN,)),
        },
        frozenset({AccidentStatus.WRITTEN_DOWN}),
    ),
)
