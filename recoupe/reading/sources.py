"""Who says so: the chain of sources of an event, outermost first."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.model.claim import Reason
from recoupe.reading.asides import asides
from recoupe.reading.clause import base, children, conjuncts, is_passive
from recoupe.reading.governors import (
    Step,
    can_speak,
    cue,
    inverted,
    is_conditional,
    lost_governors,
    says,
    speakers,
    steps,
)
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.parse import where
from recoupe.reading.setting import Kind, Setting

OPENING, CLOSING = "«“", "»”"


@dataclass(frozen=True, slots=True)
class Chain:
    """Speakers of one reading, innermost first, with the words that brought them."""

    speakers: tuple[Token, ...]
    reasons: tuple[Reason, ...] = ()


def chains(anchor: Token, setting: Setting) -> tuple[Chain, ...]:
    """Give the chains of sources of an event: one, or one for each of several speakers.

    No chain has a speaker twice. An empty chain is the document's own voice.
    """
    above = list(_above(anchor, setting))
    around = list(_around(anchor, setting))
    if around or any(rule != "wish" for _, _, rule in above):
        above = [group for group in above if group[2] != "wish"]
    groups = _merged([*above, *around])
    if not groups:
        groups = _merged(_of_quotation(anchor, setting))
    if not groups:
        return (Chain(()),)
    inner, *outer = groups
    if all(setting.kind(speaker) is Kind.DOCUMENT for speaker in inner[0][1:]):
        inner = (inner[0][:1], *inner[1:])  # *invoices and bank statements* are one source
    reasons = tuple(Reason(rule, where(word)) for _, word, rule in groups)
    tail = tuple(g[0][0] for g in outer)
    return tuple(Chain((speaker, *tail), reasons) for speaker in inner[0])


Group = tuple[list[Token], Token, str]


def _merged(groups: list[Group]) -> list[Group]:
    """Drop speakers named before, and groups left empty."""
    seen: set[int] = set()
    kept = []
    for found, word, rule in groups:
        fresh = [t for t in found if t.i not in seen]
        seen.update(t.i for t in fresh)
        if fresh:
            kept.append((fresh, word, rule))
    return kept


def _above(anchor: Token, setting: Setting) -> Iterator[Group]:
    """Give the speakers of the verbs of saying that govern the event, the nearest first.

    Who wishes speaks only where nobody reports the wish.
    """
    wishers: list[Group] = []
    for step in steps(anchor):
        found = cue(step, setting)
        speaks = (found is not None and found.source) or _reports(step, setting)
        if not speaks or (base(step.child) == "conj" and not step.shared):
            continue
        if found is not None and found.source and is_conditional(step.word, setting):
            continue
        told_by = [s for s in speakers(step.word, setting) if s != anchor]
        if told_by and found is not None and found.wish:
            wishers.append((told_by, step.word, "wish"))
        elif told_by:
            for speaker in told_by:
                yield from _citing(speaker, step.word, setting)
            yield told_by, step.word, "verb of saying"
            yield from _cited_by(told_by[0], setting)
    for governor, found in lost_governors(anchor, setting):
        if found.source and not found.wish:
            told_by = speakers(governor, setting) or _subject_before(governor, setting)
            if told_by:
                yield told_by, governor, "verb of saying"
    yield from wishers


CONTENT = ("ccomp", "xcomp", "obj", "obl", "parataxis", "advcl", "acl", "nmod", "dep", "conj")


def _reports(step: Step, setting: Setting) -> bool:
    """Say whether a verb of saying has the event for its content: *conclure un accord* has not."""
    relation = base(step.child)
    if not says(step.word, setting) or relation not in CONTENT:
        return False
    if relation not in ("obj", "obl", "nmod") or step.child.pos_ not in ("NOUN", "PROPN"):
        return True
    return not any(lemma in setting.lexicon.sources.clausal for lemma in lemmas(step.word))


def _subject_before(governor: Token, setting: Setting) -> list[Token]:
    """Take the subject at the head of the sentence where the parser gave the governor none."""
    for token in governor.doc[governor.sent.start : governor.i]:
        if base(token) == "nsubj" and can_speak(token, setting):
            return [token]
    return []


def _citing(speaker: Token, word: Token, setting: Setting) -> Iterator[Group]:
    """*Le journal, qui cite deux officiers*; *said the paper, citing officials*: who is behind."""
    for verb in [c for t in (speaker, word) for c in t.children if base(c) in ("acl", "advcl")]:
        if _cites(verb, setting) and not is_passive(verb):
            behind = [o for c in children(verb, "obj", "obl") for o in conjuncts(c)]
            behind = [o for o in behind if can_speak(o, setting)]
            if behind:
                yield behind, verb, "cites"


def _cites(verb: Token, setting: Setting) -> bool:
    return any(lemma in setting.lexicon.sources.cite for lemma in lemmas(verb))


def _cited_by(speaker: Token, setting: Setting) -> Iterator[Group]:
    """*Un diplomate, cité par le Figaro*: who passes the words on."""
    for verb in children(speaker, "acl", "amod"):
        if _cites(verb, setting) and is_passive(verb):
            agents = [c for c in verb.children if base(c) == "obl" and can_speak(c, setting)]
            if agents:
                yield agents[:1], verb, "cited by"


def _around(anchor: Token, setting: Setting) -> Iterator[Group]:
    """Give the sources that stand beside the event's clause in its sentence."""
    sentence = anchor.sent
    spoken = [a for a in asides(sentence, setting) if not a.first <= anchor.i < a.end]
    if spoken:
        aside = min(spoken, key=lambda a: abs(a.verb.i - anchor.i))
        yield from _citing(aside.speaker, aside.verb, setting)
        yield [aside.speaker], aside.verb, "verb of saying"
        yield from _cited_by(aside.speaker, setting)
        yield from _according(anchor, sentence, setting)
        return
    governed_by = {anchor, *(s.word for s in steps(anchor))}
    below = set(anchor.subtree)
    for verb in sentence:
        if (
            verb in governed_by
            or not says(verb, setting)
            or not _is_aside(verb, below, anchor, setting)
        ):
            continue
        told_by = speakers(verb, setting) or _inverted(verb, setting)
        if told_by:
            yield from _citing(told_by[0], verb, setting)
            yield told_by, verb, "verb of saying"
            yield from _cited_by(told_by[0], setting)
            break
    else:
        yield from _after(anchor, setting)
    yield from _according(anchor, sentence, setting)


