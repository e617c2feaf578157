"""A real region with a project description: what tests of the review read, decide, change and read again.

What the description says comes from an interchange file beside it, with exact places in the text: the review does not
depend on who read it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from graph.evidence import Cell, Span
from graph.interchange import write_jsonl
from graph.records import SourceRecord
from graph.statement import Literal, Mention, Statement, unite
from tests.graph import prose
from verweisnetz import region
from verweisnetz.region import Region

TEXT = """Netzwerk Lenne

Das Netzwerk berät Menschen, die sich weiterbilden wollen. Jobcenter Hagen verweist an Volkshochschule Hagen. Das \
geschieht seit vielen Jahren.

Kreis Olpe arbeitet mit IHK Siegen.

Agentur für Arbeit Iserlohn verweist an Volkshochschule Hagen.
"""
PLAN = Statement(
    "netz.csv", Mention("Bildungspunkt Hemer", "Project"), "offers", Mention("Lernwerkstatt", "Offer"),
    conditions=(("valid_from", "2026-03"),), modality="planned", evidence=(Cell("", "B9"),), original="ab März 2026",
)  # fmt: skip
CONFIG = '[region]\nname = "Lenne"\n\n[[source]]\npath = "projekt*.txt"\nkind = "description"\nextractor = "notes"\n'


def matrix() -> list[Statement]:
    """Return what the partners' own table says: an offer behind a referral nobody gives, and who needs it."""
    adult, course = Mention("Volkshochschule Hagen", "Actor"), Mention("Deutschkurs", "Offer")
    said: list[tuple[Mention, str, Mention | Literal, tuple[tuple[str, str], ...]]] = [
        (adult, "offers", course, ()),
        (adult, "forAudience", Mention("Geflüchtete", "TargetGroup"), (("offer", "Deutschkurs"),)),
        (adult, "onTheme", Mention("Sprache", "Theme"), (("offer", "Deutschkurs"),)),
        (adult, "access", Literal("auf Zuweisung"), (("offer", "Deutschkurs"),)),
        (Mention("Jobcenter Hagen", "Actor"), "reaches", Mention("Geflüchtete", "TargetGroup"), ()),
        (Mention("*", "Actor"), "needed", Mention("Sprache", "Theme"), (("audience", "Geflüchtete"),)),
        (Mention("Bildungswerk Sonnenaufgang", "Actor"), "label", Literal("Bildungswerk Sonnenaufgang"), ()),
        (Mention("Bildungswerk Sonnenaufgänge", "Actor"), "website", Literal("https://example.org"), ()),
        (Mention("Kreis Olpe", "Actor"), "label", Literal("Kreis Olpe"), ()),
        (Mention("IHK Siegen", "Actor"), "label", Literal("IHK Siegen"), ()),
    ]
    return [
        Statement("netz.csv", subject, predicate, target, conditions, evidence=(Cell("", f"B{row}"),), original="x")
        for row, (subject, predicate, target, conditions) in enumerate(said, 2)
    ]


def build(folder: Path, text: str = TEXT, *, name: str = "projekt.txt", more: Iterable[Statement] = (PLAN,)) -> Region:
    """Write the region's sources, the description among them, and build it; decisions stay as they are."""
    sources = folder / "sources"
    sources.mkdir(parents=True, exist_ok=True)
    (folder / "verweisnetz.toml").write_text(CONFIG, "utf-8")
    for old in sources.glob("projekt*.txt"):
        old.unlink()
    (sources / name).write_bytes(text.encode("utf-8"))
    read = prose.read(text, name)
    records = [SourceRecord("netz.csv"), SourceRecord(name, f"sources/{name}", "description")]
    write_jsonl(sources / "aussagen.jsonl", records, unite([*matrix(), *more, *read]))
    return region.build(folder)


def copy(here: Region, folder: Path) -> Region:
    """Return a copy of a built region that a test may change."""
    shutil.copytree(here.folder, folder)
    return region.open(folder)


def statement(here: Region, subject: str, predicate: str = "refersTo") -> Statement:
    """Return the statement of the description about somebody."""
    (found,) = (
        one for one in here.statements()
        if one.subject.label == subject and one.predicate == predicate and one.source.startswith("projekt")
    )  # fmt: skip
    return found


def paged(one: Statement, page: int) -> Statement:
    """Return a statement as a reader of a PDF gives it."""
    (place,) = one.evidence
    return replace(one, evidence=(replace(place, page=page),)) if isinstance(place, Span) else one
