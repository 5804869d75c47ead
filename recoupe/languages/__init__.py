"""What is known of a language, as checked data."""
