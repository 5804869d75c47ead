"""A question goes over the wire and an answer comes back, or a line that says what to do."""

import json
from pathlib import Path

import pytest

from recoupe.errors import NoAnswer
from recoupe.reading.llm.chat import chat
from recoupe.reading.llm.endpoint import Endpoint
from recoupe.reading.llm.question import Question
from tests.llm_server import Recorded, Server, fails, ollama, serving, words

QUESTION = Question("small-model", "List claims.", '{"n": 0, "text": "Arvanie : « rien »"}')


def asked(server: Server, waited: list[float] | None = None, **said: object) -> str:
    endpoint = Endpoint(server.address, **{"seconds": 5.0, **said})  # type: ignore[arg-type]
    return chat(QUESTION, endpoint, ([] if waited is None else waited).append)


def refused(server: Server, **said: object) -> str:
    with pytest.raises(NoAnswer) as error:
        asked(server, **said)
    return str(error.value)


def test_an_openai_server_gets_instructions_and_sentences_apart_and_nothing_else() -> None:
    with serving(words('{"claims": []}')) as server:
        answer = asked(server)

    assert answer == '{"claims": []}'
    assert server.paths == ["/v1/chat/completions"]
    assert server.asked == [
        {
            "model": "small-model",
            "messages": [
                {"role": "system", "content": QUESTION.instructions},
                {"role": "user", "content": QUESTION.passage},
            ],
            "stream": False,
            "temperature": 0,
        }
    ]


def test_ollama_is_held_to_the_schema_and_to_a_long_enough_memory() -> None:
    with serving(ollama('{"claims": []}')) as server:
        endpoint = Endpoint(server.address.removesuffix("/v1"), "ollama", options='{"seed": 7}')
        answer = chat(QUESTION, endpoint, lambda _: None)

    [body] = server.asked
    assert answer == '{"claims": []}'
    assert server.paths == ["/api/chat"]
    assert body["format"]["required"] == ["claims"]
    assert body["options"] == {"temperature": 0, "num_ctx": 16384, "seed": 7}


def test_an_option_that_is_null_takes_away_what_is_sent_by_default() -> None:
    with serving(words("{}")) as server:
        asked(server, options='{"temperature": null, "reasoning_effort": "low"}')

    assert "temperature" not in server.asked[0]
    assert server.asked[0]["reasoning_effort"] == "low"


def test_the_key_goes_into_the_header_and_nowhere_else() -> None:
    with serving(fails(401, "bad key sk-secret, sk-secret!")) as server:
        said = refused(server, key="sk-secret")

    assert server.headers[0]["Authorization"] == "Bearer sk-secret"
    assert "sk-secret" not in json.dumps(server.asked)
    assert "sk-secret" not in said
    assert "sk-secret" not in repr(Endpoint("http://localhost", key="sk-secret"))


def test_without_a_key_none_is_sent() -> None:
    with serving(words("{}")) as server:
        asked(server)

    assert "Authorization" not in server.headers[0]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_server_that_stumbles_is_asked_again(status: int) -> None:
    with serving(fails(status), fails(status), words("at last")) as server:
        waited: list[float] = []
        answer = asked(server, waited)

    assert answer == "at last"
    assert waited == [1.0, 3.0]


def test_a_busy_server_says_how_long_to_wait_within_reason() -> None:
    busy = fails(429, retry_after="7"), fails(429, retry_after="86400"), words("at last")
    with serving(*busy) as server:
        waited: list[float] = []
        asked(server, waited)

    assert waited == [7.0, 60.0]


def test_a_server_that_goes_on_stumbling_is_left_after_four_times() -> None:
    with serving(fails(500, "out of memory")) as server:
        said = refused(server)

    assert len(server.asked) == 4
    assert "answered 500 Internal Server Error, 4 times; what was done is kept" in said
    assert server.address in said


def test_an_answer_that_does_not_come_is_not_waited_for() -> None:
    with serving(Recorded(b"{}", after=0.4)) as server:
        said = refused(server, seconds=0.05)

    assert "no answer within 0.05 seconds, 4 times" in said


def test_a_server_that_is_not_there_is_said() -> None:
    with serving(words("{}")) as server:
        address = server.address

    with pytest.raises(NoAnswer, match=r"cannot be reached .*Run the same command again later"):
        chat(QUESTION, Endpoint(address, seconds=2.0), lambda _: None)


@pytest.mark.parametrize(
    ("status", "way_out"),
    [
        (400, "check the model's name and RECOUPE_LLM_OPTIONS"),
        (401, "check RECOUPE_LLM_KEY"),
        (403, "check RECOUPE_LLM_KEY"),
        (404, "check RECOUPE_LLM_ADDRESS, RECOUPE_LLM_API and the model's name"),
    ],
)
def test_what_asking_again_cannot_mend_is_said_at_once(status: int, way_out: str) -> None:
    with serving(fails(status, '{"error": "model \\"small-model\\" not found"}')) as server:
        said = refused(server)

    assert len(server.asked) == 1
    assert f"answered {status}" in said
    assert "not found" in said
    assert said.endswith(way_out)


def test_what_stays_on_this_machine_goes_through_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(words("elsewhere")) as proxy, serving(words("here")) as server:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.address.removesuffix("/v1"))
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        answer = asked(server)

    assert answer == "here"
    assert proxy.asked == []


def test_the_text_is_not_sent_on_to_where_a_server_points() -> None:
    with serving(words("{}")) as other, serving(fails(307, location=other.address)) as server:
        said = refused(server)

    assert other.asked == []
    assert "sends on to another address, where nothing was sent" in said


@pytest.mark.parametrize(
    "body",
    [
        b"<html>Welcome</html>",
        b'{"choices": []}',
        b'{"choices": [{"text": "old"}]}',
        b"[]",
        b"null",
        b'"\xff"',
        b"[" * 100_000,
    ],
)
def test_a_server_of_another_kind_is_said(body: bytes) -> None:
    with serving(Recorded(body)) as server:
        said = refused(server)

    assert "answers, but not as openai does" in said
    assert len(said) < 500


def test_an_endless_answer_is_cut_off() -> None:
    with serving(Recorded(b" " * 4_100_000)) as server:
        assert "more than 4,000,000 bytes" in refused(server)


@pytest.mark.parametrize(("content", "read"), [(None, ""), ("", ""), ("half \ud83d", "half ?")])
def test_an_answer_of_no_words_or_half_a_sign_is_an_answer(content: str | None, read: str) -> None:
    with serving(words(content)) as server:
        assert asked(server) == read


def test_only_one_file_of_the_reading_room_uses_the_network() -> None:
    room = Path(__file__).parent.parent / "recoupe" / "reading"
    users = {f.name for f in room.rglob("*.py") if "httpx.Client" in f.read_text("utf-8")}

    assert users == {"chat.py"}
