"""What a dossier draws on while it is written, and the footnotes used so far."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from recoupe.model.claim import Claim, Source
from recoupe.model.document import Custody, Document
from recoupe.model.finding import ClaimRef, Finding, Origin
from recoupe.publish.material import Material
from recoupe.publish.named import bearer
from recoupe.publish.parts import Note
from recoupe.publish.reviewed import reviewed
from recoupe.publish.words import Words, moment, one_line


@dataclass(frozen=True, slots=True)
class Ledger:
    """The material by name. numbers: claim → number of its footnote, in order of first use.

    captures: how each document's bytes came in, by original and extractor, the first first.
    claimed: document id → how many claims it has that stand. places: document id → its number.
    """

    material: Material
    words: Words
    claims: dict[ClaimRef, Claim]
    captures: dict[tuple[str, str], list[Custody]]
    claimed: Counter[str]
    places: dict[str, int]
    numbers: dict[ClaimRef, int] = field(default_factory=dict)

    @classmethod
    def of(cls, material: Material, words: Words) -> "Ledger":
        """Sort the material by name."""
        claims = dict(material.claims())
        captures: dict[tuple[str, str], list[Custody]] = {}
        for line in sorted(material.custody, key=lambda line: line.captured):
            captures.setdefault((line.original, line.extractor), []).append(line)
        claimed = Counter({r.document: len(r.standing()) for r in material.readings})
        places = {document: place for place, document in enumerate(material.documents, 1)}
        return cls(material, words, claims, captures, claimed, places)

    def cite(self, ref: ClaimRef) -> int:
        """Give the number of a claim's footnote, the next one where it has none yet."""
        return self.numbers.setdefault(ref, len(self.numbers) + 1)

    def document(self, ref: ClaimRef) -> Document:
        """Give the document that a claim stands in."""
        return self.material.documents[ref.document]

    def told(self, finding: Finding) -> Sequence[tuple[Claim, Document]]:
        """Give the claims of a finding with the documents that they stand in."""
        return [(self.claims[ref], self.document(ref)) for ref in finding.claims]

    def quote(self, ref: ClaimRef) -> str:
        """Give the sentence that tells the event."""
        return self.claims[ref].evidence[0].of(self.document(ref).text)

    def who(self, ref: ClaimRef) -> str:
        """Name the innermost source; the document's own voice goes by its publisher."""
        return self.chain(ref)[-1]

    def chain(self, ref: ClaimRef) -> tuple[str, ...]:
        """Give who says so, outermost first, from the publisher on."""
        document = self.document(ref)
        sources = (self._source(source, document) for source in self.claims[ref].sources)
        publisher = document.publisher or self.words.say("own_voice")
        return tuple(dict.fromkeys((publisher, *sources)))

    def origin(self, origin: Origin) -> str:
        """Name an origin."""
        language = self.document(origin.claims[0]).language if origin.claims else None
        return bearer(one_line(origin.name), language, self.words)[1]

    def notes(self) -> tuple[Note, ...]:
        """Give the footnotes that were used, in the order of their numbers."""
        return tuple(self._note(ref, number) for ref, number in self.numbers.items())

    def custody(self, document: Document) -> Sequence[Custody]:
        """Give how a document's bytes came into the case, the first capture first."""
        return self.captures.get((document.original, document.extractor), ())

    def address(self, document: Document) -> str:
        """Give where a document was first captured."""
        lines = self.custody(document)
        return lines[0].address if lines else self.words.say("no_address")

    def anchor(self, document: str) -> str:
        """Name the place in the list of documents."""
        return f"document-{self.places[document]}"

    def title(self, document: Document) -> str:
        """Give the title of a document, or that it has none."""
        return one_line(document.title or self.words.say("no_title"))

    def particulars(self, document: Document) -> tuple[str, ...]:
        """Give publisher, date and moment of capture."""
        say, date = self.words.say, document.published.edtf
        lines = self.custody(document)
        return (
            one_line(document.publisher or say("no_publisher")),
            say("published", date=date) if date else say("no_date"),
            say("captured", time=moment(lines[0].captured)) if lines else say("no_capture"),
        )

    def _note(self, ref: ClaimRef, number: int) -> Note:
        document = self.document(ref)
        return Note(
            number=number,
            claim=f"{ref.document}:{ref.index}",
            document=self.anchor(ref.document),
            quotes=tuple(span.of(document.text) for span in self.claims[ref].evidence),
            title=self.title(document),
            particulars=(*self.particulars(document), *reviewed(ref, self.material, self.words)),
            address=self.address(document),
            hash=self.words.say("sha256", hash=document.original),
        )

    def _source(self, source: Source, document: Document) -> str:
        said = one_line(source.resolved or source.span.of(document.text))
        return bearer(said, document.language, self.words)[1]
