"""The world → text: bytes under their hash, and canonical text that never changes."""
