"""By which names a region says what reads its documents; a file of its own, as every question reads a configuration."""

from __future__ import annotations

USUAL = "rules"
NOTES = "notes"
"""Nothing but what people noted beside the document."""
CHOICES = (USUAL, "llm", "rules+llm", NOTES)
"""What a region may say; what several backends say is united, each tested by itself."""
