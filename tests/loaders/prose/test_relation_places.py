"""Where bodies, offers and events are: addresses, seats, places with their hours, houses in towns."""

from __future__ import annotations

import pytest

from tests.loaders.prose.marked import relations, said

SENTENCES = [
    ("k locatedIn r", "Träger ist die [A:Kammer=k] mit Sitz in [R:Olpe=r]."),
    ("k locatedIn r", "Sie gehen zur [A:Kammer Mitte=k] ([A:KM=k]) in [R:Olpe=r]."),
    ("o locatedIn r | o locatedIn h", "Die [O:Beratung=o] findet montags in [R:Olpe=r] und im [A:Bürgerhaus=h] statt."),
    ("o locatedIn h | h locatedIn r", "Die [O:Beratung=o] findet im [A:Bürgerhaus=h] in [R:Olpe=r] statt."),
    ("o locatedIn h", "Die [A:VHS=v] plant eine [O:Lernbar=o]. Sie findet im [A:Bürgerhaus=h] statt."),
    ("o locatedIn r | o locatedIn s", "Die [O:Beratung=o] ist frei. Standorte sind [R:Olpe=r] und [R:Wenden=s]."),
    ("o locatedIn r | o locatedIn s", "Die [O:Beratung=o] hilft. Termine gibt es in [R:Olpe=r] und [R:Wenden=s]."),
    ("k locatedIn r", "Die [A:Kammer=k] hilft. Geschäftsstellen gibt es in [R:Olpe=r]."),
    ("o locatedIn h", "Eine [O:Sprechstunde=o] gibt es im [A:Bürgerhaus=h]."),
    (
        "e locatedIn h | h locatedIn r",
        "Am 8. Mai findet in der [A:Seehalle=h] in [R:Olpe=r] der [E:Bildungstag=e] statt.",
    ),
]
LINES = [
    ("k locatedIn r", "Kontakt: [A:Kammer=k], Musterstraße 4, [R:Olpe=r]"),
    ("k locatedIn r", "Kontakt: [A:Kammer=k], Am Alten Kirchhof, [R:Olpe=r], Tel. 0221 4710-100"),
    ("k locatedIn r", "[A:Kammer=k]\nMusterweg 7, 57462 [R:Olpe=r]\n"),
    ("k locatedIn r", "[A:Kammer=k]\nMusterweg 7\n57462 [R:Olpe=r]\n"),
    (
        "n locatedIn r | n locatedIn h | h locatedIn r",
        "[A:Büro Nord=n]\n\nWir sind da.\n\nStandorte\n\n[R:Olpe=r]: [A:Kreishaus=h], montags 9 bis 12 Uhr\n",
    ),
    ("e locatedIn h | h locatedIn r", "[E:Frauentage=e]\n15. Oktober 2026, [A:Seehaus=h], [R:Olpe=r]\n"),
    ("o locatedIn h", "[O:Frühstück=o]\njeden ersten Mittwoch im Monat, [A:Familientreff=h]\n"),
    ("k locatedIn h", "Sie gehen zum [A:Startcenter=k], das bei der [A:Kammer=h] sitzt."),
    ("e locatedIn r | h locatedIn r", "[E:Lernmesse=e], 9. Oktober 2026, [R:Plauen=r], [A:Festhalle=h]\n"),
]


@pytest.mark.parametrize(("expected", "text"), [*SENTENCES, *LINES])
def test_a_place_is_read_from_sentences_and_from_lines(expected: str, text: str) -> None:
    found = {told for told in said(text, "n", tiers="high medium") if "locatedIn" in told}
    assert set(expected.split(" | ")) <= found


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Die [O:Beratung=o] findet im [A:Bürgerhaus=h] in [R:Olpe=r] statt.", "o locatedIn r"),
        ("Die [A:Agentur=k] hilft. November 2026, [R:Olpe=r]", "k locatedIn r"),
        ("Zwei Kurse gibt es: die [O:Lehre=o] in [R:Olpe=r] und die [O:Übung=u] in [R:Wenden=s].", "o locatedIn s"),
        ("Die [O:Lotsenstelle=o] ist bei der [A:Kammer=k] in [R:Olpe=r] angesiedelt.", "o locatedIn r"),
    ],
)
def test_a_town_behind_a_name_is_where_that_is(text: str, never: str) -> None:
    assert never not in said(text, tiers="high medium")


def test_an_address_is_no_sure_reading_yet() -> None:
    (relation,) = relations("[A:Kammer=k]\nMusterweg 7, 57462 [R:Olpe=r]\n")
    assert ("medium", "layout/address/town") == (relation.tier, relation.rule)


@pytest.mark.parametrize(
    ("is_told", "name", "region"),
    [
        (True, "Netzwerk Ostharz", "Ostharz"),
        (True, "Bildungsverbund Sieger Land", "Sieger Land"),
        (False, "Netzwerk Vorharz-Olpe", "Olpe"),
        (False, "Netzwerk Olper Höhe", "Olpe"),
    ],
)
def test_a_network_named_after_a_region_is_likely_there_for_it(is_told: bool, name: str, region: str) -> None:
    found = relations(f"[N:{name}=n]\n\nViele Betriebe im Raum [R:{region}=r] suchen Leute.\n", "n")
    assert is_told == any((r.predicate, r.object, r.tier) == ("inRegion", "r", "low") for r in found)


def test_the_seat_of_who_does_something_is_not_where_it_is_done() -> None:
    text = "Es wird von der [A:VHS Celle=c] und der [A:vhs Heide=h] in [R:Bergen=b] umgesetzt."
    assert not {one for one in said(text, tiers="high medium") if "inRegion" in one}
