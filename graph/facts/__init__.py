"""Fact kinds, one file each: gathered from statements by ``graph.derive``, which knows their order."""
