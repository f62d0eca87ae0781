"""Settings: `community.toml` and the environment, read once. `load()` returns them, checked."""

from community.settings.duty_settings import PersonOnDuty
from community.settings.environment import VARIABLES
from community.settings.follow_up_settings import Calls, Complaints, Directory, FollowUp, ResponseDays
from community.settings.form_settings import ExtraQuestion, GoogleForm
from community.settings.hub_contacts import HubContact
from community.settings.impact_settings import Impact
from community.settings.language_settings import SpokenLanguage
from community.settings.load_settings import NO_KEY, SHORTEST_KEY, SettingsError, load
from community.settings.message_settings import PLAIN_ADDRESS, Messages, TextService
from community.settings.nightly_settings import Exports, Nightly
from community.settings.place_settings import Hub, PlaceSettings
from community.settings.role_settings import MoreForRole
from community.settings.settings_model import (
    PROGRAM,
    TRIAL_SITE,
    Community,
    Group,
    Helpline,
    ListedPerson,
    Safeguarding,
    Settings,
    TaskType,
)

__all__ = [
    "NO_KEY", "PLAIN_ADDRESS", "PROGRAM", "SHORTEST_KEY", "TRIAL_SITE", "VARIABLES", "Calls", "Community", "Complaints",
    "Directory", "Exports", "ExtraQuestion", "FollowUp", "GoogleForm", "Group", "Helpline", "Hub", "HubContact",
    "Impact", "ListedPerson", "Messages", "MoreForRole", "Nightly", "PersonOnDuty", "PlaceSettings", "ResponseDays",
    "Safeguarding", "Settings", "SettingsError", "SpokenLanguage", "TaskType", "TextService", "duty_hours", "key_file",
    "load", "public_words", "response_promise",
]  # fmt: skip
