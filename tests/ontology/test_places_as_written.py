"""Places as people write them: official kinds, abbreviations, additions, several at once, and what is none."""

from __future__ import annotations

import re

import pytest

from ontology.regions import gazetteer
from ontology.vocabulary import load
from tests.ontology.lookups import looked_up

# Names of one line mean one region: its id, then the names.
SAME = """
09477     | Landkreis Kulmbach | LK Kulmbach | Lkr. Kulmbach | Kulmbach | Kulmbach (Landkreis) | Kulmbach, Landkreis | gesamter Landkreis Kulmbach | Landkreises Kulmbach
09477128  | Stadt Kulmbach | Kulmbach (Stadt) | Kulmbacher | Große Kreisstadt Kulmbach
01053     | Kreis Herzogtum Lauenburg | Herzogtum Lauenburg | Hzgt. Lauenburg | Kreis Lauenburg
01056     | Kreis Pinneberg | Landkreis Pinneberg | LK Pinneberg
03402     | Stadt Emden | Emden | kreisfreie Stadt Emden | Emder
03452019  | Stadt Norden | in Norden | Norden (Landkreis Aurich)
03241     | Region Hannover | Hannover, Region | Hannover (Region)
03241001  | Hannover | Stadt Hannover | Landeshauptstadt Hannover
04011     | Bremen | Stadt Bremen | Bremer
hb        | Land Bremen | Freie Hansestadt Bremen
05117     | Mülheim/Ruhr | Mülheim an der Ruhr | Mülheim a. d. Ruhr | Mülheim
05334     | StädteRegion Aachen | Städteregion Aachen | Aachen (Städteregion)
05334002  | Aachen | Stadt Aachen
06411     | Darmstadt | Wissenschaftsstadt Darmstadt
06412     | Frankfurt | Frankfurt/Main | Frankfurt am Main | Frankfurt a. M. | Frankfurt a.M. | Frankfurt (Main) | Ffm
12053     | Frankfurt (Oder) | Frankfurt/Oder | Frankfurt an der Oder | Frankfurt/O. | Frankfurt a. d. O.
06434001  | Bad Homburg | Bad Homburg v.d.Höhe | Bad Homburg vor der Höhe | Stadt Bad Homburg
06534016  | Neustadt (Hessen) | Neustadt, Landkreis Marburg-Biedenkopf | Neustadt (Kreis Marburg-Biedenkopf)
06633     | Landkreis Kassel | LK Kassel | Kassel (Landkreis) | Kassel Land | Kassel-Land
06611     | Kassel | Stadt Kassel | Kassel (Stadt) | Raum Kassel | Kassel und Umgebung
07143     | Westerwaldkreis | Landkreis Westerwaldkreis | Westerwaldkreises
08119     | Rems-Murr-Kreis | Rems-Murr | Kreis Rems-Murr | Landkreis Rems-Murr | Rems-Murr-Kreises
08125     | Landkreis Heilbronn | LK Heilbronn
08121     | Heilbronn | Stadt Heilbronn | Stadtkreis Heilbronn | SK Heilbronn
08311     | Freiburg i. Br. | Freiburg im Breisgau | Freiburg | Freiburg/Breisgau | Freiburg (Breisgau)
08335075  | Stadt Singen | Singen (Hohentwiel) | in Singen | Singen am Hohentwiel
09162     | München | Landeshauptstadt München | Münchner
09184     | Landkreis München | Lkr. München | München Land
09363     | Weiden | Weiden i.d.OPf. | Weiden i. d. Opf. | Weiden in der Oberpfalz
09373     | Neumarkt | Landkreis Neumarkt i.d.OPf. | Neumarkt/Opf. | Kreis Neumarkt i. d. OPf.
09373147  | Stadt Neumarkt | Stadt Neumarkt in der Oberpfalz
09479     | Wunsiedel | Wunsiedel i. Fichtelgebirge | Landkreis Wunsiedel im Fichtelgebirge
09561     | Ansbach | Stadt Ansbach
09571     | Landkreis Ansbach | LK Ansbach | Ansbach, Landkreis
09571193  | Rothenburg ob der Tauber | Rothenburg/Tauber | Rothenburg (Tauber)
09575     | Neustadt a. d. Aisch-Bad Windsheim | Neustadt a.d.Aisch-Bad Windsheim | Landkreis Neustadt/Aisch-Bad Windsheim | Neustadt an der Aisch - Bad Windsheim
09575153  | Neustadt/Aisch | Neustadt a. d. Aisch | Neustadt an der Aisch | Neustadt (Aisch)
09763     | Kempten | Kempten (Allgäu) | Kempten im Allgäu
10046     | St. Wendel | Sankt Wendel | Landkreis St. Wendel
10041     | Regionalverband Saarbrücken
10041100  | Saarbrücken | Landeshauptstadt Saarbrücken
11003003  | Pankow | Berlin-Pankow | Berlin Pankow | Bezirk Pankow
11001001  | Berlin-Mitte | Berlin Mitte | Bezirk Mitte
02000002  | Hamburg-Altona | Altona | Bezirk Altona
be        | Berlin | Stadt Berlin | Land Berlin | berlinweit
hh        | Hamburg | Hansestadt Hamburg | Freie und Hansestadt Hamburg | HH
12051     | Brandenburg an der Havel | Brandenburg/Havel | Brandenburg a. d. Havel
bb        | Brandenburg | Land Brandenburg
13003     | Rostock | Hansestadt Rostock | Hanse- und Universitätsstadt Rostock
13072     | Landkreis Rostock | LK Rostock
13004     | Schwerin | Landeshauptstadt Schwerin
13071     | Mecklenburgische Seenplatte | Landkreis Mecklenburgische Seenplatte | LK Mecklenburgische Seenplatte
14713     | Leipzig | Stadt Leipzig
14729     | Landkreis Leipzig | Leipzig (Landkreis)
15002     | Halle (Saale) | Halle/Saale | Halle | Halle a. d. Saale
05754012  | Halle (Westf.) | Halle/Westf. | Halle in Westfalen | Halle Westfalen
15091375  | Lutherstadt Wittenberg | Stadt Wittenberg
16063     | Wartburgkreis | Landkreis Wartburgkreis
16063105  | Eisenach | Stadt Eisenach | Eisenach, Wartburgkreis
16064046  | Mühlhausen/Thüringen | Mühlhausen (Thüringen) | Mühlhausen in Thüringen | Mühlhausen (Thür.)
nw        | NRW | Nordrhein-Westfalen
mv        | MV | M-V | Meck-Pomm | Mecklenburg-Vorpommern
bw        | BW | BaWü | Baden-Württemberg
rp        | RLP | RP | Rheinland-Pfalz
sh        | SH | Schleswig-Holstein
by        | Bayern | Freistaat Bayern | bayernweit
ostfriesland   | Ostfriesland
03454     | Emsland | Landkreis Emsland
mittelfranken  | Mittelfranken | Regierungsbezirk Mittelfranken | ganz Mittelfranken | Bezirk Mittelfranken
oberfranken    | Oberfranken
allgaeu   | Allgäu
lausitz   | Lausitz
oberlausitz    | Oberlausitz
vogtland  | Vogtland
erzgebirge     | Erzgebirge
ruhrgebiet     | Ruhrgebiet | Metropole Ruhr
muensterland   | Münsterland
regierungsbezirk-detmold | OWL | Ostwestfalen-Lippe
bergisches-staedtedreieck | Bergisches Städtedreieck | Bergischen Städtedreieck
niederrhein    | Niederrhein
rhein-neckar   | Rhein-Neckar | Metropolregion Rhein-Neckar
rhein-main     | Rhein-Main | Frankfurt/Rhein-Main | Rhein-Main-Gebiet
ostthueringen  | Ostthüringen
vorpommern     | Vorpommern
region-stuttgart | Region Stuttgart
deutschland    | bundesweit | deutschlandweit
"""
_PAIRS = [
    (name.strip(), f"region/{line.partition('|')[0].strip()}")
    for line in SAME.strip().splitlines()
    for name in line.split("|")[1:]
]


