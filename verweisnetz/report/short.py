"""The short version, five sentences for whoever reads no further, and what the report does not know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from queries.phrases import phrase
from verweisnetz.report.cells import about
from verweisnetz.report.citing import Citations
from verweisnetz.report.material import Asked
from verweisnetz.report.model import Line
from verweisnetz.report.sections.standing import account
from verweisnetz.report.words import Words

MOST_ENDING = 3


def short_version(asked: Asked, decisions: int, words: Words, cite: Citations) -> tuple[Line, ...]:
    """Return the five sentences; each leads to the section that says more."""
    ends = _ends(asked, words)
    return (
        cite.line(_net(asked, words), link="changes" if asked.changes else "sources"),
        cite.line(_covered(asked, words), link="heatmap"),
        cite.line(_gaps(asked, words), link="gaps"),
        cite.line(ends, link="ends"),
        cite.line(
            words("short_decide", decisions=words.count("point", decisions))
            if decisions
            else words("short_decide_nothing"),
            link="decisions",
        ),
    )


def unknown(asked: Asked, words: Words, cite: Citations) -> tuple[Line, ...]:
    """Return what this report does not know, in sentences."""
    return cite.lines(*dict.fromkeys(_unknown(asked, words)))


def _net(asked: Asked, words: Words) -> str:
    counts = {
        "actors": words.count("actor", asked.figures.actors),
        "offers": words.count("offer", len(asked.region.view.table("offer"))),
        "referrals": words.count("referral", asked.figures.referrals),
    }
    if asked.changes is None:
        return words("short_net", bodies=words.count("body", len(asked.figures.bodies)), **counts)
    how = Counter(str(change.how) for change in asked.changes.changes)
    return words(
        "short_since", before=asked.before, new=words.count("said", how["new"]), gone=str(how["gone"]),
        changed=str(how["changed"]), **counts,
    )  # fmt: skip


def _covered(asked: Asked, words: Words) -> str:
    cells = len(asked.coverage.cells)
    if not cells:
        return words("short_no_cells")
    states = Counter(asked.coverage.counts)
    needs = asked.coverage.source == "needs"
    return words(
        "short_covered" if needs else "short_covered_occurring",
        cells=words.count("cell" if needs else "pair", cells),
        served=str(states["served"]),
        partly=str(states["partly"]),
        unknown=str(states["unknown"]),
        other=str(states["refused"] + states["contradictory"]),
    )


def _gaps(asked: Asked, words: Words) -> str:
    if not asked.gaps.gaps:
        return words("short_no_gaps")
    heaviest = asked.gaps.gaps[0]
    found = {
        "gaps": words.count("gap", len(asked.gaps.gaps)),
        "heaviest": f"{about(heaviest, words)} – {heaviest.text(words.language).rstrip('.')}",
    }
    if not heaviest.closings:
        return words("short_gaps", **found)
    return words("short_step", step=heaviest.closings[0].text(words.language), **found)


def _ends(asked: Asked, words: Words) -> str:
    horizon = asked.horizon
    said = {"day": words.day(horizon.horizon), "endless": words.count("endless", len(horizon.end_unknown))}
    if horizon.notes:
        return phrase("notes", horizon.notes[0], words.language)
    if not horizon.ending:
        return words("short_no_ends", **said)
    kinds = Counter(ending.what if ending.what in ("project", "event") else "other" for ending in horizon.ending)
    said["ending"] = ", ".join(words.count(kind, kinds[kind]) for kind in ("project", "other", "event") if kinds[kind])
    lasting = [ending.who() for ending in horizon.ending if ending.what != "event"]
    if not lasting:
        return words("short_ends", **said)
    return words("short_ends_named", named=words.listed(lasting, MOST_ENDING), **said)


def _unknown(asked: Asked, words: Words) -> Iterator[str]:
    for note in (*asked.gaps.notes, *asked.horizon.notes, *asked.figures.notes, *asked.maturity.notes):
        yield phrase("notes", note, words.language)
    view = asked.region.view
    dated = (day > 0 for name in ("provision", "referral", "actor") for day in view.table(name).ints("checked"))
    if not any(dated):
        yield words("no_dates")
    if not len(view.table("offer")):
        yield words("no_offers")
    if asked.changes is None:
        yield words("no_before")
    unclear = sum(account(counted)[2] for counted in asked.region.ledger().values())
    if unclear:
        yield words("asked_cells", cells=words.count("unclear", unclear))
    broken = len(asked.region.broken())
    if broken:
        yield words("broken", sources=words.count("source", broken))
    if not asked.hygiene.complete:
        yield words("incomplete")
