"""When an event lies, seen from the document's date: past, ongoing or future."""

from collections.abc import Iterable

from spacy.tokens import Token

from recoupe.model.claim import EventType, Tense
from recoupe.reading.clause import auxiliaries, feature, is_infinitive, is_participle, preposition
from recoupe.reading.conditional import is_conditional, is_future_form, is_imperfect_form
from recoupe.reading.event import Event
from recoupe.reading.governors import cue, steps
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.moments import moment
from recoupe.reading.negation import negation
from recoupe.reading.noted import base, children
from recoupe.reading.setting import Setting
from recoupe.reading.speakers import says
from recoupe.reading.unrealised import lies_ahead

DURABLE = frozenset(
    (
        EventType.PRODUCTION,
        EventType.USE,
        EventType.EXERCISE,
        EventType.AGREEMENT,
        EventType.PROCUREMENT,
        EventType.ASSISTANCE,
        EventType.TRANSFER,
    )
)


def tense(anchor: Token, event: EventType, setting: Setting) -> Tense:
    """Read when the event of `anchor` lies.

    A present tense is ongoing for what lasts, past for what is over once done (*gèle les avoirs*);
    an infinitive takes the time of what governs it.
    """
    if event is EventType.SANCTION and _stands(anchor, setting):
        return Tense.ONGOING
    if anchor.pos_ in ("NOUN", "PROPN"):
        return _of_noun(anchor, event, setting)
    return _of_verb(anchor, event, setting)


def by_date(
    told: Tense, event: Event, dates: Iterable[str], now: str | None, setting: Setting
) -> Tense:
    """Let a date correct a form that leaves the time open; both in EDTF, `now` the document's.

    *2023 : la Pologne livre*: what lies wholly behind the document is past, if it does not last;
    *a listing before the autumn*: a noun whose date lies wholly ahead is future.
    """
    seen = moment(now)
    when = [m for m in (moment(date) for date in dates if ".." not in date) if m]
    if seen is None or len(when) != 1:
        return told
    over = when[0].after().first_day() <= seen.first_day()
    ahead = when[0].first_day() >= seen.after().first_day()
    if told is Tense.ONGOING and over and not _stays(event, setting):
        return Tense.PAST
    if told is Tense.PAST and ahead and _is_timeless(event.anchor, setting):
        return Tense.FUTURE
    return told


def _is_timeless(anchor: Token, setting: Setting) -> bool:
    """Say whether no verb tells when a noun's event lies: *a annoncé une livraison*.

    *L'avis a été publié le 22 mai* is past, whatever its date: that is for a person to doubt.
    """
    if anchor.pos_ not in ("NOUN", "PROPN"):
        return False
    verbs = [s.word for s in steps(anchor, setting) if s.word.pos_ in ("VERB", "AUX")]
    return not any(_is_past(verb) and not says(verb, setting) for verb in verbs)


def _stays(event: Event, setting: Setting) -> bool:
    """*Forment depuis mai*, *builds*: what has lasted since then, or goes on by its nature."""
    lasts = event.type in LASTING or event.type is EventType.ASSISTANCE
    return lasts or any(t.lower_ in setting.lexicon.cues.since for t in event.anchor.sent)


def _stands(anchor: Token, setting: Setting) -> bool:
    """*Interdit depuis 2017*, *under sanctions*: what was imposed and still holds."""
    cues = setting.lexicon.cues
    since = [t for t in anchor.sent if t.lower_ in cues.since and abs(t.i - anchor.i) < 10]
    state = anchor.pos_ == "NOUN" and preposition(anchor) in UNDER
    return (bool(since) or state) and not _is_future(anchor, setting)


UNDER = ("sous", "under")


def _of_verb(verb: Token, event: EventType, setting: Setting) -> Tense:
    if _is_future(verb, setting) or lies_ahead(verb, event, setting):
        return Tense.FUTURE
    if conditional := is_conditional(verb, setting):
        return _of_conditional(verb, conditional, event)
    if is_infinitive(verb):
        if any(is_infinitive(a) or a.lower_ == "have" for a in children(verb, "aux")):
            return Tense.PAST
        return _governed(verb, event, setting)
    if _lasts_since(verb):
        return Tense.ONGOING
    if _is_past(verb) or _came_about(verb, setting) or is_imperfect_form(verb, setting):
        return Tense.PAST
    gerund = "Ger" in feature(verb, "VerbForm")
    if (is_participle(verb) or gerund) and not auxiliaries(verb):
        return _of_bare_participle(verb, event, setting)
    return _of_present(verb, event, setting)


def _lasts_since(verb: Token) -> bool:
    """*Has been asking for years*, *have been teaching since May*: begun, and not over."""
    helpers = [a.lower_ for a in children(verb, "aux")]
    return verb.lower_.endswith("ing") and "been" in helpers and "had" not in helpers


