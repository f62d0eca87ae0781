"""The password for the door: two plain words that the resident is told, and that the volunteer says when they come.

They are made from the id of the match with our key each time, and stored nowhere: whoever reads the book or the sheet
does not find them.
"""

import hashlib
import hmac

from community.links.signed_links import link_keys
from community.settings import Settings

_FIRST = (
    "amber", "apple", "autumn", "brown", "bright", "butter", "cherry", "clever", "copper", "cosy", "crisp", "early",
    "evening", "fresh", "garden", "gentle", "golden", "grand", "green", "happy", "harvest", "honest", "honey", "ivory",
    "jolly", "kind", "lemon", "lively", "little", "lucky", "maple", "mellow", "merry", "misty", "modest", "morning",
    "olive", "orange", "paper", "peach", "plain", "polite", "proud", "purple", "quiet", "ready", "round", "royal",
    "rustic", "silver", "simple", "smooth", "spring", "steady", "summer", "sunny", "tidy", "velvet", "violet", "warm",
    "winter", "wooden", "yellow", "young",
)  # fmt: skip
_SECOND = (
    "acorn", "anchor", "badger", "barley", "basket", "beacon", "biscuit", "blossom", "bridge", "button", "candle",
    "carrot", "castle", "clover", "cottage", "cushion", "daisy", "dolphin", "donkey", "feather", "fiddle", "forest",
    "fountain", "gander", "garland", "harbour", "hedgehog", "island", "kettle", "ladder", "lantern", "marble",
    "meadow", "mitten", "orchard", "otter", "parcel", "pebble", "pencil", "pepper", "pigeon", "pillow", "pocket",
    "puffin", "rabbit", "ribbon", "river", "robin", "saddle", "shepherd", "sparrow", "spoon", "stable", "teapot",
    "thimble", "thistle", "timber", "trumpet", "turnip", "valley", "walnut", "wagon", "willow", "window",
)  # fmt: skip


def door_word(settings: Settings, match_id: str) -> str | None:
    """The two words of this match, the same each time; None where no key of ours lasts. Raises BadKey.

    Where the disk forgets, its key would be another after each start: without SECRET_KEY there is none.
    """
    if settings.kept_in_sheet and settings.secret_key is None:
        return None
    key = link_keys(settings)[0].encode()
    digest = hmac.digest(key, f"door:{match_id}".encode(), hashlib.sha256)
    return f"{_FIRST[digest[0] % len(_FIRST)]} {_SECOND[digest[1] % len(_SECOND)]}"
