"""Matrices by many imagined authors, written by someone who does not know how they are read."""
