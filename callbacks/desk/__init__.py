"""The data desk: what its controls do."""
