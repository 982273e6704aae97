"""What helps to write a case: a commented one to fill, a schema for editors, an inventory."""
