"""A small case of our own writing, and the first command of the README."""
