"""A value as a person reads it, with its bounds; nothing is rounded."""

from babel.numbers import format_decimal

from recoupe.desk.interface import Interface
from recoupe.model.value import Date, Money, Quantity, Value


def in_words(value: Value, shown: Interface) -> str:
    """Write a sum, a quantity or a date: *4,300,000 EUR*, *at least 60 soldiers*."""
    match value:
        case Date():
            return shown.words.day(value.edtf)
        case Money():
            number, unit = value.amount, value.currency
        case Quantity():
            number, unit = value.number, value.unit
    said = _number(number, value.minimum, value.maximum, shown)
    return f"{said} {unit}" if unit else said


def _number(
    exact: float | None, minimum: float | None, maximum: float | None, shown: Interface
) -> str:
    def written(number: float) -> str:
        return format_decimal(number, locale=shown.language, decimal_quantization=False)

    if exact is not None:
        return written(exact)
    if minimum is not None and maximum is not None:
        return shown.translated("{low} to {high}", low=written(minimum), high=written(maximum))
    if minimum is not None:
        return shown.translated("at least {low}", low=written(minimum))
    return shown.translated("at most {high}", high=written(maximum or 0))
