"""Document to Word: the only room that knows docxtpl."""
