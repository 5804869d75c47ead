"""Bytes → characters, or an honest refusal: a wrong guess would change the words of a quote."""

import codecs

from charset_normalizer import CharsetMatch, from_bytes

from recoupe.archive.language import language
from recoupe.errors import Unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MESS = 0.05  # charset-normalizer's share of characters that do not go together
SENSE = 0.4  # and its likeness to the letter frequencies of a language; Chinese gets 0.16
SENSE_OF_MANY_BYTES = 0.1
SAMPLE = 50_000  # bytes that the guess is made from
WESTERN = "cp1252"
# subtle: charset-normalizer cannot tell Western from Central European code pages: each letter
# has a sensible twin in the other. What langid says of the result can (measured 2026-11:
# Polish in cp1250 comes out as cp1252, still plainly Polish, which cp1252 cannot write).
WRITTEN_IN_WESTERN = {"fr", "en", "es", "de", "pt", "it", "nl", "sv", "da", "no", "nb", "ca"}


def decoded(data: bytes, address: str, declared: str | None = None) -> str:
    """Give the characters of a text, exactly; only a byte order mark is dropped.

    declared: the encoding that a header or the markup names; it is believed only if it fits.
    Raises Unreadable for nothing but white space, for binary data and for an unsure encoding.
    """
    text = _characters(data, address, declared)
    if "\0" in text:
        raise Unreadable(address, "binary data, not text. Save it as a text or PDF file.")
    if not text.strip():
        raise Unreadable(address, "empty, there is no text to read.")
    return text


def _characters(data: bytes, address: str, declared: str | None) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, address)
    for encoding in ("utf-8", *([declared] if declared else ())):
        text = _if_it_fits(data, encoding)
        if text is not None:
            return text
    if b"\0" in data:
        raise Unreadable(address, "binary data, not text. Save it as a text or PDF file.")
    return _strictly(data, _guess(data, address), address)


def _strictly(data: bytes, encoding: str, address: str) -> str:
    text = _if_it_fits(data, encoding)
    if text is None:
        raise _wrong(address)
    return text


def _if_it_fits(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _guess(data: bytes, address: str) -> str:
    """Give the one encoding that makes sense of the bytes."""
    matches = [match for match in from_bytes(data[:SAMPLE]) if _sensible(match)]
    if any(match.encoding == WESTERN for match in matches):
        match = next(match for match in matches if match.encoding == WESTERN)
        matches = [match] if language(str(match)) in WRITTEN_IN_WESTERN else []
    texts = {str(match) for match in matches}
    if len(texts) != 1:
        raise _wrong(address)
    return matches[0].encoding


def _sensible(match: CharsetMatch) -> bool:
    sense = SENSE_OF_MANY_BYTES if match.multi_byte_usage else SENSE
    return match.chaos <= MESS and match.coherence >= sense


def _wrong(address: str) -> Unreadable:
    return Unreadable(
        address, "wrong encoding, the letters cannot be told for sure. Save it as UTF-8."
    )
