"""What a form's page says when what was sent is not taken, or can't be kept now: in words, with whom to ring."""

from markupsafe import Markup

from community.forms import Problem, say_html
from community.settings import Community
from community.wording import later, say, spoken
from intake.confirmation_page import SHOWN_FOR

_REFUSED = {
    403: (
        later("Please fill in the form on our own page"),
        later("This came to us from another website, so we have not kept it."),
    ),
    408: (
        later("That took too long to arrive"),
        later("Nothing was kept. Go back, and your answers are still there. Try again, or ring us."),
    ),
    410: (
        later("This page is no longer shown"),
        later(
            "It is there for {time} after you send a form. Did you see a reference? Then we have what you sent. Ring "
            "us, and say your reference if you have it."
        ),
    ),
    413: (
        later("That is too long for this form"),
        later("Nothing was kept. Go back, and your answers are still there. Shorten the longest, or ring us."),
    ),
    415: (
        later("We can’t read that"),
        later("Nothing was kept. Please use the form on this page, or ring us."),
    ),
    429: (
        later("Please ring us"),
        later("Very many forms come from your connection just now, so this page has stopped taking them."),
    ),
    503: (
        later("No copy is sent yet"),
        later("We have your form. But we can’t send a copy at this moment. Go back, and try again in a minute."),
    ),
}
_NOT_SENT = {
    409: later(
        "These answers were sent to us before, and then erased from our records. To send them again, press “Try "
        "again”. Or ring us: {telephone}."
    ),
    500: later(
        "Something in these answers can’t be saved, and that is our fault. Nothing was kept. Please ring us: "
        "{telephone}. Your answers are still here, to read out."
    ),
    503: later(
        "We can’t save anything at this moment. Your answers are still here. Wait a minute and press “Try again”, or "
        "ring us: {telephone}."
    ),
}


def refused_html(status: int, community: Community) -> tuple[str, str]:
    """The heading, and the page as HTML, that answer a post or an address with this status."""
    title, words = _REFUSED[status]
    number = Markup("<strong>{}</strong>").format(community.telephone)
    ring = say_html("Ring {telephone}, {opening}.", telephone=number, opening=say_html(community.opening))
    told = say_html(words, time=spoken(SHOWN_FOR.days, "day"))
    html = Markup(
        '<div class="cc-callout" role="alert"><p>{}</p><p>{}</p></div><p><a href="./">{}</a></p>'
    ).format(told, ring, say_html("Open the form"))  # fmt: skip
    return say(title), str(html)


def not_sent(status: int, community: Community) -> Problem:
    """What stands above somebody's answers when they could not be kept, for a reason with this status."""
    return Problem(say("This is not sent yet"), say(_NOT_SENT[status], telephone=community.telephone))
