MATCH (f:Fact)
WHERE f.id > $after
WITH f ORDER BY f.id LIMIT $limit
RETURN f.id AS id, properties(f) AS properties,
  [(f)-[r:!(MAKES|PROVIDES|REFERS_TO)]->(x:Fact) | [type(r), x.id]] AS outward,
  [(x:Fact)-[r:MAKES|PROVIDES]->(f) | [type(r), x.id]] AS inward
ORDER BY id
