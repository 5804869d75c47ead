"""Origins that are one within a finding: papers and their leak, an outlet cited and its source."""

from collections.abc import Mapping

from recoupe.weighing.independence import Group, Traces, rests
from recoupe.weighing.trace import Papers


def joined(group: Group, traces: Traces) -> Mapping[str, str]:
    """Give, for the key of an origin, the key of the origin that it must be."""
    return {**_papers(group, traces), **_cited(group, traces)}


def _papers(group: Group, traces: Traces) -> Mapping[str, str]:
    """Give the key of the published work that bare *documents* in the same finding must be.

    Two articles on one leak have one origin, though only one says who published it.
    """
    found = [traces[telling.ref] for telling in group]
    works = {each.key for each in found if each.papers is Papers.PUBLISHED}
    bare = {each.key for each in found if each.papers is Papers.BARE}
    return dict.fromkeys(bare, min(works)) if works else {}


def _cited(group: Group, traces: Traces) -> Mapping[str, str]:
    """Give the source of an outlet that others cite, where its own article names the one it has.

    *The Financial Times reports* leads to what the Financial Times, in this finding, says officials
    told it; where it knows it itself too, it is an origin of its own.
    """
    cited = {traces[t.ref].key for t in group if t.claim.sources}
    found = {}
    for outlet in sorted(cited & {traces[t.ref].house for t in group}):
        article = [t for t in group if traces[t.ref].house == outlet]
        own = [t for t in article if traces[t.ref].key == outlet]
        sources = {traces[t.ref].key for t in article if traces[t.ref].traced} - {outlet}
        if len(sources) == 1 and (not own or rests(outlet, own, group, traces)):
            found[outlet] = sources.pop()
    return found
