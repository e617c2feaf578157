"""Partner matrices: from neutral grids to statements, correctable by a profile."""

from loaders.matrix.interpret import Interpretation, interpret
from loaders.matrix.profile import Profile
from loaders.matrix.profile_reading import read as read_profile
from loaders.matrix.profile_text import dump as dump_profile
from loaders.matrix.proposal import propose

__all__ = ["Interpretation", "Profile", "dump_profile", "interpret", "propose", "read_profile"]
