"""Files read within bounds, and what the system refuses, in French."""
