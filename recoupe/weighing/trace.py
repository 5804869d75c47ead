"""Where a claim comes from: the innermost source that speaks from its own knowledge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from recoupe.model.claim import Claim
from recoupe.model.document import Document
from recoupe.model.finding import ClaimRef
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.weighing.headline import is_headline
from recoupe.weighing.house import House, outlet_key
from recoupe.weighing.memory import Memory
from recoupe.weighing.printers import Printers
from recoupe.weighing.printings import Printings
from recoupe.weighing.spoken import Papers, Provenance, spoken
from recoupe.weighing.untraced import is_hearsay, is_quoted
from recoupe.weighing.voices import overheard, voices
from recoupe.weighing.written import heard

__all__ = ["Papers", "Provenance", "provenance"]

UNKNOWN = "unknown publisher"

Printing = tuple[House, str | None]
"""Who printed a sentence first, and the agency that wrote it where it is another's."""


def provenance(
    readings: Sequence[Reading],
    documents: Mapping[str, Document],
    memory: Memory | None = None,
    signs: Mapping[str, str] | None = None,
) -> Mapping[ClaimRef, Provenance]:
    """Trace every claim to its origin. memory: of an earlier time; what has not changed is kept.

    signs: for each document, a name for it as it was read, where what is made may be written down.
    """
    memory = memory or Memory()
    houses = {r.document: _house(r, documents[r.document], memory) for r in readings}
    press = Press.of(houses, Printers.of(readings, documents, memory), memory)
    one_voice = voices(
        memory.of(
            ("overheard", document),
            house,
            partial(overheard, house),
            heard(signs[document]) if signs else None,
        )
        for document, house in houses.items()
    )
    found: dict[ClaimRef, Provenance] = {}
    for document, house in houses.items():
        told = memory.of(("spoken", document), house, partial(spoken, house))
        found |= {ref: each.traced(one_voice, house.published) for ref, each in told.items()}
        for ref, claim in own_voice(house):
            printing = press.printing(ref, claim.evidence[0])
            make = partial(_own_voice, claim, house, printing)
            found[ref] = memory.of(("own voice", ref), (house, printing), make)
    return found


def _house(reading: Reading, document: Document, memory: Memory) -> House:
    make = partial(House.of, reading, document)
    return memory.of(("house", document.id), (reading, document), make)


@dataclass(frozen=True, slots=True)
class Press:
    """Who stands behind each document, and what the documents print from each other.

    printed: of each sentence told in a document's own voice, who else prints it.
    """

    houses: Mapping[str, House]
    printers: Printers
    printed: Mapping[ClaimRef, frozenset[str]]

    @classmethod
    def of(cls, houses: Mapping[str, House], printers: Printers, memory: Memory) -> "Press":
        own = {document: own_voice(house) for document, house in houses.items()}
        printings = memory.of("printings", None, Printings)
        printed = printings.of(
            {document: house.text for document, house in houses.items()},
            {
                d: tuple(c.evidence[0].of(houses[d].text) for _, c in told)
                for d, told in own.items()
            },
        )
        others = (each for document in own for each in printed[document])
        refs = (ref for told in own.values() for ref, _ in told)
        return cls(houses, printers, dict(zip(refs, others, strict=True)))

    def printing(self, ref: ClaimRef, sentence: Span) -> Printing:
        """Say who printed a sentence first, with small changes or none."""
        printed_by = {ref.document, self.printers.first(ref.document, sentence), *self.printed[ref]}
        first = min((self.houses[d] for d in printed_by), key=lambda house: house.rank)
        return first, None if first.agency else self.printers.agency(ref.document, sentence)


def own_voice(house: House) -> tuple[tuple[ClaimRef, Claim], ...]:
    """Give the claims of a document for which it names nobody."""
    document = house.reading.document
    told = house.reading.standing()
    return tuple((ClaimRef(document, at), claim) for at, claim in told if not claim.sources)


def _own_voice(claim: Claim, house: House, printing: Printing) -> Provenance:
    first, agency = printing
    name = agency or first.name
    return Provenance(
        outlet_key(name or UNKNOWN),
        name or UNKNOWN,
        name is not None and not (is_hearsay(claim, house) or is_quoted(claim, house)),
        headline=is_headline(claim, house.text),
        printed=first.reading.document,
        house=outlet_key(name or UNKNOWN),
    )
