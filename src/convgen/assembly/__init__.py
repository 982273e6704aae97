"""Case and library to a numbered document tree."""
