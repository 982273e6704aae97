"""YAML text to a tree with places: nothing here knows what a case is."""
