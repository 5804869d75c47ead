"""Who speaks in quotation marks, where the verb of saying is in another sentence."""

from spacy.tokens import Token

from recoupe.reading.citing import Group
from recoupe.reading.clause import is_participle, is_passive
from recoupe.reading.noted import base, children
from recoupe.reading.setting import Kind, Setting
from recoupe.reading.speakers import can_speak, says, speakers

OPENING = "«“"


CLOSING = "»”"


def noun_after(verb: Token, setting: Setting) -> list[Token]:
    """Take the first noun phrase after the verb where the parser saw no subject."""
    if is_participle(verb) and is_passive(verb):
        return []  # *cited as a precedent*, *if confirmed*
    if verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].pos_ == "SCONJ":
        return []
    if verb.dep_ == "acl:relcl":
        return []  # *who calls the affair a nuisance*
    for token in verb.doc[verb.i + 1 : verb.i + 8]:
        if token.pos_ in ("NOUN", "PROPN", "PRON") and base(token) not in ("nmod", "flat"):
            return [token] if can_speak(token, setting) and not children(token, "case") else []
    return []


def of_quotation(anchor: Token, setting: Setting) -> list[Group]:
    """Take the speaker of a quotation from the sentence before or after, in the same line."""
    if not _is_quoted(anchor):
        return []
    if found := _before_colon(anchor, setting):
        return [found]
    sentences = list(anchor.doc.sents)
    place = next(i for i, s in enumerate(sentences) if s.start <= anchor.i < s.end)
    for near in (place, place + 1, place - 1, place - 2):
        if 0 <= near < len(sentences):
            for verb in sentences[near]:
                if says(verb, setting) and not _is_quoted(verb):
                    told_by = speakers(verb, setting) or noun_after(verb, setting)
                    if told_by:
                        return [(told_by, verb, "quotation")]
    return []


def _before_colon(anchor: Token, setting: Setting) -> Group | None:
    """*L'avocat hausse les épaules : « … »*, *the treasury, curtly: "…"*: who acts before it."""
    doc = anchor.doc
    colon = next((t for t in reversed(doc[: anchor.i]) if t.text == ":"), None)
    if colon is None or colon.i + 2 >= len(doc) or doc[colon.i + 1].text not in QUOTES:
        return None
    if any(t.text in CLOSING for t in doc[colon.i + 2 : anchor.i]):
        return None
    ends = [t.i + 1 for t in doc[: colon.i] if t.text in ".?!" or t.text in CLOSING]
    before = doc[ends[-1] if ends else 0 : colon.i]
    subjects = [t for t in before if base(t) == "nsubj"]
    nouns = [t for t in before if t.pos_ in ("NOUN", "PROPN") and not children(t, "case")]
    for token in (*subjects, *nouns[:1]):
        if setting.kind(token) in SPEAKING and can_speak(token, setting):
            return [token], colon, "quotation"
    return None


QUOTES = (*OPENING, '"')
SPEAKING = (Kind.AGENT, Kind.COUNTRY, Kind.PRONOUN)


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
