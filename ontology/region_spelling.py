"""How names of places are compared: without the small words that link their parts, abbreviations written out.

"Neumarkt i.d.OPf.", "Neumarkt in der Oberpfalz" and "Neumarkt/Oberpfalz" have one key.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from ontology.place_names import Word, words
from ontology.text import fold_all

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """The rules of ``names.toml`` by which names are compared.

    Args:
        linking: words between the parts of a name that carry nothing: "am", "a", "d", "ob", "der".
        long: abbreviations after the first word and what they stand for, folded.
        opening: abbreviations of a first word ("st").
        capital: words that belong to a name only with a capital ("Frankfurt (Oder)").
    """

    linking: Set[str] = frozenset()
    long: Mapping[str, str] = field(default_factory=dict)
    opening: Mapping[str, str] = field(default_factory=dict)
    capital: Set[str] = frozenset()

    def keys(self, names: Iterable[str]) -> list[str]:
        """Return the keys of cleaned names, folded together: several thousand at a time cost little."""
        folded = fold_all(names)
        return [name if name.isalpha() else self.key(_WORD.findall(name)) for name in folded]

    def key(self, folded: Sequence[str]) -> str:
        """Return the key of a name given as folded words; the first word always counts."""
        if not folded:
            return ""
        rest = [self.long.get(word, word) for word in folded[1:] if word not in self.linking]
        return " ".join([self.opening.get(folded[0], folded[0]), *rest])

    def first(self, folded: str) -> str:
        """Return the key of one folded word."""
        return self.opening.get(folded, folded)

    def key_of(self, name: str) -> str:
        """Return the key of one name."""
        return self.key([word.folded for word in words(name)])

    def stretches(self, label: Sequence[Word], at: int, reach: int) -> list[tuple[str, int]]:
        """Return the keys that begin at a word, longest first, each with the number of the word after it."""
        first = label[at].folded
        key = self.opening.get(first, first)
        found = [(key, at + 1)]
        for number in range(at + 1, len(label)):
            if len(found) >= reach:
                break
            folded = label[number].folded
            if folded in self.capital and label[number].text == folded:
                break
            if folded not in self.linking:
                key = f"{key} {self.long.get(folded, folded)}"
                found.append((key, number + 1))
        return found[::-1]

    def short(self, name: str) -> str:
        """Return a name without what follows its first part: "Rotenburg a. d. Fulda" is called Rotenburg."""
        if " " not in name and "/" not in name:
            return name
        found = words(name)
        if found and found[0].folded in self.linking:
            return name
        for before, word in itertools.pairwise(found):
            between = name[before.end : word.start]
            if word.folded in self.linking or "(" in between or "/" in between:
                return name[: before.end]
        return name
