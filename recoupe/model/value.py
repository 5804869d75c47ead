"""What a value says once its words are read: money, a quantity, a date."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Money:
    """A sum. amount: units of the currency; currency: ISO 4217, None where the text gives none.

    minimum, maximum: bounds (*more than 5 billion* has only a minimum), in the same units.
    """

    amount: float | None = None
    currency: str | None = None
    minimum: float | None = None
    maximum: float | None = None

    def __post_init__(self) -> None:
        if (self.amount, self.minimum, self.maximum) == (None, None, None):
            raise ValueError("a sum needs an amount or a bound")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count or measure, with the unit in the words of the text; bounds as in `Money`."""

    number: float | None = None
    unit: str | None = None
    minimum: float | None = None
    maximum: float | None = None

    def __post_init__(self) -> None:
        if (self.number, self.minimum, self.maximum) == (None, None, None):
            raise ValueError("a quantity needs a number or a bound")


@dataclass(frozen=True, slots=True)
class Date:
    """A date, interval or season in EDTF (ISO 8601-2:2019), relative ones already resolved."""

    edtf: str


Value = Money | Quantity | Date
