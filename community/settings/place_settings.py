"""The settings of how the hubs' areas are drawn."""

from pydantic import Field

from community.settings.frozen_settings import FrozenSettings


class PlaceSettings(FrozenSettings):
    """How the hubs' areas are drawn."""

    areas: str = Field(
        "",
        pattern=r"^(|[^/\\\\]+\.(geo)?json)$",
        description="The name of a GeoJSON file in the data folder with the hubs' own outlines: features whose "
        "property `hub` is a hub's code. Left out, the areas are drawn from the points of their postcodes",
    )
