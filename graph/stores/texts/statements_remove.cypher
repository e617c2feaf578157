UNWIND $keys AS key
MATCH (s:Statement {key: key})
WHERE s.run <> $run
DETACH DELETE s
