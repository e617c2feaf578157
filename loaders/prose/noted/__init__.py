"""What people noted beside a document: JSON with nodes and relations, or a table with a statement per line.

``projekt.pdf.statements.csv`` (or ``.aussagen.csv``, ``.json``, ``.xlsx``, ``.ods``) beside ``projekt.pdf``. Whoever
notes something quotes the words it stands on; where they stand in the document is found here.
"""
