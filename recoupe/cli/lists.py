"""`recoupe lists`"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.terminal import (
    AsJson,
    CaseFolder,
    NoWait,
    Timeout,
    patience,
    say,
    say_record,
    tell,
    waiting,
)
from recoupe.errors import BadInput, RecoupeError, Unknown

if TYPE_CHECKING:
    from recoupe.case.lists import Change, Lists
    from recoupe.model.listing import ListVersion

LARGEST = 2_000_000_000
"""Bytes fetched from an address; OpenSanctions' largest export has about as many."""

SHRUNK = 2
"""A version that has lost more than one entry in so many is worth a second look."""


class Action(StrEnum):
    """What to do with the lists of a case."""

    ADD = "add"
    UPDATE = "update"
    SHOW = "show"


def lists(
    action: Annotated[Action, typer.Argument(metavar="add|update|show", help="What to do.")],
    case: CaseFolder,
    source: Annotated[
        str | None, typer.Argument(metavar="[SOURCE]", help="What the case calls the list: ofac.")
    ] = None,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE|ADDRESS]...", help="To add: the list; of sdn.csv all three."),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="When it was, where the file does not tell."),
    ] = None,
    leave_out_unread: Annotated[
        bool, typer.Option("--leave-out-unread", help="Keep the others where some are broken.")
    ] = False,
    no_wait: NoWait = False,
    timeout: Timeout = None,
    as_json: AsJson = False,
) -> None:
    """Keep lists of sanctions in a case: each version with the days on which it was in force.

    Reads OFAC (Advanced XML, CSV), EU (XML, CSV), UK (OFSI and UK Sanctions List CSV), UN (XML),
    OpenSanctions (FtM JSON lines, targets CSV), and a CSV of one's own with a column name. A
    file with a broken entry is named and nothing of it is kept. update reads each list again
    from where its newest version came.

    \b
    Example:
        recoupe lists add mech ofac sdn_advanced.xml
        recoupe lists add mech ofac-csv sdn.csv alt.csv add.csv --published 2024-06-20
        recoupe lists update mech
        recoupe lists show mech
    """
    from recoupe.case import folder, store
    from recoupe.case.lists import Lists

    opened = folder.open(case)
    if action is Action.SHOW:
        with store.reading_from(opened) as held:
            _show(Lists(held).versions(source), case, as_json)
        return
    if action is Action.ADD and (source is None or not files):
        raise BadInput("name the list and give its file: recoupe lists add CASE SOURCE FILE...")
    with store.writing_to(opened, patience(no_wait, timeout), waiting) as into:
        kept = Lists(into)
        if action is Action.ADD and source is not None:
            _say_change(_added(kept, source, files or [], published, leave_out_unread), as_json)
            return
        _update(kept, source, published, leave_out_unread, as_json)


def _show(versions: Sequence["ListVersion"], case: Path, as_json: bool) -> None:
    if not versions:
        tell(f"no such list in this case yet: recoupe lists add {case} ofac sdn_advanced.xml")
    for version in versions:
        if as_json:
            say_record(_record(version))
            continue
        until = f"until {version.until}" if version.until else "on"
        say(f"{version.source}  in force from {version.published} {until}", "bold")
        say(f"  {version.entries:,} entries, {version.format}, {version.hash:.12}")
        for _, address in version.originals:
            say(f"  from {address}, added {version.added}")
        for what in version.left_out:
            say(f"  left out: {what}", "yellow")


def _update(
    kept: "Lists", source: str | None, published: str | None, leave_out: bool, as_json: bool
) -> None:
    newest = {version.source: version for version in kept.versions(source)}
    if not newest:
        raise Unknown(f"no list {source or ''} in this case; add one: recoupe lists add")
    failed = 0
    for name, version in newest.items():
        addresses = [address for _, address in version.originals]
        try:
            _say_change(_added(kept, name, addresses, published, leave_out), as_json)
        except RecoupeError as error:
            tell(f"recoupe: {error}")
            failed += 1
    if failed:
        tell(f"recoupe: {failed} of {len(newest)} lists not updated; what was kept stands")
        raise typer.Exit(1)


def _added(
    kept: "Lists", source: str, addresses: Sequence[str], published: str | None, leave_out: bool
) -> "Change":
    from recoupe.case.author import adder_of
    from recoupe.case.lists import Arrival, Change
    from recoupe.identity.watchlists.read import recognise

    with _on_disk(addresses) as paths:
        if known := kept.known(source, list(paths)):
            return Change(known, is_new=False)
        found = recognise(list(paths))
        day = _day(published, found.published, addresses[0])
        files = tuple((file, paths[file]) for file in found.files)
        arrival = Arrival(source, found.format.name, day, files, adder_of(kept.case))
        return kept.keep(arrival, found.items(), leave_out)


@contextmanager
def _on_disk(addresses: Sequence[str]) -> Iterator[dict[Path, str]]:
    """Give a file for each address, in order; what is fetched lies in a folder that goes away."""
    from recoupe.archive.capture import capture
    from recoupe.archive.formats import is_url

    with tempfile.TemporaryDirectory() as place:
        paths: dict[Path, str] = {}
        for number, address in enumerate(addresses):
            path = Path(address)
            if is_url(address):
                name = address.partition("?")[0].rstrip("/").rpartition("/")[2] or "list"
                path = Path(place) / f"{number}-{name}"
                path.write_bytes(capture(address, LARGEST).data)
            elif not path.is_file():
                raise BadInput(f"{address}: no such file")
            paths[path] = address
        yield paths


def _day(given: str | None, told: str | None, address: str) -> str:
    day = given or told
    if day is None:
        raise BadInput(f"{address}: does not tell when it was published; add --published DATE")
    try:
        day = date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise BadInput(f"{day!r} is no date such as 2024-06-20; add --published DATE") from error
    if given and told and day != told:
        tell(f"{address}: tells that it was published on {told}; {day} is taken, as you say")
    return day


def _say_change(change: "Change", as_json: bool) -> None:
    version = change.version
    before = version.entries - change.came + change.went
    if change.went * SHRUNK > before:
        tell(
            f"{version.source}: {change.went:,} of {before:,} entries are gone since the version "
            "before; see whether the file is whole"
        )
    for what in version.left_out:
        tell(f"left out: {what}")
    if as_json:
        counts = {"came": change.came, "went": change.went, "changed": change.changed}
        say_record({**_record(version), "new": change.is_new, **counts})
        return
    name = f"{version.source} of {version.published}"
    if not change.is_new:
        say(f"{name}  already in the case", "dim")
        return
    say(
        f"{name}  {version.entries:,} entries: {change.came:,} came, {change.went:,} went, "
        f"{change.changed:,} changed"
    )


def _record(version: "ListVersion") -> dict[str, object]:
    return {
        "source": version.source,
        "hash": version.hash,
        "format": version.format,
        "published": version.published,
        "until": version.until,
        "entries": version.entries,
        "files": [{"hash": hash_, "address": address} for hash_, address in version.originals],
        "added": version.added,
        "left_out": list(version.left_out),
    }
