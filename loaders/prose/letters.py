"""Letters of a document that went through a wrong code page, put right line by line and told."""

from __future__ import annotations

from loaders.matrix.mojibake import repair
from loaders.notes import note

_LOST = "\ufffd"
_NAMED = 5
_SAID = 80


def repaired(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text with garbled letters put right where they are beyond doubt, and notes about it."""
    if text.isascii():
        return text, ()
    notes: list[str] = []
    lines = text.splitlines(keepends=True)
    better = [repair(line) for line in lines]
    changed = [at for at, line in enumerate(lines) if better[at] != line]
    if changed:
        read = better[changed[0]].strip()[:_SAID]
        where = ", ".join(str(at + 1) for at in changed[:_NAMED]) + (", …" if len(changed) > _NAMED else "")
        notes.append(note("VN1122", severity="info", count=str(len(changed)), lines=where, read=read))
    found = "".join(better)
    if lost := found.count(_LOST):
        notes.append(note("VN1123", count=str(lost)))
    return found, tuple(notes)
