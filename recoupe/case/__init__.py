"""Nouns ↔ rows: one case is one folder."""
