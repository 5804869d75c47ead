"""The words of a sentence that tell an event of the claim model."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.languages.lexicon import Frame, Trigger
from recoupe.model.claim import EventType
from recoupe.reading.clause import feature, is_passive, preposition, subjects
from recoupe.reading.content import is_content
from recoupe.reading.event import Event
from recoupe.reading.expressions import fillers_of, is_inside, told_by
from recoupe.reading.fitted import ACTORS
from recoupe.reading.gates import gate_opens, has_goods, is_other, resumes
from recoupe.reading.governors import cue, steps
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.likely import OPENS, Candidate, Likelihood, learned, surroundings
from recoupe.reading.noted import base, children, sentence_end, sentence_start
from recoupe.reading.roles import fillers
from recoupe.reading.setting import Kind, Setting

PRESIDES = ("VERB", "AUX", "ADJ")


def events(
    sentence: Tokens,
    setting: Setting,
    about: frozenset[str] = frozenset(),
    likelihood: Likelihood = learned,
) -> tuple[Event, ...]:
    """Give the events that a sentence tells, in the order of the text.

    about: events and `goods` told right before, so that *it*, *the rest* may be goods, and who is
    *also targeted* is put on a list. likelihood: of a word that the rules close.
    """
    around = surroundings(sentence, setting)
    chosen = (_chosen(_candidates(token, setting, about), around, likelihood) for token in sentence)
    found = list(_with_verifiers([event for event in chosen if event]))
    found = [e for e in found if not (e.judged and _is_told(e, found))]
    return tuple(e for e in found if not is_content(e, found, setting))


def _with_verifiers(found: list[Event]) -> Iterator[Event]:
    """*Publiés par X puis authentifiés par Y* is one disclosure."""
    joined: list[Event] = []
    for event in found:
        before = next((e for e in joined if _goes_on(event, e)), None)
        if before is None:
            joined.append(event)
            continue
        heads = {f.head for f in before.fillers}
        more = tuple(f for f in event.fillers if f.head not in heads)
        joined[joined.index(before)] = replace(before, fillers=(*before.fillers, *more))
    yield from joined


def _goes_on(event: Event, before: Event) -> bool:
    both = event.type is before.type is EventType.DISCLOSURE
    return both and base(event.anchor) == "conj" and event.anchor.head == before.anchor


def _chosen(
    candidates: Iterator[Candidate], around: frozenset[str], likelihood: Likelihood
) -> Event | None:
    """Give the first event that the rules open, else the likeliest, where it is likely enough."""
    weighed = [(candidate, likelihood(candidate, around)) for candidate in candidates]
    opened = [candidate.event for candidate, _ in weighed if candidate.opens]
    if opened:
        return next((e for e in opened if not _gives_and_gets(e)), opened[0])
    likely = [(candidate, likely) for candidate, likely in weighed if likely > OPENS]
    best = max(likely, key=lambda pair: pair[1], default=None)
    return replace(best[0].event, judged=True) if best else None


def _gives_and_gets(event: Event) -> bool:
    """*Leased jets from Sweden*, read as giving: who acts and whom it comes from both supply."""
    suppliers = [f.head for f in event.fillers if f.role == "supplier"]
    acts = [head for head in suppliers if base(head) == "nsubj"]
    return bool(acts) and any(base(head) == "obl" for head in suppliers)


def _is_told(event: Event, found: list[Event]) -> bool:
    """*A signé un contrat avec X*, *a reçu la demande de livrer*: a rule reads it off another word.

    Of the same parties, of what the word acts on, or of what it governs.
    """
    heads = {f.head for f in event.fillers}
    parties = {f.head for f in event.participants()}
    return any(
        other.anchor in heads
        or other.anchor.head == event.anchor
        or (other.type is event.type and parties & {f.head for f in other.participants()})
        for other in found
        if not other.judged
    )


def _candidates(token: Token, setting: Setting, about: frozenset[str]) -> Iterator[Candidate]:
    """Give the events that a word may tell, with what the rules say of each."""
    for trigger in _triggers(token, setting):
        if trigger.gate == "never" or not _form_fits(token, trigger, setting):
            continue
        if seeking := _seeking(token, trigger, setting):
            yield Candidate(seeking, trigger, True, about, setting)
            return
        frame = _frame(token, trigger, setting)
        told = EventType(frame.event)
        event = Event(told, token, frame, fillers_of(token, frame, trigger, setting))
        told_fully = event.participants() or trigger.gate == "wreck" or is_moved(event)
        if told_fully or leans_back(event, setting):
            opens = gate_opens(event, trigger, setting) or resumes(event, trigger, about, setting)
            governs = bool(entry(token, setting.lexicon.governors))  # *looks forward to selling*
            if not is_other(event, setting) and (opens or not governs):
                yield Candidate(event, trigger, opens, about, setting)


def is_moved(event: Event) -> bool:
    """*The tanks were flown to Mersin*: what went where, and no word of between whom."""
    return event.type is EventType.TRANSFER and event.has("item") and event.has("place")


def _frame(token: Token, trigger: Trigger, setting: Setting) -> Frame:
    frame = setting.lexicon.events.frame(trigger)
    if frame.event == "order" and _is_sought(token, trigger, setting):
        return setting.lexicon.events.frames["seek"].model_copy(update={"prepositions": {}})
    return frame


def _seeking(token: Token, trigger: Trigger, setting: Setting) -> Event | None:
    """*A cherché à acheter*: looking to buy is told by the verb of looking, from no seller yet."""
    if trigger.frame != "buy" or token.pos_ != "VERB":
        return None
    verb = next((s.word for s in steps(token, setting) if (c := cue(s, setting)) and c.seeks), None)
    bought = fillers(token, setting.lexicon.events.frame(trigger), setting)
    if verb is None or any(f.role == "supplier" for f in bought):
        return None
    frame = setting.lexicon.events.frames["seek"]
    event = Event(EventType.PROCUREMENT, verb, frame, bought)
    return event if has_goods(event, setting) and event.participants() else None


def _is_sought(token: Token, trigger: Trigger, setting: Setting) -> bool:
    """*Souhaite acquérir*, *wants to acquire*: looking to buy, from no seller yet."""
    if not trigger.sought:
        return False
    return any((found := cue(step, setting)) and found.wish for step in steps(token, setting))


def leans_back(event: Event, setting: Setting) -> bool:
    """Say whether an event without participants takes up one told before.

    *La commande*, *ces livraisons*, *the shells were delivered*: the noun, or what is acted on, is
    definite or a pronoun.
    """
    if event.participants():
        return event.type is EventType.EXERCISE and _are_counted(event, setting)
    if event.anchor.pos_ in ("NOUN", "PROPN"):
        told = base(event.anchor) in ("nsubj", "obj", "ROOT") or _is_ended(event.anchor, setting)
        return is_definite(event.anchor) and told
    things = [f.head for f in event.fillers if f.role in ("item", "subject")]
    if event.type is EventType.PAYMENT and is_passive(event.anchor):
        sums = setting.lexicon.nouns.sums  # *the balance was paid*
        things = [s for s in subjects(event.anchor) if any(x in sums for x in lemmas(s))]
    return any(
        base(t) == "nsubj" and (setting.kind(t) is Kind.PRONOUN or is_definite(t)) for t in things
    )


def _is_ended(noun: Token, setting: Setting) -> bool:
    """*L'abandon du contrat*, *the cancellation of the order*: of what there was to end."""
    cues = entry(noun.head, setting.lexicon.governors) if base(noun) == "nmod" else []
    return noun.head.pos_ == "NOUN" and any(c.effect == "denied" for c in cues)


