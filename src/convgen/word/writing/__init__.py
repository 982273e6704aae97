"""Document tree and compiled template to the bytes of a .docx."""
