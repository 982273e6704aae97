"""What clauses and conditions are written in."""
