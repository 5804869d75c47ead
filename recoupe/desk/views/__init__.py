"""Nouns → what a page shows of them; no request, no HTML."""
