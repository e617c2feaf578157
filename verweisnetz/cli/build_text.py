"""What a build and a region's state are called, in German and English."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "source": "Quelle", "cells": "Zellen", "statement": "Aussage", "negative": "verneint", "reported": "gemeldet",
        "structure": "Aufbau", "dropped": "verloren", "profile": "Profil", "=": "zusammen",
        "blocks": "Absätze", "table": "Tabelle", "boilerplate": "Beiwerk", "silent": "ohne Aussage", "unread": "ungelesen",
        "actors": "Stellen", "offers": "Angebote", "provisions": "Angebotsregeln", "referrals": "Verweise",
        "doors": "Türen", "needs": "Bedarfe", "contacts": "Kontakte",
        "region": "Region", "generation": "Fassung", "since": "gültig seit", "age_days": "Alter in Tagen",
        "sources": "Quellen", "broken": "nicht lesbare Quellen", "profiles": "Profile",
        "list": "alle zeigt: verweisnetz build --issues",
        "empty": "Keine Quelle gefunden: was Partner geschickt haben, gehört nach {folder}.",
    },
    "en": {
        "source": "source", "cells": "cells", "statement": "statement", "negative": "negative", "reported": "reported",
        "structure": "structure", "dropped": "dropped", "profile": "profile", "=": "total",
        "blocks": "blocks", "table": "table", "boilerplate": "boilerplate", "silent": "no statement", "unread": "unread",
        "actors": "actors", "offers": "offers", "provisions": "provisions", "referrals": "referrals",
        "doors": "doors", "needs": "needs", "contacts": "contacts",
        "region": "region", "generation": "generation", "since": "since", "age_days": "age in days",
        "sources": "sources", "broken": "unreadable sources", "profiles": "profiles",
        "list": "verweisnetz build --issues shows all",
        "empty": "No source found: put what partners sent into {folder}.",
    },
}  # fmt: skip
