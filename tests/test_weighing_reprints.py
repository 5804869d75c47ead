"""What documents print from each other: one text in many papers, passages, translations."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.copies import copies
from benchmarks.reprints import adjusted_rand_index, labels
from recoupe.languages.credits import credit_words
from recoupe.model.document import Document, Publication
from recoupe.model.span import Span
from recoupe.weighing.anchors import anchored, number
from recoupe.weighing.chronology import rank
from recoupe.weighing.credits import credited, credits
from recoupe.weighing.fingerprints import WORD, Vocabulary, numbers, wordings
from recoupe.weighing.memory import Forgetful
from recoupe.weighing.partners import AT_MOST, partners
from recoupe.weighing.passages import Passage
from recoupe.weighing.printed import Borrowing, Kind, PrintedText, Reprints
from recoupe.weighing.printings import Printings
from recoupe.weighing.reprints import reprints
from tests.weighing_nouns import only, page, said

WIRE = """\
Frigates for Estoria

LINDHAM, May 2 (Transpress) - The navy of Estoria has ordered three frigates from the Holmgren
yard, the ministry of defence said on Thursday, in a deal worth 870 million euros.

The first ship is to be handed over in March 2027 and the last by the end of 2029, with crews
trained at the naval school of Port Ansel from next autumn.

Estoria had looked at four offers, among them one from the state yard at Dunmore, which it turned
down in January because nobody there would vouch for the engines.

Two members of the opposition said that they had seen no paper on the loan which is to pay for
the ships, and that the committee on finance would ask for it.
"""
RIVAL = """\
Harvest fails in the south

The rice harvest in the south of Vellany has failed for the second year in a row, the farmers'
union said on Friday, and the price of bread has gone up by a third since Easter.

Lorries with grain from the strategic reserve will leave the capital on Monday under guard, and
every household of five is to have twelve kilos before the end of the month.

Aid workers who went through the valley of the Oram last week counted nineteen villages where the
wells were dry and the young men had left to look for work on the coast.
"""
OWN_WORDS = """\
Holmgren wins frigate order

Holmgren has beaten three rivals to build Estoria's new frigates, a contract that its chairman
called a rescue for a yard where half the cranes stood idle. Talks had gone on since 2021.

Officials in Lindham put the price of the three ships at 870 million euros. Deliveries run from
2027 to 2029, and sailors will learn to handle them in Port Ansel.

The opposition wants to know who lends the money. Dunmore, the loser, would not comment.
"""
FRENCH = """\
Trois frégates pour l'Estonie

HELSINKI, 2 mai 2024 (AFP) - La marine estonienne a commandé jeudi trois frégates au chantier
finlandais Holmgren, a indiqué le ministère, pour 870 millions d'euros.

Le premier navire doit être remis en mars 2027 et le dernier en 2029, selon l'amiral Jaan Tamm.

« Nos marins apprendront à s'en servir à Paldiski dès octobre », a dit l'amiral Tamm.

Tallinn avait étudié quatre offres, dont une du chantier polonais Remontowa, écartée en janvier.

Deux députés du parti Isamaa n'ont vu aucun document sur le prêt de la banque Nordea.
"""
ENGLISH = """\
Three frigates for Estonia

The Estonian navy on Thursday ordered three frigates from the Finnish shipyard Holmgren, the
ministry said, for 870 million euros.

The first vessel is due to be handed over in March 2027 and the last in 2029, according to
Admiral Jaan Tamm.

"Our sailors will learn to use them in Paldiski from October," Admiral Tamm said.

Tallinn had studied four offers, including one from the Polish shipyard Remontowa, turned down in
January.

Two lawmakers of the Isamaa party have seen no document on the loan from Nordea bank.
"""
RETOLD = """\
Nordea under fire over navy loan

Helsinki - Parliament wants to see a contract under which Nordea lends Tallinn the money for new
warships. Isamaa says nothing was shown to its members in January.

Remontowa, the Polish yard that lost, is going to court. Its lawyers filed 40 pages on Tuesday.

