"""An encrypted backup comes back whole for whoever has the key, and for nobody else."""

import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace

import pytest
from pyrage import x25519

from community.book import Book, backup_archive, encrypted_backup
from community.book.backup_archive import BadBackup
from community.book.encrypted_backup import LABEL, SEALED, NoBackupKey
from community.book.restore_archive import restore
from tests.book.databases import new_book
from tests.book.test_backup_archive import AT, changed, contents, target
from tests.book.town import CANARY, make_town

__all__ = ["target"]  # a fixture

SECRET, PUBLIC = encrypted_backup.make_keys()
OTHER, _ = encrypted_backup.make_keys()
OURS = "Compassionate Invented"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """A book with a town in it, which no test changes."""
    book = Book.open(new_book(tmp_path_factory.mktemp("town") / "book.db"))
    make_town(book)
    yield book
    book.close()


@pytest.fixture
def path(town: Book, tmp_path: Path) -> Path:
    """The only file in its folder: an encrypted backup of the town."""
    encrypted_backup.write(town.engine, tmp_path / "b" / "book.zip", AT, OURS, PUBLIC)
    return tmp_path / "b" / "book.zip"


def test_every_row_comes_back_into_either_database_with_the_key(book: Book, tmp_path: Path, target: str) -> None:
    make_town(book)
    encrypted_backup.write(book.engine, tmp_path / "book.zip", AT, OURS, PUBLIC)
    done = restore(target, encrypted_backup.decrypt(tmp_path / "book.zip", [OTHER, SECRET]), by="restore", at=AT)
    assert sum(done.counts.values()) > 20
    again = Book.open(target)
    assert contents(again) == contents(book)
    again.close()


