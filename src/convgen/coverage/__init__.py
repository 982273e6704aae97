"""Whether each branch of a library is taken by some act: cases made up, rendered, counted."""
