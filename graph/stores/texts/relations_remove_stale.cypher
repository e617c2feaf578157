MATCH (:Fact)-[r]->()
WHERE r.run <> $run
CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS
