"""How full an offer is, from the source's own words: capacity sorts routes, it never excludes."""

from __future__ import annotations

from functools import cached_property

from graph.view import View
from ontology.text import fold
from queries.names import spellings
from queries.practical import says


class Capacities:
    """Finds the capacity concept a text means; the words are the vocabulary's."""

    def __init__(self, view: View) -> None:
        self._concepts = view.table("concept")
        self._levels: dict[str, str] = {"": ""}

    def level(self, text: str) -> str:
        """Return the end of the concept's id (``full``, ``waiting-list`` ...), or nothing; the longest words count."""
        found = self._levels.get(text)
        if found is None:
            folded = fold(text)
            found = next((level for word, level in self._words if says(folded, (word,))), "")
            self._levels[text] = found
        return found

    @cached_property
    def _words(self) -> list[tuple[str, str]]:
        schemes, ids = self._concepts.text("scheme"), self._concepts.text("id")
        rows = [row for row in self._concepts if schemes[row] == "capacity"]
        named = {(word, ids[row].rpartition("/")[2]) for row in rows for word in spellings(self._concepts, row)}
        return sorted(named, key=lambda pair: (-len(pair[0]), pair))
