"""What a message, a newsletter's reader, people's words and a complaint may become."""

from community.tables.status_model import Status, StatusMachine
from community.tables.statuses import ComplaintStatus, FeedbackStatus, MessageStatus, SubscriberStatus

MESSAGE_MACHINES = (
    StatusMachine(
        "subscribers",
        (SubscriberStatus.ASKED,),
        frozenset({SubscriberStatus.LEFT}),
        {
            SubscriberStatus.ASKED: Status("asked for it; the address is not confirmed", "nobody", (SubscriberStatus.CONFIRMED, SubscriberStatus.LEFT)),
            SubscriberStatus.CONFIRMED: Status("gets the newsletter", "nobody", (SubscriberStatus.LEFT,)),
            SubscriberStatus.LEFT: Status("wants no more", "nobody"),
        },
        frozenset({SubscriberStatus.CONFIRMED}),
    ),
    StatusMachine(
        "messages",
        (MessageStatus.QUEUED, MessageStatus.BY_HAND),
        frozenset({MessageStatus.SENT, MessageStatus.BOUNCED, MessageStatus.WITHDRAWN}),
        {
            MessageStatus.QUEUED: Status("goes by itself", "machine", (MessageStatus.BY_HAND, MessageStatus.SENT, MessageStatus.BOUNCED, MessageStatus.UNKNOWN, MessageStatus.WITHDRAWN)),
            MessageStatus.BY_HAND: Status("somebody sends it, says it or prints it", "hub", (MessageStatus.SENT, MessageStatus.WITHDRAWN)),
            MessageStatus.SENT: Status("went", "nobody", (MessageStatus.BOUNCED, MessageStatus.WITHDRAWN)),
            MessageStatus.BOUNCED: Status("did not arrive: ring them", "hub"),
            MessageStatus.UNKNOWN: Status("nobody knows whether it went: ask them, or send it again", "hub", (MessageStatus.QUEUED, MessageStatus.BY_HAND, MessageStatus.SENT, MessageStatus.BOUNCED, MessageStatus.WITHDRAWN)),
            MessageStatus.WITHDRAWN: Status("is not sent any more, or was taken back after it had gone", "nobody"),
        },
    ),
    StatusMachine(
        "feedback",
        (FeedbackStatus.GIVEN,),
        frozenset({FeedbackStatus.WITHDRAWN}),
        {
            FeedbackStatus.GIVEN: Status("read it", "coordinator", (FeedbackStatus.MAY_PUBLISH, FeedbackStatus.WITHDRAWN)),
            FeedbackStatus.MAY_PUBLISH: Status("they agree that it is printed", "director", (FeedbackStatus.PUBLISHED, FeedbackStatus.WITHDRAWN)),
            FeedbackStatus.PUBLISHED: Status("printed on the site", "nobody", (FeedbackStatus.WITHDRAWN,)),
            FeedbackStatus.WITHDRAWN: Status("not printed any more", "nobody"),
        },
        frozenset({FeedbackStatus.PUBLISHED}),
    ),
    StatusMachine(
        "complaints",
        (ComplaintStatus.RECEIVED,),
        frozenset({ComplaintStatus.CLOSED}),
        {
            ComplaintStatus.RECEIVED: Status("say that we have it", "director", (ComplaintStatus.ACKNOWLEDGED,), ComplaintStatus.ACKNOWLEDGED),
            ComplaintStatus.ACKNOWLEDGED: Status("they know that we have it; answer it", "director", (ComplaintStatus.CLOSED,)),
            ComplaintStatus.CLOSED: Status("answered", "nobody", (ComplaintStatus.ACKNOWLEDGED,)),
        },
        frozenset({ComplaintStatus.RECEIVED, ComplaintStatus.ACKNOWLEDGED}),
    ),
)
