"""The Word room: a document tree becomes the bytes of a .docx, and is read back from them.

`render` is its door; the house style lives in `templates/convention.docx`, not here.
"""