def _are_counted(event: Event, setting: Setting) -> bool:
    """*100,000 troops took part*: how many, and not whose."""
    return all(
        children(f.head, "nummod")
        and not setting.name(f.head)
        and not any(setting.nationality(c) or setting.name(c) for c in f.head.subtree)
        for f in event.participants()
    )


def is_definite(noun: Token) -> bool:
    """Say whether a noun has a definite article, a demonstrative, *all* or the like before it."""
    return any(
        "Def" in feature(d, "Definite")
        or "Dem" in feature(d, "PronType")
        or ("Tot" in feature(d, "PronType") and "Plur" in feature(noun, "Number"))  # *all eight*
        or "Yes" in feature(d, "Poss")
        for d in noun.children
        if d.i < noun.i and d.pos_ in ("DET", "PRON")
    )


def _triggers(token: Token, setting: Setting) -> list[Trigger]:
    if setting.name(token) and token.pos_ == "PROPN":
        return [DRILL] if _is_named_drill(token, setting) else []
    lexicon = setting.lexicon
    if token.pos_ in PRESIDES or _acts(token):
        return told_by(token, lexicon.verbs)
    if _characterises(token):
        return []
    if token.pos_ in ("NOUN", "PROPN") and not is_inside(token, setting):
        return told_by(token, lexicon.event_nouns)
    return []


