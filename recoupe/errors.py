"""One base, and a class for each thing a caller could act on."""


class RecoupeError(Exception):
    """Something a person can mend; its message says what, where, and what to do next."""


class Unreadable(RecoupeError):
    """A file or address gave no text: encrypted, empty, binary, too large, not found.

    what: why, and what to do, in English with braces; filled: what the braces stand for. So it
    can be told in another language too.
    """

    def __init__(self, address: object, what: str, **filled: object) -> None:
        super().__init__(f"{address}: {what.format(**filled)}")
        self.what = what
        self.filled = {name: str(value) for name, value in filled.items()}


class NotACase(RecoupeError):
    """The folder named is no case, or a case made by a newer Recoupe."""


class CaseBusy(RecoupeError):
    """Another process is writing to the case."""


class NotYet(RecoupeError):
    """What is asked for is still being worked out; asked again in a while it is there."""


class StorageFull(RecoupeError):
    """The disk took no more; what was written before is intact."""


class BadLexicon(RecoupeError):
    """A language file breaks its schema; the message names file, entry and field."""


class BadInput(RecoupeError):
    """A file given to a command is not in the format that the command reads."""


class NoReader(RecoupeError):
    """No pipeline reads this language."""


class NoAnswer(RecoupeError):
    """A language model could not be asked; what was done before is kept."""


class QuoteMoved(RecoupeError):
    """A quote is not where its claim says it is."""


class Unknown(RecoupeError):
    """No finding, document or claim goes by that name in the case."""


class BadDecision(RecoupeError):
    """A decision that cannot be kept: made or undone before, or without the reason it needs."""


class BadAccount(RecoupeError):
    """An account that cannot be: its name is taken, its password too short, no admin left."""
