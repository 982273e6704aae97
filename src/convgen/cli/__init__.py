"""The commands: options, one call, an exit code."""
