"""Small pages whose claims are told by hand, for the tests of the weighing."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from recoupe.model.claim import Claim, EventType, Role, Source, Tense
from recoupe.model.document import Document, Publication
from recoupe.model.entity import Entity
from recoupe.model.factuality import Factuality
from recoupe.model.finding import ClaimRef, Finding
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.model.value import Date, Money, Quantity, Value
from recoupe.weighing.corroborate import findings

Words = str | tuple[str, Value]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and the claim that stands in it.

    by: its sources, outermost first; also: other sentences that are evidence for it.
    """

    sentence: str
    factuality: str = "CT+"
    by: Sequence[str] = ()
    event: EventType = EventType.TRANSFER
    tense: Tense = Tense.PAST
    roles: dict[str, Sequence[Words]] = field(default_factory=dict)
    also: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A document with its reading."""

    document: Document
    reading: Reading

    def ref(self, index: int = 0) -> ClaimRef:
        return ClaimRef(self.document.id, index)


def said(
    sentence: str,
    factuality: str = "CT+",
    by: Sequence[str] = (),
    event: EventType = EventType.TRANSFER,
    tense: Tense = Tense.PAST,
    also: Sequence[str] = (),
    **roles: Words | Sequence[Words],
) -> Said:
    """Make what is said of one event; each role with its words, or its words and value."""
    fillers = {name: _several(words) for name, words in roles.items()}
    return Said(sentence, factuality, by, event, tense, fillers, also)


def tell(sentence: str, *particulars: object, **more: object) -> Said:
    """Make what is said, where particulars and roles lie in a dict."""
    return said(sentence, *particulars, **more)  # type: ignore[arg-type]


def page(
    *claims: Said,
    publisher: str | None = "Harbour Gazette",
    published: str = "2024-06-02",
    language: str = "en",
    opening: str = "The port was quiet all week, and nobody there had seen a single ship.",
    names: dict[str, str] | None = None,
) -> Page:
    """Make a page that says one sentence after another. names: a name in the text → its type."""
    text = "\n".join((opening, *dict.fromkeys(each.sentence for each in claims)))
    document = Document(
        original=hashlib.sha256(f"{publisher}{published}{text}".encode()).hexdigest(),
        extractor="plain 1",
        text=text,
        language=language,
        publisher=publisher,
        published=Publication(published),
    )
    read = tuple(_claim(each, document) for each in claims)
    entities = tuple(
        Entity(name, kind, tuple(_everywhere(name, text))) for name, kind in (names or {}).items()
    )
    reading = Reading(document.id, language, published, publisher, read, entities)
    return Page(document, reading)


def weighed(*pages: Page) -> tuple[Finding, ...]:
    """Make the findings of some pages."""
    documents = {each.document.id: each.document for each in pages}
    return findings([each.reading for each in pages], documents)


def only(*pages: Page) -> Finding:
    """Give the one finding of some pages."""
    (finding,) = weighed(*pages)
    return finding


def counted(finding: Finding) -> list[str]:
    """Name the independent origins, in order of the alphabet."""
    return sorted(origin.name for origin in finding.origins if origin.independent)


def _several(words: Words | Sequence[Words]) -> Sequence[Words]:
    match words:
        case str():
            return (words,)
        case (str() as name, Money() | Quantity() | Date() as value):
            return ((name, value),)
        case _:
            return [each for each in words if isinstance(each, str | tuple)]


def _claim(told: Said, document: Document) -> Claim:
    start = document.text.index(told.sentence)

    def span(words: str) -> Span:
        at = document.text.index(words, start)
        return Span(at, at + len(words))

    return Claim(
        document=document.id,
        event=told.event,
        evidence=(span(told.sentence), *(_at(words, document) for words in told.also)),
        roles=tuple(_roles(told, span)),
        factuality=Factuality.parse(told.factuality),
        tense=told.tense,
        sources=tuple(Source(span(words)) for words in told.by),
    )


def _at(sentence: str, document: Document) -> Span:
    start = document.text.index(sentence)
    return Span(start, start + len(sentence))


def _roles(told: Said, span: Callable[[str], Span]) -> Iterable[Role]:
    for name, fillers in told.roles.items():
        for filler in fillers:
            words, value = (filler, None) if isinstance(filler, str) else filler
            yield Role(name, span(words), value)


def _everywhere(name: str, text: str) -> Iterable[Span]:
    at = text.find(name)
    while at >= 0:
        yield Span(at, at + len(name))
        at = text.find(name, at + 1)
