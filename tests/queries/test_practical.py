"""Practical needs: what sources say of hours, child care, access, cost and language, and what is left to ask."""

from __future__ import annotations

from typing import Any

import pytest

from ontology.errors import QuestionError
from queries.wish_words import wish_words
from queries.wishes import amount
from tests.queries.asking import abouts, ask, failures
from tests.queries.network import Network
from tests.queries.test_routes import WOMAN, base


def offer(**said: str) -> Network:
    net = base().provides("VHS", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], **said)
    for concept, label in (("language/de", "Deutsch"), ("language/en", "Englisch"), ("language/ar", "Arabisch")):
        net.concept(concept, label=label)
    net.concept("format/online", label="online")
    net.concept("format/presence", label="Präsenz")
    return net


def outcome(said: dict[str, str], *practical: tuple[str, str], **more: Any) -> str:
    """Return yes, what has to be asked, or the condition that fails."""
    answer = ask(offer(**said), **{**WOMAN, **more}, practical=practical)
    if not answer.routes:
        return "no: " + failures(answer)[0][1][0]
    return " ".join(["ask:", *abouts(answer.routes[0])]) if answer.routes[0].open_questions else "yes"


@pytest.mark.parametrize(
    ("name", "want", "said", "expected"),
    [
        ("child_care", "yes", {"note": "Kinderbetreuung vorhanden"}, "yes"),
        ("child_care", "ja", {"note": "Montags; leider keine Kinderbetreuung"}, "no: child_care"),
        ("child_care", "nötig", {"note": "nur mit Termin"}, "ask: child_care"),
        ("child_care", "no", {"note": "keine Kinderbetreuung"}, "yes"),
        ("accessibility", "yes", {"note": "Räume barrierefrei"}, "yes"),
        ("accessibility", "Rollstuhl", {"note": "nicht barrierefrei"}, "refused"),
        ("accessibility", "yes", {"note": "nicht barrierefrei"}, "no: accessibility"),
        ("accessibility", "yes", {}, "ask: accessibility"),
        ("interpreter", "yes", {"note": "Sprachmittlung nach Absprache"}, "yes"),
        ("interpreter", "yes", {"note": "keine Dolmetscher"}, "no: interpreter"),
        ("hours", "vormittags", {"hours": "Mo-Do 8-12 Uhr"}, "yes"),
        ("hours", "morning", {"hours": "Do 18-20 Uhr"}, "ask: hours"),
        ("hours", "9-11", {"hours": "vormittags"}, "yes"),
        ("hours", "abends|vormittags", {"hours": "Di 18.00 – 20.00 Uhr"}, "yes"),
        ("hours", "morning", {"hours": "nach Vereinbarung"}, "ask: hours"),
        ("cost", "free", {"cost": "kostenfrei"}, "yes"),
        ("cost", "free", {"cost": "mit Bildungsgutschein kostenfrei"}, "ask: cost"),
        ("cost", "free", {"cost": "380 EUR"}, "no: cost"),
        ("cost", "any", {"cost": "380 EUR"}, "yes"),
        ("cost", "400", {"cost": "380 EUR"}, "yes"),
        ("cost", "bis 100 EUR", {"cost": "1.200,50 €"}, "no: cost"),
        ("cost", "100", {"cost": "2,29 EUR je Stunde"}, "ask: cost"),
        ("cost", "100", {"cost": "kostenpflichtig"}, "ask: cost"),
        ("format", "online|presence", {"format": "Präsenz"}, "yes"),
        ("format", "online", {"format": "Präsenz"}, "no: format"),
        ("format", "online", {"format": "Präsenz; online"}, "yes"),
        ("language", "en|ar", {"languages": "Deutsch; Arabisch"}, "yes"),
        ("language", "ar", {"languages": "Deutsch"}, "no: language"),
        ("language", "ar", {"languages": "Deutsch", "note": "Dolmetscher möglich"}, "ask: interpreter"),
        ("language", "ar", {"languages": "Deutsch", "note": "keine Dolmetscher"}, "no: language"),
        ("language", "de:B1", {"languages": "Deutsch", "note": "ab B1"}, "yes"),
        ("language", "de:b1", {"languages": "Deutsch ab A2"}, "yes"),
        ("language", "de:B1", {"languages": "Deutsch", "note": "mindestens Niveau C1"}, "no: level"),
        ("language", "de:B1", {"languages": "Deutsch", "note": "Ziel C1"}, "ask: level"),
        ("language", "de:B1", {"languages": "Deutsch"}, "ask: level"),
        ("language", "de:B1", {}, "ask: language level"),
    ],
)  # fmt: skip
def test_each_need_is_met_defeated_or_asked(name: str, want: str, said: dict[str, str], expected: str) -> None:
    if expected == "refused":
        with pytest.raises(QuestionError, match="not understood"):
            outcome(said, (name, "Fahrstuhl ins All"))
        return
    assert expected == outcome(said, (name, want))


