"""The sources that a case knows by name."""

from collections.abc import Iterator
from difflib import get_close_matches

from recoupe.cli.contents import Contents
from recoupe.cli.words import one_line
from recoupe.errors import Unknown
from recoupe.weighing.admiralty import source_key


def known(name: str, held: Contents) -> str:
    """Give the source of that name as the case writes it; raises Unknown where none has it."""
    names = dict.fromkeys(_names(held))
    if name in names:
        return name
    for other in names:
        if source_key(other) == source_key(name):
            return other
    near = get_close_matches(name, names, n=3)
    meant = f"; perhaps {' or '.join(near)}" if near else "; `recoupe findings` names the origins"
    raise Unknown(f"{name!r}: no source of that name in this case{meant}")


def _names(held: Contents) -> Iterator[str]:
    """Give every name, those first by which findings call their origins."""
    for finding in held.findings:
        yield from (origin.name for origin in finding.origins)
    for ref, claim in held.claims():
        text = held.documents[ref.document].text
        yield from (one_line(s.resolved or s.span.of(text)) for s in claim.sources)
    yield from (d.publisher for d in held.documents.values() if d.publisher)
