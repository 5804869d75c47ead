"""Every format becomes one text and a document, or one line that says what to do."""

import io
from datetime import UTC, datetime
from email.message import EmailMessage

import docx
import pytest
from docx.oxml import OxmlElement
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st

from recoupe.archive import formats
from recoupe.archive.capture import Captured
from recoupe.archive.extract import custody, extract
from recoupe.errors import Unreadable
from recoupe.model.document import Document
from recoupe.model.span import Span

MOMENT = datetime(2025, 1, 1, tzinfo=UTC)
SHA = "0" * 64
BODY = (
    "La Tunisie aurait commandé quatre radars côtiers à un chantier portugais, a rapporté jeudi "
    "le quotidien Le Cap. Le ministère n'a pas confirmé la commande, que le constructeur dit "
    "ignorer. Un second lot pourrait suivre si les essais sont concluants."
)


def read(data: bytes, media_type: str = formats.PLAIN, **headers: str) -> Document:
    said = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return extract(Captured("press/note", data, media_type, MOMENT, said), SHA)


@given(st.text().filter(lambda t: t.strip() and "\0" not in t and not t.startswith("\ufeff")))
def test_a_text_file_is_read_exactly_as_stored(text: str) -> None:
    document = read(text.encode())

    assert document.text == text
    assert all(0 <= span.start < span.end <= len(text) for span in document.boilerplate)


def test_no_newline_is_converted_and_nothing_normalised() -> None:
    text = "Tunis\r\nde\u0301ment\u00a0:\r «\u202frien\u202f» 𝛼\n"

    assert read(text.encode()).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_all_that_is_dropped(encoding: str) -> None:
    assert read(BODY.encode(encoding)).text == BODY


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_western_text_of_old_is_read_where_its_letters_are_sure(encoding: str) -> None:
    assert read(BODY.encode(encoding)).text == BODY


def test_an_encoding_that_is_unsure_is_refused_not_guessed() -> None:
    polish = "Ministerstwo zaprzeczyło, że źródło mówiło o sześćdziesięciu żołnierzach w Łodzi."

    with pytest.raises(Unreadable, match=r"press/note: wrong encoding.*UTF-8"):
        read(polish.encode("cp1250"))


def test_the_encoding_that_a_server_names_is_believed_where_it_fits() -> None:
    polish = "Źródło mówiło o żołnierzach."

    document = read(polish.encode("cp1250"), content_type="text/plain; charset=windows-1250")

    assert document.text == polish


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "0 bytes"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (bytes(range(256)) * 4, "binary"),
        (b"Tunis\0dement", "binary"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=f"press/note: .*{why}"):
        read(data)


def test_a_format_that_is_not_read_is_named() -> None:
    with pytest.raises(Unreadable, match=r"image/png is not read; Recoupe reads \.txt"):
        read(b"\x89PNG", "image/png")


PAGE = f"""<!doctype html><html lang="fr"><head><meta charset="utf-8">
<title>Des radars pour Tunis - Le Fanal</title>
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle",
"headline": "Des radars pour Tunis", "datePublished": "2024-05-02T23:30:00+02:00",
"author": [{{"@type": "Person", "name": "Awa Diop"}}],
"publisher": {{"@type": "Organization", "name": "Le Fanal"}}}}]}}</script></head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/m">Monde</a></li></ul></nav>
<main><article><h1>Des radars pour Tunis</h1><p>{BODY}</p><h2>Ce que dit Lisbonne</h2>
<p>Lisbonne dément avoir signé quoi que ce soit, et renvoie vers le constructeur.</p>
<ul><li>Quatre radars pour la côte nord.</li><li>Deux simulateurs pour Bizerte.</li></ul>
</article></main><footer>© 2024 Le Fanal</footer></body></html>"""


def test_a_page_gives_its_article_each_block_on_its_line() -> None:
    document = read(PAGE.encode(), formats.HTML)

    assert document.text.split("\n") == [
        "Des radars pour Tunis",
        BODY,
        "Ce que dit Lisbonne",
        "Lisbonne dément avoir signé quoi que ce soit, et renvoie vers le constructeur.",
        "- Quatre radars pour la côte nord.",
        "- Deux simulateurs pour Bizerte.",
    ]


def test_a_page_states_title_publisher_author_and_date_in_its_markup() -> None:
    document = read(PAGE.encode(), formats.HTML)

    assert (document.title, document.publisher) == ("Des radars pour Tunis", "Le Fanal")
    assert document.authors == ("Awa Diop",)
    assert (document.published.edtf, document.published.evidence) == ("2024-05-02", "markup")
    assert document.published.words == "2024-05-02T23:30:00+02:00"


@pytest.mark.parametrize("day", ["2031-05-02", "1024-05-02", "2024-02-31", "hier"])
def test_a_date_that_cannot_be_one_of_publication_is_none(day: str) -> None:
    page = PAGE.replace("2024-05-02T23:30:00+02:00", day)

    assert read(page.encode(), formats.HTML).published.edtf is None


def test_a_list_of_articles_has_no_date_of_its_own() -> None:
    other = '<script type="application/ld+json">{"@type":"Article","datePublished":"2023-01-01"}'
    page = PAGE.replace("</head>", f"{other}</script></head>")

    assert read(page.encode(), formats.HTML).published.edtf is None


def test_an_old_page_is_read_in_the_encoding_that_it_declares() -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').encode("latin-1")

    assert BODY in read(page, formats.HTML).text


def test_a_page_without_an_article_is_told() -> None:
    with pytest.raises(Unreadable, match="press/note: no article found"):
        read(b"<html><body><script>run()</script></body></html>", formats.HTML)


