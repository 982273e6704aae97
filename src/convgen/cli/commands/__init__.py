"""The commands: one file each, found by its name.

A file has `HELP`, one sentence, and a function of its own name; or `app`, when the command has
commands of its own.
"""
