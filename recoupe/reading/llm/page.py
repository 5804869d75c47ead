"""A document laid out for a second reader: its sentences by number, and what the rules read."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.languages.lexicon import lexicon
from recoupe.model.claim import Claim
from recoupe.model.document import Document
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.reading.interview import turns
from recoupe.reading.llm.proposal import Refused
from recoupe.reading.parse import parse, pipeline
from recoupe.reading.read import read
from recoupe.reading.scene import Scene, scene


@dataclass(frozen=True)
class Page:
    """A parsed document. rules: what the built-in reader reads in it.

    sentences: by their number; answering: who answers in an interview, as `turns` gives it.
    """

    document: Document
    rules: Reading
    scene: Scene
    sentences: tuple[Tokens, ...]
    answering: Mapping[tuple[int, int], Token]

    def sentence(self, number: int) -> Tokens:
        """Give the sentence of that number; raise Refused where there is none."""
        if not 0 <= number < len(self.sentences):
            raise Refused("a claim names a sentence that is not there")
        return self.sentences[number]

    def told(self, sentence: Span) -> tuple[Claim, ...]:
        """Give the claims that the rules read in a sentence."""
        return tuple(c for c in self.rules.claims if c.evidence[0] == sentence)

    def told_as(self, claim: Claim) -> tuple[Claim, ...]:
        """Give the rules' claims of its sentence and event that have all who take part in it."""
        of_event = (c for c in self.told(claim.evidence[0]) if c.event == claim.event)
        return tuple(c for c in of_event if _takes_part(claim, c))

    def speaker(self, sentence: Tokens) -> Token | None:
        """Give the one whose turn it is in an interview."""
        return self.answering.get((sentence.doc.user_data["start"], sentence.start))


def page(document: Document, pipeline_name: str | None = None) -> Page:
    """Lay out a document; raises NoReader for a language that has none."""
    rules = read(document, pipeline_name)
    language = document.language or ""
    docs = parse(document.text, pipeline(pipeline_name or language))
    here = scene(document, docs, lexicon(language))
    return Page(
        document=document,
        rules=rules,
        scene=here,
        sentences=tuple(sentence for doc in docs for sentence in doc.sents),
        answering=turns(docs, here.setting),
    )


def _takes_part(claim: Claim, told: Claim) -> bool:
    return all(
        any(ours.name == theirs.name and ours.span.overlaps(theirs.span) for theirs in told.roles)
        for ours in claim.participants()
    )


def is_furniture(span: Span, document: Document) -> bool:
    """Say whether a stretch of the text is part of the page and not of the article."""
    return any(span.overlaps(furniture) for furniture in document.boilerplate)
