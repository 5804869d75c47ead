"""Claims → findings."""
