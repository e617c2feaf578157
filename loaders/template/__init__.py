"""Our own clean matrix: read back exactly, cell by cell, without guessing."""

from loaders.template.layout import is_template
from loaders.template.reading import read

__all__ = ["is_template", "read"]
