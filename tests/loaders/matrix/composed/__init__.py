"""Matrices composed at random from layout, phenomena, wording and format, each with its truth; no interpreter involved."""
