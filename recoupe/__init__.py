"""Reads news in several languages and says who claims what, with the quote."""

__version__ = "0.1.0"
