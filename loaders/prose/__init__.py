"""From project descriptions in German to statements a person can check.

A document becomes blocks (``document``), an extractor proposes nodes and relations (``extract``), one validator
tests them against the text, and what holds becomes statements with the quote they stand on.
"""
