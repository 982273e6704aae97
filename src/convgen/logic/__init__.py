"""What the conditions of a programme and of its clauses allow: formulas over finite domains."""
