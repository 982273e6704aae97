"""One file a kind of value: how it is read, compared, printed, told and made up.

A new kind is a new file here, with a `KIND`; `found` finds it.
"""
