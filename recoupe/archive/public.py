"""The public web, and nothing else: what a page may be asked to fetch."""

import asyncio
import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import httpx

from recoupe.archive.capture import LARGEST, Captured, fetched
from recoupe.archive.formats import is_url
from recoupe.errors import Unreadable

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
"""A host's name and a port → the numeric addresses under which it is reached."""

SECRET = re.compile(r"(?<=//)[^/?#]*@")
"""A name and password in an address."""

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""Addresses that stand for the IPv4 address in their last four bytes."""

UNICAST = ipaddress.IPv6Network("2000::/3")
"""All that IANA gives out of IPv6; what lies elsewhere is for networks of one's own."""

RESERVED = tuple(map(ipaddress.IPv4Network, ("192.0.0.0/24", "192.88.99.0/24")))
"""For the machinery of networks (RFC 6890, RFC 7526); Python 3.11 takes them for public."""


def looked_up(host: str, port: int) -> Sequence[str]:
    """Ask the system for the addresses of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(str(address[0]) for *_, address in found)


def is_public(ip: IP) -> bool:
    """Say whether an address is on the public web: not this machine, nor a network around it.

    >>> [is_public(ipaddress.ip_address(ip)) for ip in ("93.184.215.14", "10.0.0.1", "::1")]
    [True, False, False]
    """
    if inner := _inner(ip):
        return is_public(inner)
    if isinstance(ip, ipaddress.IPv6Address) and ip not in UNICAST:
        return False
    if any(ip in network for network in RESERVED):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved)


def without_secret(address: str) -> str:
    """Give an address without the name and password in it.

    >>> without_secret("https://ada:p@ss@example.org/a?b=c@d")
    'https://example.org/a?b=c@d'
    """
    return SECRET.sub("", address)


@dataclass(frozen=True, slots=True)
class Web:
    """Fetches from hosts all of whose addresses are permitted; the one checked is the one used."""

    resolve: Resolve = looked_up
    permitted: Callable[[IP], bool] = is_public

    def fetch(self, address: str, largest: int = LARGEST) -> Captured:
        """Fetch as `capture` does. Raises Unreadable where it leads off the public web."""
        if address != without_secret(address):
            raise _secret(address)
        if not is_url(address):
            raise Unreadable(address, "only http and https addresses are fetched.")
        return fetched(address, largest, _Checked(self))


@dataclass(slots=True)
class _Checked(httpx.AsyncBaseTransport):
    """Looks each host up once, checks it, and connects to what was checked.

    Each request has a connection of its own: one that was opened for another host of the same
    number would be taken for this host's.
    """

    web: Web
    door: httpx.AsyncHTTPTransport = field(
        default_factory=lambda: httpx.AsyncHTTPTransport(
            limits=httpx.Limits(max_keepalive_connections=0)
        )
    )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        _check(url)
        ip = await asyncio.to_thread(_permitted, self.web, url)
        pinned = httpx.Request(
            request.method,
            url.copy_with(host=ip),
            headers=request.headers,  # the host is named in them, as the server knows it
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": url.raw_host.decode("ascii")},
        )
        return await self.door.handle_async_request(pinned)

    async def aclose(self) -> None:
        await self.door.aclose()


def _check(url: httpx.URL) -> None:
    if url.scheme not in ("http", "https") or not url.host:
        raise Unreadable(url, "only http and https addresses are fetched.")
    if url.userinfo:
        raise _secret(str(url))


def _secret(address: str) -> Unreadable:
    return Unreadable(
        without_secret(address),
        "an address with a name or password in it is not fetched. Leave them out, or save the "
        "page and add the file.",
    )


def _permitted(web: Web, url: httpx.URL) -> str:
    """Give the address to connect to; one that is not permitted closes the host altogether."""
    host = url.raw_host.decode("ascii")  # as the server is asked for it, also in other letters
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        # An IPv6 address may name the network card behind a %.
        ips = [ipaddress.ip_address(ip.partition("%")[0]) for ip in web.resolve(host, port)]
    except (OSError, UnicodeError) as error:
        raise httpx.ConnectError(f"no host {host}") from error
    if not ips or not all(map(web.permitted, ips)):
        raise Unreadable(
            url,
            "leads to this machine or a private network, which is not fetched from here. Save the "
            "page and add the file, or add it on the command line: recoupe add",
        )
    return str(ips[0])


def _inner(ip: IP) -> ipaddress.IPv4Address | None:
    """Give the IPv4 address that an IPv6 address stands for, None where it is one of its own."""
    if isinstance(ip, ipaddress.IPv4Address):
        return None
    if ip in NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
