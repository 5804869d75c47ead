"""How hypothesis draws: the same examples each time, or, with `make fuzz`, many new ones."""

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, max_examples=40, deadline=None)
settings.register_profile("fuzz", max_examples=2000, deadline=None, print_blob=True)
settings.load_profile("repeatable")
