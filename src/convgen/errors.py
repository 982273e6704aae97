"""Failures of convgen itself, as opposed to faults in the user's material."""


class ConvgenError(Exception):
    """Convgen, or a tool it needs, cannot go on (exit code 2). The message is French."""
