"""The package that a .docx is: zip, parts, relations, strict XML."""
