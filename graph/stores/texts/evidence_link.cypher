// From a fact's evidence to the statement it comes from; facts may be kept without their statements.
UNWIND $rows AS row
MATCH (e:Fact {id: row.id})
MATCH (s:Statement {key: row.statement})
MERGE (e)-[r:OF]->(s)
SET r.run = $run
RETURN count(*) AS written
