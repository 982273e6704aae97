"""The presentations of diagnostics: one file each, found by its name."""
