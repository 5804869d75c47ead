"""Whose turn it is in an interview: *Ilinca Dărăscu : …*, *A: …*, answers after a dash."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from recoupe.reading.parse import TURN
from recoupe.reading.setting import Setting

DASHES = ("–", "—", "-")
ASKED = 2
"""Questions that make dashes the turns of an interview, and no list."""

Place = tuple[int, int]
"""A sentence: start of its Doc in the text, first token in the Doc."""


def turns(docs: tuple[Doc, ...], setting: Setting) -> Mapping[Place, Token]:
    """Give, for each sentence that somebody answers in an interview, who answers."""
    asked = _asked(docs)
    found: dict[Place, Token] = {}
    answers = False  # of two dashes, the first asks
    for doc in docs:
        dashed = doc.user_data["start"] in asked
        speaker = _interviewee(docs, setting) if dashed and answers else None
        answers = not answers if dashed else False
        for sentence in doc.sents:
            labelled, named = _label(sentence, docs, setting)
            speaker = named if labelled else speaker
            if speaker is not None:
                found[doc.user_data["start"], sentence.start] = speaker
    return found


def _label(sentence: Tokens, docs: tuple[Doc, ...], setting: Setting) -> tuple[bool, Token | None]:
    """Say whether a sentence opens a turn, and who answers in it; nobody answers in a question."""
    words, first = setting.lexicon.sources, sentence[0]
    if label := first.doc.user_data.get(TURN) if sentence.start == 0 else 0:
        people = (setting.name(t) for t in first.doc if t.idx < label)
        person = next((n for n in people if n and n.type == "Person"), None)
        if person:
            return True, first.doc[person.last]
    name = setting.name(first)
    last = name.last if name and name.first == first.i else first.i
    after = first.doc[last + 1 : last + 2].text
    if after != ":":
        return False, None
    if first.text in words.answers:
        return True, _interviewee(docs, setting)
    if name and name.type == "Person":
        return True, first.doc[name.last]
    return name is not None or first.text in words.questions, None


def _interviewee(docs: tuple[Doc, ...], setting: Setting) -> Token | None:
    """Give the person who is named first."""
    for doc in docs:
        for token in doc:
            name = setting.name(token)
            if name and name.type == "Person":
                return doc[name.last]
    return None


def _asked(docs: tuple[Doc, ...]) -> frozenset[int]:
    """Give the lines that are turns by their dashes: some of them ask."""
    for run in _runs(docs):
        questions = [doc for doc in run[::2] if doc[-1].text == "?"]
        if len(questions) >= ASKED:
            return frozenset(doc.user_data["start"] for doc in run)
    return frozenset()


def _runs(docs: tuple[Doc, ...]) -> Iterator[list[Doc]]:
    run: list[Doc] = []
    for doc in docs:
        if doc[0].text in DASHES:
            run.append(doc)
            continue
        yield run
        run = []
    yield run
