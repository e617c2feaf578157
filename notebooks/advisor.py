# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#       format_version: '1.3'
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Beratung: Wen kann ich wohin verweisen?
#
# Für Menschen, die beraten. Jemand sitzt Ihnen gegenüber; gefragt sind ein bis drei gangbare Wege, wer unterwegs
# zuständig bleibt und was noch zu klären ist. Alles in dieser Region ist erfunden.
#
# Das Blatt arbeitet auf einer Kopie der Musterregion und ändert nichts an den mitgelieferten Dateien. Angaben über
# Ratsuchende bleiben im Speicher: Sie werden nicht gespeichert und nicht protokolliert.

# %%
import tempfile
from datetime import date
from pathlib import Path

from IPython.display import Markdown

from queries.explain import explain
from queries.profile_words import profile
from verweisnetz import region
from verweisnetz.handout import handout_text
from verweisnetz.handout.writing import sheet_of
from verweisnetz.scaffold import unpack_example

folder = Path(tempfile.mkdtemp()) / "musterregion"
unpack_example(folder)
here = region.build(folder)
monday = date(2026, 11, 23)
here


# %%
def table(answer, *wanted):
    """Show some columns of an answer."""
    names = answer.columns("de")
    head = [names[column] for column in wanted]
    body = [[str(row[column]).replace("|", "/") or "–" for column in wanted] for row in answer.to_rows("de")]
    return Markdown("\n".join("| " + " | ".join(cells) + " |" for cells in [head, ["---"] * len(head), *body]))


# %% [markdown]
# ## 1. Ein Abschluss aus Syrien
#
# Im Jobcenter Hagen sitzt eine Ingenieurin aus Syrien. Ihr Abschluss ist nicht anerkannt, sie spricht Deutsch auf B1, hat
# zwei Kinder und nur vormittags Zeit. Das Profil sagt **Merkmale**; was sie praktisch braucht, steht daneben.

# %%
engineer = {
    "start": "Jobcenter Hagen",
    "facts": "qualification=academic & recognition=open & language=B1 & migration=refugee"
    " & family=children & benefit=sgb2",
    "residence": "Hagen",
    "practical": {"hours": "vormittags", "child_care": "ja", "cost": "kostenfrei"},
    "day": monday,
}
answer = here.routes(**engineer, needs=["Anerkennung ausländischer Abschlüsse"])
table(answer, "rank", "route", "offer", "fit", "legs", "open_questions")

# %% [markdown]
# Derselbe Weg in Worten: jeder Schritt mit Übergabe, Verantwortung, Kontakt, Stand und der Zelle, aus der er stammt. Ist
# nichts vereinbart, steht das da; es wird nichts angenommen.

# %%
print(explain(answer.routes[0], "de"))

# %%
print(explain(answer.routes[0], "en"))

# %% [markdown]
# Woraus sich der Aufwand zusammensetzt (weniger ist besser, Gleiches ist gleichwertig), und ob ein anderer der gezeigten
# Wege in einem Punkt besser und in keinem schlechter ist:

# %%
for route in answer.routes:
    print(
        route.rank,
        route.path[-1].label,
        route.cost.to_dict(),
        f"gleichwertig: {route.equals}",
        "" if route.non_dominated else "übertroffen",
    )

# %% [markdown]
# Was naheliegt, aber nicht passt, woran es liegt, was sich ändern müsste und wo es steht:

# %%
for near in answer.why_not:
    for failure in near.failed:
        named = " · ".join(part.label for part in (near.target, near.offer) if part)
        print(f"– {named}: {failure.de}. {failure.change_de} ({near.evidence[0]})")

# %% [markdown]
# Wer **zuständig** ist, steht neben den Wegen: Wer anbietet und wer entscheidet, ist nicht dasselbe.

# %%
for rule in answer.competence:
    bodies = ", ".join(body.actor.label for body in rule.bodies) or rule.named or "nicht bekannt"
    print(f"{bodies}: {rule.task.de} ({rule.norm or rule.source})")

# %% [markdown]
# Das **Verweisblatt** zum Mitgeben. Der Name wird nur von Hand eingetragen; unter der Linie bleibt, was nicht mitgeht.

# %%
print(handout_text(sheet_of(here, profile(**engineer, needs=["Anerkennung ausländischer Abschlüsse"]), answer)))

# %% [markdown]
# ### Dieselbe Frage, ein anderer Wohnort
#
# Es zählt der Wohnort, nicht, wo jemand nachfragt. Danach entscheidet die zuständige Stelle des Berufs; welcher Beruf es
# ist, bleibt zu klären.

# %%
for residence in ("Hagen", "Iserlohn", "Witten", "Kreuztal"):
    elsewhere = here.routes(**{**engineer, "residence": residence}, needs=["Anerkennungsberatung"])
    print(f"{residence:10}", " → ".join(actor.label for actor in elsewhere.routes[0].path))

