"""A self-contained page: inlined texts named by hash in a strict policy, everything else refused."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from markupsafe import Markup


def asset(name: str, package: str = "verweisnetz.maps") -> str:
    """Return the text of one of our own assets."""
    return files(package).joinpath(f"assets/{name}").read_text(encoding="utf-8")


def render(
    template: str,
    styles: Sequence[str],
    scripts: Sequence[str],
    values: Mapping[str, Any],
    package: str = "verweisnetz.maps",
) -> str:
    """Render a page whose policy allows exactly the given inline texts and nothing from outside.

    Args:
        template: name of an asset of the package; rendered with autoescaping, so that no value can become markup.
        styles, scripts: trusted texts of our own or of vis-network, inlined.
    """
    import jinja2

    # "</script" inside a library's string constant would end the element.
    safe = [text.replace("</script", "<\\/script") for text in scripts]
    policy = "; ".join(
        [
            "default-src 'none'",
            "script-src " + (" ".join(_hash(text) for text in safe) or "'none'"),
            "style-src " + (" ".join(_hash(text) for text in styles) or "'none'"),
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
    return environment.from_string(asset(template, package)).render(
        **values,
        policy=policy,
        styles=Markup("").join(Markup("<style>") + Markup(text) + Markup("</style>\n") for text in styles),
        scripts=Markup("").join(Markup("<script>") + Markup(text) + Markup("</script>\n") for text in safe),
    )


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"
