"""What a careful reader should doubt is found, and what is in order is left alone."""

from dataclasses import replace
from itertools import permutations

import pytest

from recoupe.archive.capture import capture
from recoupe.archive.extract import extract
from recoupe.model.claim import Claim, EventType, Role, Source, Tense
from recoupe.model.document import Document, Publication
from recoupe.model.doubt import Doubt
from recoupe.model.entity import Entity
from recoupe.model.factuality import Factuality
from recoupe.model.finding import ClaimRef
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.model.value import Date, Quantity
from recoupe.reading.read import read
from recoupe.weighing.doubts import doubts
from tests.case_nouns import document, span

NOTICE = "L'avis d'Arvania a été publié le 22 mai, puis retiré."


def published(text: str, day: str | None = "2024-05-02", language: str = "fr") -> Document:
    return replace(document(text), language=language, published=Publication(day))


def told(of: Document, sentence: str, *roles: Role, **said: object) -> Claim:
    """Make a claim of that sentence, certain, past and in the document's own voice."""
    plain = Claim(
        document=of.id,
        event=EventType.TRANSFER,
        evidence=(span(sentence, of.text),),
        roles=roles,
        factuality=Factuality.parse("CT+"),
        tense=Tense.PAST,
    )
    return replace(plain, **said)  # type: ignore[arg-type]


def found(of: Document, *claims: Claim, entities: tuple[Entity, ...] = ()) -> list[Doubt]:
    reading = Reading(of.id, of.language, of.published.edtf, of.publisher, claims, entities)
    return list(doubts([reading], {of.id: of}))


def kinds(of: Document, *claims: Claim, entities: tuple[Entity, ...] = ()) -> list[str]:
    return [doubt.kind for doubt in found(of, *claims, entities=entities)]


def read_kinds(text: str, language: str, day: str | None = "2024-05-02") -> list[str]:
    """Let the real reader read a text, and give the kinds of what is to be doubted in it."""
    article = published(text, day, language)
    return [doubt.kind for doubt in doubts([read(article)], {article.id: article})]


def person(of: Document, *names: str) -> tuple[Entity, ...]:
    return tuple(Entity(name, "Person", (span(name, of.text),)) for name in names)


def test_a_past_event_after_the_day_of_publication_is_doubted() -> None:
    article = published(NOTICE)

    (doubt,) = found(article, told(article, NOTICE))

    assert doubt.kind == "date"
    assert [s.of(article.text) for s in doubt.spans] == ["le 22 mai"]
    assert doubt.claims == (ClaimRef(article.id, 0),)
    assert "2024-05-02" in doubt.note


def test_every_note_is_one_full_sentence() -> None:
    article = published(NOTICE)

    (doubt,) = found(article, told(article, NOTICE))

    assert doubt.note[0].isupper()
    assert doubt.note.endswith(".")
    assert "{" not in doubt.note


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Arvania livrera 40 radars à Belmark le 22 mai.", "fr"),
        ("Arvania a promis de livrer les radars à Belmark le 22 mai.", "fr"),
        ("Les offres pour les radars d'Arvania ont été demandées avant le 22 mai.", "fr"),
        ("Le contrat d'Arvania, valable jusqu'au 22 mai 2030, a été signé.", "fr"),
        ("Arvania a livré les radars à Belmark le 2 mai.", "fr"),
        ("Arvania a livré les radars à Belmark le 22 avril.", "fr"),
        ("En 2019, Arvania a rompu ; le 22 mai, elle a livré les radars à Belmark.", "fr"),
        ("Arvania shipped the radars to Belmark by 22 May.", "en"),
        ("Arvania agreed to ship the radars to Belmark on 22 May.", "en"),
        ("The radars that Arvania ordered will be shown on 22 May 2025.", "en"),
        ("Arvania shipped the radars to Belmark on 1 May 2024.", "en"),
        ("Arvania shipped the radars to Belmark in 2024.", "en"),
    ],
)
def test_a_date_that_can_be_is_left_alone(sentence: str, language: str) -> None:
    article = published(sentence, language=language)

    assert kinds(article, told(article, sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Arvania a livré les radars à Belmark le 3 juin 2024.", "fr"),
        ("Selon la Gazette, Arvania aurait livré des radars le 12 mai.", "fr"),
        ("Arvania shipped the radars to Belmark on May 22.", "en"),
        ("The radars were shipped to Belmark in July 2024.", "en"),
    ],
)
def test_a_past_date_still_to_come_is_doubted(sentence: str, language: str) -> None:
    article = published(sentence, language=language)

    assert kinds(article, told(article, sentence)) == ["date"]


@pytest.mark.parametrize(
    "said",
    [
        {"tense": Tense.FUTURE},
        {"factuality": Factuality.parse("CT-")},
        {"factuality": Factuality.parse("U")},
        {"factuality": Factuality.parse("PS+")},
    ],
)
def test_what_is_to_come_denied_or_open_may_lie_after_publication(said: dict[str, object]) -> None:
    article = published(NOTICE)

    assert kinds(article, told(article, NOTICE, **said)) == []


