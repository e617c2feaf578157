MATCH (s:Statement)
WHERE s.key > $after
WITH s ORDER BY s.key LIMIT $limit
RETURN properties(s) AS statement, [(s)-[f:FROM]->() | properties(f)] AS places
ORDER BY statement.key
