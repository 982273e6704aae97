"""convgen beside stock docxtpl."""
