"""The read path: one selection set becomes one SQL statement."""
