"""What every kind of value is made of."""
