UNWIND $rows AS row
MATCH (s:Statement {key: row.key})
MATCH (source:Source {id: row.source})
MERGE (s)-[f:FROM {position: row.position}]->(source)
SET f = row.properties
SET f.position = row.position, f.run = $run
RETURN count(*) AS written
