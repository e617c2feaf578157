"""Colour words as people write them in a legend, and the fills they mean."""

from __future__ import annotations

import colorsys

from loaders.matrix.words import table
from ontology.text import fold


def known(word: str) -> str:
    """Return the colour word of the list that a text is, empty for any other text."""
    return next((name for name in table("marks", "colours") if fold(name) == fold(word)), "")


def of_hue(fill: str, word: str) -> bool:
    """Return whether a colour word such as ``grün`` fits a fill."""
    bounds = table("marks", "colours").get(word)
    if not isinstance(bounds, list):
        return False
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if bounds[0] < 0:
        return saturation < 0.15 and 0.2 < light < 0.95
    degrees = hue * 360
    inside = bounds[0] <= degrees < bounds[1] if bounds[0] < bounds[1] else degrees >= bounds[0] or degrees < bounds[1]
    shade = light >= 0.6 if word.startswith("hell") else light < 0.5 if word.startswith("dunkel") else True
    return saturation >= 0.15 and inside and shade
