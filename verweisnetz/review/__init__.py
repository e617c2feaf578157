"""What a person has to look at, what it would change, and how they decide.

``listing`` finds it, ``effects`` measures what accepting it would change, ``deciding`` and ``applying`` write down
what was decided. The decisions count from the next build on.
"""
