// From here until change_end the store is between two states.
MERGE (c:Change {id: 'verweisnetz'})
SET c.run = $run, c.complete = false
