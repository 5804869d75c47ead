"""Who says so: the chain of sources of an event, outermost first."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from recoupe.languages import countries
from recoupe.model.claim import EventType, Reason
from recoupe.reading.according import according
from recoupe.reading.asides import asides
from recoupe.reading.citing import Group, cited, cited_by, citing
from recoupe.reading.clause import (
    auxiliaries,
    is_finite,
    is_infinitive,
    is_participle,
    is_passive,
    subjects,
)
from recoupe.reading.conditional import is_conditional
from recoupe.reading.governed import called_false, is_hearsay
from recoupe.reading.governors import Step, cue, steps
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.lost import judges, lost_governors, lost_sayers, negated_before_that
from recoupe.reading.noted import base, children, sentence_start
from recoupe.reading.parse import where
from recoupe.reading.quotation import CLOSING, noun_after, of_quotation
from recoupe.reading.setting import Kind, Setting
from recoupe.reading.speakers import can_speak, inverted, says, speakers, therein


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
    grounds = [g for g in around if g[2] == "according to" and _is_ground(g[1], setting)]
    above = [*grounds, *above] if above else above
    if around or any(rule != "wish" for _, _, rule in above):
        above = [group for group in above if group[2] != "wish"]
    groups = _without_we(_merged(_one_speaker(above, around)), setting)
    if not groups:
        groups = _merged(of_quotation(anchor, setting)) or list(_charged(anchor, setting))
    if not groups:
        groups = list(_labelled(anchor, setting))
    if not groups:
        return (Chain(()),)
    inner, *outer = groups
    if all(setting.kind(speaker) is Kind.DOCUMENT for speaker in inner[0][1:]):
        inner = (inner[0][:1], *inner[1:])  # *invoices and bank statements* are one source
    reasons = tuple(Reason(rule, where(word)) for _, word, rule in groups)
    tail = tuple(g[0][0] for g in outer)
    return tuple(Chain((speaker, *tail), reasons) for speaker in inner[0])


def _charged(anchor: Token, setting: Setting) -> Iterator[Group]:
    """*Sanctioned by X for having sold arms*: whoever gives the sanction charges them with it."""
    verb = anchor.head
    reasons = setting.lexicon.sources.reasons
    if not any(c.lower_ in reasons and c.i < anchor.i for c in children(anchor, "mark")):
        return
    events = setting.lexicon.events
    sanctions = entry(verb, setting.lexicon.verbs)
    if is_finite(anchor) or EventType.SANCTION not in events.told(sanctions):
        return
    agents = [c for c in verb.children if c.dep_ == "obl:agent"] if _undergone(verb) else None
    told_by = subjects(verb) if agents is None else agents
    if told_by := [s for s in told_by if can_speak(s, setting)]:
        yield told_by, verb, "sanctioned for"


def _labelled(anchor: Token, setting: Setting) -> Iterator[Group]:
    """*Indictment: trader sold parts*, *Manila: patrols doubled*: a label says who tells it."""
    first = anchor.doc[sentence_start(anchor)]
    if anchor.i < first.i + 2 or first.nbor(1).text not in setting.lexicon.sources.labels:
        return
    capital = countries.kind(first.text, setting.lexicon.language) == "capital"
    document = first.pos_ in ("NOUN", "PROPN") and any(
        lemma in setting.lexicon.nouns.documents for lemma in lemmas(first)
    )
    if capital or document:
        yield [first], first, "label"


def _undergone(verb: Token) -> bool:
    return is_passive(verb) or _is_bare_participle(verb)


def _is_ground(word: Token, setting: Setting) -> bool:
    """*X affirme, sur la foi de Y, que …*: Y is behind X."""
    grounds = setting.lexicon.sources.grounds
    return any(words in grounds for words in entry(word, setting.lexicon.according))


def _without_we(groups: list[Group], setting: Setting) -> list[Group]:
    """*« Nous sommes prêts à livrer », dit X*: who says *we* is X; without X, the document."""
    own = setting.lexicon.sources.first_person
    return [g for g in groups if g[0][0].lower_ not in own]


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


def _one_speaker(above: list[Group], around: list[Group]) -> list[Group]:
    """Give the speakers of one verb once: by the parse, but where it took them from another clause.

    *L'entreprise, fait valoir le ministère, n'a rien livré*: the ministry says so.
    """
    beside = {g[1].i: g for g in around if g[2] == SAYING}
    kept = [g for g in above if g[2] != SAYING or not _is_apart(g, beside.get(g[1].i))]
    said = {word.i for _, word, rule in kept if rule == SAYING}
    return [*kept, *(g for g in around if g[2] != SAYING or g[1].i not in said)]


SAYING = "verb of saying"


def _is_apart(group: Group, other: Group | None) -> bool:
    """Say whether a break parts a speaker from the verb, and another follows the verb."""
    (speaker, *_), verb, _ = group
    if other is None or other[0][0].i < verb.i or speaker.i > verb.i:
        return False
    return any(t.text in (",", *CLOSING, '"') for t in verb.doc[speaker.i + 1 : verb.i])


def _above(anchor: Token, setting: Setting) -> Iterator[Group]:
    """Give the speakers of the verbs of saying that govern the event, the nearest first.

    Who wishes speaks only where nobody reports the wish.
    """
    wishers: list[Group] = []
    for step in steps(anchor, setting):
        found = cue(step, setting)
        if is_hearsay(step, setting) and not therein(step.word, setting):
            continue
        speaks = (found is not None and found.source) or _reports(step, setting)
        if not speaks or (step.relation == "conj" and not step.shared):
            continue
        is_wished = step.relation == "ccomp"  # *voudrait que X livre*: the wish is told outright
        if found is not None and found.source and is_conditional(step.word, setting):
            if not is_wished:
                continue
        if quoted := _quoted_as(step.word, setting):
            yield quoted, step.word, "verb of saying"
        told_by = [s for s in speakers(step.word, setting) if s != anchor]
        if told_by and found is not None and found.wish:
            wishers.append((told_by, step.word, "wish"))
        elif told_by:
            for speaker in told_by:
                yield from citing(speaker, step.word, setting)
            yield told_by, step.word, "verb of saying"
            yield from cited_by(told_by[0], setting)
    for governor, found in lost_governors(anchor, setting):
        if found.source and not found.wish:
            told_by = speakers(governor, setting) or _subject_before(governor, setting)
            if told_by:
                yield told_by, governor, "verb of saying"
    yield from _finders(anchor, setting)
    for sayer in (*lost_sayers(anchor, setting), *judges(anchor, setting)):
        if told_by := speakers(sayer, setting) or _subject_before(sayer, setting):
            yield told_by, sayer, "verb of saying"
            yield from cited_by(told_by[0], setting)
            break
    yield from wishers


def _quoted_as(word: Token, setting: Setting) -> list[Token]:
    """*Had quoted an aide as saying that*: the aide, before whoever quotes him."""
    verb = word.head
    if base(word) not in ("advcl", "xcomp", "acl") or not is_participle(word) or is_passive(verb):
        return []
    quoted = [o for o in children(verb, "obj") if verb.i < o.i < word.i]
    return cited(verb, setting)[:1] if quoted else []


def _finders(anchor: Token, setting: Setting) -> Iterator[Group]:
    """*Les experts n'ont trouvé aucune preuve que*, *sees no proof*: who looked says so."""
    found = [step.word for step in steps(anchor, setting)] + list(
        negated_before_that(anchor, setting)
    )
    for noun in found:
        verb = noun.head
        if base(noun) != "obj" or not _is_proof(noun, setting):
            continue
        if told_by := [s for s in speakers(verb, setting) if setting.kind(s) in FINDERS]:
            yield told_by, verb, "verb of saying"


