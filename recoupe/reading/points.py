"""What one expression of time means: *14 juin*, *last month*, *deuxième trimestre 2024*.

Each rule is a shape over the kinds of the pieces, and a function that reads what has that shape.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from recoupe.languages.values import DateWords, Meaning
from recoupe.reading.moments import Moment, easter, is_day, nearest, of_day
from recoupe.reading.pieces import Piece

DAYS = {"day": 1, "week": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}


@dataclass(frozen=True, slots=True)
class Told:
    """What an expression is read against.

    now: the document's date, None where unknown; ahead: whether the verb looks ahead of it;
    anchor: the date told before in the text.
    """

    words: DateWords
    now: Moment | None
    ahead: bool = False
    anchor: Moment | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The pieces of an expression, asked by kind."""

    pieces: Sequence[Piece]

    def has(self, *kinds: str) -> bool:
        return any(kind in piece.meanings for piece in self.pieces for kind in kinds)

    def say(self, kind: str, place: int = 0) -> Meaning:
        found = [p.meanings[kind] for p in self.pieces if kind in p.meanings]
        return found[place] if len(found) > place else None

    def whole(self, kind: str, place: int = 0) -> int | None:
        value = self.say(kind, place)
        return int(value) if isinstance(value, int | float) else None


Rule = Callable[[Words, Told], str | Moment | None]
RULES: list[tuple[str, Rule]] = []


def rule(shape: str) -> Callable[[Rule], Rule]:
    """Register the reader of a shape; of two that fit at a place, the one written first counts."""

    def register(reader: Rule) -> Rule:
        RULES.append((shape, reader))
        return reader

    return register


@rule("date")
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


@rule("weekday? (day|ordinal) (to|and) at? article? (day|ordinal) of? month (comma? of? year)?")
@rule("month (day|ordinal) (to|and) (day|ordinal) (comma? year)?")
def run_of_days(words: Words, told: Told) -> str | None:
    """*2 au 6 mai*, *August 14 and 18*."""
    days = [d for p in words.pieces if (d := _day(p))]
    last = _in_year(words, told, days[1])
    first = replace(last, day=days[0]) if last else None
    if last is None or first is None or not is_day(first.year, first.month or 1, days[0]):
        return None
    return f"{first}/{last}"


@rule("weekday? comma? at? article? (day|ordinal) of? month (comma? of? year)?")
@rule("(weekday comma?)? month (day|ordinal) (comma? year)?")
def day_of_month(words: Words, told: Told) -> Moment | None:
    """*lundi 14 juin 2024*, *17 of July*, *Nov 14, 2023*."""
    days = [d for p in words.pieces if (d := _day(p))]
    return _in_year(words, told, days[0])


@rule("(last|next|this|that|following|previous) month")
@rule("(this|that) unit of? month")
@rule(
    "(part of? article?)? month"
    "(comma? of? year | last | next | of? (this|that) unit | of? last unit)?"
)
def month(words: Words, told: Told) -> Moment | None:
    """*juin 2024*, *octobre dernier*, *March of this year*, *February of that year*."""
    return _named(words, told, words.whole("month") or 1)


@rule("(part of? article?)? (last|next|this|that|following) season")
@rule(
    "(part of? article?)? season"
    "(of? year | last | next | following | previous | of? (this|that) unit)?"
)
def season(words: Words, told: Told) -> Moment | None:
    """*été 2021*, *next spring*, *l'été suivant*, *cet automne*."""
    return _named(words, told, words.whole("season") or 21)


@rule("quarter (of? year)?")
@rule(
    "(part of? article?)? rank of? unit"
    "(of? article? (year | unit (last|next) | (last|next|this|that) unit))?"
)
def quarter(words: Words, told: Told) -> Moment | None:
    """*deuxième trimestre 2024* is 2024-34; *second half of 2023* is 2023-41."""
    unit, rank = words.say("unit"), words.whole("rank") or words.whole("quarter") or 1
    if words.has("quarter") or unit == "quarter":
        return _named(words, told, 32 + rank)
    return _named(words, told, 39 + rank) if unit == "half" and rank < 3 else None


@rule("since (number|one) unit")
def since_long(words: Words, told: Told) -> str | None:
    """*depuis deux ans* begins in the month two years back."""
    start = _off(told.now, words, -1)
    return f"{start}/.." if start else None


