"""From a user's words to rows of the view: by id, label or alias; unknown words get near names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from weakref import proxy

from graph.columns import Table
from graph.view import View
from graph.words import hash_of, listed, rows_at
from ontology.errors import QuestionError
from ontology.text import fold
from queries.official_keys import is_key, near_keys, readings
from queries.per_view import per_view

NEAR_AT_LEAST = 60
CONCEPT_NAMES = ("label_de", "label_en", "names")
_WORDS_FOR = {
    "actor": ("actor", "Stelle"),
    "audience": ("target group", "Zielgruppe"),
    "theme": ("theme", "Thema"),
    "offer-type": ("offer type", "Angebotsart"),
    "region": ("region", "Gebiet"),
    "format": ("format", "Form"),
    "language": ("language", "Sprache"),
}


@per_view
def names_of(view: View) -> Names:
    """Return the dictionary of a view, made once and kept as long as the view."""
    return Names(proxy(view))


class Names:
    """The dictionary of one view; each part is made when first used."""

    def __init__(self, view: View) -> None:
        self._view = view

    def actor(self, word: str) -> int:
        """Return the row of an actor.

        Raises:
            QuestionError: when nobody or more than one actor is called that.
        """
        row = self._view.row("actor", word)
        return row if row is not None else self._one(word, ("actor",))

    def known_actor(self, word: str) -> int | None:
        """Return the row of the one actor of that name or id, or None; nothing near is looked for."""
        row = self._view.row("actor", word)
        return row if row is not None else self._only(word, "actor")

    def concept(self, word: str, *schemes: str) -> int:
        """Return the row of a concept of the first scheme that knows the word."""
        row = self._view.row("concept", word)
        if row is not None and self._schemes[row] in schemes:
            return row
        return self._one(word, schemes)

    def audience(self, word: str) -> int:
        """Return the row of a target group."""
        return self.concept(word, "audience")

    def find(self, word: str, scheme: str) -> int | None:
        """Return the row of a concept by id, the end of its id or a name, or None."""
        for concept_id in (word, f"{scheme}/{word}"):
            row = self._view.row("concept", concept_id)
            if row is not None and self._schemes[row] == scheme:
                return row
        return self._only(word, scheme)

    def need(self, word: str) -> int:
        """Return the row of a theme or an offer type."""
        return self.concept(word, "theme", "offer-type")

    def region(self, word: str) -> int:
        """Return the row of a region, by id, AGS or name; of its district, where the view does not know the place."""
        row = self._view.row("region", word)
        if row is None:
            row = next((self._by_key[key] for key in readings(word) if key in self._by_key), None)
        if row is None:
            row = self._only(word, "region")
        if row is None:
            row = self._in_gazetteer(word)
        if row is None and is_key(word):
            raise self._unknown_key(word)
        return row if row is not None else self._one(word, ("region",))

    def _unknown_key(self, word: str) -> QuestionError:
        """Return that no area has a key, with those around it: who types digits means no name that looks like them."""
        labels = self._view.table("region").text("label")
        near = tuple(f"{key} ({labels[self._by_key[key]]})" for key in near_keys(word, self._by_key))
        return QuestionError(
            f"“{word}” is no known official key (AGS: district 5 digits, municipality 8; no postcode)",
            near,
            de=f"„{word}“ ist kein bekannter amtlicher Schlüssel (AGS: Kreis 5 Ziffern, Gemeinde 8; keine Postleitzahl)",
        )

    @cached_property
    def _schemes(self) -> Sequence[str]:
        return self._view.table("concept").text("scheme")

    @cached_property
    def _by_key(self) -> dict[str, int]:
        return {key: row for row, key in enumerate(self._view.table("region").text("key")) if key}

    def _in_gazetteer(self, word: str) -> int | None:
        from ontology.regions import gazetteer

        found = gazetteer().find(word)
        if found is None:
            return None
        known = self._view.row("region", found.id)
        if known is None and found.key:
            known = self._by_key.get(found.key, self._by_key.get(found.key[:5]))
        return known

    def _one(self, word: str, parts: Sequence[str]) -> int:
        for part in parts:
            found = self._called(word, part)
            if len(found) == 1:
                return found[0]
            if found:
                ids = self._table(part).text("id")
                names = tuple(sorted(ids[row] for row in found))
                en, de = _WORDS_FOR[part]
                raise QuestionError(
                    f"more than one {en} is called “{word}”; give the id",
                    names,
                    de=f"„{word}“ ist als {de} nicht eindeutig; bitte eine Kennung angeben",
                )
        for part in parts:
            row = self._in_vocabulary(word, part)
            if row is not None:
                return row
        kinds = " or ".join(_WORDS_FOR[part][0] for part in parts)
        nouns = " oder ".join(_WORDS_FOR[part][1] for part in parts)
        near = self.near(word, *parts)
        en, de = (
            ("", "")
            if near
            else (
                ", nor anything like it: try another word",
                ", auch nichts Ähnliches: bitte mit einem anderen Wort versuchen",
            )
        )
        raise QuestionError(
            f"no {kinds} is called “{word}”{en}", near, de=f"„{word}“ ist als {nouns} nicht bekannt{de}"
        )

    def _in_vocabulary(self, word: str, part: str) -> int | None:
        if part in ("actor", "region"):
            return None
        from ontology.vocabulary import load

        found = load().schemes[part].find(word) if part in load().schemes else None
        return self._view.row("concept", found.id) if found else None

    def near(self, word: str, *parts: str, limit: int = 5) -> tuple[str, ...]:
        """Return the names that come closest to a word, best first."""
        from rapidfuzz import fuzz, process

        choices = {name: label for part in parts for name, label in self._dictionary(part).items()}
        found = process.extract(
            fold(word), list(choices), scorer=fuzz.WRatio, limit=4 * limit, score_cutoff=NEAR_AT_LEAST
        )
        best = sorted(found, key=lambda hit: (-hit[1], hit[0]))
        return tuple(dict.fromkeys(choices[name] for name, _, _ in best))[:limit]

    def _table(self, part: str) -> Table:
        return self._view.table(part if part in ("actor", "region") else "concept")

    def _only(self, word: str, part: str) -> int | None:
        found = self._called(word, part)
        return found[0] if len(found) == 1 else None

    def _called(self, word: str, part: str) -> list[int]:
        """Return the rows that carry a name."""
        folded, table = fold(word), self._table(part)
        words, columns = self._view.table(f"{table.name}_word"), _names(part)
        found = set(rows_at(words.ints("hash"), words.ints("row"), hash_of(part, word)))
        return [
            row
            for row in sorted(found)
            if (table.name != "concept" or self._schemes[row] == part)
            and any(folded == fold(name) for name in _listed(table, columns, row))
        ]

    def _dictionary(self, part: str) -> dict[str, str]:
        """Return every folded name with the label to show for it; only near names need them all."""
        labels: dict[str, str] = {}
        for label, name in self._entries(part):
            folded = fold(name)
            labels[folded] = min(label, labels.get(folded, label))
        return labels

    def _entries(self, part: str) -> Iterator[tuple[str, str]]:
        """Yield label to show and name."""
        table, columns = self._table(part), _names(part)
        rows = table if table.name != "concept" else (row for row in table if self._schemes[row] == part)
        for row in rows:
            label = table.text(columns[0])[row] or table.text("id")[row]
            yield from ((label, name) for name in _listed(table, columns, row))


def _names(part: str) -> tuple[str, ...]:
    return ("label", "names") if part in ("actor", "region") else CONCEPT_NAMES


def spellings(concepts: Table, row: int) -> tuple[str, ...]:
    """Return every name of a concept, folded."""
    return tuple(dict.fromkeys(fold(name) for name in _listed(concepts, CONCEPT_NAMES, row)))


def _listed(table: Table, columns: Iterable[str], row: int) -> Iterator[str]:
    for column in columns:
        yield from listed(table.text(column)[row])