def test_the_level_of_german_is_known_of_the_client_too() -> None:
    net = offer(languages="Deutsch", note="ab A1")
    net.audience("Fortgeschrittene", "language>=C1")
    net.rows["provision"][0]["audiences"] = [net.concept("audience/Fortgeschrittene")]
    answer = ask(net, **WOMAN, practical=(("language", "de:B1"),))
    assert [("VHS", ("not_named",))] == failures(answer)


@pytest.mark.parametrize(
    ("facts", "practical", "named"),
    [
        ("sex=f", (("cost", "free"), ("cost", "100")), ("cost=free", "cost=100")),
        ("sex=f", (("child_care", "yes"), ("child_care", "no")), ("child_care=yes", "child_care=no")),
        ("sex=f", (("language", "de:B1"), ("language", "de:A2")), ("language=de:B1", "language=de:A2")),
        ("language=A2", (("language", "de:B1"),), ("language=A2", "language=B1")),
    ],
)
def test_needs_that_contradict_are_refused_with_both_named(
    facts: str, practical: tuple[tuple[str, str], ...], named: tuple[str, str]
) -> None:
    with pytest.raises(QuestionError, match="contradicts itself") as caught:
        ask(offer(), facts=facts, practical=practical)
    for text in (caught.value.en, caught.value.de):
        assert named[0] in text
        assert named[1] in text


def test_facts_and_groups_that_contradict_are_named_both() -> None:
    net = offer().audience("Ältere", "age>=50")
    with pytest.raises(QuestionError) as caught:
        ask(net, facts="age=20", groups=("Ältere",))
    assert "it cannot belong to “Ältere” (age>=50 and age=20)" in caught.value.en


@pytest.mark.parametrize(
    ("practical", "near"),
    [
        (("language", "Englsch"), "Englisch"),
        (("format", "onlin"), "online"),
        (("language", "de:B3"), "B1"),
        (("hours", "mittwochs"), "vormittags"),
        (("hours", "25-30"), "9-12"),
        (("hours", "12-9"), "9-12"),
        (("cost", "-5"), "100 EUR"),
        (("cost", "teuer"), "kostenlos"),
        (("child_care", "vielleicht"), "ja"),
        (("pets", "yes"), "child_care"),
    ],
)
def test_a_word_nobody_understands_gets_near_ones(practical: tuple[str, str], near: str) -> None:
    with pytest.raises(QuestionError) as caught:
        ask(offer(), practical=(practical,))
    assert near in caught.value.near


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("380 EUR", 380),
        ("1.200,50 €", 1200.5),
        ("2,29", 2.29),
        ("1,200.50", 1200.5),
        ("10.", 10),
        ("", None),
        ("x", None),
    ],
)
def test_amounts_are_read_as_germans_and_others_write_them(text: str, expected: float | None) -> None:
    assert expected == amount(text)


@pytest.mark.parametrize(
    ("name", "want", "de", "en"),
    [
        ("hours", "morning", "Zeiten: vormittags", "hours: in the morning"),
        ("hours", "abends|am Wochenende", "Zeiten: abends/am Wochenende", "hours: in the evening/at the weekend"),
        ("hours", "9-12", "Zeiten: 9-12", "hours: 9-12"),
        ("cost", "free", "Kosten: kostenlos", "cost: free of charge"),
        ("cost", "100", "Kosten: höchstens 100 EUR", "cost: at most 100 EUR"),
        ("cost", "bis 50 €", "Kosten: bis 50 €", "cost: bis 50 €"),
    ],
)  # fmt: skip
def test_what_is_needed_stands_on_the_sheet_in_its_language(name: str, want: str, de: str, en: str) -> None:
    view = offer().view()
    assert [(de,), (en,)] == [wish_words(view, ((name, want),), language) for language in ("de", "en")]
