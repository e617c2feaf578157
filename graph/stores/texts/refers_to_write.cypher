// The shortcut for routes and drawings: one relationship per referral that is not refused.
UNWIND $rows AS row
MATCH (a:Fact {id: row.start})
MATCH (b:Fact {id: row.end})
WHERE a.run = $run AND b.run = $run
MERGE (a)-[r:REFERS_TO {id: row.id}]->(b)
SET r = row.properties
SET r.id = row.id, r.run = $run
RETURN count(*) AS written
