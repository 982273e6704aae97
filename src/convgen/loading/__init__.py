"""YAML to values and spans; pydantic errors to diagnostics."""