FINDERS = (Kind.AGENT, Kind.COUNTRY, Kind.DOCUMENT, Kind.PRONOUN, Kind.UNKNOWN)


def _is_proof(noun: Token, setting: Setting) -> bool:
    return any(lemma in setting.lexicon.sources.proofs for lemma in lemmas(noun))


CONTENT = ("ccomp", "xcomp", "obj", "obl", "parataxis", "advcl", "acl", "nmod", "dep", "conj")


def _reports(step: Step, setting: Setting) -> bool:
    """Say whether a verb of saying has the event for its content: *conclure un accord* has not."""
    relation = step.relation
    if not says(step.word, setting):
        return False
    if relation in ("obj", "iobj", "obl", "advmod") and _is_told(step.child, setting):
        return True
    if called_false(step, setting):
        return True
    if relation not in CONTENT:
        return False
    if relation not in ("obj", "obl", "nmod") or step.child.pos_ not in ("NOUN", "PROPN"):
        return True
    return not any(lemma in setting.lexicon.sources.clausal for lemma in lemmas(step.word))


def _is_told(noun: Token, setting: Setting) -> bool:
    """*Told the agency that …*, *concluded last autumn that …*: a clause hung on the wrong noun."""
    that = setting.lexicon.cues.complementizers
    return any(
        mark.lower_ in that and (base(mark) == "mark" or len(children(clause, "obj")) > 1)
        for clause in children(noun, "acl", "ccomp")
        for mark in children(clause, "mark", "obj")
    )


