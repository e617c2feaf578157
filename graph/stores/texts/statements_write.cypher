UNWIND $rows AS row
MERGE (s:Statement {key: row.key})
SET s = row.properties
SET s.key = row.key, s.run = $run
RETURN count(*) AS written