def test_a_document_printed_in_december_may_not_tell_of_next_january() -> None:
    sentence = "Arvania a livré les radars à Belmark le 5 janvier."
    article = published(sentence, "2024-12-20")

    assert kinds(article, told(article, sentence)) == ["date"]


def test_a_bare_day_long_after_publication_is_of_the_year_before() -> None:
    sentence = "Arvania a livré les radars à Belmark le 22 novembre."
    article = published(sentence)

    assert kinds(article, told(article, sentence)) == []


def test_one_date_of_two_claims_is_doubted_once() -> None:
    article = published(NOTICE)

    (doubt,) = found(article, told(article, NOTICE), told(article, NOTICE))

    assert doubt.claims == (ClaimRef(article.id, 0), ClaimRef(article.id, 1))


def test_in_an_undated_document_the_work_it_rests_on_tells_what_is_too_late() -> None:
    text = f"Un article publié le 2 mai 2024 par la Gazette en parle. {NOTICE}"
    article = published(text, None)

    (doubt,) = found(article, told(article, NOTICE))

    assert doubt.kind == "date"
    assert [s.of(text) for s in doubt.spans] == ["le 2 mai 2024", "le 22 mai"]


def test_a_dated_document_may_be_later_than_the_work_it_rests_on() -> None:
    text = f"Un article publié le 2 mai 2024 par la Gazette en parle. {NOTICE}"
    article = published(text, "2024-06-01")

    assert kinds(article, told(article, NOTICE)) == []


def test_relative_dates_of_an_undated_document_are_doubted_together() -> None:
    text = "Arvania a livré des radars hier. Belmark les avait commandés l'an dernier."
    article = published(text, None)
    first, second = (f"{sentence}." for sentence in text.rstrip(".").split(". "))

    (doubt,) = found(
        article,
        told(article, first, Role("date", span("hier", text))),
        told(article, second, Role("date", span("l'an dernier", text))),
    )

    assert doubt.kind == "undated"
    assert [s.of(text) for s in doubt.spans] == ["hier", "l'an dernier"]
    assert len(doubt.claims) == 2


@pytest.mark.parametrize(("day", "value"), [("2024-05-02", None), (None, Date("2024-05-01"))])
def test_a_date_that_is_placed_or_could_be_is_not_undated(
    day: str | None, value: Date | None
) -> None:
    text = "Arvania a livré des radars hier."
    article = published(text, day)

    assert kinds(article, told(article, text, Role("date", span("hier", text), value))) == []


def test_two_names_one_letter_apart_are_doubted() -> None:
    text = "Lin Jian a nié. Puis Lin Jiang a confirmé la livraison."
    article = published(text)
    speaks = told(article, text, sources=(Source(span("Lin Jiang", text)),))

    (doubt,) = found(article, speaks, entities=person(article, "Lin Jian", "Lin Jiang"))

    assert doubt.kind == "spelling"
    assert doubt.claims == (ClaimRef(article.id, 0),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Li Wei", "Lu Wei"),
        ("John Brown", "Joan Brown"),
        ("Marat Orlov", "Dinara Orlova"),
        ("Zapad 2021", "Zapad 2025"),
        ("Les Houthi", "Les Houthis"),
    ],
)
def test_two_names_of_two_bearers_are_left_alone(one: str, other: str) -> None:
    article = published(f"Ont parlé : {other} ; puis : {one} ; et c'est tout.")

    assert kinds(article, entities=person(article, one, other)) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Le ministre chinois de la Défense Li Shangfu a rencontré Vladimir Poutine à Moscou.\n"
            "Li Shangfu, ministre russe de la Défense, a signé un accord avec l'Iran.",
            "fr",
        ),
        (
            "Chinese defence minister Li Shangfu met Vladimir Putin in Moscow.\n"
            "China delivered 40 drones to Russia, said Russian defence minister Li Shangfu.",
            "en",
        ),
    ],
)
def test_a_minister_of_two_states_is_doubted(text: str, language: str) -> None:
    assert read_kinds(text, language) == ["office"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Le président russe Vladimir Poutine a reçu le ministre chinois de la Défense.\n"
            "Le ministre chinois a rencontré Vladimir Poutine à Moscou.",
            "fr",
        ),
        (
            "Russian president Vladimir Putin met the Chinese defence minister.\n"
            "China's minister thanked Vladimir Putin in Moscow.",
            "en",
        ),
    ],
)
def test_a_minister_who_meets_another_keeps_his_state(text: str, language: str) -> None:
    assert read_kinds(text, language) == []


def test_a_headline_surer_than_its_text_is_doubted() -> None:
    text = (
        "La Russie livre 40 chars à l'Iran\n"
        "La Russie aurait livré 40 chars à l'Iran en mars, selon des rumeurs."
    )

    assert read_kinds(text, "fr") == ["headline"]


