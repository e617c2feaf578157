"""Pictures of the network: a map people can search and filter, an actor's surroundings, a heatmap."""

from verweisnetz.maps.atlas import write_heatmap, write_map

__all__ = ["write_heatmap", "write_map"]
