// Places that statements written in this change had before it.
UNWIND $keys AS key
MATCH (s:Statement {key: key})-[f:FROM]->()
WHERE f.run <> $run
DELETE f
