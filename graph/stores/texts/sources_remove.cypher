MATCH (s:Source)
WHERE s.id IN $gone
DETACH DELETE s
