"""One file a step; each runs whole or not at all."""
