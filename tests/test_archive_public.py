"""What a page may fetch: the public web, whatever a name, a redirect or a number leads to."""

import ipaddress
import time
from collections.abc import Iterator

import pytest

from recoupe.archive import capture
from recoupe.archive.capture import REDIRECTS
from recoupe.archive.public import Web, is_public
from recoupe.errors import Unreadable
from tests.web import HERE, Net, net

PAGE = "<p>Tunis dément.</p>".encode()
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def web() -> Iterator[Net]:
    answers = {
        "/page": (200, HTML, PAGE),
        "/moved": (302, {"Location": "http://other.example:PORT/page"}, b""),
        "/inward": (302, {"Location": "http://intranet.example:PORT/page"}, b""),
        "/number": (302, {"Location": "http://10.0.0.1/"}, b""),
        "/file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/secret": (302, {"Location": "http://ada:word@other.example:PORT/page"}, b""),
        "/circle": (302, {"Location": "/circle"}, b""),
        "/long": (200, HTML, b"x" * 5_000),
    }
    with net(answers) as opened:
        opened.hosts["intranet.example"] = ("10.0.0.1",)
        yield opened


def test_a_page_is_captured_as_the_command_line_captures_it(web: Net) -> None:
    captured = web.web().fetch(web.at("/page"))

    assert (captured.data, captured.media_type) == (PAGE, "text/html")
    assert captured.address == web.at("/page")
    assert ("content-type", "text/html; charset=utf-8") in captured.headers


def test_the_server_is_asked_by_its_name_though_the_number_was_checked(web: Net) -> None:
    web.web().fetch(web.at("/page"))

    assert web.asked == [f"news.example:{web.port}/page"]


def test_a_redirect_is_checked_recorded_and_asked_by_its_own_name(web: Net) -> None:
    captured = web.web().fetch(web.at("/moved"))

    assert captured.address == web.at("/moved")
    assert captured.headers[0] == ("location", f"http://other.example:{web.port}/page")
    assert web.looked_up == ["news.example", "other.example"]
    assert web.asked[-1] == f"other.example:{web.port}/page"


def test_a_host_is_looked_up_once_so_that_no_second_answer_can_differ(web: Net) -> None:
    web.web().fetch(web.at("/page"))

    assert web.looked_up == ["news.example"]


def test_a_host_is_looked_up_under_the_name_by_which_it_is_asked(web: Net) -> None:
    web.web().fetch(web.at("/page", "straße.example"))

    assert web.looked_up == ["xn--strae-oqa.example"]
    assert web.asked == [f"xn--strae-oqa.example:{web.port}/page"]


@pytest.mark.parametrize("path", ["/inward", "/number"])
def test_a_redirect_into_a_private_network_is_not_followed(web: Net, path: str) -> None:
    with pytest.raises(Unreadable, match="leads to this machine or a private network"):
        web.web().fetch(web.at(path))

    assert web.asked == [f"news.example:{web.port}{path}"]


@pytest.mark.parametrize("path", ["/file", "/secret", "/circle"])
def test_a_redirect_to_what_is_not_fetched_is_not_followed(web: Net, path: str) -> None:
    with pytest.raises(Unreadable) as refused:
        web.web().fetch(web.at(path))

    assert "word" not in str(refused.value).partition(": ")[0]
    assert len(web.asked) <= REDIRECTS + 1
    assert all("/page" not in asked for asked in web.asked)


def test_one_private_address_among_public_ones_closes_a_host(web: Net) -> None:
    web.hosts["two.example"] = (str(HERE), "192.168.1.1")

    with pytest.raises(Unreadable, match="private network"):
        web.web().fetch(web.at("/page", "two.example"))

    assert web.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost/",
        "http://127.0.0.1:8642/overview",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://169.254.169.254/latest/meta-data/",
    ],
)
def test_this_machine_is_not_fetched_however_it_is_written(address: str) -> None:
    with pytest.raises(Unreadable, match="leads to this machine or a private network"):
        Web().fetch(address)


@pytest.mark.parametrize(
    "ip",
    [
        *("10.1.2.3", "172.16.0.1", "192.168.0.1", "100.64.0.1", "169.254.1.1", "127.8.8.8"),
        *("0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1"),
        *("192.0.0.8", "192.88.99.1", "::", "::1", "fe80::1", "fc00::1", "fec0::1", "ff02::1"),
        *("::ffff:10.0.0.1", "::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:a00:1::"),
        *("2001:db8::1", "2001:0:4136:e378:8000:63bf:80ff:fffe"),
    ],
)
def test_no_address_of_a_network_of_ones_own_is_public(ip: str) -> None:
    assert not is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize("ip", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_the_public_web_is_public(ip: str) -> None:
    assert is_public(ipaddress.ip_address(ip))


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(Unreadable) as refused:
        Web().fetch("https://ada:p@ssw0rd@news.example/a")

    assert "ssw0rd" not in str(refused.value)
    assert str(refused.value).startswith("https://news.example/a: ")


@pytest.mark.parametrize("address", ["ftp://a.example/x", "file:///etc/passwd", "news.example"])
def test_only_the_web_is_fetched(address: str) -> None:
    with pytest.raises(Unreadable, match="only http and https"):
        Web().fetch(address)


def test_a_host_that_there_is_not_is_told() -> None:
    def nowhere(host: str, port: int) -> tuple[str, ...]:
        raise OSError("Name or service not known")

    with pytest.raises(Unreadable, match=r"no host nowhere\.example"):
        Web(nowhere).fetch("http://nowhere.example/")


def test_more_than_the_largest_is_refused(web: Net) -> None:
    with pytest.raises(Unreadable, match="so it was not read"):
        web.web().fetch(web.at("/long"), largest=1_000)


def test_a_server_that_drips_is_left(web: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capture, "PATIENCE", 0.3)

    def slowly(host: str, port: int) -> tuple[str, ...]:
        time.sleep(1)
        return (str(HERE),)

    with pytest.raises(Unreadable, match="not received within"):
        Web(slowly, lambda ip: True).fetch(web.at("/page"))
