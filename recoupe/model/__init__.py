"""The nouns: what things are. No I/O, no spaCy, no rules."""
