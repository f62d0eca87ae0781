"""The keepers' secret key: from BACKUP_KEY, a file or a person. Never from the command line, which is remembered."""

from pathlib import Path

import click

from community.book import encrypted_backup
from community.book.backup_archive import Source
from community.errors import UserFacingError
from community.runtime import backup_keys
from community.settings import Settings

with_key_file = click.option(
    "--key-file",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Read the keepers' key from this file, such as on a memory stick. Otherwise BACKUP_KEY, or it is asked for.",
)


class KeepersKey:
    """Opens backups with the keepers' key, which is asked for once, when the first of them is encrypted."""

    def __init__(self, settings: Settings, file: Path | None) -> None:
        """Nothing is asked for yet."""
        self._settings, self._file = settings, file
        self._secrets: list[str] = []
        self.used = ""
        """The public part of the key that opened the last encrypted backup; empty if none was."""

    def open(self, path: Path) -> Source:
        """The backup: the file itself or, if it is encrypted, what is in it. Raises NoBackupKey, BadBackup."""
        label = encrypted_backup.read_label(path)
        if label is None:
            return path
        self._secrets = self._secrets or self._told()
        plain = encrypted_backup.decrypt(path, self._secrets)
        publics = [encrypted_backup.public_of(each) for each in self._secrets]
        self.used = label.key if label.key in publics else publics[0]
        return plain

    def go_on_with_it(self) -> bool:
        """Whether this machine now encrypts for the key that was used. One that has a key of its own keeps it."""
        try:
            if not self.used or self._settings.demo or backup_keys.public_key(self._settings) is not None:
                return False
            backup_keys.keep(self._settings, self.used)
        except UserFacingError:  # the book is back all the same, and `doctor` tells of the key
            return False
        return True

    def _told(self) -> list[str]:
        if self._file is not None:
            try:
                return encrypted_backup.secrets_in(self._file.read_text("utf-8"))
            except (OSError, UnicodeDecodeError):
                raise encrypted_backup.NoBackupKey("The file of the key can't be read.") from None
        if self._settings.backup_key is not None:
            return encrypted_backup.secrets_in(self._settings.backup_key.get_secret_value())
        return ask("This backup is encrypted. Type the keepers' key")


def ask(words: str, right: str | None = None) -> list[str]:
    """The keys that somebody types, asked for again until they are whole, and until it is the right one.

    What they type is shown: nobody types 74 letters from a sheet of paper without seeing them.
    """

    def read(typed: str) -> list[str]:
        try:
            found = encrypted_backup.secrets_in(typed)
        except encrypted_backup.NoBackupKey as error:
            raise click.UsageError(str(error)) from None
        if right not in {None, *found}:
            raise click.UsageError("That is a whole key, but another one.")
        return found

    typed: list[str] = click.prompt(words, value_proc=read, err=True)
    return typed
