MATCH (s:Source)
RETURN properties(s) AS source
