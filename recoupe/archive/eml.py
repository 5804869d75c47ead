"""Mail: the words of the message, with its subject, sender and date."""

import email
import email.policy
from datetime import datetime
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from recoupe.archive.capture import Captured
from recoupe.archive.encoding import decoded
from recoupe.archive.html import main_text
from recoupe.archive.page import Page
from recoupe.archive.publication import publication
from recoupe.errors import Unreadable

EXTRACTOR = "recoupe-eml 1"


def eml(captured: Captured) -> Page:
    """Give the plain text of a message, or else that of its HTML; attachments are not read.

    The date is the day on which it was sent, in the sender's time zone.
    Raises Unreadable for a message without words.
    """
    message = email.message_from_bytes(captured.data, policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    if not message.keys() or body is None:
        raise Unreadable(
            captured.address,
            "no message with words in it. Save attachments as files of their own and add those.",
        )
    name, address = parseaddr(str(message.get("From", "")))
    return Page(
        text=_words(body, captured.address),
        extractor=EXTRACTOR,
        title=_line(message, "Subject"),
        authors=tuple(filter(None, (name or address,))),
        published=publication(_sent(message), "markup", _line(message, "Date"), captured.captured),
    )


def _words(body: MIMEPart, address: str) -> str:
    data = body.get_payload(decode=True)
    text = decoded(data if isinstance(data, bytes) else b"", address, body.get_content_charset())
    if body.get_content_subtype() == "html":
        return main_text(text, address)
    return text.replace("\r\n", "\n").rstrip()


def _line(message: EmailMessage, header: str) -> str | None:
    return " ".join(str(message.get(header, "")).split()) or None


def _sent(message: EmailMessage) -> str | None:
    date = getattr(message.get("Date"), "datetime", None)
    return date.date().isoformat() if isinstance(date, datetime) else None
