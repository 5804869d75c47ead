"""Dates that name their day, month, season or year: *14 juin*, *deuxième trimestre 2024*.

Each rule is a shape over the kinds of the pieces, and a function that reads what has that shape.
"""

from dataclasses import replace

from recoupe.reading.moments import Moment, easter, is_day, nearest, of_day
from recoupe.reading.pieces import Piece
from recoupe.reading.told import Rules, Told, Words, part_of

NAMED = Rules()


@NAMED.shape("date")
def in_digits(words: Words, told: Told) -> str | Moment | None:
    """*2024-06-14*, *14/06/2024*; *04/05/2024* is only its year where nobody can tell."""
    parts = [
        int(part) for part in str(words.say("date")).replace("/", "-").replace(".", "-").split("-")
    ]
    if parts[0] > 31:
        year, month, day = parts
    else:
        day, month, year = parts
        if told.words.numeric == "unclear" and day <= 12 and month <= 12 and day != month:
            return Moment(year)
        if month > 12:
            day, month = month, day
    return Moment(year, month, day) if is_day(year, month, day) else None


@NAMED.shape(
    "weekday? (day|ordinal) (to|and) at? article? (day|ordinal) of? month (comma? of? year)?"
)
@NAMED.shape("month (day|ordinal) (to|and) (day|ordinal) (comma? year)?")
def run_of_days(words: Words, told: Told) -> str | None:
    """*2 au 6 mai*, *August 14 and 18*."""
    days = [d for p in words.pieces if (d := _day(p))]
    last = _in_year(words, told, days[1])
    first = replace(last, day=days[0]) if last else None
    if last is None or first is None or not is_day(first.year, first.month or 1, days[0]):
        return None
    return f"{first}/{last}"


@NAMED.shape("weekday? comma? at? article? (day|ordinal) of? month (comma? of? year)?")
@NAMED.shape("(weekday comma?)? month (day|ordinal) (comma? year)?")
def day_of_month(words: Words, told: Told) -> Moment | None:
    """*lundi 14 juin 2024*, *17 of July*, *Nov 14, 2023*."""
    days = [d for p in words.pieces if (d := _day(p))]
    return _in_year(words, told, days[0])


@NAMED.shape("(last|next|this|that|following|previous) month")
@NAMED.shape("(this|that) unit of? month")
@NAMED.shape(
    "(part of? article?)? month"
    "(comma? of? year | last | next | of? (this|that) unit | of? last unit)?"
)
def month(words: Words, told: Told) -> Moment | None:
    """*juin 2024*, *octobre dernier*, *March of this year*, *February of that year*."""
    return _named(words, told, words.whole("month") or 1)


@NAMED.shape("(part of? article?)? (last|next|this|that|following) season")
@NAMED.shape(
    "(part of? article?)? season"
    "(of? year | last | next | following | previous | of? (this|that) unit)?"
)
def season(words: Words, told: Told) -> Moment | None:
    """*été 2021*, *next spring*, *l'été suivant*, *cet automne*."""
    return _named(words, told, words.whole("season") or 21)


@NAMED.shape("quarter (of? year)?")
@NAMED.shape(
    "(part of? article?)? rank of? unit"
    "(of? article? (year | unit (last|next) | (last|next|this|that) unit))?"
)
def quarter(words: Words, told: Told) -> Moment | None:
    """*deuxième trimestre 2024* is 2024-34; *second half of 2023* is 2023-41."""
    unit, rank = words.say("unit"), words.whole("rank") or words.whole("quarter") or 1
    if words.has("quarter") or unit == "quarter":
        return _named(words, told, 32 + rank)
    return _named(words, told, 39 + rank) if unit == "half" and rank < 3 else None


@NAMED.shape("article? decade (year | number)")
@NAMED.shape("tens")
def decade(words: Words, told: Told) -> str | None:
    """*les années 2000* is 200X, *les années 90* 199X; so is *the 1990s*."""
    year = words.whole("year") or words.whole("number") or words.whole("tens")
    if year is None or year % 10:
        return None
    return f"{(year if year > 100 else 1900 + year) // 10}X"


