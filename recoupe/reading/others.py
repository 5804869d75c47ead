"""What others say of the same event, told in passing.

*Dément les accusations de X* and *denied a report in X* tell X's claim beside the denial;
*contrairement à ce qu'a écrit X* is a claim of the opposite by X, *comme l'avait affirmé X* beside
a denial a claim of what is denied, *and so did X* the same claim by X; *X affirme à tort que* is a
denial in the document's own voice beside X's claim.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.model.claim import Claim, Reason, Source
from recoupe.model.factuality import ASSERTED, Certainty, Factuality
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.noted import children, sentence_end, sentence_start
from recoupe.reading.parse import where
from recoupe.reading.scene import Scene
from recoupe.reading.setting import Kind, Setting
from recoupe.reading.speakers import can_speak, says, speakers

SPEAKERS = (Kind.AGENT, Kind.COUNTRY)


def with_others(sentence: Tokens, here: Scene, own: Sequence[Claim]) -> tuple[Claim, ...]:
    """Give the claims of a sentence, with those that it says others make of the same event.

    Who only contradicts a claim is no longer among its sources.
    """
    claims = list(own)
    for opening, speaker, opposite in _mentioned(sentence, here.setting):
        answered = _answered(claims, opening, opposite)
        if answered is None:
            continue
        source = Source(here.setting.phrase(speaker), resolved=here.resolved(speaker))
        claims = [_without(claim, source) for claim in claims]
        if speaker.lower_ not in here.setting.lexicon.sources.first_person:
            claims.append(_of(answered, source, _reading(answered, opposite), opening))
    for opening, speaker in _likewise(sentence, here.setting):
        source = Source(here.setting.phrase(speaker), resolved=here.resolved(speaker))
        told = [c for c in claims if c.sources and c.sources[-1].span.end <= where(opening).start]
        claims += [_of(claim, source, claim.factuality, opening) for claim in told[-1:]]
    claims += _denied(sentence, here, claims)
    return (*claims, *_corrected(sentence, here, claims))


def _denied(sentence: Tokens, here: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """*Dément les accusations de X*, *rejected a report in X that*: X says what is denied.

    As surely as the clause tells it: *selon lesquelles elle aurait livré* stays hearsay.
    """
    for verb in sentence:
        answered = next((c for c in claims if _denies(c, verb)), None)
        if answered is None:
            continue
        for report in children(verb, "obj"):
            owner = _owner(report, here.setting)
            if owner is None:
                continue
            source = Source(here.setting.phrase(owner), resolved=here.resolved(owner))
            if source.span not in [s.span for c in claims for s in c.sources]:
                hearsay = [r for r in answered.reasons if r.rule == "hearsay conditional"]
                reading = ASSERTED.at_most(Certainty.PR) if hearsay else ASSERTED
                told = _of(answered, source, reading, report)
                yield replace(told, reasons=(*hearsay, *told.reasons))


def _denies(claim: Claim, verb: Token) -> bool:
    """Say whether a claim is denied by this verb, and by nothing else."""
    denials = [r for r in claim.reasons if r.rule.startswith("governed by")]
    alone = [r.span for r in denials] == [where(verb)]
    return alone and bool(claim.sources) and not claim.factuality.affirmed


def _owner(report: Token, setting: Setting) -> Token | None:
    """*Les accusations de X*, *a claim by X*, *X's allegation*, *a report in X*: whose it is."""
    if not any(lemma in setting.lexicon.sources.content_free for lemma in lemmas(report)):
        return None
    for child in children(report, "nmod"):
        first = next(iter(children(child, "case")), child)
        possessed = child.dep_ == "nmod:poss" or first.lower_ in setting.lexicon.sources.owned
        name = next((t for t in (child, *children(child, "appos")) if setting.name(t)), child)
        if possessed and child.pos_ != "PRON" and can_speak(name, setting):
            return name
    return None