def _after(anchor: Token, setting: Setting) -> Iterator[Group]:
    """Take a speaker put after the words, where the parser saw none."""
    found = inverted(anchor.sent, setting)
    if found and found[0].i > anchor.i:
        verb, speaker = found
        yield from _citing(speaker, verb, setting)
        yield [speaker], verb, "verb of saying"
        yield from _cited_by(speaker, setting)


def _is_aside(verb: Token, below: set[Token], anchor: Token, setting: Setting) -> bool:
    """Say whether a verb of saying is put beside what is said: *…, a indiqué le ministre*."""
    if children(verb, "ccomp") and any(children(c, "mark") for c in children(verb, "ccomp")):
        return False
    if base(verb) in ("acl", "amod") or verb.dep_ == "acl:relcl":
        return False
    if base(verb) == "conj" and children(verb, "cc") and not children(verb, "nsubj"):
        return False  # it goes on with what is told: *were producing arms, and promised details*
    if children(verb, "obj") and verb not in below:
        told = children(verb, "obj")[0]
        if told.pos_ in ("NOUN", "PROPN") and told.i > verb.i and not _after_quote(verb):
            return False
    before = [
        t for t in anchor.sent if t.i < verb.i and t.text in (",", *CLOSING, '"', "-", "–", "—")
    ]
    return bool(before) and (
        base(verb) in ("parataxis", "ROOT", "ccomp", "conj", "dep", "advcl", "discourse")
    )