def _came_about(verb: Token, setting: Setting) -> bool:
    """*Soient arrivées*, *est parti*: the perfect of verbs that make it with *to be*."""
    perfect = is_participle(verb) and bool(auxiliaries(verb))
    return perfect and any(lemma in setting.lexicon.cues.with_be for lemma in lemmas(verb))


def _of_conditional(verb: Token, conditional: Token, event: EventType) -> Tense:
    """*Aurait livré* is past; *livrerait*, *serait livré* lie ahead, or last."""
    if conditional != verb and conditional.dep_ != "aux:pass":
        return Tense.PAST
    if any(a.lower_ == "été" for a in auxiliaries(verb)):
        return Tense.PAST
    return Tense.ONGOING if event in LASTING and conditional == verb else Tense.FUTURE


def _of_present(verb: Token, event: EventType, setting: Setting) -> Tense:
    if "Sub" in feature(verb, "Mood") or any(
        "Sub" in feature(a, "Mood") for a in auxiliaries(verb)
    ):
        return Tense.FUTURE
    if any((found := cue(step, setting)) and found.future for step in steps(verb, setting)):
        return Tense.FUTURE
    lasts = any(t.lower_ in setting.lexicon.cues.since for t in verb.sent) or negation(
        verb, setting
    )
    if lasts or (event in DURABLE and not _is_headline(verb)):
        return Tense.ONGOING
    return Tense.PAST


LASTING = frozenset((EventType.PRODUCTION, EventType.USE))


def _is_future(verb: Token, setting: Setting) -> bool:
    cues = setting.lexicon.cues
    for token in (verb, *auxiliaries(verb)):
        if "Fut" in feature(token, "Tense") or token.lower_ in cues.future_auxiliaries:
            return True
        if is_future_form(token, setting):
            return True
    head = verb.head
    if base(verb) == "xcomp" and any(x in cues.future_auxiliaries for x in lemmas(head)):
        return is_infinitive(verb) and "Past" not in feature(head, "Tense")
    if children(verb, "cop") and any(m.lower_ in cues.scheduled for m in children(verb, "mark")):
        return True
    for auxiliary in children(verb, "aux"):
        if any(c.future for c in entry(auxiliary, setting.lexicon.governors)):
            return not any(a.lower_ in ("have", "avoir", "être") for a in auxiliaries(verb))
    return False


def _is_past(verb: Token) -> bool:
    helpers = [h for h in auxiliaries(verb) if base(h) == "aux"]
    if any(feature(h, "Tense") in (["Past"], ["Imp"]) or h.lower_ == "été" for h in helpers):
        return True
    if any(h.lemma_.lower() in ("avoir", "have") or h.dep_ == "aux:tense" for h in helpers):
        return True
    return not helpers and _is_past_form(verb)


def _is_past_form(verb: Token) -> bool:
    return feature(verb, "Tense") in (["Past"], ["Imp"]) and "Ind" in feature(verb, "Mood")


def _of_bare_participle(verb: Token, event: EventType, setting: Setting) -> Tense:
    """*Livrés par* is past, *companies supplying* lasts; *denied supplying* is of the past."""
    if "Pres" not in feature(verb, "Tense") and not verb.lower_.endswith(("ing", "ant")):
        return Tense.PAST
    if children(verb, "mark", "case") or base(verb) in ("xcomp", "ccomp"):
        return _governed(verb, event, setting)
    return Tense.ONGOING


def _of_noun(noun: Token, event: EventType, setting: Setting) -> Tense:
    verb = noun.head
    if base(noun) in ("obj", "nsubj") and verb.pos_ in ("VERB", "AUX"):
        conditional = is_conditional(verb, setting)
        if _is_future(verb, setting) or (
            conditional and _of_conditional(verb, conditional, event) is not Tense.PAST
        ):
            return Tense.FUTURE
    return _governed(noun, event, setting)


def _governed(word: Token, event: EventType, setting: Setting) -> Tense:
    """Take the time from what governs the word: wishes and plans lie ahead."""
    for step in steps(word, setting):
        found = cue(step, setting)
        if found and found.future:
            return Tense.PAST if _could(step.word, setting) else Tense.FUTURE
        if step.aside:
            break
        if step.word.pos_ in ("VERB", "AUX") and not found:
            if _is_future(step.word, setting) or lies_ahead(step.word, event, setting):
                return Tense.FUTURE
            if _is_past(step.word):
                return Tense.PAST
    return Tense.PAST


def _could(verb: Token, setting: Setting) -> bool:
    """*A pu être revendue*, *ont dû partir*: the perfect of a modal looks back."""
    modal = any(lemma in setting.lexicon.cues.modals for lemma in lemmas(verb))
    return modal and is_participle(verb) and bool(children(verb, "aux"))


def _is_headline(verb: Token) -> bool:
    """A line without a full stop tells in the present what is done."""
    last = verb.doc[-1].text
    return last not in (".", "!", "?", "»", "…", '"', "”") and len(verb.doc) < 30
