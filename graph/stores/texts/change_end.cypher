MATCH (c:Change {id: 'verweisnetz', run: $run})
SET c.complete = true
RETURN count(*) AS written
