"""Settings: `community.toml` and the environment, read once. `load()` returns them, checked."""

from community.settings.environment import VARIABLES, Variable
from community.settings.load_settings import SettingsError, load, site_root
from community.settings.settings_model import (
    Community,
    FollowUp,
    GoogleForm,
    Helpline,
    Hub,
    Safeguarding,
    Settings,
    TaskType,
)

__all__ = [
    "VARIABLES",
    "Community",
    "FollowUp",
    "GoogleForm",
    "Helpline",
    "Hub",
    "Safeguarding",
    "Settings",
    "SettingsError",
    "TaskType",
    "Variable",
    "load",
    "site_root",
]
