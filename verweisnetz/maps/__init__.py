"""Pictures of the network: a map people can search and filter, an actor's surroundings, a heatmap."""
