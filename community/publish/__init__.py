"""What the public may read: approved signatories, and counts that reveal nobody, as Markdown for the public site."""

from community.publish.hub_drawing import HubMap, hub_map, sector_svg
from community.publish.hub_papers import papers
from community.publish.public_figures import count
from community.publish.public_markdown import snippets
from community.publish.publish_site import Invented, publish, stale
from community.publish.site_build import BuildFailed, build
from community.publish.suppression import LEAST, protect, rounded
from community.publish.written_pages import place

__all__ = [
    "LEAST", "BuildFailed", "HubMap", "Invented", "build", "count", "hub_map", "papers", "place", "protect", "publish",
    "publish_site", "publish_status", "rounded", "sector_svg", "snippets", "stale", "trial_site",
]  # fmt: skip
