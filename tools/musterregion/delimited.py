"""The two lists that arrive as text: contacts as an old spreadsheet saves them, referrals as a web form exports them."""

from __future__ import annotations

import csv
import io

from tools.musterregion.table import rows

CONTACTS = "kontakte_2026.csv"
REFERRALS = "verweise_liste.csv"

_CONTACTS = """
lfd. Nr.|Einrichtung|Art|Ansprechstelle|Telefon|E-Mail|Internet|Anschrift|Sprechzeiten|Sprachen|Stand
1|Agentur für Arbeit Hagen|Agentur für Arbeit|Team Berufsberatung im Erwerbsleben|0221 4710-101|bbie@aa-hagen.example.org|https://aa-hagen.example.org|Musterstraße 1, 58095 Hagen|Mo-Do 8-16 Uhr|Deutsch, Englisch|01.10.2026
2|Arbeitgeber-Service der Agentur für Arbeit Hagen|Arbeitgeber-Service|Servicenummer Betriebe|0221 4710-105|ag-s@aa-hagen.example.org|.|Musterstraße 1, 58095 Hagen|Mo-Fr 8-18 Uhr|.|01.10.2026
3|Agentur für Arbeit Iserlohn|Agentur für Arbeit|Team Berufsberatung im Erwerbsleben\\nEingangszone|0221 4710-111\\n0221 4710-112|bbie@aa-iserlohn.example.org\\nempfang@aa-iserlohn.example.org|https://aa-iserlohn.example.org|Musterplatz 4, 58636 Iserlohn|.|Deutsch|01.10.2026
4|Jobcenter Hagen|Jobcenter|Team Qualifizierung|0221 4710-116|quali@jc-hagen.example.org|.|Beispielweg 7, 58095 Hagen|Mo, Di, Do 8-12 Uhr|Deutsch, Arabisch, Türkisch|15.09.2026
5|Jobcenter Märkischer Kreis|Jobcenter|Team Qualifizierung|0221 4710-121|quali@jc-mk.example.org|.|Beispielallee 12, 58636 Iserlohn|.|Deutsch|15.09.2026
6|Jobcenter Ennepe-Ruhr-Kreis|Jobcenter|Servicestelle|0221 4710-126|service@jc-en.example.org|.|Beispielring 3, 58332 Schwelm|.|Deutsch|12.02.2024
7|SIHK zu Hagen|Kammer|Team Weiterbildung\\nAnerkennung ausländischer Abschlüsse|0221 4710-131\\n0221 4710-132|weiterbildung@sihk.example.org\\nanerkennung@sihk.example.org|https://sihk.example.org|Kammergasse 2, 58095 Hagen|.|Deutsch, Englisch|04.09.2026
8|Handwerkskammer Südwestfalen|Kammer|Ausbildungsberatung|0221 4710-136|beratung@hwk-swf.example.org|.|Musterweg 3, 59821 Arnsberg|.|Deutsch|04.09.2026
9|Kreishandwerkerschaft Märkischer Kreis|Innung/Handwerk|Geschäftsstelle|0221 4710-141|office@kh-mk.example.org|.|Innungsweg 5, 58636 Iserlohn|.|.|20.08.2026
10|Kreishandwerkerschaft Hagen|Innung/Handwerk|Geschäftsstelle|0221 4710-146|office@kh-hagen.example.org|.|Innungsweg 9, 58095 Hagen|.|.|.
11|Märkischer Arbeitgeberverband|Arbeitgeberverband|Bereich Fachkräfte|0221 4710-151|fachkraefte@mav.example.org|.|.|.|.|20.08.2026
12|DGB Ruhr-Mark|Gewerkschaft|Regionsbüro|0221 4710-156|region@dgb-rm.example.org|.|.|.|.|11.03.2025
13|Regionalagentur Märkische Region|Regionalagentur|Koordinierungsstelle|0221 4710-161|koordination@ra-mr.example.org|https://ra-mr.example.org|Beispielstraße 5, 58091 Hagen|.|Deutsch|01.10.2026
14|Kompetenzzentrum Frau und Beruf Märkische Region|Beratungsstelle|Projektbüro|0221 4710-166|info@kfb.example.org|.|Beispielstraße 5, 58091 Hagen|Mi 9-13 Uhr|Deutsch, Englisch|01.10.2026
15|Bildungsberatung Stadt Hagen|Kommune|Beratungsteam|0221 4710-171|bildungsberatung@hagen.example.org|.|Rathausbeispiel 1, 58095 Hagen|.|Deutsch|07.09.2026
16|Bildungsberatung Märkischer Kreis|Kommune|Beratungsteam|0221 4710-174|bildungsberatung@mk.example.org|.|Kreishausweg 2, 58509 Lüdenscheid|.|Deutsch|07.09.2026
17|Volkshochschule Hagen|Volkshochschule|Beratung|0221 4710-177|beratung@vhs-hagen.example.org|.|.|Di 14-17 Uhr|Deutsch|07.09.2026
18|Volkshochschule der Stadt Lüdenscheid|Volkshochschule|Beratung Sprachen\\nBildungsberatung|0221 4710-180\\n0221 4710-181|sprachen@vhs-ld.example.org; beratung@vhs-ld.example.org|.|Altstadtbeispiel 8, 58511 Lüdenscheid|.|Deutsch, Englisch|07.09.2026
19|Volkshochschule Iserlohn|Volkshochschule|Anmeldung|0221 4710-183|anmeldung@vhs-is.example.org|.|.|.|.|03.06.2024
20|VHS Lennetal|Volkshochschule|Geschäftsstelle|0221 4710-184|info@vhs-lennetal.example.org|.|.|.|.|07.09.2026
21|VHS Ennepe-Ruhr-Süd|Volkshochschule|Bildungsberatung|0221 4710-185|beratung@vhs-en.example.org|.|.|.|Deutsch|07.09.2026
22|Kommunales Integrationszentrum Hagen|Kommunales Integrationszentrum|Erstberatung|0221 4710-191|beratung@ki-hagen.example.org|.|.|.|Deutsch, Arabisch, Rumänisch|22.09.2026
23|Kommunales Integrationszentrum Märkischer Kreis|Kommunales Integrationszentrum|Erstberatung|0221 4710-194|beratung@ki-mk.example.org|.|.|.|Deutsch, Arabisch, Ukrainisch|22.09.2026
24|IQ Fachberatung Anerkennung Hagen|Beratungsstelle|Terminvergabe|0221 4710-301|ankommen@iq.example.org|https://iq.example.org|Beispielstraße 9, 58095 Hagen|Mo-Mi vormittags 9-12 Uhr, Do 14-17 Uhr, nach Vereinbarung|Deutsch, Englisch, Arabisch|12.09.2026
25|FernUniversität in Hagen|Hochschule|Studienberatung|0221 4710-306|studium@fernuni.example.org|.|.|.|.|.
26|Fachhochschule Südwestfalen|Hochschule|Weiterbildungsstelle|0221 4710-309|weiterbildung@fh-swf.example.org|.|.|.|.|02.09.2026
27|Wirtschaftsförderung Hagen|Wirtschaftsförderung|Unternehmensservice|0221 4710-311|service@wf-hagen.example.org|.|.|.|.|02.09.2026
28|Wirtschaftsförderung Märkischer Kreis|Wirtschaftsförderung|Unternehmensservice|0221/4710-314|service@wf-mk.example.org|.|.|.|.|02.09.2026
29|Wirtschaftsförderung Ennepe-Ruhr-Kreis|Wirtschaftsförderung|Unternehmensservice|+49 221 4710-317|service@wf-en.example.org|.|.|.|.|02.09.2026
30|Bildungswerk Lennetal gGmbH (fiktiv)|Bildungsträger|Kundenservice|0221 4710-321|kurse@bw-lennetal.example.org|.|Werkstattweg 14, 58791 Werdohl|.|Deutsch|15.10.2026
31|Akademie Ennepebogen gGmbH (fiktiv)|Bildungsträger|Sekretariat|0221 4710-324|kurse@ennepebogen.example.org|.|.|.|.|14.09.2026
32|Frauenwerk Sauerland e. V. (fiktiv)|Bildungsträger|Beratung|0221 4710-327|beratung@frauenwerk.example.org|.|.|.|Deutsch, Persisch|21.09.2026
33|Sprachinstitut Hohenlimburg (fiktiv)|Bildungsträger|Kursbüro|0221 4710-331|kursbuero@sprachinstitut.example.org|.|.|.|Deutsch, Englisch|09.11.2026
34|Technikschule Iserlohner Land GmbH (fiktiv)|Bildungsträger|Anmeldung|0221 4710-334|anmeldung@technikschule.example.org|.|.|.|.|28.10.2026
35|Migrationsdienst Lennebrücke e. V. (fiktiv)|Migrationsberatung|Offene Sprechstunde|0221 4710-337|sprechstunde@lennebruecke.example.org|.|.|Do 10-12 Uhr|Deutsch, Arabisch, Ukrainisch|22.09.2026
36|Familienzentrum Plettenberg (fiktiv)|Familienzentrum|Leitung|0221 4710-341|leitung@fz-plettenberg.example.org|.|.|.|.|22.09.2026
37|Ehrenamtsbörse Lüdenscheid (fiktiv)|Ehrenamtsagentur|Büro|0221 4710-344|buero@ehrenamt-ld.example.org|.|.|.|.|22.09.2026
38|mein NOW|Plattform|.|.|.|https://meinnow.example.org|.|.|.|.
39|Bildungsportal Hagen|Plattform|.|.|.|https://bildungsportal-hagen.example.org|.|.|.|.
40|IQ Fachberatung Anerkennung Ennepe-Ruhr|Beratungsstelle|Terminvergabe|0221 4710-302|en@iq.example.org|https://iq.example.org|Musterring 2, 58332 Schwelm|Di vormittags, nach Vereinbarung|Deutsch, Englisch|12.09.2026
41|IQ Fachberatung Anerkennung Siegen|Beratungsstelle|Terminvergabe|0221 4710-303|siegen@iq.example.org|https://iq.example.org|Musterhang 7, 57072 Siegen|Di und Do vormittags|Deutsch, Ukrainisch|12.09.2026
42|Agentur für Arbeit Siegen|Agentur für Arbeit|Team Berufsberatung im Erwerbsleben|0221 4710-347|bbie@aa-siegen.example.org|.|Beispielgasse 3, 57072 Siegen|.|Deutsch|01.10.2026
43|Arbeitgeber-Service der Agentur für Arbeit Iserlohn|Arbeitgeber-Service|Servicenummer Betriebe|0221 4710-113|ag-s@aa-iserlohn.example.org|.|Musterplatz 4, 58636 Iserlohn|Mo-Fr 8-18 Uhr|.|01.10.2026
44|Jobcenter Kreis Olpe|Jobcenter|Servicestelle|0221 4710-349|service@jc-olpe.example.org|.|.|.|Deutsch|11.03.2025
45|Handwerkskammer Dortmund|Kammer|Anerkennung|0221 4710-351|anerkennung@hwk-do.example.org|.|.|.|Deutsch, Englisch|12.09.2026
46|IHK FOSA|Kammer|Servicezeit Anträge|0221 4710-353|antrag@ihk-fosa.example.org|https://ihk-fosa.example.org|.|.|Deutsch, Englisch|12.09.2026
47|Bezirksregierung Münster|Behörde|Anerkennung Gesundheitsberufe|0221 4710-355|anerkennung@brms.example.org|.|.|.|Deutsch|03.06.2026
48|Ingenieurkammer-Bau NRW|Kammer|Berufsbezeichnung|0221 4710-357|titel@ikbau.example.org|.|.|.|Deutsch|12.09.2026
49|Sportverein Lennetal 08 e. V. (fiktiv)|Verein|Geschäftsstelle|0221 4710-359|info@sv-lennetal.example.org|.|.|.|.|05.10.2026
50|Landfrauenverein Volmetal e. V. (fiktiv)|Verein|Vorstand|0221 4710-361|info@landfrauen-volmetal.example.org|.|.|.|.|05.10.2026
"""

