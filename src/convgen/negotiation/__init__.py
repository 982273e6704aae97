"""What one case changes in the plan of its programme."""
