"""Project descriptions as they stand on the web, in an e-mail or in a Markdown file of a council's website."""

from __future__ import annotations

NETWORK = "bildungsraum_lenne_ruhr.html"
BRIDGES = "bruecken_in_arbeit.md"
RETURN = "wegweiser_wiedereinstieg.txt"

_NETWORK = """<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<title>Vernetzter Bildungsraum Lenne-Ruhr | Regionalagentur Märkische Region</title>
<style>nav li { display: inline } .teaser { color: #555 }</style>
</head>
<body>
<a class="skip" href="#inhalt">Zum Inhalt springen</a>
<header><a href="/">Regionalagentur Märkische Region</a></header>
<nav aria-label="Hauptmenü"><ul><li><a href="/">Start</a></li><li><a href="/themen">Themen</a></li><li><a href="/termine">Termine</a></li><li><a href="/kontakt">Kontakt</a></li></ul></nav>
<div class="cookie-banner" role="dialog">Wir verwenden nur notwendige Cookies. <button>Einverstanden</button></div>
<main id="inhalt">
<h1>Vernetzter Bildungsraum Lenne-Ruhr</h1>
<p class="teaser">Wer sich beruflich weiterbilden will, soll in unserer Region mit einem Anruf am richtigen Ort sein. Dafür arbeiten Beratungsstellen, Kammern und Bildungsträger zusammen.</p>
<h2>Worum es geht</h2>
<p>Der Vernetzte Bildungsraum Lenne-Ruhr ist in der Märkischen Region tätig. Er richtet sich an Beschäftigte, Arbeitsuchende und kleine und mittlere Unternehmen. Im Mittelpunkt stehen die Themen Berufliche Weiterbildung, Digitalisierung und Anerkennung ausländischer Abschlüsse.</p>
<p>Koordiniert wird der Bildungsraum von der Regionalagentur Märkische Region. Gefördert wird er durch das Land NRW.</p>
<h2>Gremien</h2>
<p>Den Kurs bestimmt der Beirat Fachkräftesicherung &amp; Beschäftigungsfähigkeit. Die Regionalagentur Märkische Region ist seine Geschäftsstelle, die SIHK zu Hagen führt den Vorsitz. Mitglieder des Beirats sind außerdem:</p>
<ul>
<li>die Agenturen für Arbeit Hagen und Iserlohn,</li>
<li>das Jobcenter Hagen und das Jobcenter Märkischer Kreis,</li>
<li>die Handwerkskammer Südwestfalen,</li>
<li>der Märkische Arbeitgeberverband und</li>
<li>der DGB Ruhr-Mark.</li>
</ul>
<p>Die Wirtschaftsförderung Hagen, die Wirtschaftsförderung Märkischer Kreis und die Wirtschaftsförderung Ennepe-Ruhr-Kreis wirken in der Taskforce Digitalisierung mit. Die Taskforce Digitalisierung tagt viermal im Jahr.</p>
<figure><img src="/bild.jpg" alt=""><figcaption>Der Beirat im September 2026. Foto: Regionalagentur</figcaption></figure>
<h2>Wie es weitergeht</h2>
<p>Ab Herbst 2027 soll auch die Volkshochschule Iserlohn in der Taskforce Digitalisierung mitarbeiten. Denkbar ist, dass das Kommunale Integrationszentrum Ennepe-Ruhr-Kreis dem Beirat beitritt.</p>
<h2>Ansprechstelle</h2>
<p>Koordinierungsstelle der Regionalagentur Märkische Region<br>Telefon 0221 4710-161<br>koordination@ra-mr.example.org</p>
</main>
<aside><h2>Das könnte Sie auch interessieren</h2><ul><li><a href="/news/1">Neues Förderprogramm</a></li></ul></aside>
<footer><a href="/impressum">Impressum</a> | <a href="/datenschutz">Datenschutz</a> | Seite drucken</footer>
</body>
</html>
"""

_BRIDGES = """# Brücken in Arbeit (fiktiv)

*Aus der Projektübersicht des Märkischen Kreises, erfunden*

## Das Projekt

Das Projekt „Brücken in Arbeit“ begleitet gut qualifizierte Frauen mit Fluchterfahrung auf dem Weg in einen Beruf, der zu
ihrer Ausbildung passt. Träger ist der Migrationsdienst Lennebrücke e. V. (fiktiv). Das Projekt wird vom Bund gefördert und
arbeitet im Märkischen Kreis.

## Angebote

- Mentoring durch berufstätige Frauen
- Bewerbungstraining

## Wer zusammenarbeitet

Das Projekt kooperiert mit dem Kommunalen Integrationszentrum Märkischer Kreis und mit dem Kompetenzzentrum Frau und Beruf
Märkische Region. Wer einen ausländischen Abschluss hat, wird vom Migrationsdienst Lennebrücke an die IQ Fachberatung
Anerkennung Hagen weitergeleitet. Eine Kinderbetreuung bietet das Projekt nicht an.

Sollte das Projekt verlängert werden, könnte es 2028 auch in Hagen beraten.

**Laufzeit:** 01.10.2023 bis 31.03.2027

**Ansprechstelle:** Offene Sprechstunde, 0221 4710-337, sprechstunde@lennebruecke.example.org
"""

_RETURN = """Wegweiser Wiedereinstieg für den Märkischen Kreis

Zusammengestellt vom Kompetenzzentrum Frau und Beruf Märkische Region, Fassung November 2026, alles erfunden.

Warum dieser Wegweiser?

Wer nach einer Familienzeit wieder arbeiten will, landet oft bei der ersten Stelle, die ihr einfällt. Damit niemand im Kreis geschickt wird, haben die Beratungsstellen abgesprochen, wer an wen weitergibt.

Wer macht was?

Kompetenzzentrum Frau und Beruf Märkische Region
Zielgruppe: Wiedereinsteigende, Frauen
Angebot: Beratung zum Wiedereinstieg

Familienzentrum Plettenberg (fiktiv)
Zielgruppe: Alleinerziehende
Angebot: Elterncafé

Wege

Das Familienzentrum Plettenberg verweist Wiedereinsteigende an das Kompetenzzentrum Frau und Beruf Märkische Region. Der Termin wird am Telefon gleich mit vereinbart. Geht es um Leistungen, verweist das Kompetenzzentrum Frau und Beruf Märkische Region an die Agentur für Arbeit Iserlohn. Bei Fragen zu Sprachkursen verweist die Bildungsberatung Märkischer Kreis an die Volkshochschule der Stadt Lüdenscheid.

Die Volkshochschule Iserlohn und die Volkshochschule der Stadt Lüdenscheid arbeiten bei ihren Kursen zusammen.

Geplant

Ab Februar 2027 soll das Jobcenter Märkischer Kreis Alleinerziehende unmittelbar an das Familienzentrum Plettenberg vermitteln. Bis dahin geht dieser Weg über das Kompetenzzentrum.

Termine

Das Kompetenzzentrum Frau und Beruf Märkische Region veranstaltet am 03.12.2026 den Infotag Wiedereinstieg Iserlohn. Eine Anmeldung ist nicht nötig.

Kontakt

Projektbüro des Kompetenzzentrums Frau und Beruf Märkische Region
Telefon: 0221 4710-166
info@kfb.example.org
"""


def network() -> bytes:
    """Return the page of the network."""
    return _NETWORK.encode("utf-8")


def bridges() -> bytes:
    """Return the profile of a project in Markdown."""
    return _BRIDGES.encode("utf-8")


def back_to_work() -> bytes:
    """Return the guide the counselling centres agreed on, as plain text."""
    return _RETURN.encode("utf-8")
