"""A Deck as slides of an office program: everything on them can be edited there."""
