"""Colours as people see them: RGB from palette, theme and tint."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping, Sequence


def _listed(colours: str) -> tuple[str, ...]:
    return tuple(colours.split())


PALETTE = _listed(
    "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF "
    "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF "
    "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 "
    "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
)
"""The 64 indexed colours of the format; 64 and 65 mean the window's own colours and are none."""

THEME_ORDER = _listed("lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink")
"""The order in which a style counts theme colours (light and dark are swapped against the theme's own order)."""

OFFICE_THEME = _listed("FFFFFF 000000 EEECE1 1F497D 4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646 0000FF 800080")
"""What a file without a theme of its own looks like."""


def tinted(rgb: str, tint: float) -> str:
    """Return a colour lightened (tint > 0) or darkened (< 0) as the spreadsheet programs do: by luminance."""
    if not tint:
        return rgb
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    parts = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), saturation)
    return "".join(f"{round(part * 255):02X}" for part in parts)


def resolve(attributes: Mapping[str, str], theme: Sequence[str], palette: Sequence[str] = PALETTE) -> str:
    """Return the RGB of a colour element (``rgb``, ``theme`` + ``tint`` or ``indexed``), nothing for automatic."""
    try:
        tint = float(attributes.get("tint", "0"))
        if "rgb" in attributes:
            base = attributes["rgb"][-6:].upper()
            int(base, 16)
        elif "theme" in attributes:
            base = theme[int(attributes["theme"])]
        elif "indexed" in attributes:
            base = palette[int(attributes["indexed"])]
        else:
            return ""
    except (ValueError, IndexError):
        return ""
    return tinted(base, tint) if len(base) == 6 else ""
