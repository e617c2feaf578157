"""How a file is read, to be seen and corrected: tables, the part of every cell, what it says or why it was reported."""

from verweisnetz.inspection.inspection import Inspection, inspect
from verweisnetz.inspection.page import inspection_page

__all__ = ["Inspection", "inspect", "inspection_page"]
