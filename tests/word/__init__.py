"""The Word room, tested on real files with real tools."""
