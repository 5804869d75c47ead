"""Put the claims of a document together, from what each reader says of each event."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from recoupe.errors import NoReader
from recoupe.languages.lexicon import lexicon
from recoupe.languages.readable import readable
from recoupe.model.claim import PARTICIPANTS, Claim, Reason, Role, Source, Tense
from recoupe.model.document import Document
from recoupe.model.factuality import Certainty, Factuality
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.model.value import Date
from recoupe.reading.circumstances import circumstances
from recoupe.reading.event import Event
from recoupe.reading.events import events, is_moved, leans_back
from recoupe.reading.factuality import factuality, hedges, reaches
from recoupe.reading.interview import turns
from recoupe.reading.likely import Likelihood, learned
from recoupe.reading.lowered import lowered
from recoupe.reading.others import with_others
from recoupe.reading.parse import parse, pipeline, where
from recoupe.reading.provenance import provenance
from recoupe.reading.replies import replies
from recoupe.reading.retold import completed, may_lean
from recoupe.reading.scene import Scene, scene
from recoupe.reading.setting import Kind
from recoupe.reading.sources import Chain, chains
from recoupe.reading.tense import by_date, tense

READER = "recoupe-reader 1"
"""Name and version of the reader; a case reads a document anew when it changes."""


RECENT = 4
"""Claims before a sentence that it may still be about."""


def read(
    document: Document, pipeline_name: str | None = None, likelihood: Likelihood = learned
) -> Reading:
    """Read every claim and entity off a document, in the order of the text.

    pipeline_name: a spaCy pipeline to parse with instead of the bundled one.
    likelihood: of a word that the rules close; `by_rules` leaves out what was learned.
    Raises NoReader for a language that has none.
    """
    language = document.language
    if language is None or not readable(language):
        raise NoReader(f"no reader for language {language or 'unknown'!r}; readers: fr, en")
    return read_parsed(
        document, parse(document.text, pipeline(pipeline_name or language)), language, likelihood
    )


def read_parsed(
    document: Document, docs: tuple[Doc, ...], language: str, likelihood: Likelihood = learned
) -> Reading:
    """Read a document off its parse, however wrong that may be."""
    here = scene(document, docs, lexicon(language))
    answering = turns(docs, here.setting)
    claims: list[Claim] = []
    before: Tokens | None = None
    for sentence in (s for doc in docs for s in doc.sents):
        claims = list(provenance(sentence, here, claims))
        speaker = answering.get((sentence.doc.user_data["start"], sentence.start))
        about = _about(claims[-RECENT:], before, here)
        own = with_others(
            sentence, here, _claims(sentence, here, document, claims, about, speaker, likelihood)
        )
        before = sentence
        claims += [*own, *replies(sentence, here, claims, own, speaker)]
    return Reading(
        document=document.id,
        language=language,
        published=document.published.edtf,
        publisher=document.publisher,
        claims=tuple(lowered(claims, document.text)),
        entities=here.entities,
        reader=READER,
    )


def _claims(
    sentence: Tokens,
    here: Scene,
    document: Document,
    told: Sequence[Claim],
    about: frozenset[str],
    speaker: Token | None,
    likelihood: Likelihood,
) -> tuple[Claim, ...]:
    span = where(sentence)
    if any(span.overlaps(furniture) for furniture in document.boilerplate):
        return ()
    found = events(sentence, here.setting, about, likelihood)
    found = tuple(e for i, e in enumerate(found) if _stands(e, found[:i], told, here))
    shared = circumstances(sentence, found, here)
    read = [
        (event, claim)
        for event in found
        for told_by in _with_speaker(chains(event.anchor, here.setting), speaker, sentence)
        if (claim := _claim(event, told_by, shared[event.anchor], here, document))
    ]
    read = _hedged(read, sentence, here)
    whole: list[Claim] = []
    for event, claim in read:
        leans = leans_back(event, here.setting)
        taken = completed(claim, (*told, *whole)) if leans else claim
        if taken or event.participants() or is_moved(event):
            whole.append(taken or claim)
    return tuple(whole)


def _with_speaker(
    found: tuple[Chain, ...], speaker: Token | None, sentence: Tokens
) -> tuple[Chain, ...]:
    """Let the one whose turn it is in an interview stand for the document's own voice."""
    if speaker is None or any(chain.speakers for chain in found):
        return found
    return (Chain((speaker,), (Reason("interview", where(sentence[0])),)),)


def _stands(event: Event, before: Sequence[Event], told: Sequence[Claim], here: Scene) -> bool:
    """Say whether an event names a party, or may lean on one told before."""
    if event.participants() or is_moved(event) or may_lean(event.type, told):
        return True
    if not leans_back(event, here.setting):
        return True
    return any(other.participants() for other in before)


def _about(told: Sequence[Claim], before: Tokens | None, here: Scene) -> frozenset[str]:
    """Give the events told last, and what they or the sentence before name: `goods`, `document`."""
    nouns = [t for t in before or () if t.pos_ == "NOUN"]
    named = {k.value for k in map(here.setting.kind, nouns) if k in (Kind.GOODS, Kind.DOCUMENT)}
    goods = {Kind.GOODS.value} if any(claim.fillers("item") for claim in told) else set()
    return frozenset(named | goods | {claim.event for claim in told})


