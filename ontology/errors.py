"""What can go wrong, as one small tree.

::

    VerweisnetzError (Exception)
    ├── OntologyError (ValueError)    a vocabulary, facet or predicate file is not what it should be
    ├── StatementError (ValueError)   a statement breaks the closed list of predicates
    ├── LoadError (ValueError)        a source cannot be read at all; carries a stable code
    ├── StoreError (RuntimeError)     a store is locked, unreachable or damaged
    ├── RegionError (ValueError)      a region's folder or its configuration is not usable
    └── QuestionError (ValueError)    a question names something nobody knows

A bad *value* in a source is no exception but an ``Issue`` (see ``graph.issue``): other cells still load.
"""

from __future__ import annotations


class VerweisnetzError(Exception):
    """Base of every error this program raises on purpose; its text is fit to be shown to a person.

    Args:
        message: what is wrong and what to do about it, in English.
        de: the same in German; left out, German readers get the English text.
    """

    def __init__(self, message: str = "", *, de: str = "") -> None:
        self.de = de or message
        self.en = message
        super().__init__(message)

    def message(self, language: str) -> str:
        """Return what is wrong in ``de`` or ``en``."""
        return self.en if language == "en" else self.de


class OntologyError(VerweisnetzError, ValueError):
    """A vocabulary, facet expression or predicate is not well formed."""


class StatementError(VerweisnetzError, ValueError):
    """A statement does not keep to the closed list of predicates or their ranges."""


class LoadError(VerweisnetzError, ValueError):
    """A source that cannot be read at all: what, where, and what to do.

    Args:
        code: stable code; ``encrypted``, ``broken``, ``not_a_table``, ``not_a_document``, ``unsupported``, ``too_large``.
        source: the file as the region's folder names it.
        de, en: one sentence each, saying what is wrong and what to do.
        place: sheet, cell or member of the archive, where known.
    """

    def __init__(self, code: str, source: str, *, de: str, en: str, place: str = "") -> None:
        self.code = code
        self.source = source
        self.place = place
        super().__init__(en, de=de)

    def __str__(self) -> str:
        """Return the German message."""
        return self.message("de")

    def message(self, language: str) -> str:
        """Return ``file!place: sentence`` in ``de`` or ``en``."""
        where = f"{self.source}!{self.place}" if self.place else self.source
        return f"{where}: {self.en if language == 'en' else self.de}"


class StoreError(VerweisnetzError, RuntimeError):
    """A store cannot be opened, written or read."""


class RegionError(VerweisnetzError, ValueError):
    """A region's folder, its configuration or one of its tables cannot be used."""


class QuestionError(VerweisnetzError, ValueError):
    """A question names an actor, audience, theme or region nobody knows; carries near names.

    Args:
        message, de: one sentence each.
        near: names that come close, best first.
    """

    def __init__(self, message: str, near: tuple[str, ...] = (), *, de: str = "") -> None:
        self.near = near
        super().__init__(message, de=de)
