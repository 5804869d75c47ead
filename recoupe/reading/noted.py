"""What is asked of a parse more often than anything else, noted once it is final."""

from spacy.tokens import Doc, Token

ARCS = "arcs"
SENTENCES = "sentences"

Arc = tuple[str, int]
"""The relation of a dependent, without its subtype, and its place."""


def noted(doc: Doc) -> Doc:
    """Note the dependents of each word, and where the sentence of each word begins and ends."""
    arcs: list[list[Arc]] = [[] for _ in doc]
    for token in doc:
        if token.head != token:
            arcs[token.head.i].append((base(token), token.i))
    doc.user_data[ARCS] = arcs
    ends = [(s.start, s.end) for s in doc.sents]
    doc.user_data[SENTENCES] = [place for place in ends for _ in range(*place)]
    return doc


def base(token: Token) -> str:
    """Give the relation to the head without its subtype: `nsubj:pass` is `nsubj`."""
    return token.dep_.partition(":")[0]


def children(token: Token, *relations: str) -> list[Token]:
    """Give the dependents with one of these relations, subtypes included."""
    doc = token.doc
    if arcs := doc.user_data.get(ARCS):
        return [doc[i] for relation, i in arcs[token.i] if relation in relations]
    return [c for c in token.children if base(c) in relations]


def sentence_start(token: Token) -> int:
    """Give the place of the first word of the sentence."""
    return _sentence(token)[0]


def sentence_end(token: Token) -> int:
    """Give the place after the last word of the sentence."""
    return _sentence(token)[1]


def _sentence(token: Token) -> tuple[int, int]:
    if sentences := token.doc.user_data.get(SENTENCES):
        place: tuple[int, int] = sentences[token.i]
        return place
    return token.sent.start, token.sent.end
