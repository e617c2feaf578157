"""Guards a SPARQL text before the engine sees it, and binds sets of values to it.

The engine dies of deep nesting and long chains (no error: the process ends), fetches what SERVICE names, and has no
time limit. So a text is cut into tokens first, and only short, shallow questions over our own data pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ontology.errors import StoreError

MAX_LENGTH = 20_000
MAX_TOKENS = 4_000
MAX_DEPTH = 64

_TOKEN = re.compile(
    r"""
      (?P<skip> \s+ | \#[^\n\r]* )
    | (?P<text> \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
              | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
    | (?P<iri> <[^<>"{}|^`\\\s]*> )
    | (?P<variable> [?$]\w+ )
    | (?P<name> (?:[^\W\d](?:[\w.-]*[\w-])?)?:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)* | _:[\w.-]+ )
    | (?P<tag> @[a-zA-Z]+(?:-[a-zA-Z0-9]+)* )
    | (?P<word> [^\W\d]\w* )
    | (?P<open> [({\[] )
    | (?P<close> [)}\]] )
    | (?P<quoted> << )
    | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT"})


def guard(text: str) -> str:
    """Return the form of a query (``SELECT``, ``ASK`` or ``CONSTRUCT``) if it may be run.

    Raises:
        StoreError: naming what is not allowed.
    """
    if len(text) > MAX_LENGTH:
        raise StoreError(
            f"the query is longer than {MAX_LENGTH} characters",
            de=f"die Anfrage ist länger als {MAX_LENGTH} Zeichen",
        )
    form, depth, count = "", 0, 0
    if "\\u" in text or "\\U" in text:  # the engine reads such escapes before it looks for words
        raise StoreError(
            "write characters themselves, not as \\u escapes", de="Zeichen selbst schreiben, nicht als \\u"
        )
    for kind, token in _tokens(text):
        count += 1
        if kind == "open":
            depth += 1
            if depth > MAX_DEPTH:
                raise StoreError(
                    f"the query is nested deeper than {MAX_DEPTH} levels",
                    de=f"die Anfrage ist tiefer als {MAX_DEPTH} Ebenen verschachtelt",
                )
        elif kind == "close":
            depth -= 1
        elif kind == "quoted":
            raise StoreError(
                "<< is not allowed: this store has no quoted triples",
                de="<< ist nicht erlaubt: dieser Speicher hat keine zitierten Tripel",
            )
        elif kind in ("word", "name"):
            word = token.partition(":")[0].upper()
            if word == "FROM" or "SERVICE" in word:  # the engine needs no space around it
                raise StoreError(
                    "SERVICE and FROM are not allowed: a query reads this store and nothing else",
                    de="SERVICE und FROM sind nicht erlaubt: eine Anfrage liest diesen Speicher und sonst nichts",
                )
            if kind == "word" and not form and word not in ("PREFIX", "BASE"):
                form = word
    if count > MAX_TOKENS:
        raise StoreError(
            f"the query has more than {MAX_TOKENS} words and signs",
            de=f"die Anfrage hat mehr als {MAX_TOKENS} Wörter und Zeichen",
        )
    if form not in _FORMS:
        raise StoreError(
            f"a query begins with SELECT, ASK or CONSTRUCT, not with {form or 'nothing'}",
            de=f"eine Anfrage beginnt mit SELECT, ASK oder CONSTRUCT, nicht mit {form or 'nichts'}",
        )
    return form


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    for match in _TOKEN.finditer(text):
        if match.lastgroup and match.lastgroup != "skip":
            yield match.lastgroup, match.group()


def fill_values(text: str, sets: Mapping[str, Sequence[str]]) -> str:
    """Put terms into the empty ``VALUES ?name { }`` blocks of a guarded query.

    Args:
        sets: variable to terms as SPARQL writes them; the engine's own serialiser made them.

    Raises:
        StoreError: if a variable has no empty block.
    """
    found = [(match.lastgroup, match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    tokens = [token for token in found if token[0] != "skip"]
    parts, at, missing = [], 0, set(sets)
    for (_, word, *_), (_, name, *_), (_, opening, _, start), (_, closing, end, _) in zip(
        tokens, tokens[1:], tokens[2:], tokens[3:], strict=False
    ):
        if word.upper() == "VALUES" and opening == "{" and closing == "}" and name[1:] in sets:
            parts += [text[at:start], " ".join(sets[name[1:]])]
            at = end
            missing.discard(name[1:])
    if missing:
        raise StoreError(
            f"the query has no empty `VALUES ?{min(missing)} {{ }}` to fill",
            de=f"die Anfrage hat kein leeres `VALUES ?{min(missing)} {{ }}` zum Füllen",
        )
    return "".join([*parts, text[at:]])
