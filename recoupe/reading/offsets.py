"""Dates told by their distance: *hier*, *last week*, *depuis deux ans*, *three days earlier*."""

from datetime import timedelta

from recoupe.reading.moments import Moment, of_day
from recoupe.reading.told import Rules, Told, Words, part_of

RELATIVE = Rules()
DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}


@RELATIVE.shape("since (number|one) unit")
def since_long(words: Words, told: Told) -> str | None:
    """*depuis deux ans* begins in the month two years back."""
    start = _off(told.now, words, -1)
    return f"{start}/.." if start else None


@RELATIVE.shape("(this|article)? (last|next) number unit")
@RELATIVE.shape("(this|article)? number (last|next) unit")
def run_of_units(words: Words, told: Told) -> str | None:
    """*ces cinq dernières années*, *the past three years*: as exact as the document's date."""
    other = _off(told.now, words, 1 if words.has("next") else -1)
    if other is None or told.now is None:
        return None
    now = told.now
    if other.day is None:
        now = Moment(now.year, now.month if other.month else None)
    return f"{now}/{other}" if words.has("next") else f"{other}/{now}"


@RELATIVE.shape("agobefore (number|one) unit")
@RELATIVE.shape("(number|one) unit ago")
def ago(words: Words, told: Told) -> Moment | None:
    """*il y a quinze jours*, *three years ago*."""
    return _rounded(_off(told.now, words, -1), words)


@RELATIVE.shape("(number|one) unit (later|earlier)")
def off_the_date_before(words: Words, told: Told) -> Moment | None:
    """*deux ans plus tard*, *three days earlier*: from the date told before."""
    return _rounded(_off(told.anchor, words, -1 if words.has("earlier") else 1), words)


@RELATIVE.shape("(this|article)? (last|next) plural")
@RELATIVE.shape("(this|article)? several unit")
def vague(words: Words, told: Told) -> None:
    """*ces derniers mois*, *the coming weeks*: a date that nobody can put in figures."""
    return


@RELATIVE.shape("(part of? article?)? (last|next|this|that|following|previous) unit")
@RELATIVE.shape("(part of? article?)? unit (last|next|following|previous)")
@RELATIVE.shape("this unit there")
@RELATIVE.shape("part of? article? unit")
def unit(words: Words, told: Told) -> str | Moment | None:
    """*last week*, *l'an prochain*, *fin de l'année*, *that same year*."""
    anchored = words.has("that", "there", "following", "previous")
    base = told.anchor if anchored else told.now
    shift = words.has("next", "following") - words.has("last", "previous")
    if words.say("unit") == "weekend":
        return _weekend(base, 1 if words.has("next") or told.ahead else 0)
    found = _shifted(base, str(words.say("unit")), shift)
    return part_of(words, told, found) if isinstance(found, Moment) else found


@RELATIVE.shape("today daypart?")
def day_word(words: Words, told: Told) -> Moment | None:
    """*hier soir*, *today*."""
    return _days_off(told.now, words.whole("today") or 0)


@RELATIVE.shape("this daypart")
def this_morning(words: Words, told: Told) -> Moment | None:
    """*ce matin*."""
    return _days_off(told.now, 0)


@RELATIVE.shape("shifted")
def shifted(words: Words, told: Told) -> Moment | None:
    """*la veille*, *the next day*, *le même jour*: from the date told before."""
    shift = words.whole("shifted") or 0
    return _days_off(told.anchor or (None if shift else told.now), shift)


@RELATIVE.shape("(last|next|this)? weekday daypart? (last|next)? daypart?")
def weekday(words: Words, told: Told) -> Moment | None:
    """*mardi soir*, *Last Thursday*, *next Monday*: the document's own day is meant if it fits."""
    if told.now is None or told.now.day is None:
        return None
    today, day = told.now.first_day(), words.whole("weekday") or 0
    if words.has("last"):
        return of_day(today - timedelta(days=(today.weekday() - day - 1) % 7 + 1))
    if words.has("next"):
        return of_day(today + timedelta(days=(day - today.weekday() - 1) % 7 + 1))
    if told.ahead:
        return of_day(today + timedelta(days=(day - today.weekday()) % 7))
    return of_day(today - timedelta(days=(today.weekday() - day) % 7))


def _off(base: Moment | None, words: Words, sign: int) -> Moment | None:
    """Give the moment so many units off: a day for days and weeks, else a month."""
    count, unit = (words.whole("number") or words.whole("one") or 0) * sign, str(words.say("unit"))
    if base is None or abs(count) > 200:
        return None
    if unit in DAYS:
        return _days_off(base, count * DAYS[unit])
    if base.month is None or unit == "decade":
        return Moment(base.year + count * MONTHS[unit] // 12)
    return base.months_later(count * MONTHS[unit])


def _rounded(found: Moment | None, words: Words) -> Moment | None:
    """Years off a date give a year: *deux ans plus tard*."""
    years = words.say("unit") in ("year", "decade")
    return Moment(found.year) if found and years else found


def _days_off(base: Moment | None, days: int) -> Moment | None:
    if base is None or base.day is None:
        return None
    return of_day(base.first_day() + timedelta(days=days))


def _weekend(base: Moment | None, shift: int) -> str | None:
    """Give the last Saturday and Sunday, or the coming ones."""
    if base is None or base.day is None:
        return None
    saturday = base.first_day() - timedelta(days=(base.first_day().weekday() + 2) % 7 - 7 * shift)
    return f"{of_day(saturday)}/{of_day(saturday + timedelta(days=1))}"


def _shifted(base: Moment | None, unit: str, shift: int) -> Moment | str | None:
    """Give the unit that the base lies in, or one before or after it."""
    if base is None:
        return None
    if unit == "year":
        return Moment(base.year + shift)
    if unit == "month" and base.month is not None:
        return base.months_later(shift)
    if unit == "day":
        return _days_off(base, shift)
    if unit == "quarter" and base.month is not None:
        count = base.year * 4 + (base.first_month() - 1) // 3 + shift
        return Moment(count // 4, 33 + count % 4)
    if unit != "week" or base.day is None:
        return None
    monday = base.first_day() + timedelta(days=7 * shift - base.first_day().weekday())
    return f"{of_day(monday)}/{of_day(monday + timedelta(days=6))}"
