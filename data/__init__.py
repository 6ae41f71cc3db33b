"""The tables and geometries, their declared schema, and how they are read and checked."""
