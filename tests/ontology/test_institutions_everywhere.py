"""Names of institutions from all Länder: type and place are found, and different places never share a key."""

from __future__ import annotations

from itertools import combinations

import pytest

from ontology.institutions import InstitutionKey, institution
from ontology.regions import gazetteer

# Name | type | keys of the places | further words. A bare name that a city and a district bear is the city's, one that
# a district and its town bear the district's: VHS Fürth, Jobcenter Kulmbach.
_NAMES = """
Jobcenter Landkreis Kulmbach | jobcenter | 09477 |
Jobcenter Kulmbach | jobcenter | 09477 |
VHS Fürth | vhs | 09563 |
Agentur für Arbeit Ansbach-Weißenburg | agentur-fuer-arbeit | 09561; 09577177 |
HWK für Ostthüringen | hwk | ostthueringen |
Handwerkskammer für Ostthüringen | hwk | ostthueringen |
IHK Nürnberg für Mittelfranken | ihk | 09564; mittelfranken |
Jobcenter Stadt Fürth | jobcenter | 09563 |
Jobcenter Landkreis Fürth | jobcenter | 09573 |
Jobcenter Fürth Land | jobcenter | 09573 |
VHS Landkreis Fürth | vhs | 09573 |
Volkshochschule Erlangen | vhs | 09562 |
IHK zu Kiel | ihk | 01002 |
IHK Flensburg | ihk | 01001 |
Handwerkskammer Lübeck | hwk | 01003 |
Handwerkskammer Flensburg | hwk | 01001 |
Jobcenter Kreis Herzogtum Lauenburg | jobcenter | 01053 |
Jobcenter Dithmarschen | jobcenter | 01051 |
Agentur für Arbeit Heide | agentur-fuer-arbeit | 01051044 |
Agentur für Arbeit Neumünster | agentur-fuer-arbeit | 01004 |
Jobcenter Kiel | jobcenter | 01002 |
VHS Norderstedt | vhs | 01060063 |
Volkshochschule Elmshorn | vhs | 01056015 |
Wirtschaftsförderung Kreis Stormarn | wirtschaftsfoerderung | 01062 |
Jobcenter Nordfriesland | jobcenter | 01054 |
Kreis Nordfriesland | kreis | 01054 |
Handwerkskammer Hamburg | hwk | hh |
Hamburger Volkshochschule | vhs | hh |
Agentur für Arbeit Hamburg | agentur-fuer-arbeit | hh |
Jugendberufsagentur Hamburg | jugendberufsagentur | hh |
Jobcenter Bremen | jobcenter | 04011 |
Jobcenter Bremerhaven | jobcenter | 04012 |
VHS Bremen | vhs | 04011 |
Agentur für Arbeit Bremen-Bremerhaven | agentur-fuer-arbeit | 04011; 04012 |
Jobcenter Landkreis Leer | jobcenter | 03457 |
Agentur für Arbeit Emden-Leer | agentur-fuer-arbeit | 03402; 03457 |
VHS Leer | vhs | 03457 |
VHS Emden | vhs | 03402 |
Kreisvolkshochschule Aurich | vhs | 03452 |
KVHS Norden | vhs | 03452019 | kvhs
Jobcenter Wittmund | jobcenter | 03462 |
Jobcenter Emsland | jobcenter | 03454 |
VHS Lingen | vhs | 03454032 |
VHS Papenburg | vhs | 03454041 |
Landkreis Grafschaft Bentheim | kreis | 03456 |
VHS Grafschaft Bentheim | vhs | 03456 |
Agentur für Arbeit Nordhorn | agentur-fuer-arbeit | 03456015 |
IHK für Ostfriesland und Papenburg | ihk | 03454041; ostfriesland |
IHK Osnabrück - Emsland - Grafschaft Bentheim | ihk | 03404; 03454; 03456 |
Handwerkskammer Oldenburg | hwk | 03403 |
HWK Aurich | hwk | 03452 |
Handwerkskammer für Ostfriesland | hwk | ostfriesland |
VHS Oldenburg | vhs | 03403 |
Jobcenter Region Hannover | jobcenter | 03241 |
Jobcenter Landkreis Harburg | jobcenter | 03353 |
Landkreis Celle | kreis | 03351 |
VHS Celle | vhs | 03351 |
Jobcenter Heidekreis | jobcenter | 03358 |
Jobcenter Köln | jobcenter | 05315 |
Agentur für Arbeit Bergisch Gladbach | agentur-fuer-arbeit | 05378004 |
IHK Bonn/Rhein-Sieg | ihk | bonn-rhein-sieg |
Jobcenter StädteRegion Aachen | jobcenter | 05334 |
VHS Aachen | vhs | 05334002 |
Jobcenter Rhein-Erft | jobcenter | 05362 |
Jobcenter Rhein-Kreis Neuss | jobcenter | 05162 |
VHS Neuss | vhs | 05162024 |
Handwerkskammer Münster | hwk | 05515 |
Jobcenter Kreis Borken | jobcenter | 05554 |
VHS Bocholt | vhs | 05554008 |
Kreishandwerkerschaft Steinfurt-Warendorf | kreishandwerkerschaft | 05566; 05570 |
IHK Lippe zu Detmold | ihk | 05766; 05766020 |
Jobcenter Lippe | jobcenter | 05766 |
VHS Lippe-Ost | vhs | 05766 | ost
Jobcenter Wuppertal | jobcenter | 05124 |
Jobcenter Frankfurt am Main | jobcenter | 06412 |
Jobcenter Frankfurt | jobcenter | 06412 |
VHS Frankfurt | vhs | 06412 |
IHK Frankfurt am Main | ihk | 06412 |
IHK Frankfurt (Oder) | ihk | 12053 |
Jobcenter Frankfurt (Oder) | jobcenter | 12053 |
Handwerkskammer Frankfurt-Rhein-Main | hwk | rhein-main |
Agentur für Arbeit Frankfurt (Oder) | agentur-fuer-arbeit | 12053 |
Jobcenter Stadt Kassel | jobcenter | 06611 |
Jobcenter Landkreis Kassel | jobcenter | 06633 |
VHS Region Kassel | vhs | 06611 |
IHK Kassel-Marburg | ihk | 06534014; 06611 |
Agentur für Arbeit Bad Hersfeld-Fulda | agentur-fuer-arbeit | 06631; 06632002 |
VHS Marburg | vhs | 06534014 |
VHS Main-Taunus-Kreis | vhs | 06436 |
VHS Hochtaunus | vhs | 06434 |
Jobcenter Wetterau | jobcenter | 06440 |
Agentur für Arbeit Gießen | agentur-fuer-arbeit | 06531 |
IHK Gießen-Friedberg | ihk | 06531 | friedberg
VHS Rüsselsheim | vhs | 06433012 |
Volkshochschule Darmstadt-Dieburg | vhs | 06432 |
Jobcenter Mainz | jobcenter | 07315 |
Jobcenter Landau-Südliche Weinstraße | jobcenter | 07313; 07337 |
Jobcenter Vorderpfalz-Ludwigshafen | jobcenter | 07314; vorderpfalz |
Agentur für Arbeit Kaiserslautern-Pirmasens | agentur-fuer-arbeit | 07312; 07317 |
VHS Kaiserslautern | vhs | 07312 |
KVHS Kaiserslautern | vhs | 07335 |
IHK Trier | ihk | 07211 |
Handwerkskammer der Pfalz | hwk | pfalz |
HWK Koblenz | hwk | 07111 |
Jobcenter Westerwald | jobcenter | westerwald |
VHS Neuwied | vhs | 07138 |
KVHS Altenkirchen | vhs | 07132 |
Jobcenter Saarlouis | jobcenter | 10044 |
IHK Saarland | ihk | sl |
VHS Völklingen | vhs | 10041519 |
VHS St. Wendel | vhs | 10046 |
Jobcenter Stuttgart | jobcenter | 08111 |
IHK Region Stuttgart | ihk | region-stuttgart |
Handwerkskammer Region Stuttgart | hwk | region-stuttgart |
VHS Stuttgart | vhs | 08111 |
Jobcenter Landkreis Esslingen | jobcenter | 08116 |
VHS Esslingen | vhs | 08116 |
Agentur für Arbeit Göppingen | agentur-fuer-arbeit | 08117 |
IHK Heilbronn-Franken | ihk | heilbronn-franken |
VHS Heilbronn | vhs | 08121 |
Jobcenter Stadt Heilbronn | jobcenter | 08121 |
Jobcenter Landkreis Heilbronn | jobcenter | 08125 |
IHK Karlsruhe | ihk | 08212 |
IHK Rhein-Neckar | ihk | rhein-neckar |
Jobcenter Mannheim | jobcenter | 08222 |
Jobcenter Rhein-Neckar-Kreis | jobcenter | 08226 |
VHS Freiburg | vhs | 08311 |
IHK Südlicher Oberrhein | ihk | suedlicher-oberrhein |
Handwerkskammer Freiburg | hwk | 08311 |
Agentur für Arbeit Offenburg | agentur-fuer-arbeit | 08317096 |
VHS Ortenau | vhs | 08317 |
Agentur für Arbeit Konstanz-Ravensburg | agentur-fuer-arbeit | 08335; 08436 |
Agentur für Arbeit Rottweil-Villingen-Schwenningen | agentur-fuer-arbeit | 08325; 08326074 |
IHK Bodensee-Oberschwaben | ihk | bodensee-oberschwaben |
IHK Schwarzwald-Baar-Heuberg | ihk | schwarzwald-baar-heuberg |
Jobcenter Ulm | jobcenter | 08421 |
VHS Ulm | vhs | 08421 |
Jobcenter Alb-Donau | jobcenter | 08425 |
IHK Ulm | ihk | 08421 |
Jobcenter Landkreis Konstanz | jobcenter | 08335 |
VHS Landkreis Konstanz | vhs | 08335 |
VHS Singen | vhs | 08335075 |
Jobcenter München | jobcenter | 09162 |
Jobcenter Landkreis München | jobcenter | 09184 |
Münchner Volkshochschule | vhs | 09162 |
VHS München | vhs | 09162 |
IHK für München und Oberbayern | ihk | 09162; oberbayern |
Handwerkskammer für München und Oberbayern | hwk | 09162; oberbayern |
VHS Garching | vhs |  | garching
Jobcenter Stadt Landshut | jobcenter | 09261 |
Jobcenter Landkreis Landshut | jobcenter | 09274 |
Agentur für Arbeit Landshut-Pfarrkirchen | agentur-fuer-arbeit | 09261; 09277138 |
Agentur für Arbeit Schwandorf | agentur-fuer-arbeit | 09376 |
IHK Niederbayern | ihk | niederbayern |
Handwerkskammer Niederbayern-Oberpfalz | hwk | niederbayern; oberpfalz |
Jobcenter Weiden-Neustadt | jobcenter | 09363 | neustadt
IHK Regensburg für Oberpfalz / Kelheim | ihk | 09273; 09362; oberpfalz |
VHS Regensburg | vhs | 09362 |
IHK für Oberfranken Bayreuth | ihk | 09462; oberfranken |
IHK zu Coburg | ihk | 09463 |
HWK für Oberfranken | hwk | oberfranken |
Agentur für Arbeit Bayreuth-Hof | agentur-fuer-arbeit | 09462; 09464 |
Agentur für Arbeit Bamberg-Coburg | agentur-fuer-arbeit | 09461; 09463 |
Jobcenter Hof Stadt | jobcenter | 09464 |
Jobcenter Hof Land | jobcenter | 09475 |
VHS Landkreis Kulmbach | vhs | 09477 |
Jobcenter Bamberg | jobcenter | 09461 |
Jobcenter Landkreis Bamberg | jobcenter | 09471 |
VHS Bamberg Stadt | vhs | 09461 |
VHS Bamberg-Land | vhs | 09471 |
Bildungszentrum Nürnberg | bildungstraeger | 09564 | bildungszentrum
Jobcenter Nürnberger Land | jobcenter | 09574 |
Jobcenter Neustadt a. d. Aisch-Bad Windsheim | jobcenter | 09575 |
Jobcenter Wunsiedel | jobcenter | 09479 |
VHS Würzburg | vhs | 09663 |
IHK Würzburg-Schweinfurt | ihk | 09662; 09663 |
HWK Unterfranken | hwk | unterfranken |
Agentur für Arbeit Aschaffenburg | agentur-fuer-arbeit | 09661 |
IHK Aschaffenburg | ihk | 09661 |
Jobcenter Augsburg-Stadt | jobcenter | 09761 |
Jobcenter Augsburg Land | jobcenter | 09772 |
VHS Augsburg | vhs | 09761 |
IHK Schwaben | ihk | schwaben |
HWK Schwaben | hwk | schwaben |
Agentur für Arbeit Kempten-Memmingen | agentur-fuer-arbeit | 09763; 09764 |
Jobcenter Kempten | jobcenter | 09763 |
VHS Kaufbeuren | vhs | 09762 |
Jobcenter Oberallgäu | jobcenter | 09780 |
Jobcenter Lindau | jobcenter | 09776 |
Jobcenter Berlin Mitte | jobcenter | 11001001 |
Jobcenter Berlin-Mitte | jobcenter | 11001001 |
Jobcenter Berlin Neukölln | jobcenter | 11008008 |
Jobcenter Pankow | jobcenter | 11003003 |
VHS Pankow | vhs | 11003003 |
VHS Berlin-Mitte | vhs | 11001001 |
IHK Berlin | ihk | be |
Handwerkskammer Berlin | hwk | be |
Jobcenter Potsdam | jobcenter | 12054 |
VHS Potsdam | vhs | 12054 |
IHK Potsdam | ihk | 12054 |
Handwerkskammer Cottbus | hwk | 12052 |
IHK Cottbus | ihk | 12052 |
Jobcenter Spree-Neiße | jobcenter | 12071 |
Jobcenter Uckermark | jobcenter | 12073 |
KVHS Barnim | vhs | 12060 |
Jobcenter Brandenburg an der Havel | jobcenter | 12051 |
VHS Brandenburg an der Havel | vhs | 12051 |
Jobcenter Prignitz | jobcenter | 12070 |
Jobcenter Schwerin | jobcenter | 13004 |
VHS Schwerin | vhs | 13004 |
IHK zu Schwerin | ihk | 13004 |
Handwerkskammer Schwerin | hwk | 13004 |
IHK zu Rostock | ihk | 13003 |
Jobcenter Hanse- und Universitätsstadt Rostock | jobcenter | 13003 |
Jobcenter Landkreis Rostock | jobcenter | 13072 |
VHS Rostock | vhs | 13003 |
Jobcenter Vorpommern-Rügen | jobcenter | 13073 |
Jobcenter Vorpommern-Greifswald Nord | jobcenter | 13075 | nord
IHK Neubrandenburg für das östliche Mecklenburg-Vorpommern | ihk | 13071107; mv | oestliche
Jobcenter Mecklenburgische Seenplatte-Nord | jobcenter | 13071 | nord
KVHS Ludwigslust-Parchim | vhs | 13076 |
Agentur für Arbeit Greifswald | agentur-fuer-arbeit | 13075039 |
Jobcenter Dresden | jobcenter | 14612 |
VHS Dresden | vhs | 14612 |
IHK Dresden | ihk | 14612 |
Handwerkskammer Dresden | hwk | 14612 |
Jobcenter Leipzig | jobcenter | 14713 |
Jobcenter Landkreis Leipzig | jobcenter | 14729 |
VHS Leipzig | vhs | 14713 |
IHK zu Leipzig | ihk | 14713 |
IHK Chemnitz | ihk | 14511 |
Jobcenter Erzgebirgskreis | jobcenter | 14521 |
Jobcenter Vogtland | jobcenter | vogtland |
VHS Vogtland | vhs | vogtland |
VHS Zwickau | vhs | 14524 |
Jobcenter Zwickau | jobcenter | 14524 |
Agentur für Arbeit Annaberg-Buchholz | agentur-fuer-arbeit | 14521020 |
Agentur für Arbeit Bautzen | agentur-fuer-arbeit | 14625 |
VHS Görlitz | vhs | 14626 |
Jobcenter Görlitz | jobcenter | 14626 |
Landkreis Sächsische Schweiz-Osterzgebirge | kreis | 14628 |
VHS Meißen | vhs | 14627 |
IHK Halle-Dessau | ihk | 15001; 15002 |
Handwerkskammer Halle (Saale) | hwk | 15002 |
Jobcenter Halle (Saale) | jobcenter | 15002 |
VHS Halle | vhs | 15002 |
IHK Magdeburg | ihk | 15003 |
Jobcenter Magdeburg | jobcenter | 15003 |
Jobcenter Landkreis Börde | jobcenter | 15083 |
KVHS Harz | vhs | 15085 |
Jobcenter Harz | jobcenter | 15085 |
Jobcenter Burgenlandkreis | jobcenter | 15084 |
Agentur für Arbeit Dessau-Roßlau-Wittenberg | agentur-fuer-arbeit | 15001; 15091 |
Jobcenter Wittenberg | jobcenter | 15091 |
KVHS Mansfeld-Südharz | vhs | 15087 |
Jobcenter Altmarkkreis Salzwedel | jobcenter | 15081 |
Jobcenter Stendal | jobcenter | 15090 |
Jobcenter Erfurt | jobcenter | 16051 |
IHK Erfurt | ihk | 16051 |
VHS Erfurt | vhs | 16051 |
HWK Erfurt | hwk | 16051 |
HWK Südthüringen | hwk | suedwestthueringen |
IHK Südthüringen | ihk | suedwestthueringen |
IHK Ostthüringen zu Gera | ihk | 16052; ostthueringen |
Jobcenter Jena | jobcenter | 16053 |
Jobcenter Wartburgkreis | jobcenter | 16063 |
VHS Eisenach | vhs | 16063105 |
VHS Wartburgkreis | vhs | 16063 |
KVHS Gotha | vhs | 16067 |
Jobcenter Ilm-Kreis | jobcenter | 16070 |
Jobcenter Unstrut-Hainich-Kreis | jobcenter | 16064 |
Agentur für Arbeit Altenburg-Gera | agentur-fuer-arbeit | 16052; 16077001 |
Agentur für Arbeit Suhl | agentur-fuer-arbeit | 16054 |
Jobcenter Weimarer Land | jobcenter | 16071 |
Jobcenter Weimar | jobcenter | 16055 |
Jobcenter Eichsfeld | jobcenter | 16061 |
Landratsamt Kulmbach | kreis | 09477 |
Landratsamt Bodenseekreis | kreis | 08435 |
Landratsamt Neustadt a.d.Waldnaab | kreis | 09374 |
Stadt Kulmbach | stadt | 09477128 |
Landkreis Kulmbach | kreis | 09477 |
Stadt Emden | stadt | 03402 |
Gemeinde Neudrossenfeld | stadt | 09477142 |
Caritasverband Kulmbach | wohlfahrtsverband | 09477 | caritas
Diakonie Hochfranken | wohlfahrtsverband | hochfranken | diakonie
AWO Kulmbach | wohlfahrtsverband | 09477 | awo
Jugendamt Kulmbach | jugendamt | 09477 |
Kreisjugendamt Kulmbach | jugendamt | 09477 |
Stadtjugendamt Fürth | jugendamt | 09563 |
Kreishandwerkerschaft Bayreuth | kreishandwerkerschaft | 09462 |
Universität Bayreuth | hochschule | 09462 | universitaet
Hochschule Hof | hochschule | 09464 | hochschule
Hochschule Ansbach | hochschule | 09561 | hochschule
Fachhochschule Emden/Leer | hochschule | 03402; 03457 | fachhochschule
Hochschule Emden/Leer | hochschule | 03402; 03457 | hochschule
TH Nürnberg | hochschule | 09564 | technische-hochschule
Bildungszentrum Mitte gGmbH | bildungstraeger |  | bildungszentrum mitte
Kolping-Bildungswerk Paderborn | bildungstraeger | 05774 | bildungswerk kolping
"""
_ROWS = [tuple(part.strip() for part in line.split("|")) for line in _NAMES.strip().splitlines()]


