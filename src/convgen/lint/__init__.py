"""Faults of the library itself: what no single programme, clause or case shows."""
