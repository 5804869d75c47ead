"""Who and what takes part in an event, read off its clause."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from recoupe.languages.lexicon import Frame
from recoupe.model.claim import CIRCUMSTANCES, PARTICIPANTS, EventType
from recoupe.reading.asides import beside
from recoupe.reading.channels import on_behalf
from recoupe.reading.clause import preposition
from recoupe.reading.deals import content_of, of_deal, turned, won
from recoupe.reading.fitted import fitted_role
from recoupe.reading.lemmas import lemmas
from recoupe.reading.nearby import nearby
from recoupe.reading.nominal import of_noun
from recoupe.reading.noted import base, children, sentence_end
from recoupe.reading.setting import KINDS, Kind, Setting
from recoupe.reading.verbal import of_verb


@dataclass(frozen=True, slots=True)
class Filler:
    """A word in a role. head: the noun, pronoun or adjective of nationality."""

    role: str
    head: Token


def fillers(anchor: Token, frame: Frame, setting: Setting) -> tuple[Filler, ...]:
    """Give the roles of the event that `anchor` tells, participants and things only.

    Amounts and dates are given out by `read`, which sees the whole sentence.
    """
    if content := content_of(anchor, setting):
        frame = turned(frame, content, setting)
    elif frame.event == "order" and frame.subject == "recipient":
        frame = won(anchor, frame, setting)
    frame = on_behalf(anchor, frame, setting)
    found = _kept(_candidates(anchor, frame, content, setting), anchor, frame, setting)
    filled = {f.role for f in found}
    near = _kept(nearby(anchor, frame, setting), anchor, frame, setting)
    if filled.isdisjoint(PARTICIPANTS[EventType(frame.event)]):
        found = (*found, *near)
    else:
        taken = {f.head.i for f in found}
        found = (*found, *(f for f in near if f.role not in filled and f.head.i not in taken))
    found = (*found, *_members(found, anchor, frame, setting))
    return _settled(found, setting) if frame == setting.lexicon.events.frames["deal"] else found


def _members(
    found: tuple[Filler, ...], anchor: Token, frame: Frame, setting: Setting
) -> Iterator[Filler]:
    """*Une délégation comprenant X, Y et Z*, *envoys, among them X*: who belongs to it."""
    nouns = setting.lexicon.nouns
    if frame.event != "meeting":
        return
    heads = [f for f in found if any(lemma in nouns.delegations for lemma in lemmas(f.head))]
    taken = {f.head.i for f in found}
    for filler in heads[:1]:
        rest = anchor.doc[filler.head.i + 1 : sentence_end(anchor)]
        opened = next((t.i for t in rest if t.lower_ in nouns.comprising), None)
        for token in rest if opened is not None else ():
            name = setting.name(token)
            named = name is not None and KINDS[name.type] is Kind.AGENT and name.first == token.i
            if named and token.i > (opened or 0) and token.i not in taken:
                yield Filler(filler.role, token)


def _kept(
    candidates: Iterable[tuple[str, Token]], anchor: Token, frame: Frame, setting: Setting
) -> tuple[Filler, ...]:
    """Keep the words that can take their role, each in the first one."""
    kept: dict[tuple[str, int], Filler] = {}
    told = EventType(frame.event)
    roles = (*PARTICIPANTS[told], *CIRCUMSTANCES[told])
    for role, counting in candidates:
        head = setting.noun(setting.counted(counting))
        apart = beside(head, anchor, setting) and head.sent == anchor.sent
        fitted = fitted_role(role, head, frame, setting) if role and not apart else None
        if (
            fitted in roles
            and fitted
            and head != anchor
            and _is_word(head)
            and not _is_none(fitted, head, setting)
            and not (fitted in PARTICIPANTS[told] and setting.is_measured(head))
        ):
            kept.setdefault((fitted, head.i), Filler(fitted, head))
    return _one_role_each(tuple(kept.values()))


def _is_none(role: str, head: Token, setting: Setting) -> bool:
    """*Rien*, *nobody* fill no role of a participant; *en russe* names a language."""
    language = setting.nationality(head) and preposition(head) in ("en", "in")
    return bool(language) or (role != "item" and head.lower_ in setting.lexicon.cues.negators)


def _settled(found: tuple[Filler, ...], setting: Setting) -> tuple[Filler, ...]:
    """Say who sells and who buys in a contract that tells only its parties.

    States, ministries and armies buy; of two companies the one that signs sells.
    """
    sellers = [f for f in found if f.role == "supplier"]
    buyers = [f for f in found if f.role == "recipient"]
    states = [f for f in buyers if _buys(f.head, setting)]
    if states and not sellers:  # *signé par Athènes et la firme X*
        firms = [f for f in buyers if f not in states and setting.kind(f.head) is Kind.AGENT]
        return tuple(Filler("supplier", f.head) if f in firms else f for f in found)
    turned = bool(buyers) and not states
    if not turned or (sellers and not buyers):
        return found
    other = {"supplier": "recipient", "recipient": "supplier"}
    return tuple(Filler(other.get(f.role, f.role), f.head) for f in found)


def _buys(head: Token, setting: Setting) -> bool:
    name = setting.name(head)
    if _sells(head, setting):
        return False
    if name:
        return name.type in ("Country", "Place", "PublicBody", "Organization")
    if setting.nationality(head) or setting.kind(head) is Kind.PRONOUN:
        return True
    return any(lemma in setting.lexicon.nouns.states for lemma in lemmas(head))


def _sells(head: Token, setting: Setting) -> bool:
    """*Rosoboronexport*, *the arms exporter X*: who exports or makes arms does not buy them."""
    said = [head, *head.children, *([head.head] if base(head) in ("appos", "compound") else [])]
    sellers = setting.lexicon.nouns.sellers
    return "export" in setting.phrase(head).of(setting.text).lower() or any(
        lemma in sellers for token in said for lemma in lemmas(token)
    )


def _is_word(head: Token) -> bool:
    return head.pos_ not in ("PUNCT", "SPACE", "SYM", "ADV")


def _candidates(
    anchor: Token, frame: Frame, content: Token | None, setting: Setting
) -> Iterator[tuple[str, Token]]:
    taken_for_noun = bool(children(anchor, "aux")) and bool(children(anchor, "obj"))
    if anchor.pos_ in ("VERB", "AUX", "ADJ") or taken_for_noun:
        return of_verb(anchor, frame, setting)
    if content is not None:
        return of_deal(anchor, frame, content, setting)
    return of_noun(anchor, frame, setting)


def _one_role_each(found: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Keep the first role of a word, subjects and objects before prepositional phrases."""
    seen: set[int] = set()
    kept = []
    for filler in found:
        if filler.head.i not in seen:
            seen.add(filler.head.i)
            kept.append(filler)
    return tuple(kept)
