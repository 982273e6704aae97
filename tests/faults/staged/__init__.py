"""What no page can write as a text: each function makes an example, faulty or mended.

Each takes a folder of its own, and gives what convgen says of what it has made there.
"""
