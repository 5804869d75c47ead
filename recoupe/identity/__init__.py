"""Names → entities."""
