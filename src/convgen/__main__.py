"""`python -m convgen`."""

from convgen.cli.main import run

run()