_REFERRALS = """
von|an|für wen|Thema|Region|Übergabe|Verantwortung|Rückmeldung|Stand|Bemerkung
Jobcenter Hagen|IQ Fachberatung Anerkennung Hagen|Geflüchtete, Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Termin wird vereinbart|abgebende Stelle bis zur Rückmeldung|ja|02.11.2026|Zeugnisse, Lebenslauf und vorhandene Übersetzungen mitbringen; wer weitere Übersetzungen zahlt, ist nicht vereinbart
Jobcenter Märkischer Kreis|IQ Fachberatung Anerkennung Hagen|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|12.09.2026|.
Agentur für Arbeit Hagen|IQ Fachberatung Anerkennung Hagen|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Termin wird vereinbart|abgebende Stelle bis zum Termin|ja|12.09.2026|.
IQ Fachberatung Anerkennung Hagen|SIHK zu Hagen|Menschen mit ausländischem Abschluss (nur IHK-Berufe)|Anerkennung ausländischer Abschlüsse|.|begleitete Übergabe|aufnehmende Stelle|ja|12.09.2026|Antrag bei der zuständigen Stelle
IQ Fachberatung Anerkennung Hagen|Handwerkskammer Südwestfalen|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|Märkischer Kreis|Termin wird vereinbart|aufnehmende Stelle|ja|12.09.2026|.
Kommunales Integrationszentrum Hagen|IQ Fachberatung Anerkennung Hagen|Geflüchtete|Anerkennung ausländischer Abschlüsse|.|Termin wird vereinbart|abgebende Stelle bis zum Termin|.|22.09.2026|.
Migrationsdienst Lennebrücke e. V. (fiktiv)|Kommunales Integrationszentrum Märkischer Kreis|Geflüchtete|.|.|gemeinsame Beratung|gemeinsam|ja|22.09.2026|.
Jobcenter Hagen|Agentur für Arbeit Hagen|Arbeitsuchende|Weiterbildungsförderung|.|Termin wird vereinbart|aufnehmende Stelle|ja|15.09.2026|.
Jobcenter Märkischer Kreis|Agentur für Arbeit Iserlohn|Arbeitsuchende|Weiterbildungsförderung|.|Termin wird vereinbart|aufnehmende Stelle|ja|15.09.2026|.
Jobcenter Ennepe-Ruhr-Kreis|Agentur für Arbeit Hagen|Arbeitsuchende|Weiterbildungsförderung|.|Termin wird vereinbart|aufnehmende Stelle|.|12.02.2024|.
Jobcenter Ennepe-Ruhr-Kreis|Akademie Ennepebogen gGmbH (fiktiv)|Ältere|Digitale Grundkompetenzen|.|allgemeine Information|nicht vereinbart|.|12.02.2024|.
Ehrenamtsbörse Lüdenscheid (fiktiv)|Bildungswerk Lennetal gGmbH (fiktiv)|geringfügig Beschäftigte unter 35|Berufliche Weiterbildung|.|begleitete Übergabe|gemeinsam|ja|05.10.2026|Projekt Minijob plus
Stadtbücherei Lüdenscheid|Bildungswerk Lennetal gGmbH (fiktiv)|geringfügig Beschäftigte unter 35|Berufliche Weiterbildung|.|allgemeine Information|nicht vereinbart|.|05.10.2026|Projekt Minijob plus
Stadtbücherei Lüdenscheid|VHS Lüdenscheid|Menschen ohne Berufsabschluss|Grundbildung|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|.|.
Arbeitgeber-Service der Agentur für Arbeit Hagen|SIHK zu Hagen|KMU|Qualifizierung von Beschäftigten|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|01.10.2026|.
Arbeitgeber-Service der Agentur für Arbeit Hagen|Regionalagentur Märkische Region|KMU|Weiterbildungsförderung|.|Termin wird vereinbart|aufnehmende Stelle|.|01.10.2026|.
Märkischer Arbeitgeberverband|SIHK zu Hagen|KMU|Digitalisierung|.|allgemeine Information|nicht vereinbart|.|20.08.2026|.
Märkischer Arbeitgeberverband|Arbeitgeber-Service der Agentur für Arbeit Hagen|KMU|Qualifizierung von Beschäftigten|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|20.08.2026|.
Wirtschaftsförderung Ennepe-Ruhr-Kreis|SIHK zu Hagen|KMU|Digitalisierung|.|Termin wird vereinbart|abgebende Stelle bis zum Termin|.|02.09.2026|.
Wirtschaftsförderung Märkischer Kreis|Technikschule Iserlohner Land GmbH (fiktiv)|KMU|Künstliche Intelligenz|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|02.09.2026|.
DGB Ruhr-Mark|Bildungsberatung Märkischer Kreis|Beschäftigte|Berufliche Weiterbildung|.|allgemeine Information|nicht vereinbart|.|11.03.2025|.
DGB Ruhr-Mark|Agentur für Arbeit Hagen|Beschäftigte|Berufliche Orientierung|.|allgemeine Information|nicht vereinbart|.|11.03.2025|.
Familienzentrum Plettenberg (fiktiv)|Kompetenzzentrum Frau und Beruf Märkische Region|Wiedereinsteigende, Alleinerziehende|Beruflicher Wiedereinstieg|.|Termin wird vereinbart|abgebende Stelle bis zum Termin|ja|22.09.2026|.
Kompetenzzentrum Frau und Beruf Märkische Region|Agentur für Arbeit Iserlohn|Wiedereinsteigende|Weiterbildungsförderung|.|Termin wird vereinbart|aufnehmende Stelle|.|01.10.2026|.
Kompetenzzentrum Frau und Beruf Märkische Region|Bildungsberatung Stadt Hagen|Wiedereinsteigende|Berufliche Weiterbildung|.|gemeinsame Beratung|gemeinsam|ja|01.10.2026|.
Bildungsberatung Märkischer Kreis|Agentur für Arbeit Iserlohn|Beschäftigte|Berufliche Weiterbildung|.|gemeinsame Beratung|gemeinsam|ja|07.09.2026|abgestimmt mit dem Team BBiE
Jobcenter Hagen|Sozialwerk Hagen-Mitte e. V. (fiktiv)|Langzeitarbeitslose|Stabilisierung|.|begleitete Übergabe|abgebende Stelle bis zur Rückmeldung|ja|19.10.2026|.
Jobcenter Ennepe-Ruhr-Kreis|Akademie Ennepebogen gGmbH (fiktiv)|Langzeitarbeitslose|Stabilisierung|.|Termin wird vereinbart|abgebende Stelle bis zur Rückmeldung|ja|14.09.2026|.
Kommunales Integrationszentrum Hagen|Sprachinstitut Hohenlimburg (fiktiv)|Geflüchtete|Berufsbezogenes Deutsch|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|09.11.2026|.
Kommunales Integrationszentrum Ennepe-Ruhr-Kreis|Sprachinstitut Hohenlimburg (fiktiv)|Geflüchtete|Berufsbezogenes Deutsch|.|allgemeine Information|nicht vereinbart|.|09.11.2026|Wartezeit nennen
Jobcenter Märkischer Kreis|Fahrschul- und Logistikakademie Menden (fiktiv)|Arbeitsuchende|Logistik|.|in Klärung|.|.|.|.
Bildungsberatung Märkischer Kreis|Technikzentrum Siegerland (fiktiv)|Menschen ohne Berufsabschluss|Metall und Elektro|.|allgemeine Information|nicht vereinbart|.|02.11.2026|nur außerhalb der Region
Agentur für Arbeit Hagen|IQ Fachberatung Anerkennung Ennepe-Ruhr|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|Ennepe-Ruhr-Kreis|Termin wird vereinbart|abgebende Stelle bis zum Termin|ja|12.09.2026|.
Agentur für Arbeit Iserlohn|IQ Fachberatung Anerkennung Hagen|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Termin wird vereinbart|abgebende Stelle bis zum Termin|ja|12.09.2026|.
Agentur für Arbeit Siegen|IQ Fachberatung Anerkennung Siegen|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Termin wird vereinbart|abgebende Stelle bis zum Termin|ja|12.09.2026|.
Jobcenter Ennepe-Ruhr-Kreis|IQ Fachberatung Anerkennung Ennepe-Ruhr|Geflüchtete, Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|12.09.2026|.
Jobcenter Kreis Olpe|IQ Fachberatung Anerkennung Siegen|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Termin wird vereinbart|abgebende Stelle bis zur Rückmeldung|ja|12.09.2026|.
Kommunales Integrationszentrum Märkischer Kreis|IQ Fachberatung Anerkennung Hagen|Geflüchtete, Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Termin wird vereinbart|abgebende Stelle bis zum Termin|ja|22.09.2026|.
Kommunales Integrationszentrum Ennepe-Ruhr-Kreis|IQ Fachberatung Anerkennung Ennepe-Ruhr|Geflüchtete, Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|begleitete Übergabe|gemeinsam|ja|22.09.2026|.
Bildungsberatung Märkischer Kreis|IQ Fachberatung Anerkennung Hagen|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Termin wird vereinbart|abgebende Stelle bis zum Termin|.|07.09.2026|.
IQ Fachberatung Anerkennung Hagen|IQ Fachberatung Anerkennung Ennepe-Ruhr|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|Ennepe-Ruhr-Kreis|Termin wird vereinbart|aufnehmende Stelle|.|12.09.2026|es zählt der Wohnort
IQ Fachberatung Anerkennung Hagen|IQ Fachberatung Anerkennung Siegen|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|Siegen-Wittgenstein, Kreis Olpe|Termin wird vereinbart|aufnehmende Stelle|.|12.09.2026|es zählt der Wohnort
IQ Fachberatung Anerkennung Ennepe-Ruhr|IQ Fachberatung Anerkennung Hagen|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|Hagen, Märkischer Kreis|Termin wird vereinbart|aufnehmende Stelle|.|12.09.2026|es zählt der Wohnort
IQ Fachberatung Anerkennung Siegen|IQ Fachberatung Anerkennung Hagen|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|Hagen, Märkischer Kreis|Termin wird vereinbart|aufnehmende Stelle|.|12.09.2026|es zählt der Wohnort
IQ Fachberatung Anerkennung Hagen|IHK FOSA|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|12.09.2026|Antrag nach der Beratung; wer Übersetzungen zahlt, ist nicht vereinbart
IQ Fachberatung Anerkennung Hagen|Bezirksregierung Münster|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|03.06.2026|Antrag schriftlich, mit beglaubigten Übersetzungen
IQ Fachberatung Anerkennung Hagen|Ingenieurkammer-Bau NRW|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|12.09.2026|nur wenn „Ingenieurin“ oder „Ingenieur“ geführt werden soll
IQ Fachberatung Anerkennung Ennepe-Ruhr|IHK FOSA|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|12.09.2026|Antrag nach der Beratung; wer Übersetzungen zahlt, ist nicht vereinbart
IQ Fachberatung Anerkennung Ennepe-Ruhr|Bezirksregierung Münster|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|03.06.2026|Antrag schriftlich, mit beglaubigten Übersetzungen
IQ Fachberatung Anerkennung Ennepe-Ruhr|Ingenieurkammer-Bau NRW|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|12.09.2026|nur wenn „Ingenieurin“ oder „Ingenieur“ geführt werden soll
IQ Fachberatung Anerkennung Siegen|IHK FOSA|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|12.09.2026|Antrag nach der Beratung; wer Übersetzungen zahlt, ist nicht vereinbart
IQ Fachberatung Anerkennung Siegen|Bezirksregierung Münster|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|03.06.2026|Antrag schriftlich, mit beglaubigten Übersetzungen
IQ Fachberatung Anerkennung Siegen|Ingenieurkammer-Bau NRW|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|12.09.2026|nur wenn „Ingenieurin“ oder „Ingenieur“ geführt werden soll
IQ Fachberatung Anerkennung Hagen|Handwerkskammer Dortmund|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|Hagen|Termin wird vereinbart|aufnehmende Stelle|.|12.09.2026|.
IQ Fachberatung Anerkennung Ennepe-Ruhr|Handwerkskammer Dortmund|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|Ennepe-Ruhr-Kreis|Termin wird vereinbart|aufnehmende Stelle|.|12.09.2026|.
IQ Fachberatung Anerkennung Siegen|Handwerkskammer Südwestfalen|Menschen mit ausländischem Abschluss|Anerkennung ausländischer Abschlüsse|Siegen-Wittgenstein, Kreis Olpe|Termin wird vereinbart|aufnehmende Stelle|.|12.09.2026|.
Sportverein Lennetal 08 e. V. (fiktiv)|Bildungswerk Lennetal gGmbH (fiktiv)|geringfügig Beschäftigte unter 35|Berufliche Weiterbildung|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|05.10.2026|Projekt Minijob plus; Aushang in der Halle
Landfrauenverein Volmetal e. V. (fiktiv)|Bildungswerk Lennetal gGmbH (fiktiv)|geringfügig Beschäftigte unter 35|Berufliche Weiterbildung|.|begleitete Übergabe|gemeinsam|ja|05.10.2026|Projekt Minijob plus
Arbeitgeber-Service der Agentur für Arbeit Iserlohn|SIHK zu Hagen|KMU|Qualifizierung von Beschäftigten|.|Kontaktdaten werden weitergegeben|nicht vereinbart|.|01.10.2026|.
Märkischer Arbeitgeberverband|Arbeitgeber-Service der Agentur für Arbeit Iserlohn|KMU|Qualifizierung von Beschäftigten|Märkischer Kreis|Termin wird vereinbart|abgebende Stelle bis zum Termin|.|01.10.2026|Besuch im Betrieb
Agentur für Arbeit Siegen|Arbeitgeber-Service der Agentur für Arbeit Iserlohn|KMU|Qualifizierung von Beschäftigten|Märkischer Kreis|Termin wird vereinbart|abgebende Stelle bis zum Termin|ja|01.10.2026|der Betrieb liegt im Märkischen Kreis
Jobcenter Kreis Olpe|Agentur für Arbeit Siegen|Arbeitsuchende|Weiterbildungsförderung|.|Termin wird vereinbart|aufnehmende Stelle|.|11.03.2025|.
"""


def contacts() -> bytes:
    """Return the contact list: semicolons, cp1252, line breaks inside cells."""
    return _delimited(_CONTACTS).encode("cp1252")


def referrals() -> bytes:
    """Return the list of referrals: semicolons, UTF-8 with a byte order mark."""
    return _delimited(_REFERRALS).encode("utf-8-sig")


def _delimited(text: str) -> str:
    records = rows(text)
    assert {len(record) for record in records} == {len(records[0])}, "every record has the columns of the header"
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(records)
    return out.getvalue()