def _subject_before(governor: Token, setting: Setting) -> list[Token]:
    """Take the subject at the head of the sentence where the parser gave the governor none."""
    if is_passive(governor) or _is_bare_participle(governor):
        return []  # *Ukraine is thought likely to*, *the deal, thought to be the largest*
    before = governor.doc[sentence_start(governor) : governor.i]
    for token in before:
        if base(token) == "nsubj" and can_speak(token, setting):
            return [token]
    for token in before:
        if token.pos_ == "ADP" or token.is_punct:
            return []
        if token.pos_ in ("NOUN", "PROPN", "PRON") and base(token) not in ("compound", "nmod"):
            return [token] if can_speak(token, setting) else []
    return []


def _is_bare_participle(word: Token) -> bool:
    return is_participle(word) and not auxiliaries(word) and base(word) in ("acl", "advcl", "amod")


def _around(anchor: Token, setting: Setting) -> Iterator[Group]:
    """Give the sources that stand beside the event's clause in its sentence."""
    sentence = anchor.sent
    spoken = [
        a
        for a in asides(sentence, setting)
        if not a.first <= anchor.i < a.end and not _describes_subject(anchor, a.verb)
    ]
    if spoken:
        aside = min(spoken, key=lambda a: abs(a.verb.i - anchor.i))
        yield from citing(aside.speaker, aside.verb, setting)
        yield [aside.speaker], aside.verb, "verb of saying"
        yield from cited_by(aside.speaker, setting)
        yield from according(anchor, sentence, setting)
        return
    governed_by = {anchor, *(s.word for s in steps(anchor, setting))}
    below = set(anchor.subtree)
    for verb in sentence:
        if (
            verb in governed_by
            or not says(verb, setting)
            or not _is_aside(verb, below, anchor, setting)
        ):
            continue
        if _describes_subject(anchor, verb):
            return  # *the minister, who met Li, said Minsk sold guns*: she met him, nobody says so
        told_by = speakers(verb, setting) or noun_after(verb, setting)
        if told_by:
            if behind := [t for t in cited(verb, setting) if t not in told_by]:
                yield behind, verb, "cites"  # *the paper, quoting officials, wrote that*
            yield from citing(told_by[0], verb, setting)
            yield told_by, verb, "verb of saying"
            yield from cited_by(told_by[0], setting)
            break
    else:
        yield from _after(anchor, setting)
    yield from according(anchor, sentence, setting)


def _describes_subject(anchor: Token, verb: Token) -> bool:
    """Say whether an event only describes the subject of a verb that says something else."""
    if not any(c.i > verb.i for c in children(verb, "ccomp", "xcomp")):
        return False
    return any(s.i < verb.i and anchor in s.subtree for s in children(verb, "nsubj"))


def _after(anchor: Token, setting: Setting) -> Iterator[Group]:
    """Take a speaker put after the words, where the parser saw none."""
    found = inverted(anchor.sent, setting)
    if found and found[0].i > anchor.i:
        verb, speaker = found
        if _describes_subject(anchor, verb):
            return
        yield from citing(speaker, verb, setting)
        yield [speaker], verb, "verb of saying"
        yield from cited_by(speaker, setting)


def _is_aside(verb: Token, below: set[Token], anchor: Token, setting: Setting) -> bool:
    """Say whether a verb of saying is put beside what is said: *…, a indiqué le ministre*."""
    if any(children(c, "mark") or c.i > verb.i for c in children(verb, "ccomp", "xcomp")):
        return False
    if base(verb) in ("acl", "amod") or verb.dep_ == "acl:relcl":
        return False
    if is_infinitive(verb):
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
    if any(t.text == ";" for t in anchor.doc[anchor.i : verb.i]) and not _after_quote(verb):
        return False  # *X sold rifles; the mayor says little*
    opened = any(m.lower_ in setting.lexicon.sources.alike for m in children(verb, "mark"))
    return (bool(before) or opened) and (  # *As Andrews reports, exports fell*
        base(verb) in ("parataxis", "ROOT", "ccomp", "conj", "dep", "advcl", "discourse")
    )


def _after_quote(verb: Token) -> bool:
    return any(t.text in (*CLOSING, '"') for t in verb.sent if t.i < verb.i)