@pytest.mark.parametrize(("name", "region"), _PAIRS)
def test_a_place_is_found_as_people_write_it(name: str, region: str) -> None:
    found = gazetteer().find(name)
    assert region == (found.id if found else None)


@pytest.mark.parametrize("name", ["Neustadt", "Burgdorf", "Mühlhausen", "Stadt Mühlhausen", "Garching", "Bergen", "Friedberg", "Kirchheim", "Wasserburg", "Fürth (Odenwald)"])  # fmt: skip
def test_a_name_of_many_towns_is_a_place_but_none_of_them(name: str) -> None:
    assert gazetteer().find(name) is None
    assert gazetteer().is_place(name)


@pytest.mark.parametrize("name", ["landesweit", "kreisweit", "überregional", "Ortsteil Burg", "Samtgemeinde Harpstedt", "VG Montabaur", "Fürth, Erlangen", "Landkreise Leer und Aurich"])  # fmt: skip
def test_reaches_parts_and_lists_are_places_without_being_one_region(name: str) -> None:
    assert gazetteer().find(name) is None
    assert gazetteer().is_place(name)


@pytest.mark.parametrize(
    "word",
    ["Wissen", "Lehre", "Buch", "Stelle", "Lage", "Singen", "Norden", "Laufen", "Kirchen", "Forst", "Welt", "Mitte", "Schutz", "Boden", "Salz",
     "leer", "essen", "Ohne", "ohne", "Kommen", "Online", "online/bundesweit", "Essen und Trinken", "im Wald", "der Berg", "Beratung", "Frauen", "KI", "E", "M", "An"],
)  # fmt: skip
def test_ordinary_words_are_no_places(word: str) -> None:
    assert gazetteer().find(word) is None
    assert not gazetteer().is_place(word)


