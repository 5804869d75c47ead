"""Who may open a case beyond its machine; whatever is done to an account stands in the journal."""

import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from recoupe.case import folder, passwords
from recoupe.case.door import Door
from recoupe.case.folder import Case
from recoupe.case.verify import heads, verify
from recoupe.cli.app import app
from recoupe.errors import BadAccount, Unknown
from recoupe.model.account import Role

PASSWORD = "four plain words here"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return folder.create(tmp_path / "mech")


@pytest.fixture
def door(case: Case) -> Door:
    door = Door(case)
    door.add("root", "Ada", Role.ADMIN, PASSWORD)
    door.add("root", "Ben", Role.READER, PASSWORD)
    return door


def done(case: Case) -> list[str]:
    said = CliRunner().invoke(app, ["log", str(case.folder), "--json"])
    acts = map(json.loads, said.stdout.splitlines())
    return [f"{act['author']}: {act['did']} {act['about']['account']}" for act in acts]


def problems(case: Case) -> list[str]:
    return [f"{one.where}: {one.what}" for one in verify(case)]


def tamper(case: Case, statement: str) -> None:
    with sqlite3.connect(case.database) as database:
        database.execute("DROP TRIGGER act_is_never_changed")
        database.execute("DROP TRIGGER act_is_never_removed")
        database.execute(statement)


def test_the_password_is_kept_nowhere(case: Case, door: Door) -> None:
    kept = b"".join(file.read_bytes() for file in case.folder.iterdir() if file.is_file())

    assert PASSWORD.encode() not in kept
    assert all(one.password.startswith("$argon2id$") for one in door.accounts())
    assert "argon2" not in repr(door.accounts())


def test_a_password_is_told_from_another_and_nobodys_from_any() -> None:
    hash_ = passwords.hashed(PASSWORD)

    assert passwords.matches(PASSWORD, hash_)
    assert not passwords.matches(PASSWORD.upper(), hash_)
    assert not passwords.matches("the password of nobody", None)
    assert not passwords.matches(PASSWORD, "no hash at all")


@pytest.mark.parametrize("password", ["", "eleven sign", "x" * 201])
def test_a_password_that_is_too_short_or_too_long_is_refused(door: Door, password: str) -> None:
    with pytest.raises(BadAccount, match="12 to 200"):
        door.set_password("root", "Ben", password)

    assert len({one.password for one in door.accounts()}) == 2


@pytest.mark.parametrize("name", ["", " ", "ada", "ＡＤＡ", "A\u200bda", "A\nda", "x" * 65])
def test_a_name_that_is_taken_or_is_none_is_refused(door: Door, name: str) -> None:
    with pytest.raises(BadAccount):
        door.add("root", name, Role.READER, PASSWORD)


def test_somebody_who_may_let_others_in_is_always_left(door: Door) -> None:
    with pytest.raises(BadAccount, match="only admin"):
        door.set_role("root", "ada", Role.REVIEWER)
    with pytest.raises(BadAccount, match="only admin"):
        door.remove("root", "Ada")
    door.set_role("root", "Ben", Role.ADMIN)

    door.remove("root", "ada")

    assert [(one.name, one.role) for one in door.accounts()] == [("Ben", Role.ADMIN)]


def test_of_nobody_nothing_can_be_changed(door: Door) -> None:
    with pytest.raises(Unknown, match="accounts show"):
        door.remove("root", "Cleo")


def test_a_role_may_what_those_before_it_may() -> None:
    assert [role for role in Role if role.may(Role.REVIEWER)] == [Role.REVIEWER, Role.ADMIN]


def test_all_that_is_done_to_an_account_stands_in_the_log(case: Case, door: Door) -> None:
    door.set_role("Ada", "Ben", Role.REVIEWER)
    door.set_password("Ben", "Ben", PASSWORD)
    door.remove("Ada", "Ben")

    assert done(case) == [
        "root: account-added Ada",
        "root: account-added Ben",
        "Ada: role-set Ben",
        "Ben: password-set Ben",
        "Ada: account-removed Ben",
    ]
    assert problems(case) == []


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE act SET author = 'Ben' WHERE number = 1", "line 1: the line was changed"),
        ("UPDATE act SET about = replace(about, 'reader', 'admin')", "the line was changed"),
        ("DELETE FROM act WHERE number = 1", "line 2: the line before it was changed"),
        ("UPDATE account SET role = 'admin'", "account Ben: not as the journal says"),
        ("UPDATE account SET password = 'x' WHERE name = 'Ada'", "account Ada: not as the journal"),
        ("INSERT INTO account VALUES ('eve', 'Eve', 'admin', 'x')", "account Eve: not as"),
        ("DELETE FROM account WHERE name = 'Ben'", "account Ben: not as the journal says"),
    ],
)
def test_what_is_changed_behind_the_journal_is_found(
    case: Case, door: Door, statement: str, says: str
) -> None:
    tamper(case, statement)

    assert any(says in problem for problem in problems(case))


def test_the_head_of_the_journal_tells_when_its_last_line_was_taken_out(
    case: Case, door: Door
) -> None:
    noted = heads(case).journal

    tamper(case, "DELETE FROM act WHERE number = 2")

    assert heads(case).journal != noted


@pytest.mark.parametrize("statement", ["UPDATE act SET author = 'Ben'", "DELETE FROM act"])
def test_the_journal_resists_a_careless_hand(case: Case, door: Door, statement: str) -> None:
    with sqlite3.connect(case.database) as database, pytest.raises(sqlite3.IntegrityError):
        database.execute(statement)


def accounts(case: Case, *words: str, password: str = PASSWORD) -> tuple[int, str]:
    said = CliRunner().invoke(app, ["accounts", *words], input=f"{password}\n")
    return said.exit_code, said.output.strip()


def test_accounts_are_made_changed_and_listed_on_the_command_line(case: Case) -> None:
    at = str(case.folder)

    assert "nobody has an account yet" in accounts(case, "show", at)[1]
    assert accounts(case, "add", at, "Ada", "--role", "admin")[0] == 0
    assert accounts(case, "add", at, "Ben")[0] == 0
    assert accounts(case, "password", at, "ben", password="quite another one")[0] == 0
    assert accounts(case, "show", at) == (0, "Ada  admin\nBen  reviewer")
    assert accounts(case, "role", at, "Ben", "--role", "reader")[0] == 0
    assert accounts(case, "remove", at, "Ben")[0] == 0
    assert accounts(case, "show", at, "--json") == (0, '{"name": "Ada", "role": "admin"}')


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("add", "Ben", "--role", "king"), "king"),
        (("role", "Ada"), "--role"),
        (("remove",), "name the account"),
        (("remove", "Cleo"), "no account 'Cleo'"),
    ],
)
def test_what_cannot_be_done_to_an_account_is_said(
    case: Case, door: Door, words: tuple[str, ...], says: str
) -> None:
    action, *rest = words

    status, said = accounts(case, action, str(case.folder), *rest)

    assert status != 0
    assert says in said