# %%
decided = here.routes(**{**engineer, "practical": {}}, needs=["offer-type/pruefung"], k=8)
for route in decided.routes:
    if route.offer:
        print(
            " → ".join(actor.label for actor in route.path), *(question.text("de") for question in route.open_questions)
        )

# %% [markdown]
# ## 2. Mehrere Anliegen
#
# Sie will Anerkennung, Weiterbildung und besseres Deutsch für den Beruf. Der **Plan** deckt alles mit möglichst wenigen
# Übergaben: Zwei Anliegen an einem Ort sind eine Übergabe. Pläne mit gleich vielen stehen nebeneinander.

# %%
mornings = {**engineer, "practical": {"hours": "vormittags"}}
three = ["Anerkennungsberatung", "Weiterbildungsberatung", "Berufsbezogenes Deutsch"]
table(here.plan(**mornings, needs=three, k=2), "plan", "need", "route", "offer", "fit", "handovers")

# %% [markdown]
# Oder alle an einem Tisch: vereinbarte **Beratungsteams** mit Federführung und Anlass, dann vereinbarte gemeinsame
# Beratung zu zweit, zuletzt Vorschläge, die niemand vereinbart hat.

# %%
teams = here.teams(**mornings, needs=three[:2], k=1)
print(teams.agreed[0].actor.label, "einberufen:", teams.agreed[0].convening)
table(teams, "team", "basis", "lead", "members", "occasion", "uncovered")

# %% [markdown]
# ## 3. Minijob mit 29
#
# Er hat einen Minijob in Lüdenscheid und will sich weiterbilden. Das Profil nennt hier eine **Zielgruppe**. Angetroffen
# wird er nicht im Jobcenter, sondern dort, wo seine Gruppe ohnehin ist: Ohne Startpunkt beginnt die Suche an den Türen
# der Gruppe und der Gruppen, zu denen sie gehört.

# %%
minijob = {
    "groups": ["geringfügig Beschäftigte unter 35"],
    "facts": "age=29",
    "residence": "Lüdenscheid",
    "day": monday,
}
table(
    here.routes(**minijob, needs=["Berufliche Weiterbildung"], k=6), "rank", "route", "offer", "fit", "open_questions"
)

# %% [markdown]
# Wer ihn dorthin begleitet: **Lotsinnen und Lotsen** seiner Gruppe.

# %%
table(here.guides(**minijob), "guide", "audience", "region", "contact", "standing")

# %% [markdown]
# Die **umgekehrte Frage** stellt der Träger: Wer kann mir wen schicken?

# %%
table(
    here.senders("Minijob plus (fiktiv)", day=monday, max_legs=1),
    "sender",
    "route",
    "conditions",
    "handover",
    "standing",
)

# %% [markdown]
# ## 4. Wohnt in Olpe, arbeitet in Lüdenscheid
#
# Wohnort, Arbeitsort und Betriebssitz sind drei Angaben. Für die Förderung zählt der Wohnort, der Arbeitgeber-Service
# kommt dorthin, wo der Betrieb ist.

# %%
commuter = here.routes(
    groups=["Beschäftigte"],
    facts="employment=insured",
    needs=["Berufsberatung im Erwerbsleben"],
    residence="Olpe",
    workplace="Lüdenscheid",
    company_site="Lüdenscheid",
    day=monday,
)
for rule in commuter.competence:
    print(
        rule.task.de,
        "→",
        ", ".join(body.actor.label for body in rule.bodies),
        f"({rule.where.label})" if rule.where else "",
    )
table(commuter, "rank", "route", "offer", "fit", "open_questions")

# %% [markdown]
# Auch der **Betrieb** mit seinen 40 Beschäftigten kann fragen:

# %%
company = here.routes(
    start="Agentur für Arbeit Siegen",
    groups=["KMU"],
    facts="person=company & size=40",
    needs=["Qualifizierungsberatung für Betriebe"],
    company_site="Lüdenscheid",
    day=monday,
)
table(company, "rank", "route", "offer", "fit", "legs")

# %% [markdown]
# ## 5. Zurück in den Beruf
#
# Eine Wiedereinsteigerin in Iserlohn fragt nach einer **Veranstaltung** in den nächsten sechs Wochen, zu der sie ohne
# Anmeldung gehen kann. Vergangenes und Späteres kommt nicht vor; was an der Anmeldung scheitert, wird genannt.

# %%
returner = {"groups": ["Wiedereinsteigende"], "facts": "sex=f", "residence": "Iserlohn", "day": monday}
events = here.events(**returner, needs=["Beruflicher Wiedereinstieg"], without_registration=True)
table(events, "date", "event", "organiser", "place", "fit", "access")

# %%
print("nur mit Anmeldung:", ", ".join(event.actor.label for event in events.by_registration))
for near in events.why_not:
    print("–", near.target.label, "·", "; ".join(failure.de for failure in near.failed))
