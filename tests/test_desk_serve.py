"""The desk as a command: it prints its link, answers on this machine alone, and stops."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from recoupe.cli.app import app
from tests import desk_case


def test_the_link_that_is_printed_opens_the_case(tmp_path: Path) -> None:
    case = desk_case.made(tmp_path / "mech")
    command = [sys.executable, "-m", "recoupe", "desk", str(case.folder), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as desk:
        assert desk.stdout is not None
        link = desk.stdout.readline().decode().strip()

        page = httpx.get(link, follow_redirects=True)
        desk.send_signal(signal.SIGINT)
        _, said = desk.communicate(timeout=20)

    assert page.status_code == 200
    assert page.url.path == "/overview"
    assert "token" not in str(page.url)
    assert "Traceback" not in said.decode()


def test_a_port_that_is_taken_is_said_in_one_line(tmp_path: Path) -> None:
    case = desk_case.empty(tmp_path / "mech")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        done = CliRunner().invoke(app, ["desk", str(case.folder), "--port", port, "--no-browser"])

    assert done.exit_code == 1
    assert f"--port {port}" in done.output
    assert len(done.output.strip().splitlines()) == 1


def test_a_folder_that_is_no_case_is_not_served(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["desk", str(tmp_path), "--no-browser"])

    assert done.exit_code == 1
    assert "no case here" in done.output


@pytest.mark.parametrize("port", ["0", "70000"])
def test_a_port_that_there_is_not_is_refused(tmp_path: Path, port: str) -> None:
    done = CliRunner().invoke(app, ["desk", str(tmp_path), "--port", port])

    assert done.exit_code == 2
