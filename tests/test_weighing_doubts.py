"""What a careful reader should doubt is found, and what is in order is left alone."""

from recoupe.model.claim import Claim, EventType, Tense
from recoupe.model.document import Document, Publication
from recoupe.model.doubt import Doubt
from recoupe.model.factuality import Factuality
from recoupe.model.reading import Reading
from recoupe.weighing.doubts import doubts
from tests.case_nouns import document, span


def published(text: str, day: str | None, language: str = "fr") -> Document:
    made = document(text, published=Publication(day))
    return Document(made.original, made.extractor, text, language, published=made.published)


def told(of: Document, sentence: str, tense: Tense = Tense.PAST, **said: object) -> Claim:
    return Claim(
        document=of.id,
        event=EventType.DISCLOSURE,
        evidence=(span(sentence, of.text),),
        roles=said.get("roles", ()),  # type: ignore[arg-type]
        factuality=Factuality.parse(str(said.get("factuality", "CT+"))),
        tense=tense,
        sources=said.get("sources", ()),  # type: ignore[arg-type]
    )


def found(of: Document, *claims: Claim) -> list[Doubt]:
    reading = Reading(of.id, of.language, of.published.edtf, of.publisher, claims)
    return list(doubts([reading], {of.id: of}))


NOTICE = "L'avis d'Arvania a été publié le 22 mai, puis retiré."


def test_a_past_event_after_the_day_of_publication_is_doubted() -> None:
    article = published(NOTICE, "2024-05-02")

    (doubt,) = found(article, told(article, NOTICE))

    assert doubt.kind == "date"
    assert [s.of(article.text) for s in doubt.spans] == ["le 22 mai"]
    assert len(doubt.claims) == 1
    assert "2024-05-02" in doubt.note
