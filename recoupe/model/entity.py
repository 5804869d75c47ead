"""Who or what a document names, with every place where it does."""

from dataclasses import dataclass

from recoupe.model.span import Span

ENTITY_TYPES = (
    "Person",
    "Company",
    "Organization",
    "PublicBody",
    "Country",
    "Place",
    "WeaponSystem",
    "Event",
    "Outlet",
    "Work",
    "Vessel",
)
"""FollowTheMoney schemata where there is one, and the domain's own kinds."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name's bearer within one document. mentions: in the order of the text."""

    name: str
    type: str
    mentions: tuple[Span, ...]

    def __post_init__(self) -> None:
        if self.type not in ENTITY_TYPES:
            raise ValueError(f"{self.type!r} is no entity type: one of {', '.join(ENTITY_TYPES)}")
