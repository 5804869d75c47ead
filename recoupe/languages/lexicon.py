"""What the readers know of a language: events, nouns, cues and sources, checked as they load."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict

from recoupe.languages.toml import load

Gate = Literal[
    "goods",
    "trade",
    "person",
    "document",
    "sum",
    "place",
    "joint",
    "list",
    "assets",
    "signed",
    "drill",
    "wreck",
    "bare",
    "experts",
    "never",
]
Item = TypeVar("Item")
Effect = Literal["CT", "PR", "PS", "U", "PR-", "PS-", "denied", "none"]


class Entry(BaseModel):
    """An entry of a language file; a field that the schema lacks is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Frame(Entry):
    """Who takes part in an event, by place in the clause. Each field names a role."""

    event: str
    subject: str
    object: str | None = None
    indirect: str | None = None
    prepositions: dict[str, str] = {}


class Trigger(Entry):
    """A word that tells an event.

    gate: what must stand beside it; see the file's own head. sought: under a wish it tells of
    procurement.
    """

    lemma: str
    frame: str
    gate: Gate | None = None
    reflexive: bool = False
    sought: bool = False
    object: str | None = None
    yes: str = ""
    no: str = ""


class Events(Entry):
    """events.toml"""

    frames: dict[str, Frame]
    verbs: tuple[Trigger, ...]
    nouns: tuple[Trigger, ...]

    def frame(self, trigger: Trigger) -> Frame:
        """Give the frame of a trigger, with the trigger's own object where it has one."""
        frame = self.frames[trigger.frame]
        return frame.model_copy(update={"object": trigger.object}) if trigger.object else frame

    def told(self, triggers: Iterable[Trigger]) -> frozenset[str]:
        """Give the events that some triggers tell."""
        return frozenset(self.frames[trigger.frame].event for trigger in triggers)


class Nouns(Entry):
    """nouns.toml"""

    agents: frozenset[str]
    documents: frozenset[str]
    goods: frozenset[str]
    deals: frozenset[str]
    pacts: frozenset[str]
    lists: frozenset[str]
    assets: frozenset[str]
    units: frozenset[str]
    wrecks: frozenset[str]
    vague: frozenset[str]
    civil: frozenset[str]
    naming: frozenset[str]
    delegations: frozenset[str]
    comprising: frozenset[str]
    uncounted: frozenset[str]
    several: frozenset[str]
    vehicles: frozenset[str]
    gathering: frozenset[str]
    calibres: frozenset[str]
    channels: frozenset[str]
    helps: frozenset[str]
    voices: frozenset[str] = frozenset()
    vicinity: frozenset[str]
    within: str
    behalf: frozenset[str]
    behalf_of: frozenset[str]
    sellers: frozenset[str]
    support: frozenset[str]
    wins: frozenset[str]
    breaches: frozenset[str]
    onlookers: frozenset[str]
    sums: frozenset[str]
    occasions: frozenset[str]
    states: frozenset[str]
    experts: frozenset[str]


class Cue(Entry):
    """A word that weakens the event it governs.

    negated: its effect when negated itself. pos: its part of speech, where another means nothing.
    seeks: with a verb of buying it tells of procurement.
    clause: it governs clauses and infinitives only. infinitive: infinitives only.
    directed: another is to act, and not its subject: *exige la livraison*.
    reply: alone, it answers what was told before.
    """

    lemma: str
    effect: Effect
    future: bool = False
    source: bool = False
    wish: bool = False
    seeks: bool = False
    negated: Effect | None = None
    particle: str | None = None
    pos: str | None = None
    clause: bool = False
    infinitive: bool = False
    directed: bool = False
    reply: bool = False
    yes: str = ""
    no: str = ""

    def fits(self, pos: str) -> bool:
        """Say whether a word of this part of speech can be this cue."""
        return self.pos in (None, pos)


class Conditional(Entry):
    """The conditional mood by its ending, where the language has one."""

    endings: tuple[str, ...]
    future: tuple[str, ...]
    stems: frozenset[str]


