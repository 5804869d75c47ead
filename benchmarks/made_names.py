"""Names that nobody has, of five languages, and what others make of them.

They are made of the parts in `retrieval.toml`, the same at each run. A quarter of the syllables
that begin families and brands is kept apart: who has these is related to nobody of the others.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import count, product
from math import gcd, prod
from pathlib import Path
from random import Random
from typing import Any

LANGUAGES = ("fr", "en", "ru", "zh", "ar")
SCHEMATA = ("Person", "Company")
NATIVE, ENGLISH, FRENCH, OTHER = range(4)
"""How a word is spelled: in its own language, or romanised in one of three habits."""

STEP = 7_368_787
"""A prime, by which numbers are strewn over all the names that can be made."""

Word = tuple[str, ...]
Slots = tuple[tuple[str, tuple[Word, ...]], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A name in its words, by what each is: given, father, family; place, brand, trade, form.

    habit: how it is spelled.
    """

    language: str
    schema: str
    words: tuple[tuple[str, Word], ...]
    habit: int

    def __str__(self) -> str:
        words = [word[self.habit] for _, word in self.words]
        unspaced = self.language == "zh" and self.habit == NATIVE
        return ("" if unspaced else " ").join(word for word in words if word)


def names(language: str, schema: str, apart: bool = False) -> Iterator[Made]:
    """Give the names of a kind that can be made, strewn over them; half of them romanised.

    apart: of the syllables that are kept apart, else of the others.
    """
    slots = (_persons if schema == "Person" else _companies)(language, apart)
    total = prod(len(some) for _, some in slots)
    step = next(n for n in count(STEP) if gcd(n, total) == 1)
    for number in range(total):
        words, rest = [], number * step % total
        for role, some in slots:
            rest, place = divmod(rest, len(some))
            words.append((role, some[place]))
        yield Made(language, schema, tuple(words), number % 2)


def altered(made: Made, random: Random) -> tuple[str, str]:
    """Give what was done to a name, and what became of it."""
    ways = [(way, str(found)) for way, change in _WAYS if (found := change(made, random))]
    return random.choice([one for one in ways if one[1] != str(made)])


def _script(made: Made, random: Random) -> Made | None:
    if made.language in ("fr", "en"):
        return None
    return replace(
        made, habit=random.choice((ENGLISH, FRENCH, OTHER)) if not made.habit else NATIVE
    )


def _romanisation(made: Made, random: Random) -> Made | None:
    if made.language != "fr" and made.habit == NATIVE:
        return None
    return replace(made, habit=random.choice((FRENCH, OTHER)))


def _order(made: Made, _: Random) -> Made | None:
    if made.schema != "Person" or (made.language == "zh" and made.habit == NATIVE):
        return None
    return replace(made, words=(*made.words[1:], made.words[0]))


def _initials(made: Made, _: Random) -> Made | None:
    if made.schema != "Person" or made.language in ("zh", "ar"):
        return None
    words = tuple((r, w if r == "family" else _initial(w)) for r, w in made.words)
    return replace(made, words=words)


def _initial(word: Word) -> Word:
    return tuple(f"{spelled[0]}." for spelled in word)


def _left_out(made: Made, _: Random) -> Made | None:
    """Leave out the father's name, or the legal form."""
    words = tuple((role, word) for role, word in made.words if role not in ("father", "form"))
    return replace(made, words=words)


def _translated(made: Made, _: Random) -> Made | None:
    """Write a company's trade and legal form in another language."""
    if made.schema != "Company" or (made.language == "zh" and made.habit == NATIVE):
        return None
    other = ENGLISH if made.language == "fr" or made.habit == NATIVE else FRENCH
    words = tuple((r, _only(w[other]) if r in ("trade", "form") else w) for r, w in made.words)
    return replace(made, words=words)


def _slip(made: Made, random: Random) -> Made | None:
    """Swap, leave out, double or mistake a letter of the longest word of six or more."""
    if made.habit == NATIVE and made.language in ("zh", "ar"):
        return None
    telling = [(r, w) for r, w in made.words if r in ("given", "father", "family", "brand")]
    role, word = max(telling, key=lambda one: len(one[1][made.habit]))
    text = word[made.habit]
    if len(text) < 6:
        return None
    wrong = _only(_mistyped(text, random))
    return replace(made, words=tuple((r, wrong if r == role else w) for r, w in made.words))


def _mistyped(text: str, random: Random) -> str:
    at = random.randrange(2, len(text) - 1)
    before, here, after = text[:at], text[at], text[at + 1 :]
    other = random.choice(text[1:].lower())
    return before + random.choice(
        (after[0] + here + after[1:], after, here + here + after, other + after)
    )


def _only(text: str) -> Word:
    return (text,) * 4


_WAYS = (
    ("another script", _script),
    ("another romanisation", _romanisation),
    ("another order", _order),
    ("initials", _initials),
    ("left out", _left_out),
    ("translated", _translated),
    ("a slip", _slip),
)


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("retrieval.toml").read_text("utf-8"))


