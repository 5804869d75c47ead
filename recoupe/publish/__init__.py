"""Findings → dossier and exchange formats."""
