"""Which cases a save calls to render again, and when."""