class Cues(Entry):
    """cues.toml"""

    governors: tuple[Cue, ...]
    modifiers: tuple[Cue, ...]
    negators: frozenset[str]
    need_half: frozenset[str]
    no_more: frozenset[str]
    correlative: frozenset[str]
    only: frozenset[str]
    negative_determiners: frozenset[str]
    compared: frozenset[str]
    than: frozenset[str]
    none_the_less: frozenset[str]
    until: frozenset[str]
    alone: frozenset[str]
    few: frozenset[str]
    being: frozenset[str]
    assessed: frozenset[str]
    given: tuple[str, ...]
    absent: frozenset[str]
    at_all: frozenset[str]
    restrictive: frozenset[str]
    half_negators: frozenset[str]
    happens: tuple[str, ...]
    falsehoods: frozenset[str]
    answers: frozenset[str]
    denials: frozenset[str]
    without: frozenset[str]
    conditions: frozenset[str]
    inverting: frozenset[str]
    whether: frozenset[str]
    hypotheses: tuple[str, ...]
    it_is: frozenset[str]
    alternatives: frozenset[str]
    flat_denials: tuple[str, ...]
    noes: frozenset[str]
    yeses: frozenset[str]
    bare_auxiliaries: frozenset[str]
    pro_verbs: frozenset[str]
    pro_objects: frozenset[str]
    complementizers: frozenset[str]
    that: frozenset[str]
    low: frozenset[str]
    so_much: frozenset[str]
    often: frozenset[str]
    but: frozenset[str]
    did: frozenset[str]
    withdrew: frozenset[str]
    repudiate: frozenset[str]
    scheduled: frozenset[str]
    overdue: frozenset[str]
    perfect: frozenset[str]
    yet: frozenset[str]
    modals: frozenset[str]
    since: frozenset[str]
    with_be: frozenset[str]
    future_auxiliaries: frozenset[str]
    conditional: Conditional


class Sources(Entry):
    """sources.toml"""

    say: tuple[str, ...]
    clausal: frozenset[str]
    evidential: frozenset[str]
    aside: frozenset[str]
    doubting: frozenset[str]
    only_told: frozenset[str]
    anyone: frozenset[str] = frozenset()
    seated: frozenset[str] = frozenset()
    rumoured: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    address: frozenset[str]
    accuse: frozenset[str]
    commit: frozenset[str]
    backshift: frozenset[str]
    according: tuple[str, ...]
    weak_according: frozenset[str]
    inferring: tuple[str, ...]
    grounds: frozenset[str]
    cite: frozenset[str]
    anonymity: frozenset[str]
    first_person: frozenset[str]
    alone: frozenset[str]
    questions: frozenset[str]
    answers: frozenset[str]
    mute: frozenset[str]
    relative: frozenset[str]
    inside: frozenset[str]
    therein: frozenset[str]
    reasons: frozenset[str]
    told: frozenset[str]
    gather: frozenset[str]
    by: frozenset[str]
    listen: frozenset[str]
    content_free: frozenset[str]
    owned: frozenset[str]
    judge: frozenset[str]
    proofs: frozenset[str]
    stand_ins: frozenset[str]
    upon: frozenset[str]
    nobody: frozenset[str]
    contrary: tuple[str, ...]
    alike: frozenset[str]
    so_did: tuple[str, ...]
    also: frozenset[str]


class Lexicon:
    """The four files of one language, indexed by the first word of each entry."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.events = load(f"{language}/events.toml", Events)
        self.nouns = load(f"{language}/nouns.toml", Nouns)
        self.cues = load(f"{language}/cues.toml", Cues)
        self.sources = load(f"{language}/sources.toml", Sources)
        self.verbs = _by_first_word((t.lemma, t) for t in self.events.verbs)
        self.event_nouns = _by_first_word((t.lemma, t) for t in self.events.nouns)
        self.governors = _by_first_word((c.lemma, c) for c in self.cues.governors)
        self.modifiers = _by_first_word((c.lemma, c) for c in self.cues.modifiers)
        self.happens = _by_first_word((words, words) for words in self.cues.happens)
        self.flat_denials = _by_first_word((words, words) for words in self.cues.flat_denials)
        self.hypotheses = _by_first_word((words, words) for words in self.cues.hypotheses)
        self.given = _by_first_word((words, words) for words in self.cues.given)
        self.say = _by_first_word((words, words) for words in self.sources.say)
        self.according = _by_first_word((words, words) for words in self.sources.according)
        self.inferring = _by_first_word((words, words) for words in self.sources.inferring)


@cache
def lexicon(language: str) -> Lexicon:
    """Load what is known of a language; raises BadLexicon where a file breaks its schema."""
    return Lexicon(language)


class Index(dict[str, list[tuple[tuple[str, ...], Item]]], Generic[Item]):
    """Entries by their first word, longest first, each with the words that must follow."""


def _by_first_word(entries: Iterable[tuple[str, Item]]) -> "Index[Item]":
    index: Index[Item] = Index()
    for words, item in entries:
        first, *rest = _words(words)
        index.setdefault(first, []).append((tuple(rest), item))
    for found in index.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return index


def _words(text: str) -> Iterator[str]:
    """Split an entry as the tokenizer would: *appel d'offres* is appel, d', offres."""
    for word in text.replace("’", "'").split():
        head, apostrophe, tail = word.partition("'")
        if apostrophe and tail:
            yield head + apostrophe
            yield tail
        else:
            yield word
