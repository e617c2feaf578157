// Statements of removed sources, but for those the same change states again.
MATCH (s:Statement)
WHERE s.source IN $gone AND s.run <> $run
CALL (s) { DETACH DELETE s } IN TRANSACTIONS OF 5000 ROWS
