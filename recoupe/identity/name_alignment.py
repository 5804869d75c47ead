"""Two names of bodies laid side by side, while their words are matched."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from recoupe.identity.name_comparison import Part
from recoupe.identity.name_likeness import Likeness
from recoupe.identity.name_meanings import Role
from recoupe.identity.name_tokens import Token

WEIGHTS = {
    Role.FORM: 0.0,
    Role.KIND: 0.25,
    Role.TRADE: 0.45,
    Role.WORD: 0.7,
    Role.COUNTRY: 0.8,
    Role.REGION: 1.0,
    Role.NAME: 1.0,
    Role.NUMBER: 1.5,
}
"""How much a word tells."""


@dataclass(slots=True)
class Alignment:
    """Which tokens were laid together so far; mine, yours: places that are taken."""

    ours: Sequence[Token]
    theirs: Sequence[Token]
    parts: list[Part] = field(default_factory=list)
    weight: float = 0.0
    matched: float = 0.0
    mine: set[int] = field(default_factory=set)
    yours: set[int] = field(default_factory=set)
    distinct: bool = False

    def take(self, i: Sequence[int], j: Sequence[int], like: Likeness) -> None:
        one, other = [self.ours[k] for k in i], [self.theirs[k] for k in j]
        self.parts.append(Part(_text(one), _text(other), like.score, like.rule))
        both = (weight(one) + weight(other)) / 2
        self.weight += both
        self.matched += like.score * both
        self.mine.update(i)
        self.yours.update(j)
        self.distinct |= any(t.role in (Role.NAME, Role.NUMBER) for t in (*one, *other))

    def left(self) -> list[int]:
        return [i for i, t in enumerate(self.ours) if i not in self.mine and t.role]

    def right(self) -> list[int]:
        return [j for j, t in enumerate(self.theirs) if j not in self.yours and t.role]


def weight(some: Iterable[Token]) -> float:
    """Say how much some words tell together."""
    return sum(WEIGHTS[token.role] for token in some)


def _text(some: Iterable[Token]) -> str:
    return " ".join(map(str, some))
