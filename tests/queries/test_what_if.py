"""A change thought through gives what a build without, or with, it would give; and says the difference in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.statement import Literal, Mention, Statement
from graph.view import View
from ontology.errors import QuestionError
from queries.changed import Said, changed
from queries.connection import connections
from queries.gaps import Gaps
from queries.supposed import Change, Step, from_csv, from_toml, from_words
from queries.what_if import WhatIf, WhatIfAnswer

DAY = date(2026, 11, 23)
ACTORS = ("Jobcenter Hagen", "VHS Hagen", "Bildungswerk Lenne", "Lernwerkstatt Olpe")
PROJECT = "Minijob plus"
OFFERS = ("Sprachkurs", "Bewerbungstraining")
GROUPS = ("Frauen", "Geflüchtete", "Alleinerziehende")
GAPS = Gaps(day=DAY, horizon=date(2027, 6, 30))


@dataclass(frozen=True)
class Rows:
    offers: tuple[tuple[str, str, str], ...] = ()
    referrals: tuple[tuple[str, str, str], ...] = ()
    doors: tuple[tuple[str, str], ...] = ()
    until: str = "2028-12-31"

    def said(self) -> Said:
        return Said(tuple(self.statements()))

    def statements(self) -> Iterator[Statement]:
        for actor, offer, group in self.offers:
            yield _say(actor, "offers", Mention(offer, "Offer"), details=(("access", "referral"),))
            yield _say(actor, "forAudience", Mention(group, "TargetGroup"), (("offer", offer),))
        for sender, receiver, group in self.referrals:
            yield _say(sender, "refersTo", _actor(receiver), (("audience", group),) if group else ())
        for actor, group in self.doors:
            yield _say(actor, "reaches", Mention(group, "TargetGroup"))
        if any(PROJECT in row for rows in (self.offers, self.referrals, self.doors) for row in rows):
            yield _say(PROJECT, "runsUntil", Literal(self.until))


def _actor(name: str) -> Mention:
    return Mention(name, "Project" if name == PROJECT else "Actor")


def _say(
    actor: str,
    predicate: str,
    value: Mention | Literal,
    conditions: tuple[tuple[str, str], ...] = (),
    details: tuple[tuple[str, str], ...] = (),
) -> Statement:
    return Statement("matrix.xlsx", _actor(actor), predicate, value, conditions, details)


def everything(view: View) -> object:
    answer = GAPS.answer(view)
    gaps = sorted((gap.key, gap.weight, tuple(door.id for door in gap.unreachable_from)) for gap in answer.gaps)
    return gaps, sorted(connections(view, GAPS, DAY))


names = st.sampled_from([*ACTORS, PROJECT])
rows = st.builds(
    Rows,
    st.lists(st.tuples(names, st.sampled_from(OFFERS), st.sampled_from(GROUPS)), min_size=1, max_size=5, unique=True).map(tuple),
    st.lists(st.tuples(names, names, st.sampled_from(["", *GROUPS])), max_size=5, unique=True).map(tuple),
    st.lists(st.tuples(names, st.sampled_from(GROUPS)), max_size=3, unique=True).map(tuple),
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(rows, st.data())
def test_a_change_gives_what_a_real_build_gives(small: Rows, data: st.DataObject) -> None:
    step, other = data.draw(st.sampled_from(list(_changes(small))))
    said = small.said()
    rebuilt = other.said()
    assert everything(rebuilt.view()) == everything(changed(said, said.view(), Change((step,))).view())


def _changes(small: Rows) -> Iterator[tuple[Step, Rows]]:
    for actor in {row[0] for row in small.offers}:
        yield (
            Step("remove", actor),
            replace(
                small,
                offers=tuple(row for row in small.offers if row[0] != actor),
                referrals=tuple(row for row in small.referrals if actor not in row[:2]),
                doors=tuple(row for row in small.doors if row[0] != actor),
            ),
        )
        yield Step("add", actor, to=actor), replace(small, referrals=(*small.referrals, (actor, actor, "")))
    for actor, offer, _ in small.offers:
        left = tuple(row for row in small.offers if row[:2] != (actor, offer))
        yield Step("remove", actor, offer=offer), replace(small, offers=left)
    for sender, receiver, group in small.referrals:
        kept = tuple(row for row in small.referrals if row[:2] != (sender, receiver))
        yield Step("remove", sender, to=receiver), replace(small, referrals=kept)
        turned = (*small.referrals, (receiver, sender, group))
        yield Step("add", receiver, to=sender, audience=group), replace(small, referrals=turned)
    if any(PROJECT in row for row in small.offers):
        yield Step("end", PROJECT, on=date(2026, 12, 31)), replace(small, until="2026-12-31")


def example() -> Rows:
    return Rows(
        offers=(("VHS Hagen", "Sprachkurs", "Frauen"), (PROJECT, "Bewerbungstraining", "Geflüchtete")),
        referrals=(("Jobcenter Hagen", "VHS Hagen", ""),),
        doors=(("Jobcenter Hagen", "Frauen"),),
    )


def ask(*steps: Step) -> WhatIfAnswer:
    said, change = example().said(), Change(steps)
    view = said.view()
    return WhatIf(change, GAPS).compare(view, changed(said, view, change).view())


def test_a_referral_that_is_given_up_opens_a_gap_and_loses_a_way() -> None:
    answer = ask(*from_words("remove", "referral", ["Jobcenter Hagen -> VHS Hagen"]))
    assert ["B"] == [gap.kind for gap in answer.opened if gap.kind == "B"]
    assert ["Jobcenter Hagen: Frauen · Sprache · Hagen"] == [one.text("de") for one in answer.lost]
    weights = [gap.weight for gap in answer.opened] + [-gap.weight for gap in (*answer.closed, *answer.overtaken)]
    assert answer.weight_after - answer.weight_before == sum(weights)
    assert "Verweis fällt weg: Jobcenter Hagen → VHS Hagen" == answer.steps[0].text("de")


def test_whoever_loses_the_only_provider_closes_no_gap_by_it() -> None:
    answer = ask(*from_words("remove", "actor", ["VHS Hagen"]))
    assert {"A"} == {gap.kind for gap in answer.opened if gap.theme and gap.theme.de == "Sprache"}
    assert ((), {"D"}) == (answer.closed, {gap.kind for gap in answer.overtaken} & {"D"})
    assert answer.unreached_after > answer.unreached_before


def test_an_end_before_the_horizon_opens_f() -> None:
    answer = ask(*from_words("end", "end", ["Minijob plus: 2026-12-31"]))
    assert {"F"} == {gap.kind for gap in answer.opened}
    assert "Minijob plus ends on 2026-12-31" == answer.steps[0].text("en")


def test_a_new_actor_may_offer_and_be_referred_to() -> None:
    answer = ask(
        Step("add", "Lernladen Hagen"),
        Step("add", "Lernladen Hagen", offer="Sprachkurs", audience="Geflüchtete|Frauen", access="open"),
        Step("add", "Jobcenter Hagen", to="Lernladen Hagen", handover="accompanied"),
    )
    assert "D" in {gap.kind for gap in answer.closed}


@pytest.mark.parametrize(
    "step",
    [
        Step("remove", "VHS Hamm"),
        Step("remove", "VHS Hagen", to="Jobcenter Hagen"),
        Step("remove", "VHS Hagen", offer="Kochkurs"),
        Step("add", "VHS Hagen", to="Niemand"),
        Step("add", "VHS Hagen", offer="Kurs", audience="Marsmenschen"),
        Step("add", "VHS Hagen", to="Jobcenter Hagen", handover="gebeamt"),
    ],
)
def test_a_step_about_what_nobody_knows_is_refused(step: Step) -> None:
    with pytest.raises(QuestionError):
        ask(step)


def test_csv_and_toml_say_the_same() -> None:
    table = (
        "change;actor;to;offer;audience;on\nentfernen;VHS Hagen;;Sprachkurs;;\nneu;JC;VHS Hagen;;Frauen|Männer;\n\n"
        "ende;Minijob plus;;;;2026-12-31\n"
    )
    text = """
    [[remove]]
    actor = "VHS Hagen"
    offer = "Sprachkurs"
    [[add]]
    actor = "JC"
    to = "VHS Hagen"
    audience = "Frauen|Männer"
    [[end]]
    actor = "Minijob plus"
    on = 2026-12-31
    """
    assert from_toml(text, "a.toml") == from_csv(table, "a.csv")
    assert ("offer", "referral", "actor") == tuple(step.kind for step in from_csv(table, "a.csv").steps)


def test_german_headings_and_days_say_the_same() -> None:
    german = "Änderung;Stelle;an;am\nneu;JC;VHS Hagen;\nendet;Minijob plus;;31.12.2026\n"
    english = "change;actor;to;on\nadd;JC;VHS Hagen;\nend;Minijob plus;;2026-12-31\n"
    assert from_csv(german, "a.csv") == from_csv(english, "a.csv")
    assert from_words("end", "end", ["Minijob plus: 31.12.2026"]) == from_words(
        "end", "end", ["Minijob plus: 2026-12-31"]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("change;actor;wer\n", "wer"),
        ("change;actor\nplus;JC\n", "line 2"),
        ("change;actor\nremove;\n", "names no actor"),
        ("change;actor;on\nend;JC;\n", "needs the day"),
        ("change;actor;on\nend;JC;bald\n", "2026-12-31"),
    ],
)
def test_a_table_that_cannot_be_read_says_where(text: str, expected: str) -> None:
    with pytest.raises(QuestionError, match=expected) as found:
        from_csv(text, "a.csv")
    assert found.value.de.startswith("a.csv")


def test_a_step_with_a_name_nobody_knows_says_where_it_stands() -> None:
    said = example().said()
    for change, en, de in (
        (from_csv("change;actor\nremove;Jobcentr Hagen\n", "a.csv"), "a.csv, line 2: ", "a.csv, Zeile 2: "),
        (
            from_toml('[[add]]\nactor = "JC"\n[[add]]\nactor = "X"\nto = "JC"\n', "a.toml"),
            "a.toml, [[add]] 2: ",
            "a.toml",
        ),
    ):
        with pytest.raises(QuestionError) as found:
            changed(said, said.view(), change)
        assert (True, True) == (found.value.en.startswith(en), found.value.de.startswith(de))


@pytest.mark.parametrize("text", ["[[remove]\n", "[[drop]]\n", "[remove]\n", "remove = [1]\n", '[[add]]\nwer = "x"\n'])
def test_a_file_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(QuestionError, match=r"a\.toml"):
        from_toml(text, "a.toml")


@given(st.text(max_size=60))
def test_whatever_a_file_says_the_answer_is_a_change_or_one_message(text: str) -> None:
    for read in (from_csv, from_toml):
        with suppress(QuestionError):
            read(text, "a")


@pytest.mark.parametrize(
    ("kind", "word"),
    [("referral", "A nach B"), ("referral", "A -> "), ("offer", "A"), ("end", "A: bald"), ("end", "A")],
)
def test_words_of_another_form_are_refused(kind: str, word: str) -> None:
    with pytest.raises(QuestionError):
        from_words("remove", kind, [word])


def test_the_answer_is_plain_data_and_a_table() -> None:
    answer = ask(Step("remove", "VHS Hagen"))
    data = json.loads(json.dumps(answer.to_dict()))
    assert {"de": "VHS Hagen fällt weg", "en": "VHS Hagen is gone"} == data["steps"][0]["text"]
    for row in answer.to_rows("de"):
        assert list(answer.columns("de")) == list(row)
