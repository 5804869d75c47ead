from recoupe.publish.parts import Dossier


def docx(dossier: Dossier) -> bytes:
    return b""
