"""The template as a workbook: written empty, or filled with what a partner matrix says."""

from verweisnetz.workbook.normalise import Normalised, normalise
from verweisnetz.workbook.template import write_template

__all__ = ["Normalised", "normalise", "write_template"]
