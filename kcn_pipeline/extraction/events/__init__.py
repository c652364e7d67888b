"""Events that a document tells: leaders and members of blocs, awards, conferences and their hosts."""
