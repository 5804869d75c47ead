"""Text → claims."""
