"""Where what was told comes from: *ces informations ont été recueillies par X, écoutant Y*.

A sentence on the provenance of the one before adds to its sources: who prints it stands outermost,
who gathered it and from whom innermost.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.model.claim import Claim, Reason, Source
from recoupe.reading.clause import feature, preposition
from recoupe.reading.lemmas import lemmas
from recoupe.reading.noted import base, children
from recoupe.reading.parse import where
from recoupe.reading.scene import Scene
from recoupe.reading.setting import KINDS, Kind, Setting


def provenance(sentence: Tokens, here: Scene, told: Sequence[Claim]) -> tuple[Claim, ...]:
    """Give the claims told so far, those of the sentence before with the sources that this adds."""
    verb = _gathered(sentence, here.setting)
    if verb is None or not told:
        return tuple(told)
    last = told[-1].evidence[0]
    outer = [_source(t, here) for t in _outlet(sentence, here.setting)]
    inner = [_source(t, here) for t in _gatherers(verb, here.setting)]
    reason = Reason("provenance", where(verb))
    return tuple(
        _traced(claim, outer, inner, reason) if claim.evidence[0] == last else claim
        for claim in told
    )


def _traced(claim: Claim, outer: list[Source], inner: list[Source], reason: Reason) -> Claim:
    if not claim.sources:
        return claim
    chain = {source.span: source for source in (*outer, *claim.sources, *inner)}
    return replace(claim, sources=tuple(chain.values()), reasons=(*claim.reasons, reason))


def _gathered(sentence: Tokens, setting: Setting) -> Token | None:
    """Find the verb of gathering whose subject is what was told: *ces informations*."""
    sources = setting.lexicon.sources
    for token in sentence:
        if token.pos_ != "VERB" or not any(lemma in sources.gather for lemma in lemmas(token)):
            continue
        for subject in children(token, "nsubj"):
            told = any(lemma in sources.told for lemma in lemmas(subject))
            if told and any(base(d) == "det" and _points(d) for d in subject.children):
                return token
    return None


def _points(determiner: Token) -> bool:
    return "Dem" in feature(determiner, "PronType") or "Def" in feature(determiner, "Definite")


def _outlet(sentence: Tokens, setting: Setting) -> Iterator[Token]:
    """*Le Washington Post, ces informations …*: an outlet put before the sentence."""
    for token in sentence[:4]:
        name = setting.name(token)
        if name and name.type == "Outlet" and token.i == name.first:
            after = token.doc[name.last + 1 : name.last + 2]
            if len(after) and after[0].text == ",":
                yield token.doc[name.last]
            return


def _gatherers(verb: Token, setting: Setting) -> Iterator[Token]:
    """Give who gathered it, then whom they listened to."""
    for child in children(verb, "obl"):
        if preposition(child) not in setting.lexicon.sources.by:
            continue
        yield child
        for other in child.subtree:
            listens = any(lemma in setting.lexicon.sources.listen for lemma in lemmas(other))
            if listens and base(other) in ("acl", "advcl", "amod"):
                yield from _heard(other, setting)


def _heard(verb: Token, setting: Setting) -> Iterator[Token]:
    for thing in children(verb, "obj", "obl"):
        for token in (thing, *thing.subtree):
            name = setting.name(token)
            agent = KINDS[name.type] is Kind.AGENT if name else setting.kind(token) is Kind.AGENT
            if agent and token.pos_ in ("NOUN", "PROPN"):
                yield token
                return


def _source(speaker: Token, here: Scene) -> Source:
    return Source(here.setting.phrase(speaker), resolved=here.resolved(speaker))
