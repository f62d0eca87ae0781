"""The words that replace `%telephone%`, `%promise%` and the like on public pages, from the settings."""

from community.settings.settings_model import Community
from community.wording import say, spoken


def public_words(community: Community) -> dict[str, str]:
    """By name, the words for `extra.hub` of the site. A page writes `%NAME%` for them, in its front matter too."""
    return {
        "name": community.name,
        "place": community.place,
        "run_by": community.run_by,
        # `3SG, the B&NES Third Sector Group`: what stands before the comma is how people call it.
        "run_by_short": community.run_by.split(", ")[0],
        "director": community.director,
        "telephone": community.telephone,
        "dial": community.telephone.replace(" ", ""),
        "email": community.email,
        "media_email": community.media_email,
        "social": community.social,
        "hashtag": community.hashtag,
        "opening": say(community.opening),
        "promise": say("within {time}", time=spoken(community.promise_working_days, "working_day")),
        "urgent": say("within {time}", time=spoken(community.urgent_hours, "hour")),
    }
