"""The sheet an adviser prints for one route: above the cut line the client's copy, below it the adviser's."""

from verweisnetz.handout.handout import Handout, Line, handout
from verweisnetz.handout.page import handout_page
from verweisnetz.handout.text import handout_text
from verweisnetz.handout.writing import write_handout

__all__ = ["Handout", "Line", "handout", "handout_page", "handout_text", "write_handout"]