@pytest.mark.parametrize(
    "text",
    [
        "La Russie livre 40 chars à l'Iran\nLa Russie a livré 40 chars à l'Iran en mars.",
        "La Russie livre 40 chars à l'Iran\n"
        "La Russie a livré 40 chars à l'Iran en mars, a annoncé le ministère russe de la Défense.",
        "La Russie aurait livré 40 chars à l'Iran\n"
        "La Russie aurait livré 40 chars à l'Iran en mars, selon des rumeurs.",
    ],
)
def test_a_headline_that_its_text_bears_out_is_left_alone(text: str) -> None:
    assert read_kinds(text, "fr") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Le ministère russe a déclaré avoir livré 40 chars à l'Iran en mars.\n"
            "Le ministère russe a ajouté que les 60 chars livrés à l'Iran en mars étaient neufs.",
            "fr",
        ),
        (
            "Russia delivered 40 tanks to Iran in March, the Russian ministry said.\n"
            "The Russian ministry said that it had delivered 60 tanks to Iran in March.",
            "en",
        ),
    ],
)
def test_two_counts_of_one_voice_are_doubted(text: str, language: str) -> None:
    assert read_kinds(text, language) == ["figures"]


def test_two_counts_of_two_voices_are_a_disagreement_and_no_doubt() -> None:
    text = (
        "La Russie a livré 40 chars à l'Iran en mars, a déclaré le ministère russe.\n"
        "Les 60 chars livrés par la Russie à l'Iran en mars sont neufs, a déclaré Reuters."
    )

    assert read_kinds(text, "fr") == []


def test_a_count_within_the_bounds_of_another_is_left_alone() -> None:
    text = "Arvania a livré 40 chars à Belmark. Les plus de 30 chars d'Arvania sont à Belmark."
    article = published(text)
    sentences = text.split(". ")
    numbers = (Quantity(40, "chars"), Quantity(minimum=30, unit="chars"))
    claims = [
        told(
            article,
            sentence,
            Role("supplier", _in("Arvania", sentence, text)),
            Role("recipient", _in("Belmark", sentence, text)),
            Role("quantity", _in("chars", sentence, text), number),
        )
        for sentence, number in zip(sentences, numbers, strict=True)
    ]

    assert kinds(article, *claims) == []


def _in(words: str, sentence: str, text: str) -> Span:
    start = text.index(sentence) + sentence.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Arvania a livré des radars. La Gazette n’a pas pu vérifier ces factures.", "fr"),
        ("Arvania a livré des radars. L'authenticité des notes n'a pas été établie.", "fr"),
        ("Arvania shipped radars. The Herald could not independently verify the files.", "en"),
        ("Arvania shipped radars. The authenticity of the files has not been shown.", "en"),
    ],
)
def test_what_a_document_admits_it_could_not_verify_is_doubted(text: str, language: str) -> None:
    article = published(text, language=language)
    first = text.split(". ")[0]

    (doubt,) = found(article, told(article, first))

    assert doubt.kind == "unverified"
    assert doubt.claims == (ClaimRef(article.id, 0),)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Deux experts ont confirmé l'authenticité des factures.", "fr"),
        ("L'exportateur doit vérifier l'identité de l'acheteur.", "fr"),
        ("Two experts verified the files and confirmed their authenticity.", "en"),
    ],
)
def test_what_was_verified_is_left_alone(text: str, language: str) -> None:
    assert kinds(published(text, language=language)) == []


def test_words_glued_together_in_several_places_are_doubted() -> None:
    text = "L'agence,citant Arvania, parle de radars livrés.exercice compris."
    article = published(text)

    (doubt,) = found(article, told(article, text))

    assert doubt.kind == "damage"
    assert [s.of(text) for s in doubt.spans] == ["agence,citant", "livrés.exercice"]


@pytest.mark.parametrize(
    "text",
    [
        "Pour 12,5 millions, écrire à desk@avalon.example ou voir avalon.example, lyonesse.org.",
        "L'agence,citant Arvania, parle de radars.",
        "Le U.S. Army a commandé 1.500 radars, p.ex. en mars ; cf. www.thule.example/radars.html.",
    ],
)
def test_figures_addresses_and_a_single_slip_are_left_alone(text: str) -> None:
    assert kinds(published(text)) == []


def test_the_order_of_documents_changes_nothing() -> None:
    texts = [NOTICE, f"{NOTICE} Encore.", f"Hier ? {NOTICE}"]
    articles = [published(text) for text in texts]
    readings = [
        Reading(a.id, "fr", a.published.edtf, None, (told(a, NOTICE), told(a, NOTICE)))
        for a in articles
    ]

    given = {doubts(order, {a.id: a for a in articles}) for order in permutations(readings)}

    assert len(given) == 1
    assert [doubt.document for doubt in next(iter(given))] == sorted(a.id for a in articles)


def test_the_example_with_an_impossible_date_is_found() -> None:
    from examples.demo import ARTICLES, HOUSE

    captured = capture(str(HOUSE / ARTICLES / "07-guangdong-avis.html"))
    article = extract(captured, "0" * 64)

    (doubt,) = doubts([read(article)], {article.id: article})

    assert doubt.kind == "date"
    assert "22 mai" in doubt.spans[0].of(article.text)
