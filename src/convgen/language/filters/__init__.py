"""The filters of expressions: one object each, in a file for each theme.

A new filter is a new object in one of these files, or in a new one: `found` finds it.
"""