def test_no_label_of_the_vocabularies_is_a_place() -> None:
    """But for abbreviations that number plates share, which mean a district only where they stand alone."""
    known, vocabulary = gazetteer(), load()
    labels = {
        label
        for scheme in vocabulary.schemes
        for concept in vocabulary.scheme(scheme)
        for label in (*concept.labels.values(), *concept.alt, *concept.hidden)
    }
    assert ["BO", "GF", "OE", "PE", "WF"] == sorted(label for label in labels if known.is_place(label))


@pytest.mark.parametrize(
    ("label", "regions"),
    [
        ("Stadt und Landkreis Fürth", ["Fürth", "Landkreis Fürth"]),
        ("Stadt/Landkreis Ansbach", ["Ansbach", "Landkreis Ansbach"]),
        ("Stadt & LK Kassel", ["Kassel", "Landkreis Kassel"]),
        ("Kreis und Stadt Olpe", ["Kreis Olpe", "Stadt Olpe"]),
        ("Landkreise Leer und Aurich", ["Landkreis Leer", "Landkreis Aurich"]),
        ("Landkreise Leer, Aurich, Wittmund und Stadt Emden", ["Landkreis Leer", "Landkreis Aurich", "Landkreis Wittmund", "Emden"]),
        ("LK Leer/Aurich", ["Landkreis Leer", "Landkreis Aurich"]),
        ("Stadt Leipzig, Landkreise Leipzig und Nordsachsen", ["Leipzig", "Landkreis Leipzig", "Landkreis Nordsachsen"]),
        ("Nürnberg, Fürth, Erlangen, Schwabach", ["Nürnberg", "Fürth", "Erlangen", "Schwabach"]),
        ("Frankfurt/Main, Hanau", ["Frankfurt am Main", "Hanau"]),
        ("Halle/Saale und Leipzig", ["Halle (Saale)", "Leipzig"]),
        ("Siegen-Wittgenstein/Olpe, Hagen", ["Siegen-Wittgenstein/Olpe", "Hagen"]),
        ("Kreis Olpe\nKreis Soest", ["Kreis Olpe", "Kreis Soest"]),
        ("Kulmbach", ["Landkreis Kulmbach"]),
        ("Leer, Emden, online", []),
        ("Stadt und Umland", []),
        ("Kochen und Essen", []),
    ],
)  # fmt: skip
def test_a_label_of_several_places_names_all_or_none(label: str, regions: list[str]) -> None:
    assert regions == [region.label for region in gazetteer().find_each(label)]


@pytest.mark.parametrize(
    ("label", "vague"),
    [
        ("Raum Kassel", True), ("Großraum Nürnberg", True), ("Kreis Olpe und Umgebung", True), ("rund um Kulmbach", True), ("Emden + Umland", True),
        ("Region Hannover", False), ("Region Stuttgart", False), ("Kassel", False), ("ganz Mittelfranken", False), ("im Kreis Olpe", False), ("Frauen", False),
    ],
)  # fmt: skip
def test_a_place_without_a_border_says_so(label: str, vague: bool) -> None:
    assert vague == gazetteer().is_vague(label)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Beratung in Wissen und Singen", ["Wissen (Landkreis Altenkirchen (Westerwald))", "Singen (Hohentwiel)"]),
        ("Das Wissen der Welt", []),
        ("Rudolf-Steiner-Schule", []),
        ("Frankfurt oder Hanau", ["Frankfurt am Main", "Hanau"]),
        ("IHK Frankfurt (Oder)", ["Frankfurt (Oder)"]),
        ("Angebote im Landkreis Neustadt a.d. Waldnaab und in Weiden", ["Landkreis Neustadt a.d.Waldnaab", "Weiden i.d.OPf."]),
        ("Kulmbacher Bildungswerk", ["Stadt Kulmbach"]),
        ("Schulen in Stadt und Landkreis Fürth", ["Fürth", "Landkreis Fürth"]),
        ("kurse in bergen und tälern", []),
    ],
)  # fmt: skip
def test_places_all_over_germany_are_found_in_texts(text: str, labels: list[str]) -> None:
    assert labels == [region.label for region in gazetteer().find_all_in(text)]


@pytest.mark.parametrize(
    "cell",
    [
        "in " * 10_000,
        "Stadt " * 5_000,
        "Hagen," * 5_000,
        "Hagen und " * 3_000,
        "Kreis Hagen " * 2_500,
        "Neustadt a. " * 2_500,
    ],
)
def test_a_cell_as_long_as_a_sheet_allows_is_searched_word_by_word(cell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    known, asked = gazetteer(), looked_up(monkeypatch)
    assert known.find(cell) is None
    known.find_each(cell)
    known.is_place(cell)
    known.is_vague(cell)
    known.find_all_in(cell)
    assert len(asked) <= 12 * len(re.findall(r"\w+", cell))