def _characterises(noun: Token) -> bool:
    """*Un tour à commande numérique*: a bare noun after *à* says of which kind a thing is."""
    bare = base(noun) == "nmod" and not children(noun, "det", "nummod")
    return bare and preposition(noun) == "à" and noun.nbor(-1).lower_ == "à"


DRILL = Trigger(lemma="", frame="drill")


def _is_named_drill(token: Token, setting: Setting) -> bool:
    """*Ended Zapad-2025*: a name that the document calls an exercise, and not beside that word."""
    name = setting.name(token)
    if name is None or name.last != token.i or base(token) not in ("obj", "obl", "nsubj", "flat"):
        return False
    words = token.doc[name.first : name.last + 1]
    if words.text.lower() not in setting.drills:
        return False
    first, end = sentence_start(token), sentence_end(token)
    near = token.doc[max(first, name.first - 3) : min(end, name.last + 7)]
    return not any(
        trigger.frame == "drill"
        for t in near
        if t.pos_ == "NOUN"
        for trigger in told_by(t, setting.lexicon.event_nouns)
    )


def _acts(token: Token) -> bool:
    """Say whether a noun is a verb: *seraient partis*, *Réunis à Oslo*, *set to hand over*."""
    if token.pos_ not in ("NOUN", "PROPN", "X") or children(token, "cop", "det"):
        return False
    marked = any(m.pos_ == "PART" for m in children(token, "mark"))
    return marked or bool(children(token, "aux")) or base(token) == "advcl"


def _is_present(token: Token, setting: Setting) -> bool:
    """*La Serbie coopère*: with who acts and no copula, what was tagged as an adjective is none."""
    acts = any(setting.kind(s) in ACTORS for s in children(token, "nsubj"))
    return token.pos_ == "ADJ" and acts and not children(token, "cop")


def _opens_clause(token: Token) -> bool:
    """*Réunis à Oslo, les ministres*: a participle alone needs no pronoun."""
    alone = base(token) in ("advcl", "acl", "amod") and not children(token, "aux", "obj")
    return alone and "Part" in feature(token, "VerbForm")


def _form_fits(token: Token, trigger: Trigger, setting: Setting) -> bool:
    """A reflexive trigger needs its pronoun; an adjective must be a participle."""
    if trigger.reflexive:
        return _opens_clause(token) or any(
            "Yes" in feature(c, "Reflex") or c.dep_.startswith("expl") for c in token.children
        )
    if _is_present(token, setting):
        return True
    if token.pos_ == "ADJ" and not children(token, "obj"):
        return "Part" in feature(token, "VerbForm") or token.lower_[-1] in "ésd"
    return True