def _expected(kind: str, places: str, tokens: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    found = tuple(f"region/{place}" for place in places.split("; ")) if places else ()
    return (f"actor-type/{kind}" if kind else "", found, tuple(tokens.split()))


@pytest.mark.parametrize(("name", "kind", "places", "tokens"), _ROWS)
def test_type_and_place_of_a_name_are_found(name: str, kind: str, places: str, tokens: str) -> None:
    key = institution(name)
    assert _expected(kind, places, tokens) == (key.type, key.places, key.tokens)


def test_the_names_come_from_all_laender() -> None:
    known = gazetteer()
    lands = [land for land in known if land.kind == "land"]
    places = [known[f"region/{place}"] for row in _ROWS for place in row[2].split("; ") if place]
    assert 150 <= len(_ROWS)
    assert [] == [land.label for land in lands if not any(place.atoms <= land.atoms for place in places)]


def test_institutions_of_different_places_never_share_a_key() -> None:
    keys: dict[InstitutionKey, set[str]] = {}
    for name, _, places, _ in _ROWS:
        keys.setdefault(institution(name), set()).add(places)
    assert [] == [places for places in keys.values() if len(places) > 1]
    slugs = {key.slug() for key in keys}
    assert len(slugs) == len(keys)


@pytest.mark.parametrize(
    "names",
    [
        ["Jobcenter Stadt Fürth", "Jobcenter Landkreis Fürth", "Jobcenter Stadt und Landkreis Fürth"],
        ["IHK Frankfurt am Main", "IHK Frankfurt (Oder)"],
        ["VHS Halle (Saale)", "VHS Halle (Westf.)"],
        ["Jobcenter Rostock", "Jobcenter Landkreis Rostock"],
        ["Jobcenter München", "Jobcenter Landkreis München"],
        ["VHS Neustadt/Aisch", "VHS Neustadt an der Weinstraße", "VHS Neustadt in Holstein", "VHS Neustadt"],
        ["VHS Mühlhausen/Thüringen", "VHS Mühlhausen"],
        ["Jobcenter Oldenburg", "Jobcenter Landkreis Oldenburg"],
        ["VHS Weiden", "VHS Weil am Rhein", "VHS Weil der Stadt"],
        ["Kreisvolkshochschule Kaiserslautern", "VHS Kaiserslautern"],
        ["VHS Altona", "VHS Berlin-Mitte", "VHS Hamburg-Mitte", "VHS Hamburg"],
        ["VHS Freiberg am Neckar", "VHS Freiberg"],
        ["Jobcenter Region Hannover", "Jobcenter Stadt Hannover"],
    ],
)
def test_namesakes_stay_apart(names: list[str]) -> None:
    for one, other in combinations(names, 2):
        assert institution(one) != institution(other), f"{one} / {other}"


@pytest.mark.parametrize(
    "names",
    [
        ["Jobcenter Landkreis Kulmbach", "Jobcenter Kulmbach", "JC LK Kulmbach", "Jobcenter des Landkreises Kulmbach", "Jobcenter Lkr. Kulmbach"],
        ["Jobcenter Neustadt a.d.Aisch-Bad Windsheim", "Jobcenter Landkreis Neustadt a. d. Aisch - Bad Windsheim", "Jobcenter Neustadt/Aisch-Bad Windsheim"],
        ["Agentur für Arbeit Frankfurt am Main", "Arbeitsagentur Frankfurt/Main", "AA Frankfurt a. M.", "Agentur für Arbeit Frankfurt"],
        ["VHS Freiburg i. Br.", "Volkshochschule Freiburg im Breisgau", "VHS Freiburg e. V."],
        ["VHS Essen", "VHS Essen (fiktiv)", "Volkshochschule der Stadt Essen"],
        ["HWK für Ostthüringen", "Handwerkskammer Ostthüringen"],
        ["Jobcenter Berlin-Mitte", "Jobcenter Berlin Mitte", "JC Berlin Mitte"],
        ["VHS Halle (Saale)", "VHS Halle/Saale", "Volkshochschule Halle"],
        ["Jobcenter Stadt und Landkreis Fürth", "Jobcenter Stadt/Landkreis Fürth", "Jobcenter Stadt & Landkreis Fürth"],
    ],
)  # fmt: skip
def test_spellings_of_one_institution_share_a_key(names: list[str]) -> None:
    assert 1 == len({institution(name) for name in names}), [institution(name) for name in names]


@pytest.mark.parametrize(
    "name", ["Bildungszentrum Mitte gGmbH", "Haus der Begegnung Stein", "Rudolf-Steiner-Schule", "Lernwerkstatt Lenne gGmbH", "Forum Wissen", "Netzwerk Berg"]
)  # fmt: skip
def test_ordinary_words_in_names_are_no_places(name: str) -> None:
    assert () == institution(name).places
