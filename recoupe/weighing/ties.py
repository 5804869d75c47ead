"""What ties claims beside what they say: whose they are, and which story their documents tell."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import product

from recoupe.model.finding import ClaimRef
from recoupe.weighing.account import Account
from recoupe.weighing.echoes import Echo, place_of
from recoupe.weighing.memory import Memory
from recoupe.weighing.stories import Pair, Told, stories
from recoupe.weighing.written import Signs


@dataclass(frozen=True, slots=True)
class Ties:
    """Keys of the origins of claims; pairs of documents of one story.

    echoes: pairs of sentences, of two documents, that are known to tell one event. signs: of the
    documents; without, nothing of these ties is written down.
    """

    origins: Mapping[ClaimRef, str]
    stories: frozenset[Pair] = frozenset()
    echoes: frozenset[Echo] = frozenset()
    signs: Signs | None = None

    @classmethod
    def of(
        cls,
        told: Told,
        origins: Mapping[ClaimRef, str],
        memory: Memory,
        signs: Signs | None = None,
    ) -> "Ties":
        """Find the stories that documents tell. told: what each tells."""
        return cls(origins, stories(told, memory), signs=signs)

    def hearing(self, echoes: frozenset[Echo]) -> "Ties":
        """Give these ties with echoes."""
        return replace(self, echoes=echoes)

    def echo(self, one: Account, other: Account) -> bool:
        """Say whether two sentences that tell one event elsewhere tell these two as well."""
        return not one.documents & other.documents and any(
            frozenset((place_of(t), place_of(u))) in self.echoes
            for t, u in product(one.tellings, other.tellings)
        )

    def related(self, one: Account, other: Account) -> bool:
        """Say whether two accounts are in one document, or in two of one story."""
        pairs = product(one.documents, other.documents)
        return any(a == b or (min(a, b), max(a, b)) in self.stories for a, b in pairs)
