"""What is typed, near the language of clauses or in another one: printed whole, or refused."""
