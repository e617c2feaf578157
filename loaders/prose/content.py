"""Which parts of a web page are its content: first by its structure, then by how much of it is links."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.prose.page_parts import Part
from loaders.prose.regions import Region

_FEWEST, _SHARE = 200, 0.3
"""A region is the content where it has so many characters, or such a share of all."""
_ARTICLE_SHARE, _NAMED_SHARE = 0.6, 0.8
_MISNAMED = 0.2
_MENU, _MENU_WORDS = 3, 60
_PROSE = 80


def content(parts: Sequence[Part]) -> list[bool]:
    """Return for each part whether it is content."""
    inner = _main(parts)
    chosen = [inner(part) for part in parts]
    if not any(part.kind == "heading" and part.level == 1 and yes for part, yes in zip(parts, chosen, strict=True)):
        titles = [at for at, part in enumerate(parts) if _could_be_title(part)]
        if len(titles) == 1:
            chosen[titles[0]] = True
    return _without_links(parts, chosen)


def _main(parts: Sequence[Part]) -> _Choice:
    for region, share in (("main", _SHARE), ("article", _ARTICLE_SHARE), ("content", _NAMED_SHARE)):
        own = sum(part.size for part in parts if part.region == region)
        free = sum(part.size for part in parts if part.region not in ("outside", "around", "unseen"))
        if own and (own >= free * share or (region == "main" and own >= _FEWEST)):
            return _Choice(frozenset((region,)))
    everything = sum(part.size for part in parts)
    free = sum(part.size for part in parts if part.region not in ("outside", "around", "unseen"))
    if free < everything * _MISNAMED:  # somebody gave the content a menu's name
        return _Choice(frozenset(("", "main", "article", "content", "beside", "around")))
    return _Choice(frozenset(("", "main", "article", "content", "beside")))


class _Choice:
    """Chooses parts by their region."""

    def __init__(self, regions: frozenset[str]) -> None:
        self._regions = regions

    def __call__(self, part: Part) -> bool:
        """Return whether a part is chosen; what stands beside the content is, unless it is a link."""
        region: Region = part.region
        if region == "beside":
            return not part.is_link
        return region in self._regions


def _could_be_title(part: Part) -> bool:
    return part.kind == "heading" and part.level == 1 and part.region != "unseen" and not part.is_link


def _without_links(parts: Sequence[Part], chosen: list[bool]) -> list[bool]:
    """Leave out runs of short links before the first heading and below the last paragraph: menus without a name."""
    inside = [at for at, yes in enumerate(chosen) if yes]
    if not inside:
        return chosen
    first = next((at for at in inside if parts[at].kind == "heading"), inside[0])
    last = max((at for at in inside if parts[at].size > _PROSE or parts[at].table), default=inside[-1])
    run: list[int] = []
    for at in [*inside, -1]:
        part = parts[at]
        if at >= 0 and part.is_link and part.size <= _MENU_WORDS and (at < first or at > last):
            run.append(at)
            continue
        if len(run) >= _MENU:
            for link in run:
                chosen[link] = False
        run = []
    return chosen
