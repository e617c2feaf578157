"""Writes the partner files of the example region: invented content in the shapes such files really have.

Nothing here uses the program's own readers or writers, so the example cannot flatter them.
"""
