"""A dossier as a Word file."""

from recoupe.publish.parts import Dossier


def docx(dossier: Dossier) -> bytes:
    return b""
