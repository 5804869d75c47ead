"""Whether names of one bearer score above those of two, also where no decision is near.

    python -m benchmarks.ordering

Pairs are made of the names of `made_names`: of one bearer by one or two changes, slips in short
words among them; of two bearers by another word in one place, or by all words. Of each kind the
table tells how often a pair of it is on the right side of one of the other sort, and how many of it
are taken for one bearer's.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from random import Random

from benchmarks.made_names import LANGUAGES, SCHEMATA, Made, altered, names
from benchmarks.names import Pair, auc
from recoupe.identity.names import THRESHOLD, compare

EACH = 25
"""Names of each language and schema of which pairs of one kind are made."""

BEGINNING = 4
"""Letters with which two names that are near both begin."""

SEED = 20_27

Change = Callable[[Made, Random], str]
Scored = Sequence[tuple[float, Pair]]


def main() -> None:
    """Print how well each kind is kept apart, and all."""
    scored = [(compare(one.a, one.b, one.schema).score, one) for one in pairs()]
    print("| kind | pairs | AUC against the other sort | taken for one |")
    print("| --- | ---: | ---: | ---: |")
    for kind, some in sorted(_by_kind(scored).items()):
        other = [one for one in scored if one[1].match is not some[0][1].match]
        taken = sum(score >= THRESHOLD for score, _ in some) / len(some)
        print(f"| {kind} | {len(some)} | {auc([*some, *other]):.3f} | {taken:.3f} |")
    unsure = [one for one in scored if one[0] < THRESHOLD]
    print(f"\nAUC: {auc(scored):.3f}; {auc(unsure):.3f} of the {len(unsure):,} below the threshold")


def pairs() -> Iterator[Pair]:
    """Give the pairs, the same at each run."""
    random = Random(SEED)
    for language in LANGUAGES:
        for schema in SCHEMATA:
            every = names(language, schema)
            for same, changes in ((True, SAME), (False, OTHER)):
                for kind, change in changes.items():
                    for made in islice(every, EACH):
                        if (changed := change(made, random)) != str(made):
                            sort = "same" if same else "other"
                            yield Pair(str(made), changed, schema, same, f"{sort}: {kind}")


def _by_kind(scored: Scored) -> Mapping[str, Scored]:
    found = defaultdict(list)
    for one in scored:
        found[one[1].kind].append(one)
    return found


def _changed(made: Made, random: Random) -> str:
    return altered(made, random)[1]


def _and_slip(change: Change) -> Change:
    """Give the change, after which a letter is mistaken."""
    return lambda made, random: _slip(change(made, random), random)


def _slip(text: str, random: Random) -> str:
    """Swap, leave out, double or mistake a letter of a text, in a word of any length."""
    at = random.randrange(len(text) - 1)
    before, here, after = text[:at], text[at], text[at + 1 :]
    wrong = (after[0] + here + after[1:], after, here + here + after, random.choice(text) + after)
    return before + random.choice(wrong)


def _cut(made: Made, _: Random) -> str:
    """Write the first half of the longest word, if it is long, for the whole."""
    longest = max(str(made).split(), key=len)
    return str(made).replace(longest, longest[: max(4, (len(longest) + 1) // 2)])


def _alone(made: Made, _: Random) -> str:
    """Leave the family's name alone, or the brand."""
    return next(word[made.habit] for role, word in made.words if role in ("family", "brand"))


def _more(made: Made, random: Random) -> str:
    """Put a word of another name into the name."""
    words = str(made).split()
    _, word = random.choice(_another(made, random).words)
    words.insert(random.randrange(1, len(words) + 1), word[made.habit])
    return " ".join(words)


def _in_one(made: Made, _: Random) -> str:
    return str(made).replace(" ", "", 1)


def _kin(made: Made, random: Random) -> str:
    """Give another person of the family; of a company, one of another brand in the same trade."""
    return _with_other(("given", "father") if made.schema == "Person" else ("brand",), made, random)


def _namesake(made: Made, random: Random) -> str:
    """Give another family's person of that name; of a company, the brand in another trade."""
    return _with_other(("family",) if made.schema == "Person" else ("trade", "place"), made, random)


def _near(made: Made, random: Random) -> str:
    """Give a name whose family or brand begins as this one's does, and ends otherwise."""
    role = "family" if made.schema == "Person" else "brand"
    own = dict(made.words)[role]
    others = [
        word
        for other in _others(made.language, made.schema)
        if (word := dict(other.words)[role])[made.habit][:BEGINNING] == own[made.habit][:BEGINNING]
        and word != own
    ]
    words = tuple((r, random.choice(others or [w]) if r == role else w) for r, w in made.words)
    return str(replace(made, words=words))


def _with_other(roles: Sequence[str], made: Made, random: Random) -> str:
    other = dict(_another(made, random).words)
    words = tuple((role, other[role] if role in roles else word) for role, word in made.words)
    return str(replace(made, words=words))


def _unrelated(made: Made, random: Random) -> str:
    return str(replace(_another(made, random), habit=made.habit))


def _another(made: Made, random: Random) -> Made:
    return random.choice(_others(made.language, made.schema))


@cache
def _others(language: str, schema: str) -> tuple[Made, ...]:
    return tuple(islice(names(language, schema), 5_000, 7_000))


SAME: Mapping[str, Change] = {
    "a word more": _more,
    "alone": _alone,
    "changed": _changed,
    "changed, and a slip": _and_slip(_changed),
    "cut": _cut,
    "in one": _in_one,
    "two slips": _and_slip(_and_slip(lambda made, _: str(made))),
}
OTHER: Mapping[str, Change] = {
    "kin": _kin,
    "kin, and a slip": _and_slip(_kin),
    "namesake": _namesake,
    "near": _near,
    "unrelated": _unrelated,
}


if __name__ == "__main__":
    main()
