MATCH (s:Statement)
WHERE s.source = $source AND s.key > $after
WITH s ORDER BY s.source, s.key LIMIT $limit
RETURN properties(s) AS statement, [(s)-[f:FROM]->() | properties(f)] AS places
ORDER BY statement.key
