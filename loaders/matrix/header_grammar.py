"""How headers are built: abbreviated words, gendered endings, leading articles, questions, genitives and compounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from loaders.matrix.words import pattern, table, texts
from ontology.text import fold

_FILE = "header_grammar"
_EDGES = re.compile(r"^(?:\d{1,2}[.)]\s*)?[\W_]*(?=[^\W\d_])|[\s:.?!*¹²³°_…]+$")
_EXPORTED = re.compile(r"_+\d*")
_INSIDE = re.compile(r"[(\[]([^()\[\]]+)[)\]]\s*[?:*]*$")
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_SHORTENED = re.compile(r"\b([a-z]{1,12})\.(?=\W|$|[a-z])")
_GENDERED = re.compile(r"(?<=[a-z])(?:[*:_]|/-?|\(|(?<=r)(?=innen\b))(?:innen|in|r|n)\)?(?![a-z])")
_SIDES = re.compile(r"\s*(?:/|,|;|\+|&| und | oder | bzw\.? )\s*")
_PREPOSITION = re.compile(r"\s+(?:im|in|am|an|vor|fuer|pro|je|mit|ohne|unter|ueber|zum|zur|zu|nach|bei|aus|per)\s")
_SHORTEST_NOUN = 4


def bare(folded: str) -> str:
    """Return a folded header without the signs around it."""
    return _EDGES.sub("", folded) or folded


def unbracketed(folded: str) -> str:
    """Return a folded header without what stands in brackets."""
    return _BRACKET.sub("", folded).strip() or folded


def forms(header: str) -> Iterator[str]:
    """Yield the folded forms under which the dictionary may know a header, the most literal first."""
    folded = fold(header)
    exported = fold(_EXPORTED.sub(" ", header)) if "_" in header else folded  # a column name of a database
    seen = dict.fromkeys((folded, bare(folded), unbracketed(folded), bare(unbracketed(folded)), bare(exported)))
    yield from seen
    for form in (bare(written_out(unbracketed(folded))), plain(header)):
        if form and form not in seen:
            seen[form] = None
            yield form


def plain(header: str) -> str:
    """Return a header written out, without brackets, gendered endings and leading words that change nothing."""
    text = bare(_GENDERED.sub("", written_out(unbracketed(fold(_EXPORTED.sub(" ", header))))))
    lead = _lead()
    while (match := lead.match(text)) and text[match.end() :].strip():
        text = text[match.end() :].strip()
    return bare(text)


def written_out(folded: str) -> str:
    """Return a text with the abbreviated words written out that headers are known for."""
    known = table(_FILE, "short")
    return _SHORTENED.sub(lambda match: f"{known.get(match[1], match[1])} ", f"{folded} ").replace("  ", " ").strip()


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(texts(_FILE, 'lead', 'words'))})\s+")


def inside(header: str) -> str:
    """Return what stands in the brackets at a header's end."""
    match = _INSIDE.search(header.strip())
    return match[1] if match else ""


def asked(header: str) -> str:
    """Return the role of a header that is a question or clause, such as ``Wen erreichen Sie?``, else an empty text."""
    text = bare(written_out(unbracketed(fold(_EXPORTED.sub(" ", header)))))
    return next((role for role in table(_FILE, "asks") if pattern(_FILE, "asks", role).search(text)), "")


@cache
def _nouns() -> Mapping[str, str]:
    return {noun: role for role in table(_FILE, "nouns") for noun in texts(_FILE, "nouns", role)}


def by_noun(header: str, exact: Callable[[str], str]) -> str:
    """Return the role of the noun a header is about: ``Art der Einrichtung``, ``Kursname``, ``Fachthemen vor Ort``.

    Args:
        exact: the dictionary, for what stands behind a head that only names or sorts.
    """
    text = plain(header)
    head, _, owner = _genitive().sub("\x1f", text, count=1).partition("\x1f")
    if owner:
        return _of(head.strip(), lambda: _owner(owner, exact))
    head = _PREPOSITION.split(f" {text}", maxsplit=1)[0].strip()  # nothing is left of "vor Ort"
    sides = [side for side in _SIDES.split(head) if side]
    if len(sides) > 1:
        return next((role for side in sides if (role := exact(side) or by_noun(side, exact))), "")
    words = head.split()
    if len(words) == 2 and (said := exact(words[0])) in texts(_FILE, "transparent", "leading"):
        return said  # "Status Projekt": the second noun says whose
    last = words[-1] if words else ""
    return _compound(last.rpartition("-")[2] or last, exact) or _compound(last.replace("-", ""), exact)


@cache
def _genitive() -> re.Pattern[str]:
    return re.compile(rf"\s+{table(_FILE, 'transparent')['genitive']}\s+")


def _of(head: str, owner: Callable[[], str]) -> str:
    """Return the role of ``HEAD der OWNER``."""
    last = head.split()[-1] if head.split() else ""
    if head in texts(_FILE, "transparent", "heads") or last in texts(_FILE, "transparent", "heads"):
        return owner()
    if last in texts(_FILE, "transparent", "sorting"):
        said = owner()
        return "format" if last == "form" and said == "offer" else _sorted(said)
    if last in texts(_FILE, "transparent", "dates"):
        return "lastChecked"
    if last in texts(_FILE, "transparent", "counts"):
        return "capacity" if owner() in {"capacity", "audience"} else "total"
    return _nouns().get(last) or _compound(last, lambda _: "")


def _owner(owner: str, exact: Callable[[str], str]) -> str:
    """Return the role of a noun in the genitive: ``(Form) des Angebots``."""
    forms = dict.fromkeys((owner, owner.removesuffix("es"), owner.removesuffix("s")))
    return next((role for form in forms if (role := exact(form) or by_noun(form, exact))), "")


def _sorted(owner: str) -> str:
    return {"actor": "type", "sender": "type", "receiver": "type"}.get(owner, owner)


def _compound(word: str, exact: Callable[[str], str]) -> str:
    """Return the role of the longest noun a word ends in."""
    nouns, alone = _nouns(), texts(_FILE, "alone", "words")
    for start in range(0, max(1, len(word) - _SHORTEST_NOUN + 1)):
        if word[start:] in nouns and (start == 0 or word[start:] not in alone):
            return nouns[word[start:]]
    for suffix in (*texts(_FILE, "transparent", "suffixes"), *texts(_FILE, "transparent", "sorting")):
        stem = word.removesuffix(suffix).rstrip("-")
        if stem != word and len(stem) >= _SHORTEST_NOUN:
            named = next((role for form in (stem, stem.removesuffix("s")) if (role := _stem(form, exact))), "")
            return named if suffix in texts(_FILE, "transparent", "suffixes") else _sorted(named)
    return ""


def _stem(word: str, exact: Callable[[str], str]) -> str:
    return _compound(word, exact) or exact(word)