def _corrected(sentence: Tokens, here: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """*Le site affirme à tort que …*: the site says so, and the writer that it is not so."""
    for token in sentence:
        wrong = any(m.effect == "denied" for m in entry(token, here.setting.lexicon.modifiers))
        verb = next((t for t in token.ancestors if says(t, here.setting)), None)
        if not wrong or verb is None:
            continue
        for claim in claims:
            told = any(r.span == where(verb) for r in claim.reasons)
            if told and claim.sources and claim.factuality.affirmed:
                yield replace(
                    claim,
                    factuality=claim.factuality.denied(),
                    sources=(),
                    reasons=(Reason("modifier", where(token)),),
                )


def _mentioned(sentence: Tokens, setting: Setting) -> Iterator[tuple[Token, Token, bool]]:
    """Give the word that opens the mention, who says so, and whether it is the opposite."""
    sources = setting.lexicon.sources
    for token in sentence:
        contrary = any(_begins(token, words) for words in sources.contrary)
        alike = token.lower_ in sources.alike and _after_comma(token)
        if not contrary and not alike:
            continue
        if speaker := _speaker(token, setting):
            yield token, speaker, contrary


def _begins(token: Token, words: str) -> bool:
    if words[0] != token.lower_[0]:
        return False  # nearly every word
    rest = token.doc[token.i : token.i + len(words.split()) + 2].text.lower().replace("’", "'")
    return rest.startswith(words)


def _after_comma(token: Token) -> bool:
    return bool(token.i) and token.nbor(-1).text == ","


def _speaker(opening: Token, setting: Setting) -> Token | None:
    """Find the verb of saying in the clause, and its speaker before or after it."""
    clause = _clause(opening)
    for verb in clause:
        if verb.i <= opening.i or verb.pos_ == "NOUN" or not says(verb, setting):
            continue
        told_by = [s for s in speakers(verb, setting) if opening.i < s.i <= clause[-1].i]
        near = [t for t in clause if setting.kind(t) in SPEAKERS and t.pos_ in ("NOUN", "PROPN")]
        found = told_by or near
        return found[0] if found else None
    return None


def _clause(opening: Token) -> Tokens:
    """Give the words up to the next comma or the end of the sentence."""
    last, end = opening.i, sentence_end(opening)
    while last + 1 < end and opening.doc[last + 1].text not in (",", ";", ":", "."):
        last += 1
    return opening.doc[opening.i : last + 1]


def _without(claim: Claim, source: Source) -> Claim:
    left = tuple(s for s in claim.sources if not s.span.overlaps(source.span))
    return replace(claim, sources=left)


def _answered(claims: Sequence[Claim], opening: Token, opposite: bool) -> Claim | None:
    """Give what is contradicted: beside *comme* a denial, else the claim nearest to the words."""
    denied = [c for c in claims if c.roles and not c.factuality.affirmed]
    fit = denied or [c for c in claims if c.roles and opposite]
    place = where(opening).start
    return min(fit, key=lambda c: abs(c.roles[0].span.start - place), default=None)


def _reading(answered: Claim, opposite: bool) -> Factuality:
    return ASSERTED.denied() if opposite and answered.factuality.affirmed else ASSERTED


def _of(claim: Claim, source: Source, reading: Factuality, opening: Token) -> Claim:
    return replace(
        claim,
        factuality=reading,
        sources=(source,),
        reasons=(Reason("said by another", where(opening)),),
    )


def _likewise(sentence: Tokens, setting: Setting) -> Iterator[tuple[Token, Token]]:
    """*…, and so did the commission*, *… ; le port également*: who says the same."""
    for token in sentence:
        if any(_begins(token, words) for words in setting.lexicon.sources.so_did):
            part = _clause(token)
        elif token.lower_ in setting.lexicon.sources.also:
            part = _part_before(token)
        else:
            continue
        if any(entry(t, setting.lexicon.say) for t in part if t.pos_ == "VERB"):
            continue
        nouns = [t for t in part if t.pos_ in ("NOUN", "PROPN") and not children(t, "compound")]
        speaker = next((t for t in nouns if can_speak(t, setting)), None)
        if speaker is not None:
            yield part[0], speaker


def _part_before(word: Token) -> Tokens:
    """*Le port également.* after a semicolon: the words between, if no verb is among them."""
    first = word.i
    while first - 1 >= sentence_start(word) and word.doc[first - 1].text not in (";", ","):
        first -= 1
    part = word.doc[first : word.i + 1]
    bare = first > sentence_start(word) and not any(t.pos_ in ("VERB", "AUX") for t in part)
    ends = word.i + 1 >= sentence_end(word) or word.nbor(1).is_punct
    return part if bare and ends else word.doc[word.i : word.i + 1]
