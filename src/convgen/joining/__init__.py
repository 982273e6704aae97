"""Cases that read other cases."""
