"""Names that name the same thing in one document, brought together under its fullest name."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc

from recoupe.languages import countries, outlets
from recoupe.languages.countries import folded
from recoupe.languages.names import legal_forms
from recoupe.model.entity import Entity
from recoupe.reading.mentions import Mention

BODIES = frozenset(("Company", "Organization", "PublicBody", "Outlet"))
Words = tuple[str, ...]


def entities(
    mentions: tuple[Mention, ...], docs: tuple[Doc, ...], language: str
) -> tuple[Entity, ...]:
    """Group the names of a document by their bearer, in the order of first mention.

    A short name belongs to the one longer name that it shortens; where two would do, to none.
    """
    texts = {mention: text_of(mention, docs) for mention in mentions}
    named: dict[Words, list[Mention]] = defaultdict(list)
    for mention in mentions:
        named[_key(texts[mention], mention.type, language)].append(mention)
    groups: dict[Words, list[Mention]] = defaultdict(list)
    acronyms = _spelt_out(mentions, docs, texts, language)
    for key, own in named.items():
        groups[_fullest(key, own[0].type, named, acronyms)] += own
    return tuple(_entity(group, texts, language) for group in groups.values())


def text_of(mention: Mention, docs: tuple[Doc, ...]) -> str:
    """Give the words of a mention as they stand in the text."""
    return docs[mention.doc][mention.first : mention.last + 1].text


def _key(text: str, kind: str, language: str) -> Words:
    """Give what makes two names the same: their country, outlet, or words without legal form."""
    code = countries.country(text, language)
    if code and kind in ("Country", "Organization"):
        return ("country", code)
    if kind == "Outlet" and (known := outlets.outlet(text)):
        return ("outlet", known.name)
    words = folded(text).replace(".", " ").replace(",", " ").split()
    bare = tuple(w for i, w in enumerate(words) if not _is_form(w, i, len(words)))
    return ("Place" if kind == "Place" else "", *(bare or words))


def _is_form(word: str, i: int, length: int) -> bool:
    return i in (0, length - 1, length - 2) and length > 1 and word in legal_forms()


def _fullest(
    key: Words, kind: str, named: dict[Words, list[Mention]], acronyms: dict[Words, Words]
) -> Words:
    """Follow a short name to the one longer name that it stands for."""
    if key in acronyms:
        return acronyms[key]
    longer = [other for other in named if _shortens(key, kind, other, named[other][0].type)]
    if kind == "Person":
        longer += [other for other in named if other not in longer and _bears(key, other)]
    fullest = [one for one in longer if not any(_begins(one, o) for o in longer if o != one)]
    return fullest[0] if len(fullest) == 1 else key


def _shortens(key: Words, kind: str, other: Words, other_kind: str) -> bool:
    if len(other) <= len(key) or key[0] or other[0]:
        return False
    if other_kind == kind and kind in ("Person", "Company"):
        return _begins(key, other) or other[-len(key) + 1 :] == key[1:]
    same = other_kind == kind or {kind, other_kind} <= BODIES
    return same and kind not in ("Place", "Country") and _begins(key, other)


def _bears(surname: Words, other: Words) -> bool:
    """Say whether a longer name ends so, whatever kind of name it was taken for."""
    return len(other) > len(surname) and other[1 - len(surname) :] == surname[1:] and not other[0]


def _begins(key: Words, other: Words) -> bool:
    return other[: len(key)] == key


def _spelt_out(
    mentions: tuple[Mention, ...],
    docs: tuple[Doc, ...],
    texts: dict[Mention, str],
    language: str,
) -> dict[Words, Words]:
    """Give the full name of each acronym: the name beside its brackets, or the one it spells."""
    found: dict[Words, Words] = {}
    for full, short in _pairs(mentions, docs):
        if texts[short].isupper() or texts[full].isupper():
            a, b = sorted((full, short), key=lambda m: len(texts[m]))
            found.setdefault(_key(texts[a], a.type, language), _key(texts[b], b.type, language))
    return {short: full for short, full in found.items() if short != full}


def _pairs(
    mentions: tuple[Mention, ...], docs: tuple[Doc, ...]
) -> Iterator[tuple[Mention, Mention]]:
    """Give a name and the one in brackets right after it, and names that share initials.

    *Ana Ruiz (PSOE)* and *ANKARA (AA)* are two: what brackets repeat is of the same kind.
    """
    for one, two in pairwise(mentions):
        beside = one.doc == two.doc and two.first == one.last + 2
        alike = one.type == two.type or {one.type, two.type} <= BODIES
        if beside and alike and docs[one.doc][one.last + 1].text == "(":
            yield one, two
    initials: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        initials[_initials(text_of(mention, docs))].append(mention)
    for mention in mentions:
        text = text_of(mention, docs)
        if text.isupper() and 2 < len(text) < 7:
            fulls = initials.get(text, [])
            if len({text_of(full, docs) for full in fulls}) == 1:
                yield fulls[0], mention


def _initials(text: str) -> str:
    words = text.replace("-", " ").replace("’", " ").replace("'", " ").split()
    return "".join(w[0] for w in words if w[0].isupper()) if len(words) > 1 else ""


def _entity(group: list[Mention], texts: dict[Mention, str], language: str) -> Entity:
    kind = Counter(mention.type for mention in group).most_common(1)[0][0]
    ordered = sorted(group, key=lambda mention: mention.span)
    code = countries.country(texts[ordered[0]], language)
    if code and kind in ("Country", "Organization"):
        name = countries.name(code, language)
    else:
        name = max((texts[m] for m in ordered), key=lambda t: (not t.isupper(), len(t)))
    return Entity(_without_form(name), kind, tuple(mention.span for mention in ordered))


def _without_form(name: str) -> str:
    """Leave off the legal form: *OOO Vega* and *Vega Ltd.* are *Vega*."""
    words = name.replace(",", " ").split()
    while len(words) > 1 and words[-1].strip(".").lower() in legal_forms():
        words.pop()
    while len(words) > 1 and words[0].isupper() and words[0].lower() in legal_forms():
        words.pop(0)
    return " ".join(words) if len(words) < len(name.split()) else name
