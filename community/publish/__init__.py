"""What strangers may read: approved signatories and counts that tell of nobody, as Markdown for the public site."""

from community.publish.counting import count
from community.publish.pages import snippets
from community.publish.site import BuildFailed, build
from community.publish.suppression import Cell, protect
from community.publish.writing import Invented, publish, stale

__all__ = ["BuildFailed", "Cell", "Invented", "build", "count", "protect", "publish", "snippets", "stale"]
