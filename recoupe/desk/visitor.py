"""Somebody at the desk, and what they may do there."""

import hmac
from dataclasses import dataclass, field
from typing import Protocol

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from recoupe.model.account import Role


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks. name: of the account, None where the link let them in.

    role: None of somebody who was not let in yet. csrf: what each of their forms carries, so that
    no other page can send it.
    """

    name: str | None
    role: Role | None
    csrf: str = field(repr=False)

    def may(self, needed: Role) -> bool:
        """Say whether they may do what needs that role."""
        return self.role is not None and self.role.may(needed)

    @property
    def decides(self) -> bool:
        """Say whether they may change the case."""
        return self.may(Role.REVIEWER)

    @property
    def admits(self) -> bool:
        """Say whether they may let others in."""
        return self.may(Role.ADMIN)

    def wrote(self, csrf: str) -> bool:
        """Say whether a form came from a page that was made for them."""
        return same(csrf, self.csrf)


class Entry(Protocol):
    """How people come to a desk: by its link (`Session`), or with accounts (`Logins`)."""

    @property
    def hosts(self) -> frozenset[str]:
        """Give the hosts under which the desk answers, as a request names them."""

    def visitor(self, asked: HTTPConnection) -> Visitor:
        """Say who asks."""

    def refusal(self, asked: HTTPConnection, visitor: Visitor) -> Response | None:
        """Give the answer to somebody who may not see what they ask for; None to others."""


def visitor_of(request: Request) -> Visitor:
    """Give who sent the request, as `Safety` found out."""
    found: Visitor = request.state.visitor
    return found


def same(one: str, other: str) -> bool:
    """Compare without telling by the time taken how much was right."""
    return hmac.compare_digest(one.encode(), other.encode())
