// $type comes from the closed list of rows.py. A fact of the state before is no end: it is about to go.
UNWIND $rows AS row
MATCH (a:Fact {id: row.start})
MATCH (b:Fact {id: row.end})
WHERE a.run = $run AND b.run = $run
MERGE (a)-[r:$($type)]->(b)
SET r.run = $run
RETURN count(*) AS written