Holmgren, of Finland, is to build three ships for 870 million euros. Jaan Tamm, the admiral who
signed, told reporters in Tartu that the yard would keep its word.
"""


def document(
    text: str,
    published: str | None = "2024-05-02",
    publisher: str = "Lindham Courier",
    language: str | None = "en",
    boilerplate: tuple[Span, ...] = (),
) -> Document:
    original = hashlib.sha256(f"{text}{published}{publisher}".encode()).hexdigest()
    date = Publication(published, "markup") if published else Publication()
    return Document(
        original,
        "plain 1",
        text,
        language,
        publisher=publisher,
        published=date,
        boilerplate=boilerplate,
    )


def only_text(*documents: Document) -> PrintedText:
    (text,) = reprints(documents).texts
    return text


def only_borrowing(*documents: Document) -> Borrowing:
    (borrowing,) = reprints(documents).borrowings
    return borrowing


def paragraphs(text: str, *numbers: int) -> str:
    every = text.strip().split("\n\n")
    return "\n\n".join(every[number] for number in numbers)


def kinds(text: PrintedText) -> list[Kind]:
    return [reprint.kind for reprint in text.reprints]


def words(text: str) -> list[int]:
    return list(numbers(text, Vocabulary()).tolist())


def by_id(documents: Iterable[Document]) -> dict[str, Document]:
    return {each.id: each for each in documents}


def press(seed: int, count: int = 25) -> list[Document]:
    return [copy.document for copy in copies(count, seed)]


def test_a_text_printed_whole_is_one_text() -> None:
    wire = document(WIRE)
    copy = document(WIRE.replace("Frigates for", "New ships for"), "2024-05-03", "Echo")

    text = only_text(copy, wire)

    assert (text.earliest, kinds(text)) == (wire.id, [Kind.WHOLE])


def test_a_cut_text_is_a_reprint_of_the_whole() -> None:
    cut = document(paragraphs(WIRE, 1, 2), "2024-05-03", "Echo")

    text = only_text(document(WIRE), cut)

    assert kinds(text) == [Kind.CUT]


def test_a_text_with_own_words_beside_is_mixed() -> None:
    mixed = document(f"{paragraphs(WIRE, 1, 2, 3)}\n\n{paragraphs(RIVAL, 1)}", "2024-05-03", "Echo")

    text = only_text(document(WIRE), mixed)

    assert kinds(text) == [Kind.MIXED]
    assert 0.6 < text.reprints[0].share < 0.85


def test_a_translation_is_a_reprint() -> None:
    wire = document(FRENCH, language="fr")
    translated = document(ENGLISH, "2024-05-03", "Echo")

    text = only_text(translated, wire)

    assert (text.earliest, kinds(text)) == (wire.id, [Kind.TRANSLATED])


def test_the_sentences_of_a_translation_answer_those_of_the_original() -> None:
    wire, translated = document(FRENCH, language="fr"), document(ENGLISH, "2024-05-03", "Echo")

    passages = only_text(wire, translated).reprints[0].passages

    quote = next(p for p in passages if "Paldiski" in p.span.of(translated.text))
    assert "Paldiski" in quote.source_span.of(wire.text)


def test_a_translation_that_is_printed_again_is_of_the_same_text() -> None:
    wire, translated = document(FRENCH, language="fr"), document(ENGLISH, "2024-05-03", "Echo")
    again = document(paragraphs(ENGLISH, 1, 2, 3), "2024-05-04", "The Post")

    text = only_text(again, translated, wire)

    assert text.documents == (wire.id, translated.id, again.id)


@pytest.mark.parametrize(("told", "other"), [(WIRE, OWN_WORDS), (ENGLISH, RETOLD), (WIRE, RIVAL)])
def test_an_article_in_its_own_words_is_no_reprint(told: str, other: str) -> None:
    found = reprints([document(told), document(other, "2024-05-03", "Echo")])

    assert found == Reprints((), ())


def test_an_article_in_its_own_words_is_no_translation() -> None:
    found = reprints([document(FRENCH, language="fr"), document(RETOLD, "2024-05-03", "Echo")])

    assert found == Reprints((), ())


def test_a_passage_taken_over_is_no_reprint_and_is_named() -> None:
    wire = document(RIVAL)
    taken = paragraphs(RIVAL, 3)
    article = document(f"{OWN_WORDS}\n\n{WIRE}\n\n{taken}", "2024-05-03", "Echo")

    borrowing = only_borrowing(wire, article)

    assert (borrowing.document, borrowing.source) == (article.id, wire.id)
    (passage,) = borrowing.passages
    assert passage.span.of(article.text) == taken.rstrip(".")


def test_a_document_made_of_two_texts_does_not_make_them_one() -> None:
    ships, rice = document(WIRE), document(RIVAL)
    both = document(f"{WIRE}\n\n{paragraphs(RIVAL, 1, 2)}", "2024-05-03", "Echo")
    again = document(RIVAL, "2024-05-04", "The Post")

    found = reprints([ships, rice, both, again])

    assert {text.documents for text in found.texts} == {(ships.id, both.id), (rice.id, again.id)}


def test_two_texts_stay_two_though_the_second_is_dated_after_the_document_made_of_both() -> None:
    ships, late = document(WIRE), document(RIVAL, "2024-05-05")
    both = document(f"{WIRE}\n\n{paragraphs(RIVAL, 0, 1, 2)}", "2024-05-03", "Echo")
    again = document(RIVAL, "2024-05-06", "The Post")

    found = reprints([ships, late, both, again])

    assert {text.documents for text in found.texts} == {(ships.id, both.id), (late.id, again.id)}


def test_furniture_that_two_pages_share_is_no_text() -> None:
    offer = f"{RIVAL}\n\n"
    furniture = (Span(0, len(offer)),)
    pages = [
        document(offer + WIRE, boilerplate=furniture),
        document(offer + OWN_WORDS, "2024-05-03", boilerplate=furniture),
    ]

    found = reprints(pages)

    assert found == Reprints((), ())


@pytest.mark.parametrize("published", [None, "2024", "2024-05"])
def test_a_document_whose_day_is_unknown_is_not_called_the_earliest(published: str | None) -> None:
    dated = document(WIRE, "2024-05-20")

    text = only_text(document(WIRE, published, "Echo"), dated)

    assert text.earliest == dated.id


def test_of_one_day_the_agency_is_first() -> None:
    agency = document(WIRE, publisher="Reuters")

    texts = {only_text(document(WIRE, publisher=name), agency).earliest for name in "ABCDE"}

    assert texts == {agency.id}


@pytest.mark.parametrize("published", ["2024-05-04", None])
def test_an_agency_comes_before_those_that_credit_it(published: str | None) -> None:
    agency = document(WIRE, published, publisher="Agence France-Presse")
    paper = document(f"{WIRE}\nWith AFP", publisher="Echo")

    text = only_text(paper, agency)

    assert (text.earliest, text.agencies) == (agency.id, ("Agence France-Presse",))


def test_an_agency_that_is_credited_is_named_though_its_text_is_not_here() -> None:
    papers = [document(f"{WIRE}\nSource: Yonhap", publisher=name) for name in ("Echo", "Post")]

    text = only_text(*papers)

    assert text.agencies == ("Yonhap",)


@pytest.mark.parametrize("language", credit_words())
def test_each_word_of_a_credit_acts_in_its_yes_and_not_in_its_no(language: str) -> None:
    phrases = credit_words()[language].phrases

    unread = [phrase.words for phrase in phrases if not credited(phrase.yes)]
    misread = [phrase.words for phrase in phrases if credited(phrase.no)]

    assert (unread, misread) == ([], [])


def test_a_credit_stands_in_a_dateline_a_byline_or_a_last_line() -> None:
    lined = document(f"{WIRE}\n(avec Reuters)")
    opened = document(WIRE.replace("Transpress", "AP"))

    named = [credits(each) for each in (lined, opened, document(WIRE))]

    assert named == [("Reuters",), ("Associated Press",), ()]


def test_a_sentence_that_cites_an_agency_credits_nobody() -> None:
    citing = document(f"{RIVAL}\nThe union told Reuters that nothing had been paid.")

    assert credits(citing) == ()


def test_a_document_given_twice_is_one() -> None:
    wire = document(WIRE)

    assert reprints([wire, wire]) == Reprints((), ())


def test_nothing_is_printed_where_there_is_nothing() -> None:
    assert reprints([]) == Reprints((), ())
    assert reprints([document(""), document("", "2024-05-03")]) == Reprints((), ())


def test_the_source_of_a_passage_is_where_it_was_printed_first() -> None:
    wire, copy = document(WIRE), document(WIRE, "2024-05-03", "Echo")
    article = document(f"{OWN_WORDS}\n\n{RIVAL}\n\n{paragraphs(WIRE, 3)}", "2024-05-09", "The Post")

    found = reprints([article, copy, wire]).borrowings

    assert [(each.document, each.source) for each in found] == [(article.id, wire.id)]


def test_a_sentence_with_a_word_changed_is_printed_by_both() -> None:
    changed = WIRE.replace("nobody there", "no one there")
    texts = {"wire": WIRE, "paper": changed, "rival": RIVAL, "note": ""}

    printed = Printings().of(texts, {"note": [paragraphs(WIRE, 3)]})

    assert printed["note"] == [{"wire", "paper"}]


def test_what_is_claimed_in_a_sentence_helps_to_know_its_translation() -> None:
    told = page(said("The yard sold ships to Iceland.", supplier="The yard", recipient="Iceland"))

    (bare,) = anchored([told.document], {}, Forgetful())
    (read,) = anchored([told.document], {told.document.id: told.reading}, Forgetful())

    assert read[-1].anchors - bare[-1].anchors == {number("claim transfer yes")}


@given(st.integers(0, 10**6))
def test_every_reprint_has_passages_in_order(seed: int) -> None:
    for text in reprints(press(seed)).texts:
        for reprint in text.reprints:
            assert reprint.passages
            assert list(reprint.passages) == sorted(reprint.passages)


@given(st.integers(0, 10**6))
def test_passages_are_exact(seed: int) -> None:
    documents = press(seed)

    found = reprints(documents)

    known = by_id(documents)
    for of, passage in verbatim(found, known):
        here, there = passage.span.of(of.text), passage.source_span.of(known[passage.source].text)
        assert words(here) == words(there)
        assert len(words(here)) == passage.words


@given(st.integers(0, 10**6))
def test_no_word_stands_in_two_passages_of_one_text(seed: int) -> None:
    for text in reprints(press(seed)).texts:
        for reprint in text.reprints:
            spans = [passage.span for passage in reprint.passages]
            assert all(one.end <= other.start for one, other in pairwise(spans))


@given(st.integers(0, 10**6))
def test_a_document_is_never_its_own_reprint(seed: int) -> None:
    found = reprints(press(seed))

    for text in found.texts:
        assert len(set(text.documents)) == len(text.documents)
        for reprint in text.reprints:
            assert reprint.document not in {passage.source for passage in reprint.passages}
    assert all(taken.document != taken.source for taken in found.borrowings)


@given(st.integers(0, 10**6))
def test_a_passage_comes_from_an_earlier_document(seed: int) -> None:
    documents = press(seed)

    found = reprints(documents)

    order = [each for text in found.texts for each in text.documents]
    place = {each: at for at, each in enumerate(order)}
    for text in found.texts:
        for reprint in text.reprints:
            assert all(place[p.source] < place[reprint.document] for p in reprint.passages)


@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
def test_the_order_of_the_documents_changes_nothing(seed: int, random: Random) -> None:
    documents = press(seed)
    shuffled = random.sample(documents, len(documents))

    assert reprints(shuffled) == reprints(documents)


@given(st.integers(0, 10**6))
def test_a_document_that_shares_nothing_changes_nothing(seed: int) -> None:
    documents = press(seed)

    assert reprints([*documents, document(RIVAL)]) == reprints(documents)


@given(st.lists(st.sampled_from(["edited", "cut", "whole"]), min_size=1, max_size=4), st.data())
def test_adding_a_reprint_never_changes_the_number_of_independent_origins(
    ways: list[str], data: st.DataObject
) -> None:
    lead = "Kestrel Works delivered Heron drones to Iceland on a ship that left Porto by night"
    roles = {"supplier": "Kestrel Works", "recipient": "Iceland", "item": "Heron drones"}
    pages = [page(said(f"{lead}.", **roles), publisher="Transpress")]

    for at, way in enumerate(ways):
        told = reprinted_as(lead, way, data)
        day = f"2024-06-0{data.draw(st.integers(3, 9))}"
        pages.append(page(said(f"{told}.", **roles), publisher=f"Paper {at}", published=day))

    assert only(*pages).independent_origins == only(pages[0]).independent_origins == 1


@given(st.integers(0, 10**6))
def test_the_pairs_compared_grow_with_the_documents_and_not_with_their_square(seed: int) -> None:
    documents = [document(WIRE, f"2024-05-{day:02}", f"P{seed}") for day in range(1, 29)]

    pairs = partners([wording.fingerprints() for wording in wordings(documents, Forgetful())])

    assert len(pairs) <= AT_MOST * len(documents)


def test_the_texts_of_an_invented_press_are_told_apart() -> None:
    made = copies(400)

    found = labels(made, reprints([copy.document for copy in made]))

    assert adjusted_rand_index([copy.origin for copy in made], found) >= 0.93


def test_an_invented_press_is_the_same_each_time() -> None:
    assert copies(50, 3) == copies(50, 3)
    assert copies(50, 3) != copies(50, 4)


def test_the_adjusted_rand_index_is_one_for_the_same_and_about_nought_by_chance() -> None:
    random = Random(1)
    real = [random.randrange(20) for _ in range(2000)]
    guessed = [random.randrange(20) for _ in range(2000)]

    assert adjusted_rand_index(real, [f"text {each}" for each in real]) == 1
    assert abs(adjusted_rand_index(real, guessed)) < 0.01


def test_a_document_of_one_day_is_ordered_by_its_name() -> None:
    documents = [document(WIRE, publisher=name) for name in "ABC"]

    assert sorted(documents, key=rank) == sorted(documents, key=lambda each: each.id)


def test_the_words_of_a_text_keep_their_places() -> None:
    (wording,) = wordings([document("«\u202fL’Étoile\u202f», dit-il.")], Forgetful())

    quoted = [wording.document.text[start:end] for start, end in wording.places()]

    assert quoted == ["L", "Étoile", "dit", "il"]
    assert np.array_equal(wording.words, numbers("l'etoile DIT IL", Vocabulary()))


def verbatim(found: Reprints, known: dict[str, Document]) -> Iterable[tuple[Document, Passage]]:
    """Give the passages that are in the same words, each with the document that has it."""
    every = [(each.document, each.passages) for text in found.texts for each in text.reprints]
    every += [(each.document, each.passages) for each in found.borrowings]
    for name, passages in every:
        yield from ((known[name], passage) for passage in passages if passage.verbatim)


def reprinted_as(lead: str, way: str, data: st.DataObject) -> str:
    """Give a sentence as a desk would print it; who and what stay."""
    if way == "whole":
        return lead
    said_so: Sequence[str] = WORD.findall(lead)
    if way == "cut":
        return " ".join(said_so[: -data.draw(st.integers(1, 3))])
    at = data.draw(st.integers(7, len(said_so) - 1))
    return " ".join(
        [*said_so[:at], data.draw(st.sampled_from(["also", "then", ""])), *said_so[at:]]
    )
