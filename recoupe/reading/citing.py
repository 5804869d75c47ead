"""Who stands behind a source: *qui cite deux officiers*, *cité par le Figaro*."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.reading.clause import base, children, conjuncts, is_passive, preposition
from recoupe.reading.lemmas import lemmas
from recoupe.reading.setting import Setting
from recoupe.reading.speakers import can_speak

Group = tuple[list[Token], Token, str]


def citing(speaker: Token, word: Token, setting: Setting) -> Iterator[Group]:
    """*Le journal, qui cite deux officiers*; *said the paper, citing officials*: who is behind."""
    for verb in [c for t in (speaker, word) for c in t.children if base(c) in ("acl", "advcl")]:
        upon = [c for c in children(verb, "obl") if preposition(c) in setting.lexicon.sources.upon]
        if _cites(verb, setting) and (upon or not is_passive(verb)):
            hanging = upon if is_passive(verb) else children(verb, "obj", "obl")
            behind = [o for c in hanging for o in conjuncts(c) if can_speak(o, setting)]
            if behind:
                yield behind, verb, "cites"


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
