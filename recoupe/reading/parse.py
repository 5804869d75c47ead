"""Parse a text line by line; every token keeps its place in the document."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from recoupe.errors import NoReader
from recoupe.languages.forms import forms
from recoupe.model.span import Span
from recoupe.reading.arithmetic import fast
from recoupe.reading.headlines import with_verb
from recoupe.reading.mended import mended
from recoupe.reading.noted import noted
from recoupe.reading.openings import Openings

BUNDLED = ("en", "fr")
"""Languages whose pipelines come with the package."""


TURN = "turn"
"""How many characters of a line say whose turn it is, noted of its Doc."""

STOPS = (".", "!", "?", "…")
BREAKS = frozenset(".!?…;»”\"’'—–-)]•·|")
CLOSERS = ("»", "”", '"')


def parse(text: str, pipeline: Pipeline) -> tuple[Doc, ...]:
    """Parse the lines of `text`, one Doc a line, blank lines left out.

    A heading without a full stop would else fuse with the sentence after it. `where` gives the
    place of any token in the whole text.
    """
    found = [(Span(start, end).of(text), start) for start, end in lines(text)]
    openings = Openings([line for line, _ in found])
    made = [_line(line, start, openings, pipeline) for line, start in found]
    return tuple(noted(mended(_whole(with_verb(doc, pipeline)))) for doc in pipeline.pipe(made))


def where(tokens: Token | Tokens) -> Span:
    """Give the place of a token, or of a run of tokens, in the document's text."""
    start = tokens.doc.user_data["start"]
    if isinstance(tokens, Token):
        return Span(start + tokens.idx, start + tokens.idx + len(tokens))
    return Span(start + tokens.start_char, start + tokens.end_char)


def lines(text: str) -> list[tuple[int, int]]:
    """Give start and end of each line that has a word, without the white space around it."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            first = start + line.index(words[0])
            found.append((first, first + len(words)))
        start += len(line)
    return found


@cache
def pipeline(name: str) -> Pipeline:
    """Load a pipeline: `fr` or `en` for the bundled one, else any installed spaCy pipeline.

    Raises NoReader where there is none of that name.
    """
    with fast():
        if name in BUNDLED:
            folder = resources.files("recoupe.languages") / "pipelines" / name
            with resources.as_file(folder) as path:
                return spacy.load(path)
        return _installed(name)


def _installed(name: str) -> Pipeline:
    try:
        return spacy.load(name)
    except OSError as error:
        raise NoReader(
            f"no spaCy pipeline {name!r} is installed; install it, or name another one "
            "under [pipelines] in case.toml"
        ) from error


def _line(line: str, start: int, openings: Openings, pipeline: Pipeline) -> Doc:
    """Make a Doc of a line, with the sentence starts that its punctuation leaves no doubt of."""
    doc = _unglued(pipeline.make_doc(line), pipeline.Defaults.stop_words)
    doc.user_data["start"] = start
    opening = openings.end(line)
    doc.user_data[TURN] = openings.turn(line)
    for token in doc[1:]:
        if _opens_sentence(token) or _follows_answer(token) or token.idx == opening:
            token.is_sent_start = True
        elif token.nbor(-1).text not in BREAKS:
            token.is_sent_start = False
    return doc


def _whole(doc: Doc) -> Doc:
    """Join what the tokenizer parts at hyphens: *week-end*, *lance-roquettes*, *dual-use*."""
    with doc.retokenize() as retokenizer:
        for first, last in _compounds(doc):
            parts = doc[first : last + 1]
            retokenizer.merge(parts, attrs={"LEMMA": "".join(t.lemma_ for t in parts)})
    return doc


def _compounds(doc: Doc) -> Iterator[tuple[int, int]]:
    """Give first and last token of each run of lower-case words with hyphens between them."""
    first = last = 0
    while first < len(doc):
        last = first
        while last + 2 < len(doc) and _goes_on(doc[last], doc[last + 1], doc[last + 2]):
            last += 2
        if last > first:
            yield first, last
        first = last + 1


def _goes_on(word: Token, hyphen: Token, other: Token) -> bool:
    if hyphen.text != "-" or word.whitespace_ or hyphen.whitespace_ or not other.text.islower():
        return False
    return word.text.islower() or (
        word.i == word.sent.start and word.pos_ in ("ADV", "VERB", "AUX", "PRON")
    )


GLUED = re.compile(r"(?P<last>[^\W\d_]{3,})(?P<stop>\.)(?P<first>[^\W\d_]+)$")


def _unglued(doc: Doc, stop_words: set[str]) -> Doc:
    """Part sentences with no space between them: *restent secrètes.le journal*, *sold.The firm*."""
    with doc.retokenize() as retokenizer:
        for token in doc:
            glued = GLUED.match(token.text)
            if glued and glued["first"].lower() in stop_words:
                parts = [*glued.groups()]
                retokenizer.split(token, parts, heads=[(token, i) for i in range(3)])
    return doc


def _opens_sentence(token: Token) -> bool:
    """Say whether a capital follows a full stop that ends no initial or abbreviation."""
    stop = token.nbor(-1)
    if stop.text in CLOSERS and stop.i:
        stop = stop.nbor(-1)
    if stop.text not in STOPS or not stop.i:
        return False
    word = stop.nbor(-1)
    if not token.nbor(-1).whitespace_:
        return not word.whitespace_ and not stop.whitespace_ and word.text.isalpha()
    return token.text[0].isupper() and len(word) > 3 and word.text[-1].isalnum()


def _follows_answer(token: Token) -> bool:
    """*« Non. Nordlager les a vendus »*: a word that answers is a sentence of its own."""
    if token.i < 2 or token.nbor(-1).text != "." or not token.text[0].isupper():
        return False
    word = token.nbor(-2)
    opens = word.i == 0 or word.nbor(-1).is_punct
    return opens and word.lower_ in forms(token.lang_).answers