@NAMED.shape("article? fiscal? years")
def two_years(words: Words, told: Told) -> str | None:
    """*2022-23*, *2024/2025*; *2024-06* is a month."""
    first, last = str(words.say("years")).replace("/", "-").replace("–", "-").split("-")
    end = int(last) if len(last) == 4 else int(first[:2] + last)
    if end > int(first):
        return f"{first}/{end}"
    return f"{first}-{last}" if is_day(int(first), int(last), 1) else None


@NAMED.shape("(part of? article?)? article? unit? article? fiscal? year")
def year(words: Words, told: Told) -> Moment | str | None:
    """*2015*, *mi-2024*, *early 2023*."""
    return part_of(words, told, Moment(words.whole("year") or 1))


@NAMED.shape("dayarticle day")
def day_alone(words: Words, told: Told) -> Moment | None:
    """*le 28*: of the month told before, else of the nearest month."""
    day, base = words.whole("day") or 1, told.anchor or told.now
    if base is None or base.month is None:
        return None
    found = Moment(base.year, base.first_month(), day)
    if told.anchor is None and not told.ahead and (base.day or 31) < day:
        found = replace(base.months_later(-1), day=day)
    return found if is_day(found.year, found.month or 1, day) else None


@NAMED.shape("holiday (of? year)?")
def holiday(words: Words, told: Told) -> Moment | None:
    """*Noël*, *Easter*."""
    day, year = str(words.say("holiday")), words.whole("year")
    base = Moment(year) if year else told.now
    if base is None:
        return None
    if day == "easter":
        return of_day(easter(base.year))
    return nearest(base, int(day[:2]), int(day[3:]), ahead=year is not None or told.ahead)


def _day(piece: Piece) -> int | None:
    value = piece.meanings.get("day", piece.meanings.get("ordinal"))
    return int(value) if isinstance(value, int) and "month" not in piece.meanings else None


def _in_year(words: Words, told: Told, day: int) -> Moment | None:
    year, month = words.whole("year"), words.whole("month") or 1
    if year is not None:
        return Moment(year, month, day) if is_day(year, month, day) else None
    if told.now is None or not is_day(2024, month, day):
        return None
    slip = None if told.ahead else _just_after(told.now, month, day)
    return slip or nearest(told.now, month, day, ahead=told.ahead)


SLIP = 45
"""Days after the document in which a day told as past is a slip, and not of the year before."""


def _just_after(now: Moment, month: int, day: int) -> Moment | None:
    """*Published on 22 May*, in a text of 2 May: the date is kept as told, so that it is seen."""
    if now.day is None or not is_day(now.year, month, day):
        return None
    later = (Moment(now.year, month, day).first_day() - now.first_day()).days
    return Moment(now.year, month, day) if 0 < later <= SLIP else None


def _named(words: Words, told: Told, month: int) -> Moment | None:
    """Give a month, season or quarter by its number, in the year that its words tell."""
    year = words.whole("year")
    if year is not None:
        return Moment(year, month)
    if words.has("that"):
        return Moment(told.anchor.year, month) if told.anchor else None
    if words.has("following"):
        return Moment(told.anchor.year + 1, month) if told.anchor else None
    if told.now is None:
        return None
    if words.has("unit") and words.has("last", "next", "this"):
        return Moment(told.now.year + words.has("next") - words.has("last"), month)
    if words.has("this"):
        return Moment(told.now.year, month)
    if words.has("last", "next"):
        return _strictly(told.now, month, ahead=words.has("next"))
    return nearest(told.now, month, ahead=told.ahead)


def _strictly(now: Moment, month: int, *, ahead: bool) -> Moment | None:
    """Give the next, or last, month of that number, never the one of the document's date."""
    here = Moment(now.year, month)
    if here.first_day() < now.after().first_day() and here.after().first_day() > now.first_day():
        return Moment(now.year + (1 if ahead else -1), month)
    return nearest(now, month, ahead=ahead)
