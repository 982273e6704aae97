"""What a text is meant to say, drawn as a tree: spelled, carried out by our own rules, compared."""
