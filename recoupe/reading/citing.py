"""Who stands behind a source: *qui cite deux officiers*, *cité par le Figaro*."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.reading.clause import conjuncts, is_passive, preposition
from recoupe.reading.lemmas import lemmas
from recoupe.reading.noted import base, children
from recoupe.reading.setting import Setting
from recoupe.reading.speakers import can_speak

Group = tuple[list[Token], Token, str]


def citing(speaker: Token, word: Token, setting: Setting) -> Iterator[Group]:
    """*Le journal, qui cite deux officiers*; *said the paper, citing officials*: who is behind.

    The innermost first: *a draft that in turn cites an officer*.
    """
    hanging = [c for t in (speaker, word) for c in t.children if base(c) in ("acl", "advcl")]
    for verb in hanging:
        yield from _behind(verb, setting, CHAIN)


CHAIN = 3
"""Who cites whom, this many deep at most."""


def _behind(verb: Token, setting: Setting, deep: int) -> Iterator[Group]:
    if found := cited(verb, setting):
        if deep:
            further = [c for c in found[0].children if base(c) in ("acl", "advcl")]
            for other in further:
                yield from _behind(other, setting, deep - 1)
        yield found, verb, "cites"


def cited(verb: Token, setting: Setting) -> list[Token]:
    """Give whom a verb of citing has behind its subject, none where it is no such verb."""
    upon = [c for c in children(verb, "obl") if preposition(c) in setting.lexicon.sources.upon]
    if not _cites(verb, setting) or (is_passive(verb) and not upon):
        return []
    hanging = upon if is_passive(verb) else [*children(verb, "obj"), *upon]
    return [o for c in hanging for o in conjuncts(c) if can_speak(o, setting)]


def _cites(verb: Token, setting: Setting) -> bool:
    return any(lemma in setting.lexicon.sources.cite for lemma in lemmas(verb))


def cited_by(speaker: Token, setting: Setting) -> Iterator[Group]:
    """*Un diplomate, cité par le Figaro*: who passes the words on."""
    for verb in children(speaker, "acl", "amod"):
        if _cites(verb, setting) and is_passive(verb):
            by = setting.lexicon.sources.by
            agents = [c for c in children(verb, "obl") if preposition(c) in by]
            if agents := [a for a in agents if can_speak(a, setting)]:
                yield agents[:1], verb, "cited by"
