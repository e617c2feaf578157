MATCH (c:Change {id: 'verweisnetz'})
RETURN c.run AS run, c.complete AS complete
