"""An outlet that only goes on with what a source told it adds no origin."""

from tests.weighing_nouns import Said, counted, only, page, said

WHO = {"supplier": "Kestrel Works", "recipient": "Iceland"}


def own(sentence: str, **more: object) -> Said:
    return said(sentence, **{**WHO, **more})  # type: ignore[arg-type]


def anna(sentence: str, factuality: str = "CT+") -> Said:
    return said(sentence, factuality, ("Anna Berg",), **WHO, item="drones")


def test_what_is_told_on_after_a_source_rests_on_it() -> None:
    first = anna("Kestrel Works sold drones to Iceland, Anna Berg said.")
    then = own("Kestrel Works sent Iceland 60 drones.", item="drones")

    assert counted(only(page(first, then))) == ["Anna Berg"]


def test_what_a_paper_tells_first_and_in_full_is_its_own() -> None:
    first = own("Kestrel Works sent Iceland drones.", item="drones")
    then = anna("Kestrel Works sold drones to Iceland, Anna Berg said.")

    assert counted(only(page(first, then))) == ["Anna Berg", "Harbour Gazette"]


def test_a_bare_opening_over_what_a_source_tells_rests_on_it() -> None:
    first = own("Kestrel Works supplied Iceland.")
    then = anna("Kestrel Works sold drones to Iceland, Anna Berg said.")

    assert counted(only(page(first, then))) == ["Anna Berg"]


def test_what_a_paper_says_it_has_seen_itself_is_its_own() -> None:
    first = anna("Kestrel Works sold drones to Iceland, Anna Berg said.")
    then = own("Our reporters saw Kestrel Works unload drones in Iceland.", item="drones")

    assert counted(only(page(first, then))) == ["Anna Berg", "Harbour Gazette"]


def test_who_tells_the_other_side_rests_on_nobody() -> None:
    first = anna("Kestrel Works sold no drones to Iceland, Anna Berg said.", "CT-")
    then = own("Kestrel Works sent Iceland drones.", item="drones")

    assert counted(only(page(first, then))) == ["Anna Berg", "Harbour Gazette"]


def test_a_paper_that_goes_on_with_what_nobody_can_be_asked_is_counted_once() -> None:
    first = own("Kestrel Works sold drones to Iceland, local media say.", by=("local media",))
    then = own("Kestrel Works sent Iceland drones.", item="drones")

    assert counted(only(page(first, then))) == ["Harbour Gazette"]
