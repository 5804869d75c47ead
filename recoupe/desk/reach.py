"""From where a desk can be opened: this machine alone, or others too, and then only over TLS."""

import ipaddress
import ssl
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from recoupe.errors import BadInput

HERE = "127.0.0.1"
HTTPS = 443


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a desk listens, and what it is opened under.

    host: the address or name of the interface. address: what people open, `https://…`, None where
    it is opened on this machine alone. certificate, key: PEM files, None where a proxy speaks TLS
    in front of it.
    """

    host: str = HERE
    address: str | None = None
    certificate: Path | None = None
    key: Path | None = None

    @property
    def called(self) -> str:
        """Give the host that a browser names when it opens the address."""
        parts = urlsplit(self.address or "")
        host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
        return f"{host}" if parts.port in (None, HTTPS) else f"{host}:{parts.port}"


def reach(
    host: str, address: str | None, certificate: Path | None, key: Path | None, port: int
) -> Reach:
    """Say how the desk is opened; raises BadInput where passwords would travel in the clear.

    port: where it listens.
    """
    if _is_here(host) and address is None and certificate is None:
        return Reach(host)
    if certificate is not None:
        _check_certificate(certificate, key)
    elif address is None:
        raise BadInput(
            f"--host {host}: others would send their passwords in the clear; give a --certificate "
            "with its --key, or the --address (https://…) of a proxy that speaks TLS; "
            "docs/desk.md shows both"
        )
    return Reach(host, _address(address or _own(host, port)), certificate, key)


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _own(host: str, port: int) -> str:
    """Give the address of a desk that speaks TLS itself."""
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return f"https://{host}:{port}"
    if found.is_unspecified:
        raise BadInput(
            f"--host {host} is every address of this machine: say which one people open: "
            f"--address https://NAME:{port}"
        )
    return f"https://[{found}]:{port}" if found.version == 6 else f"https://{found}:{port}"


def _address(address: str) -> str:
    try:
        parts = urlsplit(address)
        usable = parts.scheme == "https" and parts.hostname and parts.path in ("", "/")
        named = f"{parts.hostname}{parts.port or ''}"
    except ValueError as error:
        raise BadInput(f"--address {address}: {error}") from error
    if not usable or parts.query or parts.username or not named.isprintable():
        raise BadInput(f"--address {address}: not of the form https://NAME or https://NAME:PORT")
    return address.rstrip("/").lower()


def _check_certificate(certificate: Path, key: Path | None) -> None:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key, _no_password)
    except FileNotFoundError as error:
        missing = next((one for one in (certificate, key) if one and not one.exists()), certificate)
        raise BadInput(f"{missing}: no such file") from error
    except (OSError, ValueError) as error:
        raise BadInput(
            f"{certificate}: no certificate in PEM with this key, or a key with a passphrase: "
            f"{error}"
        ) from error


def _no_password() -> str:
    """Ask nobody in the terminal for the passphrase of a key."""
    return ""
