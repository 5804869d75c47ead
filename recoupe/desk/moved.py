"""What is asked for under one of its other names is shown under its own."""


class Moved(Exception):
    """Whatever is asked for has its page elsewhere. path: there, without `.json` and query."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path
