// Labels come from the closed list of rows.py; one a fact no longer has goes.
UNWIND $rows AS row
MERGE (f:Fact {id: row.id})
SET f = row.properties
SET f.id = row.id, f.run = $run
REMOVE f:Network:Board:Project:Event:Team
SET f:$(row.labels)
RETURN count(*) AS written