def _hedged(
    read: list[tuple[Event, Claim]], sentence: Tokens, here: Scene
) -> list[tuple[Event, Claim]]:
    """Let a hedge that no event of the sentence took weaken those told as certain.

    Every hedge hedges something; where it is open what, the less certain reading is given.
    """
    used = {r.span for _, claim in read for r in claim.reasons}
    used |= {where(event.anchor) for event, _ in read}  # *négocie* tells of a meeting
    for effect, rule, token in hedges(sentence, here.setting):
        if where(token) in used:
            continue
        ceiling = Certainty[effect.rstrip("-")]
        read = [
            (
                event,
                replace(
                    claim,
                    factuality=claim.factuality.at_most(ceiling),
                    reasons=(*claim.reasons, Reason(rule, where(token))),
                )
                if claim.factuality.certainty is Certainty.CT
                and reaches(token, event.anchor, here.setting)
                else claim,
            )
            for event, claim in read
        ]
    return read


def _claim(
    event: Event, told_by: Chain, further: tuple[Role, ...], here: Scene, document: Document
) -> Claim | None:
    told = factuality(event.anchor, here.setting)
    if told is None:
        return None
    reading, reasons = told
    roles = tuple(_of_event((*_roles(event, told_by, here), *further), told_by, here))
    return Claim(
        document=document.id,
        event=event.type,
        evidence=_evidence(event, told_by),
        roles=_without_repeats(roles),
        factuality=reading,
        tense=_when(event, reading, roles, here, document),
        sources=_without_repeats_of(_source(told_by, here)),
        reasons=(*reasons, *told_by.reasons, *_learned(event)),
    )


def _when(
    event: Event, reading: Factuality, roles: Sequence[Role], here: Scene, document: Document
) -> Tense:
    told = tense(event.anchor, event.type, here.setting)
    if reading.certainty is not Certainty.CT:
        return told
    dates = [role.value.edtf for role in roles if isinstance(role.value, Date)]
    return by_date(told, event, dates, document.published.edtf, here.setting)


def _learned(event: Event) -> tuple[Reason, ...]:
    return (Reason("likely by its context", where(event.anchor)),) if event.judged else ()


def _evidence(event: Event, told_by: Chain) -> tuple[Span, ...]:
    """Give the sentence that tells the event, and those from which the attribution was taken."""
    own = where(event.anchor.sent)
    attributed = (where(speaker.sent) for speaker in told_by.speakers)
    return tuple(dict.fromkeys((own, *(span for span in attributed if not own.contains(span)))))


def _of_event(roles: tuple[Role, ...], told_by: Chain, here: Scene) -> Iterator[Role]:
    """Leave out who only tells of the event, and a pronoun that another party's name fills."""
    tellers = [
        here.setting.phrase(speaker)
        for speaker, reason in zip(told_by.speakers, told_by.reasons, strict=False)
        if reason.rule in ("according to", "cites")
    ]
    named = {role.resolved or role.span.of(here.setting.text): role for role in roles}
    for role in roles:
        if any(role.span.overlaps(teller) for teller in tellers):
            continue
        same = named.get(role.resolved) if role.resolved else None
        taken = same is not None and same.name != role.name and same.span != role.span
        yield replace(role, resolved=None) if taken and _is_participant(role) else role


def _is_participant(role: Role) -> bool:
    return any(role.name in names for names in PARTICIPANTS.values())


def _without_repeats_of(sources: Iterator[Source]) -> tuple[Source, ...]:
    return tuple({source.span: source for source in sources}.values())


def _roles(event: Event, told_by: Chain, here: Scene) -> Iterator[Role]:
    for filler in event.fillers:
        if filler.head.lower_ in here.setting.lexicon.cues.negators:
            continue
        countries = here.setting.nationality(filler.head)
        if len(countries) > 1:
            for country in countries:
                yield Role(filler.role, where(filler.head), resolved=here.country(country))
            continue
        yield Role(
            filler.role,
            here.setting.phrase(filler.head),
            resolved=here.resolved(here.setting.bearer(filler.head))
            or _speaking(filler.head, told_by, here),
        )


def _speaking(head: Token, told_by: Chain, here: Scene) -> str | None:
    """*J'ai choisi la Russie*, said by a person: who speaks is meant."""
    if head.lower_ not in here.setting.lexicon.sources.alone or not told_by.speakers:
        return None
    speaker = told_by.speakers[0]
    if speaker == head:
        return None
    named = here.resolved(here.setting.bearer(speaker))
    return named or here.setting.phrase(speaker).of(here.setting.text)


def _source(told_by: Chain, here: Scene) -> Iterator[Source]:
    for speaker in reversed(told_by.speakers):
        named = here.resolved(here.setting.bearer(speaker))
        yield Source(here.setting.phrase(speaker), resolved=named)


def _without_repeats(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """Leave out a role told twice, and a party inside the words of another: *soldiers of the X*."""
    kept: dict[tuple[str, Span, str | None], Role] = {}
    for role in roles:
        parties = [r for r in kept.values() if _is_participant(r) and r.name != role.name]
        if not (_is_participant(role) and any(r.span.overlaps(role.span) for r in parties)):
            kept.setdefault((role.name, role.span, role.resolved), role)
    return tuple(kept.values())