def _persons(language: str, apart: bool) -> Slots:
    """Give the words that each place of a name may have."""
    table = _tables()[language]
    if language == "ru":
        given, fathers = (_russian(table[k].split()) for k in ("given", "fathers"))
        return (
            ("family", _russian(_built(table["family"], apart))),
            ("given", given),
            ("father", fathers),
        )
    if language == "zh":
        return ("family", _chinese(_some(table["family"], apart))), (
            "given",
            _pairs(_some(table["given"], apart)),
        )
    if language == "ar":
        given = tuple(tuple(line.split()) for line in table["given"])
        return (
            ("given", given),
            ("father", given),
            ("family", _arabic(("ال", "al-", "ي", "i"), apart)),
        )
    family = tuple(map(_latin, _built(table["family"], apart)))
    return ("given", tuple(map(_latin, table["given"].split()))), ("family", family)


def _companies(language: str, apart: bool) -> Slots:
    table, trades, form = _tables()[language], _trades(language), (_form(language),)
    if language == "zh":
        places = tuple(tuple(line.split()) for line in table["places"])
        brands = _pairs(_some(table["given"], apart))
        return ("place", places), ("brand", brands), ("trade", trades), ("form", form)
    if language == "ar":
        return ("form", form), ("brand", _arabic(("", "", "", ""), apart)), ("trade", trades)
    starts, middles, ends = table["family"]
    built = _built([starts, middles, middles, ends], apart)
    brands = _russian(built) if language == "ru" else tuple(map(_latin, built))
    slots = ("brand", brands), ("trade", trades), ("form", form)
    return (slots[2], *slots[:2]) if language == "ru" else slots


def _trades(language: str) -> tuple[Word, ...]:
    found = []
    for line in _tables()["trades"]["words"]:
        each = dict(zip(LANGUAGES, line.split("/"), strict=True))
        found.append((each[language], each["en"], each["fr"], each["en"]))
    return tuple(found)


def _form(language: str) -> Word:
    table = _tables()["trades"]
    return (table["forms"][language], *[table["translated"][language]] * 3)


def _some(all_: Sequence[str], apart: bool) -> list[str]:
    return [one for place, one in enumerate(all_) if (place % 4 == 0) is apart]


def _built(parts: Sequence[str], apart: bool) -> list[str]:
    *starts, ends = (part.split() for part in parts)
    return ["".join(each) for each in product(*(_some(one, apart) for one in starts), ends)]


def _latin(text: str) -> Word:
    bare = text.translate(str.maketrans("ÀÉÈÊËÏÔÛéèêëïîôûüàâç", "AEEEEIOUeeeeiiouuaac"))
    return (text, text, bare, bare.upper())


def _russian(some: Sequence[str]) -> tuple[Word, ...]:
    each = {habit: line.split() for habit, line in _tables()["ru"]["letters"].items()}
    tables = [dict(zip(each["ru"], each[habit], strict=True)) for habit in ("en", "fr", "de")]
    return tuple((text, *(_letters(text, table) for table in tables)) for text in some)


def _letters(text: str, table: dict[str, str]) -> str:
    return "".join(table[letter] for letter in text.lower()).replace("-", "").capitalize()


def _chinese(lines: Sequence[str]) -> tuple[Word, ...]:
    found = (line.split() for line in lines)
    return tuple((one[0], *(spelled.capitalize() for spelled in one[1:])) for one in found)


def _pairs(lines: Sequence[str]) -> tuple[Word, ...]:
    """Give each two characters as one name, parted by a hyphen in the last romanisation."""
    each = [line.split() for line in lines]
    return tuple(
        (
            a[0] + b[0],
            (a[1] + b[1]).capitalize(),
            (a[2] + b[2]).capitalize(),
            f"{a[3].capitalize()}-{b[3]}",
        )
        for a, b in product(each, each)
        if a is not b
    )


def _arabic(around: tuple[str, str, str, str], apart: bool) -> tuple[Word, ...]:
    """Give roots of three consonants with vowels between them.

    around: what stands before and after each, in Arabic and in Latin letters.
    """
    table = _tables()["ar"]["letters"]
    vowels, consonants = table["vowels"], _some(list(table["consonants"]), apart)
    roots = product(consonants, vowels, consonants, vowels, consonants)
    return tuple(_root(root, around) for root in roots if len({root[0], root[2], root[4]}) == 3)


def _root(root: Sequence[str], around: tuple[str, str, str, str]) -> Word:
    before, article, after, ending = around
    table = _tables()["ar"]["letters"]
    letters = {**table["consonants"], **table["vowels"]}
    habits = (table[habit] for habit in ("en", "fr", "other"))
    spelled = ("".join(habit.get(s, s) for s in root).capitalize() for habit in habits)
    written = "".join(letters[s] for s in root)
    return (f"{before}{written}{after}", *(f"{article}{one}{ending}" for one in spelled))