@rule("(this|article)? (last|next) number unit")
@rule("(this|article)? number (last|next) unit")
def run_of_units(words: Words, told: Told) -> str | None:
    """*ces cinq dernières années*, *the past three years*: as exact as the document's date."""
    other = _off(told.now, words, 1 if words.has("next") else -1)
    if other is None or told.now is None:
        return None
    now = told.now
    if other.day is None:
        now = Moment(now.year, now.month if other.month else None)
    return f"{now}/{other}" if words.has("next") else f"{other}/{now}"


@rule("agobefore (number|one) unit")
@rule("(number|one) unit ago")
def ago(words: Words, told: Told) -> Moment | None:
    """*il y a quinze jours*, *three years ago*."""
    return _rounded(_off(told.now, words, -1), words)


@rule("(number|one) unit (later|earlier)")
def off_the_date_before(words: Words, told: Told) -> Moment | None:
    """*deux ans plus tard*, *three days earlier*: from the date told before."""
    return _rounded(_off(told.anchor, words, -1 if words.has("earlier") else 1), words)


@rule("(this|article)? (last|next) plural")
@rule("(this|article)? several unit")
def vague(words: Words, told: Told) -> None:
    """*ces derniers mois*, *the coming weeks*: a date that nobody can put in figures."""
    return


@rule("(part of? article?)? (last|next|this|that|following|previous) unit")
@rule("(part of? article?)? unit (last|next|following|previous)")
@rule("this unit there")
@rule("part of? article? unit")
def unit(words: Words, told: Told) -> str | Moment | None:
    """*last week*, *l'an prochain*, *fin de l'année*, *that same year*."""
    anchored = words.has("that", "there", "following", "previous")
    base = told.anchor if anchored else told.now
    shift = words.has("next", "following") - words.has("last", "previous")
    found = _shifted(base, str(words.say("unit")), shift)
    return _part(words, told, found) if isinstance(found, Moment) else found


@rule("today daypart?")
def day_word(words: Words, told: Told) -> Moment | None:
    """*hier soir*, *today*."""
    return _days_off(told.now, words.whole("today") or 0)


@rule("this daypart")
def this_morning(words: Words, told: Told) -> Moment | None:
    """*ce matin*."""
    return _days_off(told.now, 0)


@rule("shifted")
def shifted(words: Words, told: Told) -> Moment | None:
    """*la veille*, *the next day*, *le même jour*: from the date told before."""
    shift = words.whole("shifted") or 0
    return _days_off(told.anchor or (None if shift else told.now), shift)


@rule("(last|next|this)? weekday daypart? (last|next)? daypart?")
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


@rule("decade (year | number)")
@rule("tens")
def decade(words: Words, told: Told) -> str | None:
    """*les années 2000* is 200X, *les années 90* 199X; so is *the 1990s*."""
    year = words.whole("year") or words.whole("number") or words.whole("tens")
    if year is None or year % 10:
        return None
    return f"{(year if year > 100 else 1900 + year) // 10}X"


@rule("fiscal? years")
def two_years(words: Words, told: Told) -> str | None:
    """*2022-23*, *2024/2025*; *2024-06* is a month."""
    first, last = str(words.say("years")).replace("/", "-").replace("–", "-").split("-")
    end = int(last) if len(last) == 4 else int(first[:2] + last)
    if end > int(first):
        return f"{first}/{end}"
    return f"{first}-{last}" if is_day(int(first), int(last), 1) else None


@rule("(part of? article?)? article? unit? fiscal? year")
def year(words: Words, told: Told) -> Moment | str | None:
    """*2015*, *mi-2024*, *early 2023*."""
    return _part(words, told, Moment(words.whole("year") or 1))


@rule("dayarticle day")
def day_alone(words: Words, told: Told) -> Moment | None:
    """*le 28*: of the month told before, else of the nearest month."""
    day, base = words.whole("day") or 1, told.anchor or told.now
    if base is None or base.month is None:
        return None
    found = Moment(base.year, base.first_month(), day)
    if told.anchor is None and not told.ahead and (base.day or 31) < day:
        found = replace(base.months_later(-1), day=day)
    return found if is_day(found.year, found.month or 1, day) else None


@rule("holiday (of? year)?")
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
    return nearest(told.now, month, day, ahead=told.ahead)


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


def _part(words: Words, told: Told, found: Moment) -> Moment | str:
    """Give the part of a year that *early*, *mid-* or *late* tells; of less, the whole."""
    part = words.say("part")
    if part is None or found.month is not None:
        return found
    pattern = told.words.part_of_year[part]  # type: ignore[index]
    return pattern.format(found.year)


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
