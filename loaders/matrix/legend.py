"""What a file explains about its own signs, colours, abbreviations and footnotes."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.matrix.hues import of_hue
from loaders.matrix.sheet import Place
from loaders.matrix.words import squeeze
from ontology.text import fold


@dataclass(frozen=True, slots=True)
class Alias:
    """An abbreviation a file resolves, with the cell that holds it."""

    short: str
    long: str
    kind: str
    sheet: str
    place: Place


@dataclass(slots=True)
class Legend:
    """Everything one file explains; what a sheet says itself comes before what another sheet says."""

    signs: dict[tuple[str, str], str] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)
    hues: dict[str, str] = field(default_factory=dict)
    short: dict[tuple[str, str], str] = field(default_factory=dict)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    towards: dict[str, str] = field(default_factory=dict)
    aliases: list[Alias] = field(default_factory=list)
    claimed: set[tuple[str, Place]] = field(default_factory=set)
    pending: list[Alias] = field(default_factory=list)
    only: set[str] = field(default_factory=set)
    """Sheets that hold nothing but a legend."""

    def sign(self, sheet: str, text: str) -> str:
        """Return what a sign means here, empty if the file does not say."""
        key = squeeze(text)
        return self.signs.get((sheet, key)) or self.signs.get(("", key), "")

    def colour(self, fill: str) -> str:
        """Return what a fill colour means, empty if the file does not say."""
        if not fill:
            return ""
        return self.colours.get(fill) or next((said for word, said in self.hues.items() if of_hue(fill, word)), "")

    def name(self, sheet: str, label: str) -> str:
        """Return the long name of an abbreviation, or the label itself."""
        key = fold(label)
        return self.short.get((sheet, key)) or self.short.get(("", key)) or label

    def kind(self, label: str) -> str:
        """Return the kind of thing the file explains an abbreviation as, empty if it does not."""
        return next((alias.kind for alias in self.aliases if fold(alias.short) == fold(label)), "")

    def resolves(self, sheet: str, label: str) -> bool:
        """Return whether the file explains this abbreviation."""
        return (sheet, fold(label)) in self.short or ("", fold(label)) in self.short

    def note(self, sheet: str, mark: str) -> str:
        """Return the text of a footnote mark, empty if the file has none."""
        return self.notes.get((sheet, mark)) or self.notes.get(("", mark), "")
