"""A Word template: opened, inspected, compiled to data."""
