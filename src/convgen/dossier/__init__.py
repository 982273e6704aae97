"""A deliberation and the acts that it approves, made together from their cases."""