def _after_quote(verb: Token) -> bool:
    return any(t.text in (*CLOSING, '"') for t in verb.sent if t.i < verb.i)


def _inverted(verb: Token, setting: Setting) -> list[Token]:
    """Take the first noun phrase after the verb where the parser saw no subject."""
    if verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].pos_ == "SCONJ":
        return []
    for token in verb.doc[verb.i + 1 : verb.i + 8]:
        if token.pos_ in ("NOUN", "PROPN", "PRON") and base(token) not in ("nmod", "flat"):
            return [token] if can_speak(token, setting) and not children(token, "case") else []
    return []


def _according(anchor: Token, sentence: Tokens, setting: Setting) -> Iterator[Group]:
    """*Selon X*, *according to X*: the noun that the words govern."""
    for token in sentence:
        for words in entry(token, setting.lexicon.according):
            if words in setting.lexicon.sources.weak_according and token.i != sentence.start:
                continue
            after = token.i + len(words.replace("'", "' ").replace("’", "’ ").split())
            source = _governed_noun(token, after, setting)
            if source and _is_own(source, setting):
                break
            if source and anchor not in source.subtree:
                yield from _citing(source, token, setting)
                yield [source], token, "according to"
                yield from ((b, w, r) for b, w, r in _cited_by(source, setting))
            break


def _is_own(source: Token, setting: Setting) -> bool:
    """*D'après notre lecture*, *by our count*: the document's own voice."""
    own = any(c.lower_ in setting.lexicon.sources.first_person for c in source.children)
    return own and setting.kind(source) not in (Kind.AGENT, Kind.DOCUMENT)


def _governed_noun(opening: Token, after: int, setting: Setting) -> Token | None:
    doc = opening.doc
    for token in doc[after : after + 7]:
        if token.pos_ in ("NOUN", "PROPN", "PRON", "X", "NUM") or setting.name(token):
            if token.lower_ in setting.lexicon.sources.relative:
                return _before(opening)
            head = _phrase_head(token, opening)
            return head if can_speak(head, setting) or setting.name(head) else None
        if token.is_punct and token.text not in '«“"':
            return None
    return None


def _before(opening: Token) -> Token | None:
    """*Un rapport selon lequel*: the noun before."""
    for token in reversed(opening.doc[opening.sent.start : opening.i]):
        if token.pos_ in ("NOUN", "PROPN"):
            head = token
            while base(head) in ("nmod", "flat", "amod", "appos") and head.head.i < head.i:
                head = head.head
            return head
    return None


def _phrase_head(token: Token, opening: Token) -> Token:
    """Climb to the head of a noun phrase, but not past the words that open it."""
    while (
        base(token) in ("compound", "flat", "amod", "nmod", "nummod", "det")
        and token.head.i > opening.i
        and token.head.pos_ in ("NOUN", "PROPN")
        and not (base(token) == "nmod" and token.head.i < token.i)
        and token.head.i - token.i < 6
    ):
        token = token.head
    return token


def _of_quotation(anchor: Token, setting: Setting) -> list[Group]:
    """Take the speaker of a quotation from the sentence before or after, in the same line."""
    if not _is_quoted(anchor):
        return []
    sentences = list(anchor.doc.sents)
    place = next(i for i, s in enumerate(sentences) if s.start <= anchor.i < s.end)
    for near in (place, place + 1, place - 1, place - 2):
        if 0 <= near < len(sentences):
            for verb in sentences[near]:
                if says(verb, setting) and not _is_quoted(verb):
                    told_by = speakers(verb, setting) or _inverted(verb, setting)
                    if told_by:
                        return [(told_by, verb, "quotation")]
    return []


def _is_quoted(token: Token) -> bool:
    """Say whether a token stands between quotation marks of its line."""
    depth, straight = 0, False
    for other in token.doc[: token.i]:
        if other.text in OPENING:
            depth += 1
        elif other.text in CLOSING:
            depth = max(0, depth - 1)
        elif other.text == '"':
            straight = not straight
    return depth > 0 or straight