def test_what_everybody_may_read_names_nobody_and_counts_nothing(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == [LABEL, SEALED]
        label = json.loads(archive.read(LABEL))
        sealed = archive.read(SEALED)
    assert label.keys() == {"kind", "made_at", "community", "key"}
    assert (label["made_at"], label["community"], label["key"]) == (AT, OURS, PUBLIC)
    assert sealed.startswith(b"age-encryption.org/v1\n"), "any program for age opens it"
    for hint in (CANARY.encode(), b"volunteers", b"PK\3\4"):
        assert hint not in sealed
    assert [each.name for each in path.parent.iterdir()] == ["book.zip"]


def test_each_file_is_read_back_with_a_key_of_its_own_that_opens_no_other(
    town: Book, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were it the same each night, it would be a second key to keep."""
    made: list[str] = []

    def generate() -> x25519.Identity:
        one = x25519.Identity.generate()
        made.append(str(one))
        return one

    watched = SimpleNamespace(generate=generate, from_str=x25519.Identity.from_str)
    monkeypatch.setattr(encrypted_backup, "x25519", SimpleNamespace(Identity=watched, Recipient=x25519.Recipient))
    second, third = path.with_name("second.zip"), path.with_name("third.zip")
    for each in (second, third):
        encrypted_backup.write(town.engine, each, AT, OURS, PUBLIC)
    first_once, second_once = made
    assert encrypted_backup.decrypt(second, [first_once]).read(2) == b"PK"
    for of_another in (path, third):
        with pytest.raises(NoBackupKey):
            encrypted_backup.decrypt(of_another, [first_once])
    assert first_once != second_once


def test_another_key_is_told_for_which_key_the_backup_is(path: Path) -> None:
    with pytest.raises(NoBackupKey, match=PUBLIC):
        encrypted_backup.decrypt(path, [OTHER])


def touched(path: Path) -> dict[str, Callable[[], Path]]:
    """The backup, damaged or changed in every way that comes to mind."""
    with zipfile.ZipFile(path) as archive:
        sealed, label = archive.read(SEALED), json.loads(archive.read(LABEL))

    def cut(to: int) -> Path:
        half = path.with_name("half.zip")
        half.write_bytes(path.read_bytes()[:to])
        return half

    def flipped(at: int) -> Path:
        return changed(path, SEALED, sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :])

    def labelled(**words: str) -> Path:
        return changed(path, LABEL, json.dumps(label | words).encode())

    return {
        "cut off at the end": lambda: cut(-100),
        "cut off in the middle": lambda: cut(len(sealed) // 2),
        "empty": lambda: cut(0),
        "the encrypted part cut off": lambda: changed(path, SEALED, sealed[:-1]),
        "a part of it only": lambda: changed(path, SEALED, sealed[:200]),
        "something added to it": lambda: changed(path, SEALED, sealed + b"\0"),
        "a bit of its head": lambda: flipped(30),
        "a bit of whom it is for": lambda: flipped(60),
        "a bit in the middle": lambda: flipped(len(sealed) // 2),
        "the last bit": lambda: flipped(len(sealed) - 1),
        "a label with another time": lambda: labelled(made_at="2020-01-01T00:00:00.000Z"),
        "a label of another community": lambda: labelled(community="Compassionate Elsewhere"),
        "a label of no backup": lambda: labelled(kind="other"),
        "a label that is no label": lambda: changed(path, LABEL, b"[]"),
    }


def test_a_file_that_was_damaged_or_changed_is_refused(path: Path, subtests: pytest.Subtests) -> None:
    for what, make in touched(path).items():
        with subtests.test(what), pytest.raises(BadBackup):
            encrypted_backup.decrypt(make(), [SECRET])


def test_a_part_taken_from_another_backup_is_refused(town: Book, path: Path) -> None:
    encrypted_backup.write(town.engine, path.with_name("later.zip"), "2026-11-22T20:00:00.000Z", OURS, PUBLIC)
    with zipfile.ZipFile(path.with_name("later.zip")) as archive:
        other = archive.read(SEALED)
    with pytest.raises(BadBackup, match="label"):
        encrypted_backup.decrypt(changed(path, SEALED, other), [SECRET])


def test_what_can_not_be_read_back_is_not_kept(town: Book, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk takes everything and gives something else."""
    path.unlink()
    really = zipfile.ZipFile.writestr

    def one_bit_less(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
        really(archive, name, data[:-1] + bytes([data[-1] ^ 1]) if name == SEALED else data)

    monkeypatch.setattr(zipfile.ZipFile, "writestr", one_bit_less)
    with pytest.raises(BadBackup, match="read back"):
        encrypted_backup.write(town.engine, path, AT, OURS, PUBLIC)
    assert list(path.parent.iterdir()) == []


def test_what_was_counted_wrongly_is_not_encrypted(town: Book, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.unlink()
    really = zipfile.ZipFile.writestr

    def miscounted(archive: zipfile.ZipFile, name: str, data: str) -> None:
        really(archive, name, data.replace('"rows": 1,', '"rows": 2,') if name == backup_archive.MANIFEST else data)

    monkeypatch.setattr(zipfile.ZipFile, "writestr", miscounted)
    with pytest.raises(BadBackup):
        encrypted_backup.write(town.engine, path, AT, OURS, PUBLIC)
    assert list(path.parent.iterdir()) == []


def test_a_backup_that_lies_open_is_encrypted_in_its_place(town: Book, path: Path) -> None:
    plain = path.with_name("plain.zip")
    written = backup_archive.write(town.engine, plain, AT, OURS)
    assert encrypted_backup.read_label(plain) is None
    assert encrypted_backup.encrypt(plain.read_bytes(), plain, PUBLIC) == written
    label = encrypted_backup.read_label(plain)
    assert label is not None
    assert asdict(label) == {"made_at": AT, "community": OURS, "key": PUBLIC}
    assert backup_archive.check(encrypted_backup.decrypt(plain, [SECRET])) == written


def test_a_key_that_was_copied_by_hand_is_read_and_a_slip_in_it_is_told() -> None:
    by_hand = " ".join(SECRET[at : at + 5] for at in range(0, len(SECRET), 5)).lower()
    assert encrypted_backup.secrets_in(f"# of 2026\n{by_hand}\n") == [SECRET]
    assert encrypted_backup.secrets_in(f"{SECRET}\n# the earlier one:\n{OTHER}\n") == [SECRET, OTHER]
    slip = "Q" if SECRET[30] != "Q" else "P"
    for wrong in ("", "swordfish", PUBLIC, SECRET[:-1], SECRET[:30] + slip + SECRET[31:]):
        with pytest.raises(NoBackupKey, match="no whole key") as told:
            encrypted_backup.secrets_in(wrong)
        assert not wrong or wrong not in str(told.value)
