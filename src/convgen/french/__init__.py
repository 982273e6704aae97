"""Pure functions on French: typography, agreement, dates, numbers, identifiers."""
