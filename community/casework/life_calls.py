"""The words of the calls that what happens in a life puts on Today. Nobody is named in them."""

(
    AWAY_TOLD, AWAY_OVER, ANIMALS, HOME_TODAY, HOME_NEXT_DAY, HOME_THIRD_DAY, NOT_SEEN, ACCIDENT, INTO_A_HOME, CARER,
    CARER_DOWN, LIMITS, WHOEVER_ANSWERED, GOODBYE, END_DAY, IS_ILL, NOT_HEARD, COVER, DRIVES_NOT, BUDDY, UNABLE, WAITS,
    ROUND_SNOW, ROUND_HEAT, ROUND_POWER, PARTED, KEY_LOST, KEY_LOST_DIED, KEY_WITH_THEM, ACCIDENT_DIED, BEREAVED,
    LIVE_ELSEWHERE, CARER_GONE,
) = (
    "away_told", "away_over", "animals", "home_today", "home_next_day", "home_third_day", "not_seen", "accident",
    "into_a_home", "carer", "carer_down", "limits", "whoever_answered", "goodbye", "end_day", "is_ill", "not_heard",
    "cover", "drives_not", "buddy", "unable", "waits", "round_snow", "round_heat", "round_power", "parted",
    "key_lost", "key_lost_died", "key_with_them", "accident_died", "bereaved", "live_elsewhere", "carer_gone",
)  # fmt: skip
LIFE_WORDS = {
    AWAY_TOLD: "Whom they help is away for a while, and nobody goes there meanwhile. Ring and tell them until when",
    AWAY_OVER: "The day has come until which they were away. Ring and ask how they are, and whether help goes on",
    ANIMALS: "They are away, and animals live with them. Ask who feeds and walks these meanwhile",
    HOME_TODAY: "They come home from hospital today. Ring and ask: is somebody with them, is food in, is the heating "
    "on, who has a key, do they have what the ward gave them to take",
    HOME_NEXT_DAY: "They came home from hospital yesterday. Ring and ask how the night was, and what is missing",
    HOME_THIRD_DAY: "They came home from hospital three days ago. Ring and ask how they manage, and what help goes on",
    NOT_SEEN: "They were expected, and did not open. Ring them now, then whoever they named, a neighbour and the "
    "hospital. If nobody finds them, ring 999. This stays here until somebody has seen them",
    ACCIDENT: "There was an accident. Ring and ask how they are and who looks after them, and tell the insurer",
    INTO_A_HOME: "They live in a home now. With their agreement, ring the home: who comes, what they like, who is "
    "family",
    CARER: "They care for somebody at home. Ring and ask how they are, and what they need themselves",
    CARER_DOWN: "Whoever cares for them can't just now. Ring and ask what they wish, and what cannot wait",
    LIMITS: "The day has come to look again at what was agreed about their calls. Ring and talk about it",
    WHOEVER_ANSWERED: "What was agreed about somebody's calls is new. Ask those who answer the telephone how they are",
    GOODBYE: "Their regular visits or calls end on a planned day. Ring and tell them which, and plan the goodbye",
    END_DAY: "The day has come on which it ends between these two. Ring and thank them, then end it on their page",
    IS_ILL: "They are ill. Ring or write kindly, and ask nothing of them",
    NOT_HEARD: "Nobody has heard from them. Ring them, then whoever they named, and find out that they are well",
    COVER: "They said that they would come when the other can't, and the other can't now. Ring and ask",
    DRIVES_NOT: "They no longer drive for us. Ring and thank them for the miles, and offer what needs no car",
    BUDDY: "Somebody may ask them for support from now on. Ring and tell them whom they look after",
    UNABLE: "We can't help with something that they asked for. Ring and say so honestly, and why, and what there is "
    "instead",
    WAITS: "They wait for help that we could not give yet. Ring and say how it stands: nobody is left in silence",
    ROUND_SNOW: "Snow or ice today. Ring and ask: warm, food in, medicine, somebody near, and nobody to go out",
    ROUND_HEAT: "Great heat today. Ring and ask: curtains drawn, water to hand, somebody near, and how they feel",
    ROUND_POWER: "A power cut. Ring and ask: light, warmth, and what they have that needs power. 105 is the network",
    PARTED: "It ends between them and whom they know here, and nobody is to blame. Ring and say so kindly",
    KEY_LOST: "A key to their door is lost. Ring and tell them, say sorry, and ask whether the lock is to be changed",
    KEY_LOST_DIED: "A key to the door of somebody who has died is lost. Ring whoever they named, kindly, and tell them",
    KEY_WITH_THEM: "They help no more, and still have a key to somebody's door. Ring and ask for it back",
    BEREAVED: "Somebody whom they lived with has died. Ring kindly, and ask how they are, who is with them, and what "
    "they need",
    LIVE_ELSEWHERE: "Somebody whom they lived with lives elsewhere now. Ring and ask how they are, and what they need",
    CARER_GONE: "Whoever cared for them has died, or lives elsewhere now. Ring now: are they safe, who looks after "
    "them, and what cannot wait",
    ACCIDENT_DIED: "There was an accident, and they have died. Speak kindly with whoever they named, and tell the "
    "insurer",
}
"""By what happened, the words of the line on Today."""
LIFE_PRESSING = frozenset(
    LIFE_WORDS[each] for each in (NOT_SEEN, HOME_TODAY, CARER_DOWN, CARER_GONE, ROUND_SNOW, ROUND_HEAT, ROUND_POWER)
)
"""Words of the lines that can't wait."""