def pages(*texts: str, password: str = "") -> bytes:
    pdf = FPDF()
    pdf.set_title("Une note")
    pdf.set_author("Institut du Fanal")
    if password:
        pdf.set_encryption(owner_password="owner", user_password=password)
    for number, text in enumerate(texts, 1):
        pdf.add_page()
        pdf.set_font("Helvetica", "", 9)
        pdf.cell(0, 8, "Institut du Fanal - Note 12", new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("Helvetica", "", 11)
        for paragraph in text.split("\n"):
            pdf.multi_cell(0, 6, paragraph, new_x="LMARGIN", new_y="NEXT", align="L")
            pdf.ln(4)
        pdf.set_y(-30)
        pdf.cell(0, 8, f"Page {number} / {len(texts)}", align="C")
    return bytes(pdf.output())


def test_a_pdf_gives_its_paragraphs_without_the_furniture_of_its_pages() -> None:
    other = BODY.replace("radars", "patrouilleurs").replace("essais", "calculs")

    document = read(pages(f"{BODY}\n{BODY}", other), formats.PDF)

    assert document.text.split("\n") == ["Institut du Fanal - Note 12", BODY, BODY, other]
    assert (document.title, document.authors) == ("Une note", ("Institut du Fanal",))


def test_the_day_on_which_a_pdf_was_made_is_not_its_publication() -> None:
    assert read(pages(BODY), formats.PDF).published.edtf is None


def test_an_encrypted_pdf_is_told() -> None:
    with pytest.raises(Unreadable, match="press/note: encrypted PDF"):
        read(pages(BODY, password="secret"), formats.PDF)


def test_a_pdf_that_is_none_is_told() -> None:
    with pytest.raises(Unreadable, match="press/note: not a PDF"):
        read(b"%PDF-1.7 cut off", formats.PDF)


def test_a_scan_is_told() -> None:
    blank = FPDF()
    blank.add_page()

    with pytest.raises(Unreadable, match="may be a scan"):
        read(bytes(blank.output()), formats.PDF)


def word_file() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Des radars pour Tunis"
    document.core_properties.author = "Awa Diop"
    document.add_heading("Des radars pour Tunis", 1)
    document.add_paragraph(BODY)
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "Radars", "quatre"
    document.add_paragraph("Fin.")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_word_file_gives_headings_paragraphs_and_cells_in_order() -> None:
    document = read(word_file(), formats.DOCX)

    assert document.text.split("\n") == ["Des radars pour Tunis", BODY, "Radars", "quatre", "Fin."]
    assert (document.title, document.authors) == ("Des radars pour Tunis", ("Awa Diop",))
    assert document.published.edtf is None


def test_tracked_changes_are_read_as_accepted() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Tunis ")
    for tag, text in (("w:del", "w:delText"), ("w:ins", "w:t")):
        change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text)
        words.text = "dément." if tag == "w:ins" else "confirme."
        run.append(words)
        change.append(run)
        paragraph._p.append(change)
    file = io.BytesIO()
    document.save(file)

    assert read(file.getvalue(), formats.DOCX).text == "Tunis dément."


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"not a zip", "not a Word file"),
        (word_file()[:2000], "not a Word file"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500), "encrypted, or an old .doc"),
    ],
)
def test_a_broken_word_file_is_told(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=f"press/note: {why}"):
        read(data, formats.DOCX)


def mail(**parts: str) -> bytes:
    message = EmailMessage()
    message["From"] = "Awa Diop <awa@fanal.example>"
    message["Subject"] = "Des radars pour l'été à Tunis"
    message["Date"] = "Thu, 02 May 2024 23:30:00 +0200"
    for subtype, words in parts.items():
        add = message.add_alternative if message.is_multipart() else message.set_content
        if message.get_content_type() == "text/plain" and message.get_payload():
            add = message.add_alternative
        add(words, subtype=subtype, cte="base64")
    return message.as_bytes()


def test_a_mail_gives_its_plain_words_and_its_headers() -> None:
    document = read(mail(plain=BODY, html=f"<p>{BODY} Autrement.</p>"), formats.EML)

    assert document.text == BODY
    assert (document.title, document.authors) == ("Des radars pour l'été à Tunis", ("Awa Diop",))
    assert (document.published.edtf, document.published.evidence) == ("2024-05-02", "markup")


def test_a_mail_of_html_alone_is_read_too() -> None:
    document = read(mail(html=f"<html><body><p>{BODY}</p></body></html>"), formats.EML)

    assert document.text == BODY


@pytest.mark.parametrize("data", [b"\n\n", b"From: a@b.example\nContent-Type: image/png\n\nx"])
def test_a_mail_without_words_is_told(data: bytes) -> None:
    with pytest.raises(Unreadable, match="press/note"):
        read(data, formats.EML)


def test_custody_says_how_the_bytes_came_in() -> None:
    captured = Captured("press/note", BODY.encode(), formats.PLAIN, MOMENT, (("etag", "1"),))

    line = custody(captured, extract(captured, SHA))

    assert (line.original, line.address, line.captured) == (SHA, "press/note", MOMENT)
    assert (line.size, line.headers) == (len(BODY.encode()), (("etag", "1"),))
    assert line.extractor == "recoupe-plain 1"


def test_extracting_twice_gives_the_same_document() -> None:
    captured = Captured("page.html", PAGE.encode(), formats.HTML, MOMENT)

    assert extract(captured, SHA) == extract(captured, SHA)
    assert extract(captured, SHA).boilerplate == tuple[Span, ...]()
