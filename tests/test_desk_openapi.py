"""The desk answers whatever its OpenAPI allows, and never with an error of its own."""

from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error

from recoupe.desk.app import application
from recoupe.desk.session import Session
from recoupe.identity.bearer import place_id
from recoupe.model.decision import Named
from tests import case_nouns as nouns
from tests import desk_case

SESSION = Session(desk_case.PORT)
EXAMPLES = 12
"""Requests of each operation."""


def test_no_request_that_the_openapi_allows_breaks_the_desk(tmp_path: Path) -> None:
    case = desk_case.made(tmp_path / "case")
    app = application(case, SESSION, reads_itself=False)
    headers = {
        "Host": f"127.0.0.1:{desk_case.PORT}",
        "Cookie": f"{SESSION.cookie}={SESSION.secret}",
    }
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, headers=headers)
    ids = {
        "document": desk_case.yes().id,
        "finding": nouns.contested(desk_case.yes(), desk_case.no()).id,
        "entity": place_id(Named(desk_case.yes().id, "Arvania", "Country")),
        "index": 0,
    }
    asked = [ask(found.ok(), headers, ids) for found in schema.get_all_operations()]

    assert len(asked) > 40


def ask(
    operation: schemathesis.APIOperation, headers: dict[str, str], ids: dict[str, str | int]
) -> str:
    """Send some requests of one operation, forms with what lets them in.

    ids: of what the case has, for requests that are to find something.
    """

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(), st.booleans())
    def send(request: schemathesis.Case, finds: bool) -> None:
        if finds:
            known = {name: ids[name] for name in request.path_parameters or () if name in ids}
            request.path_parameters = {**(request.path_parameters or {}), **known}
        if isinstance(request.body, dict):
            request.body["csrf"] = SESSION.csrf
        request.call_and_validate(headers=headers, checks=[not_a_server_error])

    send()
    return operation.label
