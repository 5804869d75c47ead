"""Nothing is configured unless the environment says so, and what it says is checked."""

import pytest

from recoupe.errors import BadInput
from recoupe.reading.llm.endpoint import Endpoint, endpoint, model

HERE = "http://localhost:11434/v1"


def test_an_environment_that_names_no_server_names_none() -> None:
    assert endpoint({"HOME": "/root", "OPENAI_API_KEY": "sk", "RECOUPE_LLM_KEY": "sk"}) is None
    assert model({}) is None


def test_what_it_says_is_taken_over() -> None:
    said = endpoint(
        {
            "RECOUPE_LLM_ADDRESS": " https://models.example.org/v1/ ",
            "RECOUPE_LLM_API": "ollama",
            "RECOUPE_LLM_KEY": "sk-1",
            "RECOUPE_LLM_SECONDS": "60",
            "RECOUPE_LLM_OPTIONS": '{"seed": 7}',
        }
    )

    assert said == Endpoint("https://models.example.org/v1", "ollama", "sk-1", 60.0, '{"seed": 7}')


def test_the_key_may_go_unencrypted_to_this_machine_alone() -> None:
    assert endpoint({"RECOUPE_LLM_ADDRESS": HERE, "RECOUPE_LLM_KEY": "sk-1"})

    with pytest.raises(BadInput, match="would send the key unencrypted"):
        endpoint({"RECOUPE_LLM_ADDRESS": "http://192.0.2.7/v1", "RECOUPE_LLM_KEY": "sk-1"})


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("ADDRESS", "localhost:11434", "no address of a server; for instance http://"),
        ("ADDRESS", "file:///etc/passwd", "no address of a server"),
        ("ADDRESS", "http://", "no address of a server"),
        ("ADDRESS", "http://a:b/", "is no address"),
        ("ADDRESS", "https://me:secret@example.org/v1", "holds a password; put it in RECOUPE_LLM_"),
        ("API", "anthropic", "RECOUPE_LLM_API: "),
        ("SECONDS", "soon", "RECOUPE_LLM_SECONDS: "),
        ("SECONDS", "0", "RECOUPE_LLM_SECONDS: "),
        ("SECONDS", "nan", "RECOUPE_LLM_SECONDS: "),
        ("SECONDS", "inf", "RECOUPE_LLM_SECONDS: "),
        ("OPTIONS", "temperature=0", "RECOUPE_LLM_OPTIONS: not JSON"),
        ("OPTIONS", '{"messages": []}', "without model, messages or stream"),
        ("OPTIONS", "[]", "a JSON object"),
        ("ADRESS", HERE, "RECOUPE_LLM_ADRESS: Extra inputs are not permitted"),
    ],
)
def test_what_cannot_be_is_named_with_its_variable(name: str, value: str, says: str) -> None:
    said = {"RECOUPE_LLM_ADDRESS": HERE, f"RECOUPE_LLM_{name}": value}

    with pytest.raises(BadInput) as error:
        endpoint(said)

    assert says in str(error.value)
    assert "secret" not in str(error.value)


def test_a_key_that_cannot_be_sent_is_refused_and_not_shown() -> None:
    with pytest.raises(BadInput) as error:
        endpoint({"RECOUPE_LLM_ADDRESS": HERE, "RECOUPE_LLM_KEY": "sk-1\nX-Other: 1"})

    assert "RECOUPE_LLM_KEY" in str(error.value)
    assert "sk-1" not in str(error.value)
