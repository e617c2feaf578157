"""What facets mean: text form, German names, knowledge, fit."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ontology.errors import OntologyError
from ontology.facets import (
    ContradictionError,
    conjoin,
    contradicts,
    describe,
    facet_label,
    facets,
    fit,
    implies,
    know,
    more,
    parse,
    parse_conjunction,
    question,
    questions,
    reduced,
    subsumes,
)


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("employment=marginal & age<25", "age<25 & employment=marginal"),
        ("alter<35 & status=Minijob", "age<35 & employment=marginal"),
        ("Geschlecht=w", "sex=f"),
        ("Rechtskreis = SGB II", "benefit=sgb2"),
        ("deutsch>=b1", "language>=B1"),
        ("behinderung=nein", "disability!=yes"),
        ("migrationshintergrund != ja", "migration!=yes"),
        ("status=alleinerziehend", "family=single_parent"),
        ("branche=Metall", "sector=metall-und-elektroindustrie"),
        ("branche=Holz und Möbel", "sector=holz-und-moebel"),
        ("größe<250 & person=betrieb", "person=company & size<250"),
        ('note="nur mit Führerschein & Auto | Rad"', 'note="nur mit Führerschein & Auto | Rad"'),
        (r'note="sagt \"ja\""', r'note="sagt \"ja\""'),
        ("sex=f | age<25 | sex=f", "age<25 | sex=f"),
        ("age<025", "age<25"),
        ("*", "*"),
        ("", ""),
    ],
)
def test_a_text_has_one_canonical_form(given: str, canonical: str) -> None:
    assert canonical == parse(given).text()


@pytest.mark.parametrize(
    "wrong",
    [
        "age", "age<", "<25", "age<25 &", "& age<25", "age<25 age<30", "age<x", "age<-1", "age!=25", "sex<f", "sex=q",
        "colour=red", "language>=B3", 'note="offen', "age<25 || sex=f", "sex=f sex=m", "employment<employed", "disability=vielleicht",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(wrong: str) -> None:
    with pytest.raises(OntologyError):
        parse(wrong)


def test_an_unknown_facet_is_refused_with_near_names() -> None:
    with pytest.raises(OntologyError, match="did you mean alter"):
        parse("altr=30")
    with pytest.raises(OntologyError, match="there are person, age") as caught:
        parse("lieblingsfarbe=blau")
    assert "es gibt person, age" in caught.value.de


def test_alternatives_are_no_conjunction() -> None:
    with pytest.raises(OntologyError, match="alternatives"):
        parse_conjunction("age<25 | sex=f")


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("age<20 & age>30", "age<20", "age>30"),
        ("age=34 & age=35", "age=34", "age=35"),
        ("sex=f & sex=m", "sex=f", "sex=m"),
        ("employment=inactive & employment=marginal", "employment=inactive", "employment=marginal"),
        ("migration!=yes & migration=ukraine", "migration!=yes", "migration=ukraine"),
        ("person=company & age<30", "person=company", "age<30"),
        ("person=company & benefit!=sgb2", "person=company", "benefit!=sgb2"),
        ("benefit=none & benefit=sgb2", "benefit=none", "benefit=sgb2"),
        ("qualification=partial & qualification=vocational", "qualification=partial", "qualification=vocational"),
        ("language=B1 & language>=B2", "language=B1", "language>=B2"),
        ('note="a" & note!="a"', 'note="a"', 'note!="a"'),
    ],
)
def test_contradicting_knowledge_is_refused_naming_both_constraints(text: str, one: str, other: str) -> None:
    with pytest.raises(ContradictionError) as refused:
        know(text)
    assert {one, other} == {refused.value.one, refused.value.other}
    assert one in str(refused.value)
    assert other in str(refused.value)


def test_a_group_nobody_can_belong_to_is_refused() -> None:
    with pytest.raises(ContradictionError):
        parse("sex=f | age<20 & age>30")


def test_statuses_coexist() -> None:
    known = know("employment=marginal & employment=unemployed & benefit=sgb2 & benefit=sgb3")
    assert "yes" == fit(known, parse("employment=employed & employment=jobseeking")).outcome


@pytest.mark.parametrize(
    ("knowledge", "group", "outcome", "ask"),
    [
        ("age=34", "age<35", "yes", ()),
        ("age=35", "age<35", "no", ()),
        ("age=34", "age<=35", "yes", ()),
        ("age=35", "age<=35", "ask", ("age",)),
        ("age=36", "age<=35", "no", ()),
        ("age=55", "age>55", "ask", ("age",)),
        ("age=54", "age>55", "no", ()),
        ("age=55", "age>=55", "yes", ()),
        ("age<30", "age<35", "yes", ()),
        ("age<40", "age<35", "ask", ("age",)),
        ("age>=40", "age<35", "no", ()),
        ("", "age<35", "ask", ("age",)),
        ("", "age<35 & employment=marginal", "ask", ("age", "employment")),
        ("age=50", "age<35 & employment=marginal", "no", ()),
        ("employment=marginal", "employment=employed", "yes", ()),
        ("employment=employed", "employment=marginal", "ask", ("employment",)),
        ("employment!=employed", "employment=marginal", "no", ()),
        ("employment=longterm", "employment=jobseeking", "yes", ()),
        ("migration=ukraine", "migration=yes", "yes", ()),
        ("migration=nein", "migration=refugee", "no", ()),
        ("family=single_parent", "family=children", "yes", ()),
        ("disability=severe", "disability=yes", "yes", ()),
        ("benefit=asylblg", "migration=refugee", "yes", ()),
        ("qualification=vocational", "qualification=none", "no", ()),
        ("qualification=academic", "qualification=none", "ask", ("qualification",)),
        ("qualification=academic & recognition=recognised", "qualification=none", "no", ()),
        ("qualification=academic", "qualification=high", "ask", ("qualification",)),
        ("sector=metall", "sector=industrie", "yes", ()),
        ("sector=holz", "sector=industrie", "ask", ("sector",)),
        ("language=B2", "language>=B1", "yes", ()),
        ("language=A2", "language>=B1", "no", ()),
        ("language=B1", "language<=B1", "yes", ()),
        ("language<B1", "language<=B1", "yes", ()),
        ("person=company", "employment=employed", "no", ()),
        ("person=company", "benefit!=sgb2", "no", ()),
        ("person=company & size=40", "size<250", "yes", ()),
        ("person=company & size=40", "person=company & size<250", "yes", ()),
        ("sex=f", "person=natural", "yes", ()),
        ("sex=f", "person=company & size<250", "no", ()),
        ("sex=f", "sex!=m", "yes", ()),
        ("sex=f", "sex=m | sex=f", "yes", ()),
        ("age=40", "sex=m & age<50 | sex=f", "ask", ("sex",)),
        ("", "age<25 & sex=f & benefit=sgb2 | migration=yes", "ask", ("migration",)),
        ("age=20", 'note="nur mit Führerschein" & age<25', "ask", ('"nur mit Führerschein"',)),
        ('note="nur mit Führerschein"', 'note="nur mit Führerschein"', "yes", ()),
        ("", "*", "yes", ()),
        ("person=company", "*", "yes", ()),
        ("age=20", "", "ask", ()),
    ],
)
def test_fit(knowledge: str, group: str, outcome: str, ask: tuple[str, ...]) -> None:
    found = fit(know(knowledge), parse(group))
    assert (outcome, ask) == (found.outcome, found.ask)


def test_at_the_edge_of_an_unclear_limit_the_provider_is_asked() -> None:
    found = fit(know("age=35"), parse("age<=35 & sex=f"))
    assert ("age", "sex") == found.ask
    assert ("age<=35",) == found.edges
    german = questions(found, "de")
    assert question("sex", "de") in german
    assert any("bis 35 Jahre" in asked and "Anbieter" in asked for asked in german)
    assert question("age", "de") not in german
    assert any("up to 35" in asked for asked in questions(found, "en"))


def test_more_knowledge_is_merged_and_contradictions_refused() -> None:
    known = more(know("age=34"), know("sex=f"))
    assert "age=34 & sex=f" == known.text()
    with pytest.raises(ContradictionError):
        more(known, know("age=35"))


def test_knowledge_does_not_show_itself_in_a_traceback() -> None:
    assert "34" not in repr(know("age=34"))


@pytest.mark.parametrize(
    ("narrow", "broad", "expected"),
    [
        ("age<25", "age<35", True),
        ("age<35", "age<25", False),
        ("age<35", "age<=35", True),
        ("age<36", "age<=35", False),  # at 35 the first says yes, the second asks
        ("age<=35", "age<36", True),
        ("age<=35", "age<35", False),
        ("age>=56", "age>55", True),
        ("age>=55", "age>55", False),
        ("age<25 & employment=marginal", "employment=employed", True),
        ("migration=refugee & sex=f", "migration=yes", True),
        ("migration=refugee & sex=f", "migration=yes | sex=m", True),
        ("sex=f | sex=m", "person=natural", True),
        ("sex=f | person=company", "person=natural", False),
        ("language>=B2", "language>=B1", True),
        ("language=B2", "language>=B1", True),
        ("sector=metall", "sector=industrie", True),
        ("age<25", "*", True),
        ("*", "age<25", False),
        ("", "age<25", False),
        ("age<25", "", False),
        ("", "", True),
    ],
)
def test_subsumption(narrow: str, broad: str, expected: bool) -> None:
    assert expected == subsumes(parse(narrow), parse(broad))


def test_implication_and_contradiction_of_conjunctions() -> None:
    young, old = parse_conjunction("age<25"), parse_conjunction("age>=55 & sex=f")
    assert contradicts(young, old)
    assert not implies(young, old)
    assert implies(old, parse_conjunction("sex=f"))
    # at the widest reading somebody of 35 is both "bis 35" and "ab 35"
    assert not contradicts(parse_conjunction("age<=35"), parse_conjunction("age>=35"))


@pytest.mark.parametrize(
    ("group", "restriction", "expected"),
    [
        ("employment=employed & age<35", "age<25", "age<25 & employment=employed"),
        ("employment=employed", "employment=marginal", "employment=marginal"),
        ("age>=55 | sex=f", "age<25", "age<25 & sex=f"),
        ("age>=55", "age<25", ""),
        ("*", "age<25", "age<25"),
        ("", "age<25", ""),
        ("employment=unemployed", 'note="nur mit Auto"', 'employment=unemployed & note="nur mit Auto"'),
    ],
)
def test_a_restriction_narrows_a_group(group: str, restriction: str, expected: str) -> None:
    assert expected == conjoin(parse(group), parse_conjunction(restriction)).text()


def test_reduction_keeps_one_of_two_equivalent_constraints() -> None:
    assert "language=B1" == reduced(parse_conjunction("language=B1 & language>=B1 & language<=B1")).text()
    assert 1 == len(reduced(parse_conjunction("age<25 & age<26 & age<27")).constraints)


@pytest.mark.parametrize(
    ("group", "german", "english"),
    [
        ("age<35 & employment=marginal", "unter 35 Jahre, geringfügig beschäftigt", "under 35, marginally employed"),
        ("sex=f | disability!=yes", "nicht: mit Behinderung oder Frauen", "not: with a disability or women"),
        ('note="mit Auto"', "„mit Auto“", "“mit Auto”"),
        ("sector=holz", "Branche holz", "Sector holz"),
        ("language>=B1", "Deutsch ab B1", "German from B1"),
    ],
)
def test_a_group_is_read_out_in_both_languages(group: str, german: str, english: str) -> None:
    assert german == describe(parse(group), "de")
    assert english == describe(parse(group), "en")


def test_every_facet_has_words_in_both_languages() -> None:
    for facet in facets():
        for language in ("de", "en"):
            assert facet_label(facet.id, language)
            assert question(facet.id, language).endswith("?")
            for operator in ("<", "<=", ">=", ">", "="):
                if facet.is_range:
                    value = facet.levels[1] if facet.levels else "30"
                    assert describe(parse_conjunction(f"{facet.id}{operator}{value}"), language)
            for value_id in facet.values:
                assert describe(parse_conjunction(f"{facet.id}={value_id}"), language)


def test_no_value_is_impossible_and_every_name_leads_to_its_value() -> None:
    for facet in facets():
        for value in facet.values.values():
            assert know(f"{facet.id}={value.id}").text() == f"{facet.id}={value.id}"
            for name in value.names:
                assert f"{facet.id}={value.id}" == parse(f"{facet.id}={name}").text()


def test_a_quoted_note_is_asked_in_its_own_words() -> None:
    assert "Trifft „nur mit Auto“ zu?" == question('"nur mit Auto"', "de")
    assert '"nur mit Auto"' == facet_label('"nur mit Auto"', "de")


def test_importing_facets_reads_no_file_and_loads_nothing_heavy() -> None:
    script = (
        "import sys, ontology.facets; from ontology.facet_schema import schema;"
        "heavy = {'tomllib', 'rdflib', 'difflib', 'csv', 'rapidfuzz', 'numpy'} & set(sys.modules);"
        "sys.exit(1 if heavy or schema.cache_info().currsize else 0)"
    )
    assert 0 == subprocess.run([sys.executable, "-c", script], check=False).returncode
